"""A row of formulas and numbers: names are typeset once, numbers are text, so that dragging costs little."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui import formulas
from gui.fonts import math_font, math_italic
from gui.graph.short_names import LETTERS, cut_latex, cut_text
from gui.graph.sprites import sprites

ASCENT, DESCENT = 0.7, 0.21  # of the size, about the letters and figures of the face


@dataclass(frozen=True)
class Latex:
    """A formula; plain: what stands for it until it is typeset."""

    latex: str
    plain: str = ""


Piece = Latex | str
Row = tuple[Piece, ...]


def row_width(row: Row, pixels: float) -> float:
    """How wide the row is."""
    return sum(_width(piece, pixels) for piece in row)


def draw_row(painter: QPainter, x: float, baseline: float, row: Row, pixels: float) -> None:
    """Draw in the colour of the painter's pen."""
    for piece in row:
        width = _width(piece, pixels)
        _draw_piece(painter, QPointF(x, baseline), piece, pixels, width)
        x += width


def _draw_piece(painter: QPainter, place: QPointF, piece: Piece, pixels: float, width: float) -> None:
    formula = formulas.get(piece.latex) if isinstance(piece, Latex) else None
    if formula is not None:
        size = (width, formula.ascent * pixels, formula.descent * pixels)
        key = ("formula", piece.latex if isinstance(piece, Latex) else "", pixels)
        sprites().draw(painter, key, place, size, lambda p: formulas.draw(p, 0.0, 0.0, formula, pixels))
        return
    text = _text(piece)

    def paint(p: QPainter) -> None:
        p.setFont(_font(pixels))
        p.drawText(QPointF(0.0, 0.0), text)

    size = (width, pixels, pixels * 0.4)
    sprites().draw(painter, ("text", text, pixels), place, size, paint)


def row_height(row: Row, pixels: float) -> tuple[float, float]:
    """How far the row reaches above and below its baseline."""
    up, down = ASCENT * pixels, 0.0
    for piece in row:
        formula = formulas.get(piece.latex) if isinstance(piece, Latex) else None
        if formula is not None:
            up, down = max(up, formula.ascent * pixels), max(down, formula.descent * pixels)
    return up, down


def fitting(rows: Iterable[Row], room: float, sizes: Iterable[float]) -> tuple[Row, float]:
    """The first row that fits into `room` at the largest of the sizes, from large to small, at which it does; else the
    narrowest one with its names cut in their middle; smaller than these sizes only where that is not enough.
    """
    kept, tried = list(rows), tuple(sizes)
    for row in kept:
        for size in tried:
            if row_width(row, size) <= room:
                return row, size
    narrowest = min(kept, key=lambda row: row_width(row, tried[-1]))
    for letters in LETTERS:
        row = tuple(_cut(piece, letters) for piece in narrowest)
        if row != narrowest and row_width(row, tried[-1]) <= room:
            return row, tried[-1]
    narrowest = tuple(_cut(piece, LETTERS[-1]) for piece in narrowest)
    return narrowest, tried[-1] * min(1.0, room / max(row_width(narrowest, tried[-1]), 1.0))


def _cut(piece: Piece, letters: int) -> Piece:
    if isinstance(piece, str):
        return piece
    return Latex(cut_latex(piece.latex, letters), cut_text(piece.plain, letters))


def _width(piece: Piece, pixels: float) -> float:
    if isinstance(piece, Latex):
        formula = formulas.get(piece.latex)
        if formula is not None:
            return formula.width * pixels
    return _text_width(_text(piece)) * pixels / 100


def _text(piece: Piece) -> str:
    return math_italic(piece.plain or piece.latex) if isinstance(piece, Latex) else piece


@lru_cache(maxsize=4096)
def _text_width(text: str) -> float:
    """Of a size of 100 pixels."""
    return QFontMetricsF(math_font(100)).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _font(pixels: float) -> QFont:
    return math_font(max(1, round(pixels)))

"""Painting the cells of a result that are to be filled in: fields with what was typed, ticks and crosses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from gui.icons import paint_icon
from gui.step.matrix.block_geometry import CellBlock, Rect, Span
from gui.step.matrix.paint_cells import RADIUS
from gui.step.matrix.palette import number_font
from gui.step.pencil.paper import Answer
from gui.theme import Theme
from gui.widgets.numbers import MINUS
from gui.widgets.painting import CENTER, draw_box

MARK, SMALL_MARK, MARK_INSET = 12, 9, 4
HALO = 7  # what the mark round a selected neighbour may cover
LOW = 36  # cells that are lower have a smaller mark
TEXT_INSET = 4
ELIDE = Qt.TextElideMode.ElideRight
MARKS = {"right": ("check", "run"), "given": ("eye", "ink2")}
WRONG = ("wrong", "unreadable")


def paint_blanks(
    painter: QPainter, theme: Theme, block: CellBlock, pixels: int, blanks: Mapping[tuple[int, int], Answer]
) -> None:
    """Fields over the cells that are blank; a mark in the corner of those that are solved and show their number."""
    for (k, i), answer in blanks.items():
        place = block.span_rect(Span(k, k, i, i))
        if place is None:
            continue
        if answer.state in MARKS:
            icon, color = MARKS[answer.state]
            paint_icon(painter, icon, mark_place(place), theme.color(color), 2.2)
        else:
            _paint_field(painter, theme, place, pixels, answer)


def mark_place(place: Rect) -> QRectF:
    """The upper right corner of a cell."""
    size = SMALL_MARK if place.height < LOW else MARK
    return QRectF(place.right - size - HALO, place.y + MARK_INSET, size, size)


def _paint_field(painter: QPainter, theme: Theme, place: Rect, pixels: int, answer: Answer) -> None:
    is_wrong = answer.state in WRONG
    rect = QRectF(*place)
    ground, border = ("errsoft", "err") if is_wrong else ("panel", "line2")
    draw_box(painter, rect, RADIUS, theme.color(ground), theme.color(border), 2 if is_wrong else 1)
    if is_wrong:
        paint_icon(painter, "close", mark_place(place), theme.color("err"), 2.2)
    face = number_font(pixels, strong=False)
    painter.setFont(face)
    painter.setPen(theme.color("ink"))
    text = QFontMetricsF(face).elidedText(shown_text(answer.text), ELIDE, rect.width() - 2 * TEXT_INSET)
    painter.drawText(rect, CENTER, text)


def shown_text(text: str) -> str:
    """What was typed, with a true minus in front."""
    text = text.strip()
    return MINUS + text[1:] if text.startswith("-") else text

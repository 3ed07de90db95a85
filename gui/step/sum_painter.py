"""The words of a written-out sum painted: rules and signs in the face of formulas, numbers in boxes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.step.math_text import draw_math, math_size
from gui.step.matrix.palette import cell_brush, number_font, number_metrics, width_of
from gui.step.matrix.sign_text import draw_sign, sign_width
from gui.step.sum_geometry import PlacedWord, SumSize
from gui.step.sum_words import Word
from gui.theme import Theme
from gui.widgets.painting import RADIUS_M, RADIUS_S, draw_box

AXIS = 0.25  # of a formula's size: how far its fraction strokes are above the baseline
EQUALS = " = "
NAME_ROOM = 6


def measure(word: Word, size: SumSize) -> tuple[float, float]:
    """Width and height of a word, about the middle of its line."""
    if word.raised:
        width, height = measure(replace(word, raised=False), size.raised)
        return width, height + size.lift
    if word.kind == "formula":
        width, ascent, descent = math_size(word.text, "⋯", size.formulas)
        return width, 2 * max(ascent - AXIS * size.formulas, descent + AXIS * size.formulas)
    if word.kind == "sign":
        return sign_width(word.text, size.formulas), size.formulas
    width = width_of(word.text, size.numbers, True) + 2 * size.chip_padding
    return width + _name_width(word, size), _box_height(word, size)


def paint_word(painter: QPainter, theme: Theme, placed: PlacedWord, size: SumSize) -> None:
    """A word in its place."""
    word = placed.word
    if word.raised:
        on_line = replace(placed, word=replace(word, raised=False), y=placed.y - size.lift)
        paint_word(painter, theme, on_line, size.raised)
        return
    painter.setPen(theme.color("ink"))
    if word.kind == "formula":
        draw_math(painter, placed.x, placed.y + AXIS * size.formulas, word.text, "⋯", size.formulas)
    elif word.kind == "sign":
        draw_sign(painter, placed.x + placed.width / 2, placed.y, word.text, size.formulas)
    else:
        _paint_number(painter, theme, placed, size)


def _paint_number(painter: QPainter, theme: Theme, placed: PlacedWord, size: SumSize) -> None:
    word = placed.word
    height = _box_height(word, size)
    box = QRectF(placed.x, placed.y - height / 2, placed.width, height)
    if word.kind == "chip":
        draw_box(painter, box, RADIUS_S, cell_brush(theme, word.shade).color())
    elif word.kind == "result":
        draw_box(painter, box, RADIUS_M, cell_brush(theme, word.shade).color(), theme.color("ink"), 2)
    else:
        draw_box(painter, box, RADIUS_S, theme.color("panel"), theme.color("line2"))
    name = _name_width(word, size)
    painter.setPen(theme.color("ink"))
    if name:
        draw_sign(
            painter, placed.x + size.chip_padding + name / 2, placed.y, word.name + EQUALS, size.formulas
        )
    metrics = number_metrics(size.numbers, True)
    x = placed.x + name + (placed.width - name - metrics.horizontalAdvance(word.text)) / 2
    painter.setFont(number_font(size.numbers, True))
    painter.drawText(QPointF(x, placed.y + metrics.capHeight() / 2), word.text)


def _box_height(word: Word, size: SumSize) -> int:
    """A name may have a fraction, which is higher than a number."""
    return size.chip_height + (NAME_ROOM if word.name else 0)


def _name_width(word: Word, size: SumSize) -> float:
    return sign_width(word.name + EQUALS, size.formulas) if word.name else 0.0

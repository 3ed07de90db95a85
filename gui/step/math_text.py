"""Formulas in a view: their size and their drawing, with plain text in their place while they are being typeset."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter

from gui import formulas
from gui.fonts import math_font, math_italic

PLAIN_ASCENT, PLAIN_DESCENT = 0.72, 0.22  # of the size, about the letters of the face


def math_size(latex: str, plain: str, pixels: float) -> tuple[float, float, float]:
    """Width, height above the baseline and below it, of the formula or of the plain text that stands for it."""
    formula = formulas.get(latex)
    if formula is not None:
        return formula.width * pixels, formula.ascent * pixels, formula.descent * pixels
    width = QFontMetricsF(math_font(round(pixels))).horizontalAdvance(math_italic(plain))
    return width, PLAIN_ASCENT * pixels, PLAIN_DESCENT * pixels


def draw_math(painter: QPainter, x: float, baseline: float, latex: str, plain: str, pixels: float) -> None:
    """Draw in the colour of the painter's pen."""
    formula = formulas.get(latex)
    if formula is not None:
        formulas.draw(painter, x, baseline, formula, pixels)
        return
    painter.setFont(math_font(round(pixels)))
    painter.drawText(QPointF(x, baseline), math_italic(plain))

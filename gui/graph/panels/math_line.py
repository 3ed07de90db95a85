"""Formulas in the panels: centred on a line, made smaller where they are too wide, repainted when they are typeset."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui import formulas
from gui.fonts import math_font, math_italic

BASELINE = 0.26  # of the size, below the middle of a line: where letters without descenders stand


class FormulaWaiter(QObject):
    """Knows which formulas a view lacks. Signals: came(), when one of those is ready."""

    came = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lacking: set[str] = set()
        formulas.shelf().ready.connect(self._on_ready)

    def get(self, latex: str) -> formulas.Formula | None:
        """The formula, or None: then `came` says when it can be had."""
        formula = formulas.get(latex)
        if formula is None:
            self._lacking.add(latex)
        return formula

    def _on_ready(self, latex: str) -> None:
        if latex in self._lacking:
            self._lacking.discard(latex)
            self.came.emit()


def fitting_pixels(formula: formulas.Formula, room: float, pixels: float, smallest: float) -> float:
    """The size at which a formula fits into this width: `pixels` if it can be, never below `smallest`."""
    return max(smallest, min(pixels, room / max(formula.width, 0.01)))


def draw_formula(painter: QPainter, rect: QRectF, formula: formulas.Formula, pixels: float) -> None:
    """Draw from the left of `rect` in the pen's colour; a tall formula is centred by its ink, others by letters."""
    baseline = rect.center().y() + BASELINE * pixels
    is_tall = formula.height * pixels > 1.5 * pixels
    if is_tall:
        baseline = rect.center().y() + (formula.ascent - formula.descent) / 2 * pixels
    formulas.draw(painter, rect.left(), round(baseline), formula, pixels)


def draw_plain(painter: QPainter, rect: QRectF, text: str, pixels: float) -> None:
    """Letters of formulas in the place of a formula that is being typeset."""
    painter.setFont(math_font(round(pixels)))
    painter.drawText(QPointF(rect.left(), round(rect.center().y() + BASELINE * pixels)), math_italic(text))

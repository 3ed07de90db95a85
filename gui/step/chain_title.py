"""The heading of the chain rule: the derivative as a formula, and its value as the sum over its paths."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import formulas
from gui.appearance import Appearance
from gui.step.math_text import draw_math, math_size
from gui.widgets import draw_text, follow

HEIGHT, FORMULA, GAP = 32, 19, 7
BASELINE = 20.0


class ChainTitle(QWidget):
    """One line; `show_text` says what stands in it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._latex = self._plain = self._text = ""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        formulas.shelf().ready.connect(self._on_ready)
        follow(self, appearance)

    def show_text(self, latex: str, plain: str, text: str) -> None:
        """A symbol as LaTeX and in plain letters, and what it equals."""
        self._latex, self._plain, self._text = latex, plain, text
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """The line as plain text."""
        return f"{self._plain} {self._text}"

    @property
    def latex(self) -> str:
        """The symbol in front."""
        return self._latex

    @Slot(str)
    def _on_ready(self, latex: str) -> None:
        if latex == self._latex:
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._latex:
            return
        painter = QPainter(self)
        ink = self._appearance.theme.color("ink")
        painter.setPen(ink)
        draw_math(painter, 0.0, BASELINE, self._latex, self._plain, FORMULA)
        left = math_size(self._latex, self._plain, FORMULA)[0] + GAP
        room = QRectF(left, BASELINE - 14.5, self.width() - left, 20)
        draw_text(painter, room, self._text, "header", ink)

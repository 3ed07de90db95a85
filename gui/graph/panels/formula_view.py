"""The definitions of an expression, typeset one after the other, as large as their room lets them be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.formulas import Formula
from gui.graph.panels.math_line import FormulaWaiter, draw_formula
from gui.widgets import follow

PIXELS, SMALLEST = 22.0, 13.0
SHRINKING = (22.0, 20.0, 18.0, 16.0, 14.0, SMALLEST)
GAP, LINE_GAP = 1.3, 6.0  # between definitions on a line, in em; between lines
MOST_LINES = 3


class FormulaView(QWidget):
    """`set_formulas` takes the LaTeX of each definition; the former ones stay until all of these are typeset.

    Signals: came(), when the formulas that are shown have become others.
    """

    came = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._waiter = FormulaWaiter(self)
        self._waiter.came.connect(self._take)
        self._wanted: tuple[str, ...] = ()
        self._formulas: tuple[Formula, ...] = ()
        self._color = "ink"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def set_formulas(self, latex: Sequence[str]) -> None:
        """Show these definitions."""
        if tuple(latex) != self._wanted:
            self._wanted = tuple(latex)
            self._take()

    def set_color(self, color: str) -> None:
        """Take another colour token."""
        self._color = color
        self.update()

    @property
    def is_settled(self) -> bool:
        """Whether what was asked for is shown."""
        return len(self._formulas) == len(self._wanted) and None not in map(self._waiter.get, self._wanted)

    def line_width(self, pixels: float = PIXELS) -> float:
        """How wide all definitions are, on one line."""
        gaps = GAP * max(0, len(self._formulas) - 1)
        return (sum(formula.width for formula in self._formulas) + gaps) * pixels

    def height_for(self, width: float) -> int:
        """How high the lines are that this width makes of the definitions; 0 for none."""
        if not self._formulas:
            return 0
        lines, pixels = self._lines(width)
        return round(sum(line_height(line, pixels) for line in lines) + LINE_GAP * (len(lines) - 1))

    def _take(self) -> None:
        found = [self._waiter.get(latex) for latex in self._wanted]
        ready = tuple(formula for formula in found if formula is not None)
        if len(ready) == len(found):
            self._formulas = ready
            self.came.emit()
            self.update()

    def _lines(self, width: float) -> tuple[list[list[Formula]], float]:
        """The definitions in lines, and their size: the largest one at which few lines hold them all."""
        for pixels in SHRINKING:
            lines = broken(self._formulas, width / pixels)
            widest = max(wide(line) for line in lines) * pixels
            if widest <= width and (len(lines) == 1 or (pixels <= 18.0 and len(lines) <= MOST_LINES)):
                return lines, pixels
        lines = broken(self._formulas, width / SMALLEST)
        widest = max(wide(line) for line in lines)
        return lines, min(SMALLEST, width / widest)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._formulas:
            return
        painter = QPainter(self)
        painter.setPen(self._appearance.theme.color(self._color))
        lines, pixels = self._lines(self.width())
        heights = [line_height(line, pixels) for line in lines]
        top = (self.height() - sum(heights) - LINE_GAP * (len(lines) - 1)) / 2
        for line, height in zip(lines, heights, strict=True):
            left = 0.0
            for formula in line:
                draw_formula(painter, QRectF(left, top, formula.width * pixels, height), formula, pixels)
                left += (formula.width + GAP) * pixels
            top += height + LINE_GAP

    def sizeHint(self) -> QSize:
        return QSize(round(self.line_width() + 1), self.height_for(self.line_width() + 1))


def broken(formulas: Sequence[Formula], width: float) -> list[list[Formula]]:
    """Formulas in lines that are not wider than `width` em, where that can be."""
    lines: list[list[Formula]] = [[]]
    for formula in formulas:
        if lines[-1] and wide([*lines[-1], formula]) > width:
            lines.append([])
        lines[-1].append(formula)
    return lines


def wide(line: Sequence[Formula]) -> float:
    """The width of a line in em."""
    return sum(formula.width for formula in line) + GAP * max(0, len(line) - 1)


def line_height(line: Sequence[Formula], pixels: float) -> float:
    """The height of a line in pixels."""
    return max(1.25, *(formula.height for formula in line)) * pixels

"""The definitions of an expression, typeset one after the other, as large as their room lets them be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.formulas import Formula
from gui.graph.panels.math_line import FormulaWaiter, draw_formula
from gui.graph.short_names import LETTERS, cut_latex
from gui.widgets import draw_text, follow
from gui.widgets.painting import RIGHT

PIXELS, TINY = 22.0, 11.0
SIZES = (22.0, 20.0, 18.0, 16.0, 15.0, 14.0, 13.0, 12.0, TINY)
SMALLEST_BY_LINES = (16.0, 14.0, TINY)  # for one line, for two, for three: more there are not
GAP, LINE_GAP = 1.3, 6.0  # between definitions on a line, in em; between lines
DOTS_ROOM = 28.0


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
        self._wanted: tuple[str, ...] = ()  # the last ones asked for
        self._asked: tuple[str, ...] = ()  # those that are being typeset
        self._shown: tuple[str, ...] = ()
        self._formulas: tuple[Formula, ...] = ()
        self._color = "ink"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def set_formulas(self, latex: Sequence[str]) -> None:
        """Show these definitions. While others are being typeset only the last ones asked for wait."""
        self._wanted = tuple(cut_latex(each, LETTERS[0]) for each in latex)
        if self._asked == self._shown:
            self._ask()

    def set_color(self, color: str) -> None:
        """Take another colour token."""
        self._color = color
        self.update()

    @property
    def is_settled(self) -> bool:
        """Whether what was asked for is shown."""
        return self._shown == self._wanted

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

    def _ask(self) -> None:
        self._asked = self._wanted
        self._take()

    @Slot()
    def _take(self) -> None:
        found = [self._waiter.get(latex) for latex in self._asked]
        ready = tuple(formula for formula in found if formula is not None)
        if len(ready) < len(found):
            return
        self._shown, self._formulas = self._asked, ready
        self.came.emit()
        self.update()
        if self._wanted != self._asked:
            self._ask()

    def _lines(self, width: float) -> tuple[list[list[Formula]], float]:
        """The definitions in lines, as few as can be and as large as fits; too many, or too wide ones, are cut."""
        for count, smallest in enumerate(SMALLEST_BY_LINES, start=1):
            for pixels in (size for size in SIZES if smallest <= size):
                lines = broken(self._formulas, width / pixels)
                if len(lines) <= count and max(map(wide, lines)) * pixels <= width:
                    return lines, pixels
        return broken(self._formulas, width / TINY)[: len(SMALLEST_BY_LINES)], TINY

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._formulas:
            return
        theme, painter = self._appearance.theme, QPainter(self)
        painter.setPen(theme.color(self._color))
        lines, pixels = self._lines(self.width())
        heights = [line_height(line, pixels) for line in lines]
        top = (self.height() - sum(heights) - LINE_GAP * (len(lines) - 1)) / 2
        is_cut = sum(len(line) for line in lines) < len(self._formulas)
        for line, height in zip(lines, heights, strict=True):
            self._draw_line(painter, line, QRectF(0, top, self.width(), height), pixels)
            if wide(line) * pixels > self.width() + 1 or (is_cut and line is lines[-1]):
                end = QRectF(self.width() - DOTS_ROOM, top, DOTS_ROOM, height)
                painter.fillRect(end, theme.color("panel"))
                draw_text(painter, end, "⋯", "title", theme.color(self._color), RIGHT)
            top += height + LINE_GAP

    def _draw_line(self, painter: QPainter, line: Sequence[Formula], rect: QRectF, pixels: float) -> None:
        left = 0.0
        for formula in line:
            place = QRectF(left, rect.top(), formula.width * pixels, rect.height())
            draw_formula(painter, place, formula, pixels)
            left += (formula.width + GAP) * pixels

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

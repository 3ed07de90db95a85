"""A number written out as a sum: its rule, its numbers as chips in their colours, its value framed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.step.expansion import Expansion
from gui.appearance import Appearance
from gui.step.matrix.cells import Matrix
from gui.step.sum_geometry import PADDING, Flow, flow
from gui.step.sum_painter import measure, paint_word
from gui.step.sum_words import MOST, WrittenSum, written_sum
from gui.widgets.button import Button
from gui.widgets.numbers import grouped_text
from gui.widgets.painting import RADIUS_L, draw_box, draw_text, follow

BUTTON_BAND = 30
HINT = "Click a number of {name}, or press Ctrl and an arrow key, to see how it is made"


class SumCanvas(QWidget):
    """The bar itself, as high as its words need it. Signals: changed(), when more or fewer terms are to be shown."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._expansion: Expansion | None = None
        self._matrices: Sequence[Matrix] = ()
        self._cell = (0, 0)
        self._shows_all = False
        self._written: WrittenSum | None = None
        self._flow: Flow | None = None
        self._top = 0
        self._hint, self._text = "", ""
        self.button = Button(appearance, "Show all", kind="flat", small=True, parent=self)
        self.button.clicked.connect(self._on_button)
        self.button.hide()
        follow(self, appearance)

    @property
    def written(self) -> WrittenSum | None:
        """The words that are shown."""
        return self._written

    def show_sum(self, expansion: Expansion, matrices: Sequence[Matrix], cell: tuple[int, int]) -> None:
        """Write a cell of the result out; matrices: of the operands, then of the result."""
        self._expansion, self._matrices, self._cell = expansion, matrices, cell
        self._write()

    def clear(self, name: str, hint: str = "") -> None:
        """Nothing is selected: say `hint`, or how to select a number of the matrix of this name."""
        self._expansion = None
        self._written = None
        self._shows_all = False
        self._hint = hint or HINT.format(name=name)
        self.setAccessibleDescription(self._hint)
        self.button.hide()
        self.update()

    def show_text(self, text: str) -> None:
        """A sentence in place of the hint while no number is selected; "" brings it back."""
        self._text = text
        if self._written is None:
            self.update()

    def needs(self, latex: str) -> bool:
        """Whether this formula is seen here."""
        groups = () if self._written is None else self._written.groups[:2]
        return any(word.text == latex for group in groups for word in group)

    def fit(self, width: int, least: int, most: int) -> int:
        """Take this width and the height that follows, at least `least`. Beyond `most` the rule is left out: the head
        of the row has it, and the numbers come first.
        """
        height = least
        self._flow, self._top = None, 0
        if self._written is not None:
            self._flow = flow(self._written.groups, width, measure)
            if self._flow.height > most:
                self._flow = flow(self._written.without_rule, width, measure)
            needed = self._flow.height + self._place_button(width, self._flow)
            height, self._top = max(needed, least), max(0, least - needed) // 2
            self.button.move(self.button.x(), self.button.y() + self._top)
        self.resize(width, height)
        self.update()
        return height

    def _write(self) -> None:
        assert self._expansion is not None
        self._written = written_sum(self._expansion, self._matrices, self._cell, self._shows_all)
        if self._written.is_long:
            self.button.set_text(
                "Show fewer" if self._shows_all else f"Show all {grouped_text(self._written.terms)}"
            )
            self.button.setToolTip(
                f"At most {MOST} of the terms are written; the value is that of all of them"
                if self._written.terms > MOST
                else "Write out every term of the sum"
            )
        self.button.setVisible(self._written.is_long)
        value = self._matrices[-1].text(*self._cell)
        self.setAccessibleDescription(f"{len(self._expansion.terms)} terms, value {value}")

    def _place_button(self, width: int, placed: Flow) -> int:
        """On the last line where there is room, else on a line of its own. Returns the height that it adds."""
        if self._written is None or not self._written.is_long:
            return 0
        size = self.button.sizeHint()
        fits = placed.end + PADDING + size.width() <= width - PADDING / 2
        band = 0 if fits else BUTTON_BAND
        middle = placed.words[-1].y if fits else placed.height + band / 2 - 6
        left = width - PADDING // 2 - size.width()
        self.button.setGeometry(left, round(middle - size.height() / 2), size.width(), size.height())
        return band

    @Slot()
    def _on_button(self) -> None:
        self._shows_all = not self._shows_all
        self._write()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        if self._flow is None:
            text, color = (self._text, "ink2") if self._text else (self._hint, "ink3")
            draw_text(painter, QRectF(self.rect()), text, "small", theme.color(color))
            return
        draw_box(painter, QRectF(self.rect()), RADIUS_L, theme.color("spotsoft"))
        painter.translate(0, self._top)
        reach = self._flow.size.line + self._top
        for word in self._flow.words:
            if event.rect().top() - reach <= word.y <= event.rect().bottom() + reach:
                paint_word(painter, theme, word, self._flow.size)


def usual_height(expansion: Expansion, matrices: Sequence[Matrix], width: int) -> int:
    """How high the bar is with the first number of a result."""
    return flow(written_sum(expansion, matrices, (0, 0), False).groups, width, measure).height

"""A number written out as a sum: its rule, its numbers as chips in their colours, its value framed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.step.expansion import Expansion
from gui.appearance import Appearance
from gui.step.math_text import draw_math, math_size
from gui.step.matrix.cells import Matrix
from gui.step.matrix.palette import cell_brush, number_font, number_metrics, width_of
from gui.step.sum_geometry import PADDING, Flow, PlacedWord, SumSize, flow
from gui.step.sum_words import MOST, Word, WrittenSum, written_sum
from gui.theme import Theme
from gui.widgets.button import Button
from gui.widgets.numbers import grouped_text
from gui.widgets.painting import CENTER, RADIUS_L, RADIUS_M, RADIUS_S, draw_box, draw_text, follow

BUTTON_BAND = 30
AXIS = 0.25  # of a formula's size: how far its fraction strokes are above the baseline
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
        self._hint = ""
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
            self._flow = flow(self._written.groups, width, _measure)
            if self._flow.height > most:
                self._flow = flow(self._written.without_rule, width, _measure)
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
            draw_box(painter, QRectF(self.rect()), RADIUS_L, None, theme.color("line"))
            place = QRectF(self.rect()).adjusted(PADDING, 0, -PADDING, 0)
            draw_text(painter, place, self._hint, "body", theme.color("ink3"), CENTER)
            return
        draw_box(painter, QRectF(self.rect()), RADIUS_L, theme.color("spotsoft"))
        painter.translate(0, self._top)
        reach = self._flow.size.line + self._top
        for word in self._flow.words:
            if event.rect().top() - reach <= word.y <= event.rect().bottom() + reach:
                _paint_word(painter, theme, word, self._flow.size)


def usual_height(expansion: Expansion, matrices: Sequence[Matrix], width: int) -> int:
    """How high the bar is with the first number of a result."""
    return flow(written_sum(expansion, matrices, (0, 0), False).groups, width, _measure).height


def _measure(word: Word, size: SumSize) -> tuple[float, float]:
    """Width and height of a word."""
    if word.kind == "formula":
        width, ascent, descent = math_size(word.text, "⋯", size.formulas)
        return width, 2 * max(ascent - AXIS * size.formulas, descent + AXIS * size.formulas)
    if word.kind in ("chip", "result"):
        return width_of(word.text, size.numbers, True) + 2 * size.chip_padding, size.chip_height
    face = number_font(size.numbers, word.kind == "constant")
    return QFontMetricsF(face).horizontalAdvance(word.text), size.numbers


def _paint_word(painter: QPainter, theme: Theme, placed: PlacedWord, size: SumSize) -> None:
    word = placed.word
    if word.kind == "formula":
        painter.setPen(theme.color("ink"))
        draw_math(painter, placed.x, placed.y + AXIS * size.formulas, word.text, "⋯", size.formulas)
        return
    if word.kind in ("chip", "result"):
        box = QRectF(placed.x, placed.y - size.chip_height / 2, placed.width, size.chip_height)
        ground = cell_brush(theme, word.shade).color()
        is_result = word.kind == "result"
        draw_box(
            painter,
            box,
            RADIUS_M if is_result else RADIUS_S,
            ground,
            theme.color("ink") if is_result else None,
            2,
        )
        _paint_text(painter, theme, placed, size, word.text, strong=True, color="ink")
        return
    is_constant = word.kind == "constant"
    _paint_text(
        painter, theme, placed, size, word.text, strong=is_constant, color="ink" if is_constant else "ink2"
    )


def _paint_text(
    painter: QPainter, theme: Theme, placed: PlacedWord, size: SumSize, text: str, *, strong: bool, color: str
) -> None:
    painter.setFont(number_font(size.numbers, strong))
    painter.setPen(theme.color(color))
    metrics = number_metrics(size.numbers, strong)
    width = metrics.horizontalAdvance(text)
    x = placed.x + (placed.width - width) / 2
    painter.drawText(QPointF(x, placed.y + metrics.capHeight() / 2), text)

"""The table of fields: a row for each layer, a column for each array; judged while it is filled in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.shape_text import shape_text
from engine.labs.shapes import SYMBOLS, judge, shape_of
from gui.appearance import Appearance
from gui.fonts import math_font, math_italic
from gui.labs.shapes.shape_field import ShapeField
from gui.theme import Theme
from gui.widgets import draw_box, draw_text, follow
from gui.widgets.painting import CENTER, RADIUS_S

LABEL, HEAD, PHASE, LEAST_ROW, MOST_ROW = 92, 34, 22, 32, 60
GAP, FIELD, WIDEST, BETWEEN = 8, 32, 128, 20
SWATCH = 10
MATH_PIXELS = 18
FORWARD = SYMBOLS[:4]

Place = tuple[str, int]  # symbol and layer


@dataclass(frozen=True)
class Score:
    """How far the table is. wrong: answers that were wrong, each counted when it was given."""

    count: int
    right: int
    shown: int
    wrong: int

    @property
    def is_full(self) -> bool:
        """Whether nothing is left to fill in."""
        return self.right + self.shown == self.count


class ShapeTable(QWidget):
    """`set_exercise` begins anew.

    Signals: judged(str), what is said of an answer, "" for a right one; score_changed().
    """

    judged = Signal(str)
    score_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sizes: tuple[int, ...] = ()
        self._m = 1
        self._wrong = 0
        self.fields: dict[Place, ShapeField] = {}
        self._made: dict[Place, ShapeField] = {}  # kept for the next network, as making them takes long
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow(self, appearance)

    @property
    def score(self) -> Score:
        """How far it is."""
        states = [field.state for field in self.fields.values()]
        return Score(len(states), states.count("right"), states.count("shown"), self._wrong)

    def set_exercise(self, sizes: tuple[int, ...], m: int) -> None:
        """Another network, all fields empty."""
        self._sizes, self._m, self._wrong = sizes, m, 0
        wanted = [(symbol, l) for l in range(1, len(sizes)) for symbol in SYMBOLS]
        for place, field in self._made.items():
            field.setVisible(place in wanted)
        self.fields = {place: self._made.get(place) or self._field(*place) for place in wanted}
        for field in self.fields.values():
            field.clear()
            field.set_state("empty")
        self.setMaximumHeight(PHASE + HEAD + MOST_ROW * (len(sizes) - 1))
        self._place()
        self.score_changed.emit()
        self.update()

    def show_one(self) -> None:
        """Fill the field with the keyboard in, or else the first that is not done."""
        waiting = [place for place, field in self.fields.items() if not field.is_done]
        focused = [place for place in waiting if self.fields[place].hasFocus()]
        for place in (focused or waiting)[:1]:
            self._show(place)
        self.score_changed.emit()

    def show_all(self) -> None:
        """Fill every field that is not done."""
        for place, field in self.fields.items():
            if not field.is_done:
                self._show(place)
        self.score_changed.emit()

    def _show(self, place: Place) -> None:
        field = self.fields[place]
        field.setText(shape_text(shape_of(*place, self._sizes, self._m)))
        field.set_state("shown")

    def _field(self, symbol: str, l: int) -> ShapeField:
        field = ShapeField(self._appearance, f"{symbol}[{l}]", self)
        place = (symbol, l)
        field.textEdited.connect(lambda _text: self._on_edited(place))
        field.editingFinished.connect(lambda: self._on_finished(place))
        field.stepped.connect(lambda by: self._go(place, by))
        field.show()
        self._made[place] = field
        return field

    def _on_edited(self, place: Place) -> None:
        """A right answer is ticked at once; a half typed one is not called wrong."""
        field = self.fields[place]
        verdict = judge(*place, field.text(), self._sizes, self._m)
        if verdict.is_right:
            field.set_state("right")
            self.judged.emit("")
            self.score_changed.emit()
        elif field.state != "empty":
            field.set_state("empty")

    def _on_finished(self, place: Place) -> None:
        field = self.fields.get(place)
        if field is None or field.state != "empty" or not field.text().strip():
            return
        verdict = judge(*place, field.text(), self._sizes, self._m)
        field.set_state("wrong", verdict.hint)
        self._wrong += 1
        self.judged.emit(f"{place[0]}[{place[1]}]: {verdict.hint}")
        self.score_changed.emit()

    def _go(self, place: Place, by: int) -> None:
        symbol, l = place
        after = SYMBOLS[(SYMBOLS.index(symbol) + 1) % len(SYMBOLS)]
        below = self.fields.get((symbol, l + by)) or (self.fields.get((after, 1)) if by > 0 else None)
        if below is not None:
            below.setFocus()
            below.selectAll()

    def _row_height(self) -> int:
        rows = max(1, len(self._sizes) - 1)
        return min(MOST_ROW, max(LEAST_ROW, (self.height() - PHASE - HEAD) // rows))

    def _column_width(self) -> float:
        room = self.width() - LABEL - BETWEEN - GAP * len(SYMBOLS)
        return min(WIDEST, room / len(SYMBOLS))

    def _field_rect(self, symbol: str, l: int) -> QRect:
        column, width, row = SYMBOLS.index(symbol), self._column_width(), self._row_height()
        x = LABEL + column * (width + GAP) + (BETWEEN if symbol not in FORWARD else 0)
        height = min(FIELD, row - 6)
        y = PHASE + HEAD + (l - 1) * row + (row - height) // 2
        return QRect(round(x), y, round(width), height)

    def _place(self) -> None:
        for (symbol, l), field in self.fields.items():
            place = self._field_rect(symbol, l)
            field.setFixedHeight(place.height())
            field.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(680, PHASE + HEAD + 2 * LEAST_ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._sizes:
            return
        painter, theme = QPainter(self), self._appearance.theme
        self._paint_phases(painter, theme)
        for symbol in SYMBOLS:
            place = self._field_rect(symbol, 1)
            painter.setFont(math_font(MATH_PIXELS))
            painter.setPen(theme.color("ink"))
            head = QRectF(place.x(), PHASE, place.width(), HEAD)
            painter.drawText(head, CENTER, math_italic(symbol))
        for l in range(1, len(self._sizes)):
            self._paint_layer(painter, theme, l)

    def _paint_phases(self, painter: QPainter, theme: Theme) -> None:
        for symbols, text, color in ((FORWARD, "Forward →", "fwd"), (SYMBOLS[4:], "← Backward", "bwd")):
            first, last = self._field_rect(symbols[0], 1), self._field_rect(symbols[-1], 1)
            place = QRectF(first.x(), 0, last.right() - first.x() + 1, PHASE)
            draw_box(painter, place, RADIUS_S, theme.color(f"{color}soft"))
            draw_text(painter, place, text, "small_strong", theme.color(color), CENTER)

    def _paint_layer(self, painter: QPainter, theme: Theme, l: int) -> None:
        row = self._row_height()
        top = PHASE + HEAD + (l - 1) * row
        swatch = QRectF(0, top + row / 2 - 8 - SWATCH / 2, SWATCH, SWATCH)
        draw_box(painter, swatch, 3.0, theme.layer_color(l))
        name = QRectF(SWATCH + 6, top + row / 2 - 17, LABEL - SWATCH - 10, 18)
        draw_text(painter, name, f"Layer {l}", "header", theme.color("ink"))
        count = QRectF(SWATCH + 6, top + row / 2, LABEL - SWATCH - 10, 16)
        draw_text(painter, count, f"n[{l}] = {self._sizes[l]}", "small", theme.color("ink2"))

"""The table of the nudge: now, nudged, change, the quotient, and the derivative from the graph beside it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.graph.panels.nudge_words import LEAST, MOST, NO_SIZE, NudgeWords
from gui.widgets import Field, draw_text, follow, number_text, parse_number, text_width, type_font
from gui.widgets.painting import RIGHT

HEAD, ROW, ROWS = 23, 39, 5
WIDTH, NARROWEST, SMALLEST_ROW = 352, 300, 30
FIELD_WIDTH, FIELD_INSET = 84, 7
COLUMN_GAP, LEAST_COLUMN = 24, 78
TOKEN, STRONG = "cell", "cell_selected"


class NudgeTable(QWidget):
    """`show_words` fills the cells. Signals: size_typed(float), a nudge from LEAST to MOST."""

    size_typed = Signal(float)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words: NudgeWords | None = None
        self._name = self._output = ""
        self.field = Field(appearance, "0.001", self, small=True)
        self.field.setFont(type_font(TOKEN))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field.setTextMargins(4, 0, FIELD_INSET - 1, 0)
        self.field.setAccessibleName("size of the nudge")
        self.field.setToolTip("Size of the nudge")
        self.field.editingFinished.connect(self._on_typed)
        self.field.textEdited.connect(self._on_edited)
        self.field.cancelled.connect(self._write_size)
        self.field.message_changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        follow(self, appearance)

    @property
    def words(self) -> NudgeWords | None:
        """What the cells say."""
        return self._words

    def show_words(self, name: str, output: str, words: NudgeWords) -> None:
        """name: the variable's; output: the output's."""
        self._name, self._output, self._words = name, output, words
        if not self.field.isModified():
            self._write_size()
        self._place_field()
        self.update()

    @Slot()
    def _write_size(self) -> None:
        self.field.set_error()
        if self._words is not None:
            self.field.setText(self._words.dx)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if self.field.message and size_of(text) is not None:
            self.field.set_error()

    @Slot()
    def _on_typed(self) -> None:
        if not self.field.isModified():
            return
        size = size_of(self.field.text())
        if size is None:
            self.field.set_error(NO_SIZE)
            return
        self.field.setModified(False)
        self.field.setText(number_text(size))
        self.size_typed.emit(size)

    def row_rect(self, index: int) -> QRectF:
        """One of the five rows."""
        height = min(ROW, (self.height() - HEAD) / ROWS)
        return QRectF(0, HEAD + index * height, self.width(), height)

    def _columns(self) -> tuple[float, float]:
        """The right ends of the variable's and of the output's column."""
        words = self._words
        right = float(self.width())
        if words is None:
            return right - LEAST_COLUMN, right
        widest = max(text_width(text, STRONG) for text in (words.J, words.J_nudged, words.dJ))
        return right - max(LEAST_COLUMN, math.ceil(widest) + COLUMN_GAP), right

    def _place_field(self) -> None:
        row, right = self.row_rect(2), self._columns()[0]
        left = round(right) + FIELD_INSET - FIELD_WIDTH
        top = round(row.center().y() - self.field.height() / 2)
        self.field.setGeometry(QRect(left, top, FIELD_WIDTH, self.field.height()))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEAD + ROWS * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, HEAD + ROWS * SMALLEST_ROW)

    def resizeEvent(self, event: QEvent) -> None:
        self._place_field()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, words = self._appearance.theme, QPainter(self), self._words
        painter.fillRect(self.rect(), theme.color("panel"))
        for index in range(ROWS):
            top = round(self.row_rect(index).top())
            painter.fillRect(0, top, self.width(), 1, theme.color("line"))
        if words is None:
            return
        first, second = self._columns()
        head = QRectF(0, 0, first, HEAD - 4)
        draw_text(painter, head, self._name, "small", theme.color("ink3"), RIGHT)
        head = QRectF(first + 8, 0, second - first - 8, HEAD - 4)
        draw_text(painter, head, self._output, "small", theme.color("ink3"), RIGHT)
        self._draw_row(painter, 0, "now", words.x, words.J)
        self._draw_row(painter, 1, "nudged", words.x_nudged, words.J_nudged)
        self._draw_row(painter, 2, "change", "", words.dJ)
        if words.fault:
            self._draw_fault(painter, words.fault)
        else:
            quotient = f"change of {self._output} ÷ change of {self._name}"
            self._draw_row(painter, 3, quotient, "", words.ratio)
        self._draw_row(painter, 4, f"d{self._name}, from the graph", "", words.derivative, is_result=True)

    def _draw_row(
        self, painter: QPainter, index: int, word: str, x: str, J: str, *, is_result: bool = False
    ) -> None:
        theme, row = self._appearance.theme, self.row_rect(index)
        first, second = self._columns()
        color = theme.color("bwd" if is_result else "ink")
        end = first if x or index == 2 else second
        taken = text_width(x or ("" if index == 2 else J), STRONG) + (FIELD_WIDTH if index == 2 else 0)
        place = QRectF(row.left(), row.top(), end - taken - 12, row.height())
        draw_text(painter, place, word, STRONG if is_result else self._token_for(word, place.width()), color)
        if index == 2 and self.field.message:
            draw_text(
                painter,
                QRectF(56, row.top(), place.width() - 56, row.height()),
                self.field.message,
                "small",
                theme.color("err"),
            )
        draw_text(painter, QRectF(0, row.top(), first, row.height()), x, TOKEN, theme.color("ink"), RIGHT)
        place = QRectF(0, row.top(), second, row.height())
        draw_text(painter, place, J, STRONG, color, RIGHT)

    def _token_for(self, word: str, room: float) -> str:
        return next((token for token in (TOKEN, "body") if text_width(word, token) <= room), "small")

    def _draw_fault(self, painter: QPainter, fault: str) -> None:
        theme, row = self._appearance.theme, self.row_rect(3)
        painter.setFont(type_font("small"))
        painter.setPen(theme.color("err"))
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        lines = QFontMetrics(type_font("small")).boundingRect(row.toRect(), flags, fault)
        if lines.height() > row.height():
            draw_text(painter, row, fault, "small", theme.color("err"))
        else:
            painter.drawText(row, flags, fault)


def size_of(text: str) -> float | None:
    """A typed size of the nudge, or None where it is none from LEAST to MOST."""
    try:
        size = parse_number(text)
    except ValueError:
        return None
    return size if LEAST <= size <= MOST else None

"""A slider over a list of values: its name at the left, the value at the right, the track below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.theme import Theme
from gui.widgets.focus_ring import FocusRing
from gui.widgets.painting import RADIUS_S, RIGHT, draw_text, follow

KNOB, KNOB_LINE, TRACK = 14.0, 2.0, 2.0
HEIGHT, TRACK_Y, TEXT_HEIGHT = 36, 28.0, 18
QUIET_HEIGHT, QUIET_TRACK_Y, QUIET_TEXT_HEIGHT = 36, 27.0, 14
TRACK_ALPHA = 0.6
PAGE = 5
STEP_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -PAGE,
    Qt.Key.Key_PageUp: PAGE,
}


class Slider(QWidget):
    """values: any sequence (list, range); text_of turns one into its text. quiet: caption sizes, value not bold.

    Signals: value_changed(object) while a person drags or presses keys; editing_finished() when they let go.
    """

    value_changed = Signal(object)
    editing_finished = Signal()

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        values: Sequence[object] = range(101),
        text_of: Callable[[object], str] = str,
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._label = label
        self._values = values
        self._text_of = text_of
        self._quiet = quiet
        self._index = 0
        self._is_dragged = False
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(QUIET_HEIGHT if quiet else HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_S)
        follow(self, appearance)

    def value(self) -> object:
        """The present value."""
        return self._values[self._index]

    def index(self) -> int:
        """The present value's place in the list."""
        return self._index

    def set_value(self, value: object) -> None:
        """Show this value, or of a list of numbers the nearest one, without a signal; not while it is dragged."""
        if self._is_dragged:
            return
        if value in self._values:
            self._show_index(self._values.index(value))
        elif isinstance(value, (int, float)):
            numbers = [float(v) for v in self._values if isinstance(v, (int, float))]
            if len(numbers) == len(self._values):
                self._show_index(min(range(len(numbers)), key=lambda i: abs(numbers[i] - value)))

    def set_index(self, index: int) -> None:
        """Show the value at this place, without a signal."""
        if not self._is_dragged:
            self._show_index(index)

    def set_values(self, values: Sequence[object]) -> None:
        """Offer other values; the present one stays if it is there, else the nearest."""
        if values == self._values:
            return
        value = self.value()
        self._values = values
        self._index = min(self._index, len(values) - 1)
        self.set_value(value)
        self.update()

    def text(self) -> str:
        """The text of the present value."""
        return self._text_of(self.value())

    def _show_index(self, index: int) -> None:
        index = min(max(index, 0), len(self._values) - 1)
        if index != self._index:
            self._index = index
            self.setAccessibleDescription(self.text())
            self.update()

    def _move_to(self, index: int) -> bool:
        before = self._index
        self._show_index(index)
        if self._index == before:
            return False
        self.value_changed.emit(self.value())
        return True

    def _track_y(self) -> float:
        return QUIET_TRACK_Y if self._quiet else TRACK_Y

    def _x_of(self, index: int) -> float:
        """Where the knob's middle is; the knob stays inside, so that the ends line up with the text."""
        share = index / max(1, len(self._values) - 1)
        return KNOB / 2 + share * (self.width() - KNOB)

    def _index_at(self, x: float) -> int:
        share = (x - KNOB / 2) / max(1.0, self.width() - KNOB)
        return round(share * (len(self._values) - 1))

    def _paint_texts(self, painter: QPainter, theme: Theme) -> None:
        height = QUIET_TEXT_HEIGHT if self._quiet else TEXT_HEIGHT
        label = ("ink3" if self._quiet else "ink2") if self.isEnabled() else "disabled"
        value = ("ink2" if self._quiet else "ink") if self.isEnabled() else "disabled"
        row = QRectF(0, 0, self.width(), height)
        draw_text(painter, row, self._label, "caption" if self._quiet else "small", theme.color(label))
        draw_text(
            painter, row, self.text(), "caption" if self._quiet else "small_strong", theme.color(value), RIGHT
        )

    def _paint_track(self, painter: QPainter, theme: Theme) -> None:
        y, x = self._track_y(), self._x_of(self._index)
        rest = QColor(theme.color("line2"))
        rest.setAlphaF(TRACK_ALPHA)
        ink = theme.color("ink" if self.isEnabled() else "disabled")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(rest)
        painter.drawRoundedRect(QRectF(x, y - TRACK / 2, self.width() - x, TRACK), 1, 1)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(0, y - TRACK / 2, x, TRACK), 1, 1)
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(ink, KNOB_LINE))
        side = KNOB - KNOB_LINE
        painter.drawEllipse(QRectF(x - side / 2, y - side / 2, side, side))

    def sizeHint(self) -> QSize:
        return QSize(124, QUIET_HEIGHT if self._quiet else HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragged = True
            self._move_to(self._index_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._move_to(self._index_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._is_dragged = False
            self.editing_finished.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        turned = event.angleDelta().y()
        if turned and self._move_to(self._index + (1 if turned > 0 else -1)):
            self.editing_finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            moved = self._move_to(0)
        elif key == Qt.Key.Key_End:
            moved = self._move_to(len(self._values) - 1)
        elif key in STEP_KEYS:
            moved = self._move_to(self._index + STEP_KEYS[key])
        else:
            super().keyPressEvent(event)
            return
        if moved:
            self.editing_finished.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_texts(painter, self._appearance.theme)
        self._paint_track(painter, self._appearance.theme)

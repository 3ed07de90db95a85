"""A slider without words for a number: filled from its zero to its knob. Shift moves it finely."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.graph.panels.slider_scale import Scale
from gui.widgets import FocusRing, follow, number_text
from gui.widgets.painting import RADIUS_S
from gui.widgets.slider import KNOB, KNOB_LINE, STEP_KEYS, TRACK, TRACK_ALPHA

HEIGHT = 24
SHIFT = Qt.KeyboardModifier.ShiftModifier


class SignedSlider(QWidget):
    """Signals: value_changed(float) while a person drags, turns the wheel or presses keys; touched() when they begin.

    The scale says which values it has and where zero is. A value beyond the ends, set from outside, stands at the end.
    """

    value_changed = Signal(float)
    touched = Signal()

    def __init__(self, appearance: Appearance, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._scale = scale
        self._value = scale.value_at(scale.zero)
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(appearance, self, RADIUS_S)
        follow(self, appearance)

    @property
    def value(self) -> float:
        """The present value."""
        return self._value

    @property
    def is_dragged(self) -> bool:
        """Whether a person holds the knob."""
        return self._is_dragged

    @property
    def scale(self) -> Scale:
        """Its ends and steps."""
        return self._scale

    def set_scale(self, scale: Scale) -> None:
        """Take other ends, without a signal."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def set_value(self, value: float) -> None:
        """Show a value, without a signal."""
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(number_text(value))
            self.update()

    def knob_x(self) -> float:
        """Where the middle of the knob is."""
        return self._x_of(self._value)

    def _x_of(self, value: float) -> float:
        return self._x_at(self._scale.share(value))

    def _x_at(self, share: float) -> float:
        return KNOB / 2 + share * (self.width() - KNOB)

    def _take(self, value: float) -> None:
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(value)

    def _take_place(self, event: QMouseEvent) -> None:
        share = (event.position().x() - KNOB / 2) / max(1.0, self.width() - KNOB)
        fine = bool(event.modifiers() & SHIFT)
        self._take(self._scale.value_at(min(1.0, max(0.0, share)), fine=fine))

    def sizeHint(self) -> QSize:
        return QSize(140, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.touched.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragged = True
            self.touched.emit()
            # A press on the knob holds it: a value between two steps is not lost by touching it.
            if abs(event.position().x() - self.knob_x()) > KNOB / 2:
                self._take_place(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._take_place(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not self.hasFocus() or not turned:
            event.ignore()
            return
        self._take(self._scale.moved(self._value, 1 if turned > 0 else -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        fine = bool(event.modifiers() & SHIFT)
        if key == Qt.Key.Key_Home:
            self._take(self._scale.low)
        elif key == Qt.Key.Key_End:
            self._take(self._scale.high)
        elif key in STEP_KEYS:
            self._take(self._scale.moved(self._value, STEP_KEYS[key], fine=fine))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, x, zero = (
            self.height() / 2,
            self.knob_x(),
            self._x_at(self._scale.zero) if self._scale.zero else 0.0,
        )
        rest = QColor(theme.color("line2"))
        rest.setAlphaF(TRACK_ALPHA)
        ink = theme.color("ink" if self.isEnabled() else "disabled")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(rest)
        painter.drawRoundedRect(QRectF(0, y - TRACK / 2, self.width(), TRACK), 1, 1)
        painter.setBrush(ink)
        painter.drawRect(QRectF(min(x, zero), y - TRACK / 2, abs(x - zero), TRACK))
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(ink, KNOB_LINE))
        side = KNOB - KNOB_LINE
        painter.drawEllipse(QRectF(x - side / 2, y - side / 2, side, side))

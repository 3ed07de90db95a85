"""The slope of a leaky ReLU below zero: a readout under the combo that is dragged sideways, or typed after a click."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.train.network.head_buttons import AREA, HeadButton
from gui.train.network.typed_field import TypedField
from gui.widgets.numbers import number_text
from gui.widgets.painting import CENTER, RADIUS_S, draw_box, draw_text

LEAST, LARGEST = 0.0, 1.0
STEP, PIXELS_A_STEP = 0.01, 3
DRAG_BEGINS = 4


class SlopeField(HeadButton):
    """Signals: slope_changed(float), by dragging, typing, or the arrow keys; from 0 to 1."""

    slope_changed = Signal(float)

    def __init__(self, appearance: Appearance, l: int, parent: QWidget | None = None) -> None:
        super().__init__(appearance, f"Leaky slope of layer {l}", RADIUS_S, parent)
        self._slope = 0.01
        self._pressed: tuple[float, float] | None = None
        self._is_dragging = False
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(
            "Slope of the leaky ReLU below zero: drag sideways, or click to type a number from 0 to 1"
        )
        self._field = TypedField(appearance, self.accessibleName(), LEAST, LARGEST, self)
        self._field.value_typed.connect(self._take)
        self.clicked.connect(self._on_clicked)

    @property
    def slope(self) -> float:
        """The slope that is shown."""
        return self._slope

    def set_slope(self, slope: float) -> None:
        """Show this slope without a signal."""
        self._slope = slope
        self.update()

    def _take(self, slope: float) -> None:
        slope = round(min(max(slope, LEAST), LARGEST), 6)
        if slope != self._slope:
            self.set_slope(slope)
            self.slope_changed.emit(slope)

    def _on_clicked(self) -> None:
        self._field.open(number_text(self._slope), self.rect())

    def _text(self) -> str:
        return f"slope {number_text(self._slope)}" if self.width() >= 76 else number_text(self._slope)

    def sizeHint(self) -> QSize:
        return QSize(84, AREA)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Right: STEP, Qt.Key.Key_Down: -STEP, Qt.Key.Key_Left: -STEP}
        if event.key() in steps:
            self._take(self._slope + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = (event.position().x(), self._slope)
        self._is_dragging = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            x, slope = self._pressed
            moved = event.position().x() - x
            self._is_dragging = self._is_dragging or abs(moved) >= DRAG_BEGINS
            if self._is_dragging:
                self._take(slope + STEP * round(moved / PIXELS_A_STEP))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._is_dragging:
            self.setDown(False)  # a drag is no click
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if self.is_hot or (self._is_dragging and self.isDown()):
            draw_box(painter, QRectF(self.rect()).adjusted(0, 2, 0, -2), RADIUS_S, theme.color("hover"))
        draw_text(painter, QRectF(self.rect()), self._text(), "small", theme.color("ink2"), CENTER)

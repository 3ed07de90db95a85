"""A slider whose number can be typed: a click on it, Enter, or a digit opens a small field over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets import Field, Slider, text_width

FIELD_WIDTH = 64
TEXT_HEIGHT = 20
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedSlider(Slider):
    """A `Slider` that emits value_changed and editing_finished for typed values as well.

    read(text) gives the value that was typed or raises ValueError with a sentence, which the field shows.
    """

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        values: Sequence[object],
        text_of: Callable[[object], str],
        read: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, label, values, text_of, parent)
        self._read = read
        self.field = Field(appearance, parent=self, small=True)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setAccessibleName(f"{label}, typed")
        self.field.hide()
        self.field.installEventFilter(self)
        self.field.editingFinished.connect(self._on_left)
        self.field.cancelled.connect(self.close_field)
        self.setMouseTracking(True)

    @property
    def is_dragged(self) -> bool:
        """Whether the mouse holds the knob, so that the values must stay where they are."""
        return self._is_dragged

    def show_choices(self, values: Sequence[object], value: object) -> None:
        """Offer these values and show this one, which must be among them; not while the knob is held."""
        if not self._is_dragged:
            self.set_values(values)
            self.set_value(value)

    def open_field(self, text: str = "") -> None:
        """Let the person type: over the present number, or with a first digit."""
        self.field.setGeometry(self.width() - FIELD_WIDTH, 0, FIELD_WIDTH, self.field.height())
        self.field.setText(text or self.text().removesuffix(" %"))
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if not text:
            self.field.selectAll()

    @Slot()
    def close_field(self) -> None:
        """Take the field away without using its text."""
        had_focus = self.field.hasFocus()
        self.field.set_error("")
        self.field.hide()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_left(self) -> None:
        if self.field.isVisible() and not self._take():
            self.close_field()

    def _take(self) -> bool:
        try:
            value = self._read(self.field.text())
        except ValueError as error:
            self.field.set_error(str(error))
            return False
        self.close_field()
        if value != self.value():
            self.value_changed.emit(value)
            self.editing_finished.emit()
        return True

    def _number_rect(self) -> QRectF:
        width = max(text_width(self.text(), "header") + 8, 32)
        return QRectF(self.width() - width, 0, width, TEXT_HEIGHT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A line edit passes Enter on to the slider, which would open the field again.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            self._take()
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._number_rect().contains(event.position()):
            self.open_field()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._number_rect().contains(event.position()) and not self._is_dragged
        self.setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.open_field()
        elif event.text().isdigit() and event.text().isascii():
            self.open_field(event.text())
        else:
            super().keyPressEvent(event)

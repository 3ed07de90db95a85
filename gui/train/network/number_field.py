"""The field that a weight or bias becomes while it is typed: Enter takes it, Esc leaves it, arrows nudge it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.field import Field
from gui.widgets.numbers import number_text, parse_number

NUDGE, LARGE_NUDGE, SMALL_NUDGE = 0.1, 1.0, 0.01
LARGEST = 1e6
WRONG = "Type a number, such as −0.5"
TOO_LARGE = "At most 1000000 in size"


class NumberField(Field):
    """Signals: committed(float), by Enter or by leaving with another number; nudged(float), by an arrow key;
    closed(), after committed or cancelled. A text that is no number is kept and marked."""

    committed = Signal(float)
    nudged = Signal(float)
    closed = Signal()

    def __init__(self, appearance: Appearance, value: float, name: str, parent: QWidget) -> None:
        super().__init__(appearance, number_text(float(f"{value:.6g}")), parent, small=True)
        self._is_closed = False
        self.setAccessibleName(name)
        self.setToolTip(
            "Enter takes the number, Esc leaves it as it was; ↑ ↓ change it by 0.1 (Shift 1, Ctrl 0.01)"
        )
        self.selectAll()
        self.setModified(False)
        self.cancelled.connect(self._close)
        self.textEdited.connect(self._on_edited)

    def _value(self) -> float | None:
        """The typed number; None, with the message shown, if it can't be used."""
        try:
            value = parse_number(self.text())
        except ValueError:
            self.set_error(WRONG)
            return None
        if abs(value) > LARGEST:
            self.set_error(TOO_LARGE)
            return None
        self.set_error("")
        return value

    def _on_return(self) -> None:
        if not self.isModified():
            self._close()
            return
        value = self._value()
        if value is not None:
            self.setModified(False)
            self.committed.emit(value)
            self._close()

    def _on_edited(self, _text: str) -> None:
        if self.message:
            self._value()

    def _nudge(self, step: float) -> None:
        value = self._value()
        if value is not None and abs(value + step) <= LARGEST:
            value = round(value + step, 6)
            self.setText(number_text(value))
            self.setModified(False)
            self.nudged.emit(value)

    def _close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return()  # a line edit would pass the key on to the drawing
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            size = LARGE_NUDGE if shift else SMALL_NUDGE if control else NUDGE
            self._nudge(size if event.key() == Qt.Key.Key_Up else -size)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return
        if self.isModified() and not self._is_closed:
            value = self._value()
            if value is not None:
                self.setModified(False)
                self.committed.emit(value)
        self._close()

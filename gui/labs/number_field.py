"""A field for one number of a lab: typed, stepped with the arrow keys, refused with a sentence when out of range."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets import Field, number_text, parse_number, type_font

WIDTH, HEIGHT = 96, 28


class NumberField(Field):
    """Enter and leaving take the number over, Esc brings the last one back, up and down move it by `step`.

    Signals: number_typed(float), for another number than the one that was shown.
    """

    number_typed = Signal(float)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        low: float,
        high: float,
        step: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, "", parent, small=True)
        self._low, self._high, self._step = low, high, step
        self._value, self._shown = low, ""
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setFont(type_font("header"))
        self.editingFinished.connect(self._take)
        self.cancelled.connect(self._show)

    def set_number(self, value: float, text: str = "") -> None:
        """Show a number; text: how, if not as short as can be. A number that is being typed stays."""
        self._value, self._shown = value, text or number_text(value)
        if not (self.hasFocus() and self.isModified()):
            self._show()

    def _show(self) -> None:
        self.set_error("")
        self.setText(self._shown)
        self.setModified(False)

    def _take(self) -> None:
        if not self.isModified():
            return
        try:
            value = parse_number(self.text())
        except ValueError:
            self.set_error(f"“{self.text()}” is not a number: type one such as 0.03")
            return
        if not self._low <= value <= self._high:
            self.set_error(f"from {number_text(self._low)} to {number_text(self._high)}")
            return
        self._go_to(value)

    def _go_to(self, value: float) -> None:
        self.setModified(False)
        changed = value != self._value
        self._value, self._shown = value, number_text(value)
        self._show()
        if changed:
            self.number_typed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            count = round(self._value / self._step, 6) + (1 if event.key() == Qt.Key.Key_Up else -1)
            self._go_to(min(max(round(count) * self._step, self._low), self._high))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.message:
            self._show()

"""A field that opens over a small control to type its number, and goes away again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.appearance import Appearance
from gui.widgets.field import Field
from gui.widgets.numbers import number_text, parse_number

LEAST_WIDTH = 56


class TypedField(Field):
    """Signals: value_typed(float). Enter or leaving takes the number, Esc leaves it; a wrong text is marked."""

    value_typed = Signal(float)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        least: float,
        largest: float,
        over: QWidget,
        is_whole: bool = False,
    ) -> None:
        # It lies beside the control, not in it, so that it may be wider.
        super().__init__(appearance, "", over.parentWidget(), small=True)
        self._over = over
        self._least, self._largest, self._is_whole = least, largest, is_whole
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setToolTip(self._wanted())
        self.hide()
        self.cancelled.connect(self._leave)

    def open(self, text: str, rect: QRect) -> None:
        """Show the field over `rect` of the control, with all its text selected."""
        width = max(rect.width(), LEAST_WIDTH)
        place = QRect(0, 0, width, self.height())
        place.moveCenter(self._over.mapToParent(rect.center()) + QPoint(0, 1))
        parent = self.parentWidget()
        if parent is not None:
            place.moveLeft(max(2, min(place.left(), parent.width() - width - 2)))
        self.setGeometry(place)
        self.setText(text)
        self.set_error("")
        self.setModified(False)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _wanted(self) -> str:
        kind = "A whole number" if self._is_whole else "A number"
        return f"{kind} from {number_text(self._least)} to {number_text(self._largest)}"

    def _typed(self) -> float | None:
        try:
            value = parse_number(self.text())
        except ValueError:
            value = self._least - 1
        fits = self._least <= value <= self._largest and (not self._is_whole or value == int(value))
        self.set_error("" if fits else self._wanted())
        if not fits:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self._wanted(), self)
        return value if fits else None

    def _on_return(self) -> None:
        value = self._typed()
        if value is not None:
            self.setModified(False)
            self._leave()
            self.value_typed.emit(value)

    def _leave(self) -> None:
        self.setModified(False)
        if self.hasFocus():
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isVisible() or event.reason() in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            return
        value = self._typed() if self.isModified() else None
        self.setModified(False)
        self.hide()
        if value is not None:
            self.value_typed.emit(value)

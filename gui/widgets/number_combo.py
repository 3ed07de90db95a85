"""A number with its usual steps: chosen from the list or typed; what can't be used is said and changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolTip, QWidget

from gui.appearance import Appearance
from gui.fonts import font
from gui.widgets.combo import CHEVRON, CHEVRON_RIGHT, Combo
from gui.widgets.numbers import number_text, parse_number

# The usual steps of rates, as in the notes and in TensorFlow Playground.
RATES = (0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
TEXT_LEFT = 6  # a line edit adds 2 of its own
# After these Qt has put the line edit's place or colours back.
RESTYLING = (
    QEvent.Type.EnabledChange,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
)


class NumberCombo(Combo):
    """Enter and leaving take the typed text over, Esc brings the last number back; minimum is excluded if open.

    Signals: value_changed(float), when a person chose or typed another number; message_changed(str), why the
    typed text can't be used, or "" when it can.
    """

    value_changed = Signal(float)
    message_changed = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        values: Sequence[float] = RATES,
        minimum: float = 0.0,
        maximum: float = 1e6,
        parent: QWidget | None = None,
        *,
        is_open: bool = True,
    ) -> None:
        super().__init__(appearance, parent)
        self._values = tuple(values)
        self._minimum, self._maximum, self._is_open = minimum, maximum, is_open
        self._value = self._values[0]
        self._hint = ""
        self.message = ""
        for value in self._values:
            self.addItem(number_text(value), value)
        self._prepare_edit()
        self.activated.connect(self._on_activated)
        self.set_value(self._value)

    def value(self) -> float:
        """The number that holds; a text that is being typed does not count yet."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show this number without a signal, unless a person is typing another one just now."""
        same = value == self._value
        self._value = value
        if not (same and self._edit.hasFocus() and self._edit.isModified()):
            self._show_value()

    def setToolTip(self, text: str) -> None:
        """The hint that shows while there is no message."""
        self._hint = text
        super().setToolTip(self.message or text)

    def _prepare_edit(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        edit = self.lineEdit()
        assert edit is not None
        self._edit: QLineEdit = edit
        edit.setFrame(False)
        edit.setFont(font("small"))
        self._color_edit()
        self._appearance.changed.connect(self._color_edit)

    def _color_edit(self) -> None:
        theme = self._appearance.theme
        palette = self._edit.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("errsoft" if self._has_error else "panel"))
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink" if self.isEnabled() else "disabled"))
        self._edit.setPalette(palette)

    def _commit(self) -> None:
        text = self._edit.text()
        try:
            value = parse_number(text)
        except ValueError:
            self._set_message(f"“{text}” is not a number: type one such as 0.03")
            return
        too_small = value <= self._minimum if self._is_open else value < self._minimum
        if too_small or value > self._maximum:
            self._set_message(self._range_message(text))
            return
        changed = value != self._value
        self._value = value
        self._show_value()
        if changed:
            self.value_changed.emit(value)

    def _range_message(self, text: str) -> str:
        lowest = "more than" if self._is_open else "at least"
        return f"{text} can't be used: {lowest} {number_text(self._minimum)}, at most {number_text(self._maximum)}"

    def _show_value(self) -> None:
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._values.index(self._value) if self._value in self._values else -1)
        self.setEditText(number_text(self._value))
        self.blockSignals(blocked)
        self._edit.setCursorPosition(0)
        self._edit.setModified(False)
        self._set_message("")

    def _set_message(self, message: str) -> None:
        if message != self.message:
            self.message = message
            self._has_error = bool(message)
            self._color_edit()
            self.update()
            super().setToolTip(message or self._hint)
            self.message_changed.emit(message)

    def _on_activated(self, index: int) -> None:
        self._edit.setText(number_text(self._values[index]))
        self._commit()

    def _step(self, direction: int) -> None:
        """Go to the next usual number above or below the present one."""
        beyond = [v for v in self._values if (v > self._value if direction > 0 else v < self._value)]
        if beyond:
            self._edit.setText(number_text(min(beyond) if direction > 0 else max(beyond)))
            self._commit()

    def _place_edit(self) -> None:
        width = self.width() - TEXT_LEFT - CHEVRON - CHEVRON_RIGHT
        self._edit.setGeometry(QRect(TEXT_LEFT, 2, max(8, width), self.height() - 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._commit()
            if self.message:
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.message, self)
            else:
                self.clearFocus()  # Space runs, R resets: what was typed is done with
        elif key == Qt.Key.Key_Escape and (self._edit.isModified() or self.message):
            self._show_value()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._step(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if self._edit.isModified() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()
            if self.message:
                self._show_value()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_edit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_edit()
        self._color_edit()  # becoming visible, the line edit takes the program's palette over

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLING and hasattr(self, "_edit"):
            self._place_edit()
            self._color_edit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_frame(QPainter(self))

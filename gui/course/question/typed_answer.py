"""The line for an answer that is typed: a number, a shape, or what one thinks will happen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.course.question.verdict_mark import WORDS, mark_width, paint_mark
from gui.widgets import Button, Field, follow

GAP, HEIGHT = 8, 32
PROMPTS = {
    "number": ("Your number", "Check", "Check this number (Enter)"),
    "shape": ("(rows, columns)", "Check", "Check this shape (Enter)"),
    "prediction": ("What do you expect?", "Answer", "Answer first, then see (Enter)"),
}
MOST_LETTERS = 200
# These would reach the window's actions.
OWN_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Period, Qt.Key.Key_Comma, Qt.Key.Key_Space)


class _AnswerField(Field):
    """The arrows move in the text; elsewhere they turn pages."""

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in OWN_KEYS
        ):
            event.accept()
            return True
        return super().event(event)


class TypedAnswer(QWidget):
    """Signals: entered(str), what was typed, never empty; changed(), when it is no longer what was judged."""

    entered = Signal(str)
    changed = Signal()

    def __init__(self, appearance: Appearance, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._verdict: bool | None = None
        prompt, word, hint = PROMPTS[kind]
        self.field = _AnswerField(appearance, parent=self)
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName("Your answer")
        self.field.setMaxLength(MOST_LETTERS)
        self.button = Button(appearance, word, parent=self)
        self.button.setToolTip(hint)
        self.button.setEnabled(False)
        self.field.returnPressed.connect(self._on_entered)
        self.field.textEdited.connect(self._on_edited)
        self.field.textChanged.connect(self._on_text)
        self.button.clicked.connect(self._on_entered)
        follow(self, appearance)

    @property
    def verdict(self) -> bool | None:
        """What is shown of the answer."""
        return self._verdict

    def show_state(self, given: str, verdict: bool | None, *, is_final: bool) -> None:
        """Show what was answered and what is known of it; a final answer can't be typed over."""
        if self.field.text() != given:
            self.field.setText(given)
        self._verdict = verdict
        self.field.setReadOnly(is_final)
        self.field.setAccessibleDescription(WORDS[verdict][0] if verdict is not None else "")
        self.button.setVisible(verdict is None and not is_final)
        self._place()
        self.update()

    def fit(self, width: int) -> int:
        """Its height, at any width."""
        return HEIGHT

    def _place(self) -> None:
        right = self.button.width_for(self.button.text())
        if self._verdict is not None:
            right = int(mark_width(self._verdict) + 1)
        elif self.button.isHidden():
            right = -GAP
        self.field.setGeometry(0, 0, self.width() - right - GAP, HEIGHT)
        self.button.setGeometry(self.width() - right, 0, max(1, right), HEIGHT)

    @Slot()
    def _on_entered(self) -> None:
        text = self.field.text().strip()
        if text and self._verdict is None and not self.field.isReadOnly():
            self.entered.emit(text)

    @Slot()
    def _on_edited(self) -> None:
        if self._verdict is not None:
            self._verdict = None
            self.button.show()
            self._place()
            self.update()
            self.changed.emit()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.button.setEnabled(bool(text.strip()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is not None:
            x = self.width() - mark_width(self._verdict)
            paint_mark(QPainter(self), self._appearance.theme, x, HEIGHT / 2, self._verdict)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

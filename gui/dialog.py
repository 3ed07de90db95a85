"""What Chalknet's own dialogs share: the panel's ground, a footer with the buttons, Enter for the primary one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.widgets import Button, Separator

FOOTER_MARGIN = 12


class Dialog(QDialog):
    """`body` takes the content; `add_footer` closes it below. Enter presses the button with the focus, or `primary`."""

    def __init__(self, appearance: Appearance, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.primary: Button | None = None
        self.setWindowTitle(title)
        self.setSizeGripEnabled(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # A widget of its own: the style sheet colours the labels that are a dialog's own children.
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._column.addWidget(self.content, 1)

    def add_footer(self, left: Sequence[QWidget], right: Sequence[Button]) -> None:
        """A line of buttons under the body; the last one at the right is the primary one."""
        footer = QWidget()
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, FOOTER_MARGIN, 16, FOOTER_MARGIN)
        row.setSpacing(8)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for button in right:
            row.addWidget(button)
        self.primary = right[-1]
        self._column.addWidget(Separator(self.appearance))
        self._column.addWidget(footer)
        self.primary.setFocus()

    def follow_content(self) -> None:
        """Be always as large as the content wants, also when a part of it is folded."""
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        pressed = focused if isinstance(focused, QAbstractButton) and focused.hasFocus() else self.primary
        if pressed is not None:
            pressed.click()

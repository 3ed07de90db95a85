"""The notes of a project: a text of the person that travels with the file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPalette, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from engine.project.limits import MAX_NOTES
from gui.appearance import Appearance
from gui.dialog import Dialog
from gui.importing.import_frame import Framed
from gui.widgets import Button, Label, type_font

SIZE = QSize(560, 420)
KEEP_KEYS = ("Ctrl+Return", "Ctrl+Enter")  # the second one is that of the number pad
NOT_KEPT, DROP = "The changes are not kept yet. Once more drops them.", "Drop changes"
PLACEHOLDER = "What this project shows, what to ask in the lecture, what to try at home …"


class NotesDialog(Dialog):
    """Signals: kept(str), the text, when Keep is pressed. The second Cancel drops changes, not the first."""

    kept = Signal(str)

    def __init__(self, appearance: Appearance, name: str, notes: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, f"Chalknet: notes of {name}", parent)
        self._before, self._is_sure = notes, False
        self.text = QPlainTextEdit()
        self.text.setObjectName("projectNotes")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(type_font("reading"))
        self.text.setPlaceholderText(PLACEHOLDER)
        self.text.setPlainText(notes)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Notes")
        self.fault = Label(appearance, "", "small", "err")
        self.cancel_button = Button(appearance, "Cancel")
        self.keep_button = Button(appearance, "Keep", kind="primary")
        self.keep_button.setToolTip("Take them into the project (Ctrl+Enter)")
        head = QVBoxLayout()
        head.setContentsMargins(20, 18, 20, 14)
        head.setSpacing(4)
        title = Label(appearance, f"Notes of {name}", "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        head.addWidget(title)
        head.addWidget(
            Label(appearance, "They are saved in the project and stay with its file.", "body", "ink2")
        )
        head.addSpacing(8)
        head.addWidget(Framed(appearance, self.text), 1)
        self.body.addLayout(head, 1)
        self.add_footer([self.fault], [self.cancel_button, self.keep_button])
        self.cancel_button.clicked.connect(self._on_cancel)
        self.keep_button.clicked.connect(self._on_keep)
        for keys in KEEP_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep_button.click)
        self.text.textChanged.connect(self._on_text)
        appearance.changed.connect(self._color)
        self._color()
        self.resize(SIZE)
        self.text.setFocus()

    def _on_text(self) -> None:
        too_many = len(self.text.toPlainText()) - MAX_NOTES
        self.fault.setText(f"{too_many} too many" if too_many > 0 else "")
        self.fault.set_color("err")
        self.keep_button.setEnabled(too_many <= 0)
        self._is_sure = False
        self.cancel_button.set_text("Cancel")

    def _may_go(self) -> bool:
        """Whether nothing would be lost, or the person was told so a moment ago."""
        if self._is_sure or self.text.toPlainText() == self._before:
            return True
        self._is_sure = True
        self.fault.set_color("warn")
        self.fault.setText(NOT_KEPT)
        self.cancel_button.set_text(DROP)
        return False

    @Slot()
    def _on_cancel(self) -> None:
        if self._may_go():
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_go():
            super().closeEvent(event)
        else:
            event.ignore()

    @Slot()
    def _on_keep(self) -> None:
        self.kept.emit(self.text.toPlainText())
        self.accept()

    def _color(self) -> None:
        theme, palette = self.appearance.theme, self.text.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
        palette.setColor(QPalette.ColorRole.Base, theme.color("panel"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink3"))
        self.text.setPalette(palette)
        self.text.setStyleSheet("QPlainTextEdit#projectNotes { border: none; }")

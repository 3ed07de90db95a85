"""The foot of the import: what will be imported, or what is wrong, or how far it is; Cancel and Import."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets import Button, Label, follow

HEIGHT = 64
STEPS = 1000


class ImportFooter(QWidget):
    """The dialog decides what stands here."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = _Mark(appearance)
        self.line = Label(appearance, "", "body", "ink")
        self.line.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("How much of the file has been read")
        self.cancel_button = Button(appearance, "Cancel")
        self.cancel_button.setToolTip("Close without changing anything (Esc)")
        self.import_button = Button(appearance, "Import", kind="primary")
        self.import_button.setToolTip("The table becomes the data (Enter)")
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addWidget(self.line)
        words.addWidget(self.bar)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addSpacing(16)
        row.addWidget(self.cancel_button)
        row.addWidget(self.import_button)
        self.setMinimumHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(None)
        self.mark.hide()

    def show_line(self, text: str, can_import: bool = False) -> None:
        """Say what will be imported, or what is going on."""
        self._show(text, "ink", False, can_import)

    def show_error(self, message: str) -> None:
        """Say in one sentence why nothing can be imported as it is now."""
        self._show(message, "err", True, False)

    def show_progress(self, share: float | None) -> None:
        """How much is read, 0 to 1; None: nothing is being read."""
        self.bar.setVisible(share is not None)
        self.cancel_button.set_text("Cancel" if share is None else "Stop")
        self.bar.setValue(round(STEPS * (share or 0.0)))

    def _show(self, text: str, color: str, is_error: bool, can_import: bool) -> None:
        self.line.setText(text)
        self.line.set_color(color)
        self.mark.setVisible(is_error)
        self.import_button.setEnabled(can_import)


class _Mark(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFixedSize(QSize(20, 20))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        follow(self, appearance)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), "warning", QRectF(self.rect()), self._appearance.theme.color("err"))

"""What this program is: its version, that it never uses the network, and everything inside with its licence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.about.part_view import PartView
from gui.about.parts import parts
from gui.about.parts_list import PartsList
from gui.appearance import Appearance
from gui.diagnostics import diagnostics_text
from gui.dialog import Dialog
from gui.settings import Settings
from gui.version import VERSION
from gui.widgets import Button, Label, Separator
from gui.window_icon import window_icon

if TYPE_CHECKING:
    from gui.main_window import MainWindow

SIZE = QSize(820, 616)
EMBLEM, LIST_WIDTH = 72, 256
COPIED_MS = 4000
NO_NETWORK = "No network access, ever: Chalknet opens no connection, sends nothing and looks for no updates."


class AboutDialog(Dialog):
    """Arrows choose what is inside, Ctrl+C copies a marked text, Enter and Esc close."""

    def __init__(self, appearance: Appearance, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "About Chalknet", parent)
        self._settings = settings
        self._parts = parts()
        self.list = PartsList(appearance, self._parts)
        self.view = PartView(appearance)
        self.copy_button = Button(appearance, "Copy diagnostics", icon="copy")
        self.copy_button.setToolTip("Versions, system, screen and the last lines of the log, as text")
        self.copied = Label(appearance, "", "small", "ink2")
        self.close_button = Button(appearance, "Close", kind="primary")
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(COPIED_MS)
        self._lay_out()
        self.list.chosen.connect(self._on_chosen)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.reject)
        self._forget.timeout.connect(self.copied.clear)
        self._on_chosen(0)
        self.setFixedSize(SIZE)
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.body.addLayout(self._head())
        self.body.addWidget(Separator(self.appearance))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll())
        row.addWidget(Separator(self.appearance, Qt.Orientation.Vertical))
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        self.add_footer([self.copy_button, self.copied], [self.close_button])

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Label(self.appearance, f"Chalknet {VERSION}", "heading"))
        words.addWidget(Label(self.appearance, "See how a neural network learns", "reading", "ink2"))
        words.addSpacing(6)
        words.addWidget(Label(self.appearance, NO_NETWORK, "body", "ink"))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(24, 16, 24, 16)
        head.setSpacing(20)
        head.addWidget(_Emblem())
        head.addLayout(words, 1)
        return head

    def _scroll(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(self.list)
        area.setWidgetResizable(True)
        area.setFixedWidth(LIST_WIDTH)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.shown.connect(partial(_show_row, area))
        return area

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self.view.show_part(self._parts[index])

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics_text(self.appearance, self._settings))
        self.copied.setText("Copied")
        self._forget.start()

    def done(self, result: int) -> None:
        self._forget.stop()
        super().done(result)


class _Emblem(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._icon = window_icon()
        self.setFixedSize(EMBLEM, EMBLEM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # A larger picture made smaller is even at every scale of the screen.
        pixels = QSize(256, 256)
        painter.drawPixmap(QRectF(self.rect()), self._icon.pixmap(pixels, 1.0), QRectF(0, 0, 256, 256))


def _show_row(area: QScrollArea, row: QRect) -> None:
    middle = row.center()
    area.ensureVisible(middle.x(), middle.y(), 0, row.height())


def show_about(window: MainWindow) -> None:
    """Open it over the window."""
    dialog = AboutDialog(window.appearance, window.settings, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()

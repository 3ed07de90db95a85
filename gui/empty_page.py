"""What the window shows where its content will stand, while that is being loaded: the lines that part it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.bar import BAR_HEIGHT
from gui.window_size import STATUS_HEIGHT


class EmptyPage(QWidget):
    """A bar at the top, the status bar at the bottom, and nothing in them."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        width, status = self.width(), self.height() - STATUS_HEIGHT
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(0, 0, width, BAR_HEIGHT, theme.color("panel"))
        painter.fillRect(0, status, width, STATUS_HEIGHT, theme.color("window"))
        for y in (BAR_HEIGHT - 1, status):
            painter.fillRect(0, y, width, 1, theme.color("line"))

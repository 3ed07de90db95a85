"""The line that searches all lessons, with its glass; Escape empties it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets import Field

GLASS, LEFT, TEXT = 16, 9, 30


class SearchField(Field):
    """textChanged(str), as Qt has it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._look = appearance
        self.setPlaceholderText("Search all lessons")
        self.setAccessibleName("Search all lessons")
        self.setToolTip("Words, symbols, or the names that other books use")
        self.setMaxLength(100)
        self.setTextMargins(TEXT, 0, 6, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRectF(LEFT, (self.height() - GLASS) / 2, GLASS, GLASS)
        paint_icon(QPainter(self), "search", place, self._look.theme.color("ink2"))

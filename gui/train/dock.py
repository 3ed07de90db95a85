"""A panel that can be torn off: in the window it is flush with its neighbours, outside it has a frame of its own."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from gui.appearance import Appearance

FRAME = 1


class Dock(QDockWidget):
    """Drag its header to tear it off or put it back; a double click on the header does the same."""

    def __init__(self, appearance: Appearance, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._appearance = appearance
        self.setObjectName(f"dock_{name}")
        self.topLevelChanged.connect(self._on_torn)
        appearance.changed.connect(self.update)

    @Slot(bool)
    def _on_torn(self, floats: bool) -> None:
        frame = FRAME if floats else 0
        self.setContentsMargins(frame, frame, frame, frame)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isFloating():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.color("panel"))
        painter.setPen(self._appearance.theme.color("line2"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

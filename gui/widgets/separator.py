"""The 1 px line between panels and between groups of controls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.painting import follow

Orientation = Qt.Orientation


class Separator(QWidget):
    """length: a fixed length in pixels; 0 fills the room there is."""

    def __init__(
        self,
        appearance: Appearance,
        orientation: Qt.Orientation = Orientation.Horizontal,
        length: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lies = orientation == Orientation.Horizontal
        self._length = length
        fill, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        along = fixed if length else fill
        self.setSizePolicy(along if self._lies else fixed, fixed if self._lies else along)
        if self._lies:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)
        follow(self, appearance)

    def sizeHint(self) -> QSize:
        return QSize(self._length or 1, 1) if self._lies else QSize(1, self._length or 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("line"))

"""A bar across a page: as wide as there is room, of one height, on the panel's colour with a line below it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets.painting import follow

BAR_HEIGHT = 56
DESIGN_WIDTH = 1208  # beside the rail of a window of 1280


class Bar(QWidget):
    """height: in pixels, the line below included."""

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, height: int = BAR_HEIGHT
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    @property
    def ground(self) -> str:
        """The colour that it lies on."""
        return "panel"

    def sizeHint(self) -> QSize:
        return QSize(DESIGN_WIDTH, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.fillRect(self.rect(), theme.color(self.ground))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))

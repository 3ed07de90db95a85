"""A thin rounded frame round a list or a table."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.widgets import draw_box, follow
from gui.widgets.painting import RADIUS_L


class Framed(QWidget):
    """Holds one widget inside a 1 px line."""

    def __init__(self, appearance: Appearance, content: QWidget, margin: int = 3) -> None:
        super().__init__()
        self._appearance = appearance
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(content)
        follow(self, appearance)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        draw_box(QPainter(self), QRectF(self.rect()), RADIUS_L, theme.color("panel"), theme.color("line"))

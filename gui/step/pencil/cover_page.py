"""What stands in the place of a page that would give the answers away."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets import draw_text, follow
from gui.widgets.painting import CENTER

ICON, LINE, GAP = 28, 22, 8
FIRST = "Solve the blanks first"
WHY = "This page would give their numbers away. It is here again when nothing is blank."


class CoverPage(QWidget):
    """A sentence in the middle of the page."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(f"{FIRST}. {WHY}")
        follow(self, appearance)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        top = max(0.0, self.height() * 0.4 - ICON - LINE)
        icon = QRectF((self.width() - ICON) / 2, top, ICON, ICON)
        paint_icon(painter, "pencil", icon, theme.color("ink3"), 1.4)
        for index, (text, token, color) in enumerate(((FIRST, "title", "ink"), (WHY, "body", "ink2"))):
            place = QRectF(0, top + ICON + GAP + index * (LINE + 2), self.width(), LINE)
            draw_text(painter, place, text, token, theme.color(color), CENTER)

"""What stands on the stage where no scene can: one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets import follow, type_font

WIDEST, MARGIN = 520, 32
TOP_SHARE, HEIGHT_SHARE = 0.2, 0.5  # of the stage: a little above its middle


class Notice(QWidget):
    """A sentence in the middle of the stage."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._text = ""
        follow(self, appearance)

    def text(self) -> str:
        """The sentence."""
        return self._text

    def say(self, text: str) -> None:
        """Show this sentence; "" shows an empty stage."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("sunken"))
        width = min(WIDEST, self.width() - 2 * MARGIN)
        place = QRectF(
            (self.width() - width) / 2, TOP_SHARE * self.height(), width, HEIGHT_SHARE * self.height()
        )
        painter.setFont(type_font("lesson"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._text)

"""The line above the output picture when a run diverged: what broke, where, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from engine.snapshot import Divergence
from gui.appearance import Appearance
from gui.fonts import font
from gui.icons import paint_icon
from gui.train.output.section import Section
from gui.widgets.numbers import grouped_text

EDGE, ICON, PADDING = 16, 16, 8


def divergence_text(divergence: Divergence) -> str:
    """One sentence about the break and one about the way out."""
    where = f"update {grouped_text(divergence.iteration)}, layer {divergence.layer}"
    return f"Diverged at {where}: {divergence.fault}. Reset, or undo, or take a smaller learning rate."


class OutputNotice(Section):
    """Empty and without height while all is well."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, separated=False, parent=parent)
        self.text = ""

    def show_divergence(self, divergence: Divergence | None) -> bool:
        """Say it, or nothing; True if that is something else than before."""
        text = "" if divergence is None else divergence_text(divergence)
        if text == self.text:
            return False
        self.text = text
        self.setAccessibleName(text)
        self.update()
        return True

    def height_for(self, width: int) -> int:
        """As many lines as the text needs."""
        if not self.text:
            return 0
        room = QRect(0, 0, width - 2 * EDGE - ICON - 8, 1000)
        lines = QFontMetrics(font("small")).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text)
        return lines.height() + 2 * PADDING

    def paint_content(self, painter: QPainter) -> None:
        """Triangle and text on a quiet ground."""
        painter.fillRect(self.rect(), self.color("hover"))
        warn = self.color("warn")
        paint_icon(painter, "warning", QRectF(EDGE, PADDING - 1, ICON, ICON), warn)
        painter.setFont(font("small"))
        painter.setPen(self.color("ink"))
        place = self.rect().adjusted(EDGE + ICON + 8, PADDING, -EDGE, -PADDING)
        painter.drawText(place, Qt.TextFlag.TextWordWrap, self.text)

"""What all parts of the output column share: opaque ground, a hair line above, a height that follows the width."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.fonts import font

MARGIN = 20
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | _MIDDLE,
    "right": Qt.AlignmentFlag.AlignRight | _MIDDLE,
    "centre": Qt.AlignmentFlag.AlignHCenter | _MIDDLE,
}


@cache
def _face(name: str) -> QFont:
    token, _, strong = name.partition(" ")
    return font(token, QFont.Weight.DemiBold if strong else None)


@lru_cache(maxsize=2048)
def _fitting(text: str, face: str, width: int) -> str:
    """Measuring costs more than drawing, and the same few texts come again and again."""
    return QFontMetrics(_face(face)).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)


class Section(QWidget):
    """A part of the column. Subclasses say `height_for(width)` and `paint_content(painter)`."""

    def __init__(self, appearance: Appearance, separated: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._separated = separated
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        appearance.changed.connect(self._on_theme_changed)

    def height_for(self, width: int) -> int:
        """How high the part is in a column of this width."""
        raise NotImplementedError

    def paint_content(self, painter: QPainter) -> None:
        """Draw on the panel's ground; antialiasing is on."""

    def color(self, token: str) -> QColor:
        """A colour of the present theme."""
        return self.appearance.theme.color(token)

    def write(
        self, painter: QPainter, rect: QRect, text: str, face: str, token: str, align: str = "left"
    ) -> None:
        """One line of text, in the middle of the rectangle's height; too long ends in dots.

        face: a type token, "caption strong" or "body strong"; align: left, right or centre.
        """
        painter.setFont(_face(face))
        painter.setPen(self.color(token))
        painter.drawText(rect, ALIGNMENTS[align], _fitting(text, face, rect.width()))

    def on_theme_changed(self) -> None:
        """For subclasses that keep painted things: forget them."""

    def _on_theme_changed(self) -> None:
        self.on_theme_changed()
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.color("panel"))
        if self._separated:
            painter.fillRect(0, 0, self.width(), 1, self.color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_content(painter)
        painter.end()

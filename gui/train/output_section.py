"""What all parts of the output column share: opaque ground, a hair line above, a height that follows the width."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance

MARGIN = 20


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
        self, painter: QPainter, rect: QRect, text: str, font: QFont, token: str, align: str = "left"
    ) -> None:
        """One line of text, in the middle of the rectangle's height; too long ends in dots."""
        flags = {
            "left": Qt.AlignmentFlag.AlignLeft,
            "right": Qt.AlignmentFlag.AlignRight,
            "centre": Qt.AlignmentFlag.AlignHCenter,
        }
        painter.setFont(font)
        painter.setPen(self.color(token))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(
            rect, flags[align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, fitting
        )

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

"""The legend below the drawing: a green arrow for values, a magenta one for derivatives."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.graph.edge_painter import draw_arrow
from gui.widgets import follow
from gui.widgets.painting import draw_text, text_width

HEIGHT, MIDDLE = 36, 15.0
RIGHT, ARROW, ARROW_GAP, GROUP_GAP = 40.0, 26.0, 8.0, 26.0
FULL = ("value, above the edge", "derivative of {}, below the edge")
SHORT = ("value", "derivative of {}")


class Legend(QWidget):
    """36 px high, its words at the right."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._output = ""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def set_output(self, name: str) -> None:
        """Say derivatives of what."""
        self._output = name
        self.update()

    def _texts(self) -> list[str]:
        """Shorter words where it is narrow."""
        for words in (FULL, SHORT):
            texts = [word.format(self._output) for word in words]
            if self._width(texts) + 2 * RIGHT <= self.width():
                break
        return texts

    def _width(self, texts: list[str]) -> float:
        return sum(ARROW + ARROW_GAP + text_width(text, "small") for text in texts) + GROUP_GAP

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        texts = self._texts()
        x = self.width() - RIGHT - self._width(texts)
        for text, token in zip(texts, ("fwd", "bwd"), strict=True):
            ends = ((x, MIDDLE), (x + ARROW, MIDDLE))
            draw_arrow(painter, ends if token == "fwd" else ends[::-1], theme.color(token), 2.2)
            x += ARROW + ARROW_GAP
            width = text_width(text, "small")
            draw_text(painter, QRectF(x, MIDDLE - 9, width + 1, 18), text, "small", theme.color("ink2"))
            x += width + GROUP_GAP

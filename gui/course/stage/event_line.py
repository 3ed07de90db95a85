"""What the present event of a graph finds, as a formula in the colour of its phase."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.graph import Event
from gui import formulas
from gui.appearance import Appearance
from gui.graph.math_row import Latex, Row, draw_row, row_width
from gui.graph.panels.number_words import short_text
from gui.widgets import follow

PIXELS, SMALLEST, WIDTH = 17.0, 6.0, 180
TIGHT = 0.99
MIDDLE = 0.3  # of the size, from the middle of the line to the baseline
EQUALS = "\u2005=\u2005"
COLORS = {"forward": "fwd", "backward": "bwd"}


class EventLine(QWidget):
    """What the present event finds, as a formula."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._row: Row = ()
        self._color = "ink"
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        formulas.shelf().ready.connect(self.update)
        follow(self, appearance)

    def show_event(self, event: Event | None) -> None:
        """Write another event."""
        if event is None:
            self._row = ()
        else:
            self._row = (Latex(event.open_latex, ""), EQUALS + short_text(event.value))
            self._color = COLORS[event.phase]
            self.setAccessibleName(event.latex)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._appearance.theme.color(self._color))
        pixels = PIXELS
        wide = row_width(self._row, pixels)
        while wide > self.width() and pixels > SMALLEST:  # letters don't shrink evenly
            pixels *= TIGHT * self.width() / wide
            wide = row_width(self._row, pixels)
        room = QRectF(self.rect())
        left = room.right() - min(wide, room.width())
        draw_row(painter, left, room.center().y() + MIDDLE * pixels, self._row, pixels)

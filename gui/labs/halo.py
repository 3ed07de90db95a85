"""The chalk mark: yellow round what a lesson speaks about, inside the edge of whole panels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.widgets.painting import RADIUS_M

# Yellow with a line at its edge (yellow alone is pale on paper), and the room between it and what it goes round.
BAND, LINE, GAP = 4, 1, 2
REACH = GAP + BAND
NEARLY = 0.93  # so much of the rectangle round several is theirs: then it is their outline
RADIUS = RADIUS_M + BAND


class Halo(QWidget):
    """One outline inside `parent`, above everything there; it lets the mouse through. `lie` says where."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._path = QPainterPath()
        self._is_panel = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.update)

    def lie(self, outsides: Sequence[QRect], places: Sequence[QRect], *, is_panel: bool) -> None:
        """Go round all these rectangles of the parent as one, and over nothing of what is lit (`places`).

        is_panel: inside the edge, with corners as square as a panel's.
        """
        self._is_panel = is_panel
        outsides, places = _straightened(outsides, places)
        shape, hole = QRegion(), QRegion()
        for outside, place in zip(outsides, places, strict=True):
            shape = shape.united(QRegion(outside))
            hole = hole.united(QRegion(place & outside.adjusted(BAND, BAND, -BAND, -BAND)))
        corner = shape.boundingRect().topLeft()
        self.setGeometry(shape.boundingRect())
        self.setMask(shape.subtracted(hole).translated(-corner))
        self._path = QPainterPath()
        for outside in outsides:
            one = QPainterPath()
            radius = 0 if is_panel else RADIUS
            one.addRoundedRect(QRectF(outside.translated(-corner)), radius, radius)
            self._path = self._path.united(one)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._appearance.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(self._path)  # half of each stroke lies inside
        line, yellow = theme.color("spotline"), theme.color("spot")
        # A panel has others at its sides: there the line runs along the inside.
        strokes = ((line, BAND), (yellow, BAND - LINE)) if self._is_panel else ((yellow, BAND), (line, LINE))
        for color, width in strokes:
            painter.strokePath(self._path, QPen(color, 2 * width))


def _straightened(
    outsides: Sequence[QRect], places: Sequence[QRect]
) -> tuple[Sequence[QRect], Sequence[QRect]]:
    """One rectangle for several that stand in a row or a column, without a dent where they meet."""
    around, hole, covered = QRect(), QRect(), 0
    for index, outside in enumerate(outsides):
        around = around.united(outside)
        covered += _area(outside) - sum(_area(outside & other) for other in outsides[:index])
    if len(outsides) < 2 or covered < NEARLY * _area(around):
        return outsides, places
    for place in places:
        hole = hole.united(place)
    return [around], [hole]


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())

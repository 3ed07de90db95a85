"""What can be dragged, painted: lines with their yellow band, ink pills on the axis, ringed points."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.chart.grips import Grips
from gui.chart.marks_painter import pixel, square
from gui.chart.plane_geometry import Plane
from gui.theme import CHALK_TEXT, Theme
from gui.widgets import draw_box, draw_text
from gui.widgets.painting import CENTER, RADIUS_S

LINE, BAND, ABOVE = 1.5, 6.0, 9.0
POINT, HALO = 5.5, 3.5
FOCUS_LINE, FOCUS_GAP = 2.0, 2.0


def handle_bands(grips: Grips, plane: Plane) -> list[QRectF]:
    """Where the lines of the handles are."""
    top = plane.top - ABOVE
    return [
        QRectF(plane.x(handle.x) - BAND / 2, top, BAND, plane.bottom - top)
        for handle in grips.handles.values()
        if handle.has_line
    ]


def paint_handle_lines(painter: QPainter, theme: Theme, grips: Grips, plane: Plane) -> None:
    """The line of each handle, from above the plot down to its pill."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in handle_bands(grips, plane):
        painter.fillRect(band, theme.color("spot"))
        painter.setPen(QPen(QColor(CHALK_TEXT), LINE))
        x = band.center().x()
        painter.drawLine(QLineF(x, band.top(), x, band.bottom() + 3))


def paint_points(painter: QPainter, theme: Theme, grips: Grips, plane: Plane, focused: str | None) -> None:
    """The draggable points; `focused` is the one that the keyboard moves."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for key, center in point_places(grips, plane).items():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("spot"))
        painter.drawEllipse(center, POINT + 1 + HALO, POINT + 1 + HALO)
        painter.setPen(QPen(theme.color("ink"), 2.0))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(center, POINT, POINT)
        if key == focused:
            reach = POINT + HALO + FOCUS_GAP + 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(center, reach, reach)


def paint_pills(painter: QPainter, theme: Theme, grips: Grips, plane: Plane, focused: str | None) -> None:
    """The pills on the axis, with their values."""
    for key, pill in grips.pills(plane).items():
        draw_box(painter, pill, RADIUS_S, theme.color("ink"))
        draw_text(painter, pill, grips.handles[key].text, "small_strong", theme.color("onink"), CENTER)
        if key == focused:
            reach = FOCUS_GAP + FOCUS_LINE
            ring = pill.adjusted(-reach, -reach, reach, reach)
            draw_box(painter, ring, RADIUS_S + 3, None, theme.color("ink"), FOCUS_LINE)


def point_places(grips: Grips, plane: Plane) -> dict[str, QPointF]:
    """The middle of each draggable point."""
    return {key: pixel(plane, point.x, point.y) for key, point in grips.points.items()}


def taken_by_points(grips: Grips, plane: Plane) -> list[QRectF]:
    """The squares that draggable points cover."""
    return [square(center, POINT + HALO + 1) for center in point_places(grips, plane).values()]

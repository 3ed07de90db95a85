"""Marks and straight lines with lengths, in front of the curves; where they stand in pixels."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.chart.content import color_of
from gui.chart.items import Marks, Segment
from gui.chart.plane_geometry import FAR, Plane
from gui.chart.still_painter import line_pen
from gui.theme import Theme

RING_LINE = 2.2
SMALL = 5.0  # a dot of this size has no room for a ring round it
OUTSIDE = 6.0  # so far beyond the plot's edge a mark is still drawn


def paint_segment(painter: QPainter, theme: Theme, plane: Plane, segment: Segment) -> None:
    """One straight line, cut at the plot's edges."""
    pen = line_pen(color_of(theme, segment.color), segment.width, segment.style)
    if segment.style == "line":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setClipRect(QRectF(plane.left - 3, plane.top - 6, plane.width + 6, plane.height + 8))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.drawLine(pixel(plane, segment.x0, segment.y0), pixel(plane, segment.x1, segment.y1))
    painter.restore()


def paint_marks(painter: QPainter, theme: Theme, plane: Plane, marks: Marks) -> None:
    """Points of one look; those outside the plot are left out."""
    color, ground = color_of(theme, marks.color), theme.color("panel")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, y in marks.points:
        center = pixel(plane, x, y)
        if plane.holds(center.x(), center.y(), OUTSIDE):
            _paint_mark(painter, center, marks, color, ground)


def pixel(plane: Plane, x: float, y: float) -> QPointF:
    """Where a point of the data is, kept within what a painter can draw."""
    return QPointF(min(max(plane.x(x), -FAR), FAR), min(max(plane.y(y), -FAR), FAR))


def square(center: QPointF, half: float) -> QRectF:
    """The square round a point."""
    return QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)


def _paint_mark(painter: QPainter, center: QPointF, marks: Marks, color: QColor, ground: QColor) -> None:
    half = marks.size / 2
    if marks.shape == "cross":
        painter.setPen(QPen(color, RING_LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(center + QPointF(-half, -half), center + QPointF(half, half))
        painter.drawLine(center + QPointF(-half, half), center + QPointF(half, -half))
        return
    if marks.shape == "ring":
        painter.setPen(QPen(color, RING_LINE))
        painter.setBrush(ground)
        half += RING_LINE / 2
    else:
        painter.setPen(QPen(ground, 1.0) if marks.ground and marks.size > SMALL else Qt.PenStyle.NoPen)
        painter.setBrush(color)
    painter.drawEllipse(center, half, half)

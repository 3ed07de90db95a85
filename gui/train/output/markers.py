"""The marks of data points: a shape for each class, filled with a ring (training) or as a ring (test)."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

RADIUS = 3.0
SPRITE = 14
TEST_LINE = 1.5

Shape = Callable[[float], QPainterPath]


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


def _square(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-0.9 * radius, -0.9 * radius, 1.8 * radius, 1.8 * radius))
    return path


def _polygon(corners: int, turn: float, size: float = 1.2, inner: float = 0.0) -> Shape:
    """A regular polygon with a corner at `turn` (0 is up); with `inner`, a star of so many rays."""

    def shape(radius: float) -> QPainterPath:
        steps = corners * (2 if inner else 1)
        points = []
        for step in range(steps):
            angle = turn + 2 * math.pi * step / steps
            reach = size * radius * (inner if inner and step % 2 else 1.0)
            points.append(QPointF(reach * math.sin(angle), -reach * math.cos(angle)))
        path = QPainterPath()
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
        return path

    return shape


def _bars(turn: float) -> Shape:
    """A plus of two bars; turned by an eighth it is a cross."""

    def shape(radius: float) -> QPainterPath:
        reach, half = 1.35 * radius, 0.45 * radius
        points = []
        for side in range(4):
            c, s = math.cos(turn + side * math.pi / 2), math.sin(turn + side * math.pi / 2)
            points += [
                QPointF(x * c + y * s, y * c - x * s) for x, y in ((half, reach), (half, half), (reach, half))
            ]
        path = QPainterPath()
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
        return path

    return shape


MARKERS: tuple[Shape, ...] = (
    _circle,
    _square,
    _polygon(3, 0.0, 1.45),
    _polygon(4, 0.0, 1.35),
    _bars(math.pi / 4),
    _bars(0.0),
    _polygon(5, 0.0, 1.6, 0.45),
    _polygon(3, math.pi, 1.45),
    _polygon(5, 0.0, 1.2),
    _polygon(4, math.pi / 4, 1.7, 0.4),
)


def marker_path(kind: int, radius: float = RADIUS) -> QPainterPath:
    """The outline of a class's mark round (0, 0): 0 is a circle; after ten the shapes begin again."""
    return MARKERS[kind % len(MARKERS)](radius)


def paint_marker(painter: QPainter, kind: int, fill: QColor, ring: QColor, filled: bool = True) -> None:
    """Draw a mark round the painter's origin: filled, with a 1 px ring round it, or only its line."""
    path = marker_path(kind)
    if filled:
        painter.fillPath(path, QBrush(fill))
        painter.strokePath(path, QPen(ring, 1.0))
    else:
        painter.strokePath(path, QPen(fill, TEST_LINE))


def marker_sprite(kind: int, fill: QColor, ring: QColor, filled: bool, ratio: float) -> QPixmap:
    """A mark in the middle of a transparent pixmap of 14 x 14."""
    pixmap = QPixmap(round(SPRITE * ratio), round(SPRITE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SPRITE / 2, SPRITE / 2)
    paint_marker(painter, kind, fill, ring, filled)
    painter.end()
    return pixmap

"""Paints the arrows of a graph: quiet where nothing is known yet, yellow behind the current path."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.graph.boxes_geometry import Point
from gui.graph.columns_geometry import Edge
from gui.graph.content import Content
from gui.graph.layout_geometry import Layout
from gui.graph.routes_geometry import Route
from gui.theme import Theme, load_theme

HALO, HOVER_HALO = 12.0, 9.0
WIDTH, QUIET_WIDTH, CURRENT_WIDTH = 2.0, 1.7, 2.6
HEAD, HEAD_ANGLE = 10.0, 0.5


class EdgePainter:
    """Made for one painting."""

    def __init__(self, painter: QPainter, theme: Theme, layout: Layout, content: Content) -> None:
        self._p, self._theme, self._layout, self._content = painter, theme, layout, content
        # The chalk mark is light in both themes: what stands on it is dark in both.
        self._on_spot = load_theme("light")

    def paint(self, edges: list[Edge], hovered: Edge | None) -> None:
        """Those of these arrows, the halos below all of them and the current ones on top."""
        content = self._content
        for edge in edges:
            if edge in content.path and edge not in content.current:
                self._halo(edge, "spotsoft", HALO)
        if hovered is not None and hovered in edges:
            self._halo(hovered, "spot", HOVER_HALO)
        for edge in edges:
            if edge in content.current:
                self._halo(edge, "spot", HALO)
        for edge in sorted(edges, key=self._rank):
            self._line(edge, is_hovered=edge == hovered)

    def _rank(self, edge: Edge) -> int:
        return 2 if edge in self._content.current else 1 if edge in self._content.path else 0

    def _halo(self, edge: Edge, token: str, width: float) -> None:
        pen = QPen(self._theme.color(token), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._p.strokePath(path_of(self._layout.routes[edge]), pen)

    def _line(self, edge: Edge, *, is_hovered: bool) -> None:
        content, route = self._content, self._layout.routes[edge]
        is_current = edge in content.current
        if is_current:
            color, width = self._on_spot.color("bwd" if content.is_backward else "fwd"), CURRENT_WIDTH
        else:
            known = content.has_slope if content.is_backward else content.has_value
            is_known = route.source in known or edge in content.path
            theme = self._on_spot if is_hovered else self._theme
            color = theme.color("ink2" if is_known or is_hovered else "line2")
            width = WIDTH if is_known else QUIET_WIDTH
        points = route.points[::-1] if is_current and content.is_backward else route.points
        draw_arrow(self._p, points, color, width)


def path_of(route: Route) -> QPainterPath:
    """The line of an arrow."""
    path = QPainterPath(QPointF(*route.points[0]))
    for point in route.points[1:]:
        path.lineTo(QPointF(*point))
    return path


def draw_arrow(painter: QPainter, points: tuple[Point, ...], color: QColor, width: float) -> None:
    """A line with an open head at its end."""
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    end, before = points[-1], points[-2]
    angle = math.atan2(end[1] - before[1], end[0] - before[0])
    for side in (HEAD_ANGLE, -HEAD_ANGLE):
        path.moveTo(QPointF(*end))
        path.lineTo(end[0] - HEAD * math.cos(angle + side), end[1] - HEAD * math.sin(angle + side))
    painter.strokePath(path, pen)

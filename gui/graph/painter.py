"""Paints a graph at an event: arrows and nodes, which stay while numbers change, and the numbers over them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap

from gui.graph.boxes_geometry import Box
from gui.graph.columns_geometry import Edge
from gui.graph.content import Content
from gui.graph.edge_painter import EdgePainter
from gui.graph.label_painter import LabelPainter
from gui.graph.layout_geometry import Layout
from gui.graph.node_painter import Marks, NodePainter
from gui.theme import Theme
from gui.widgets.pixels import wants_lines

REACH = 8.0  # halos and rings are wider than what they are about


@dataclass(frozen=True)
class Frame:
    """Which part of a drawing is in view: its corner's place in the view, the scale, the view's size in pixels."""

    origin: QPointF
    scale: float
    size: QSize
    ratio: float

    @property
    def seen(self) -> Box:
        """The part of the drawing that is in view."""
        scale = self.scale
        x, y = -self.origin.x() / scale, -self.origin.y() / scale
        return Box(x, y, self.size.width() / scale, self.size.height() / scale).grown(REACH)

    @property
    def key(self) -> tuple[object, ...]:
        """What tells frames apart."""
        place = self.origin.x(), self.origin.y(), self.size.width(), self.size.height()
        return *place, self.scale, self.ratio


class GraphPainter:
    """Keeps the picture of arrows and nodes for as long as nothing but numbers changes."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._still: QPixmap | None = None

    def forget(self) -> None:
        """Paint everything anew: a formula has come, or another graph."""
        self._key = ()

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        layout: Layout,
        content: Content,
        marks: Marks,
        hovered: Edge | None,
        frame: Frame,
    ) -> None:
        """Into a view of the frame's size."""
        if wants_lines():
            painter.save()
            _paint_still(painter, theme, layout, content, marks, hovered, frame)
            painter.restore()
            self._paint_labels(painter, theme, layout, content, frame)
            return
        faults = tuple(content.evaluation.faults)
        key = (theme.name, content.place, marks, hovered, faults, *frame.key)
        if key != self._key or self._still is None:
            self._key, self._still = key, _still(theme, layout, content, marks, hovered, frame)
        painter.drawPixmap(0, 0, self._still)
        self._paint_labels(painter, theme, layout, content, frame)

    def _paint_labels(
        self, painter: QPainter, theme: Theme, layout: Layout, content: Content, frame: Frame
    ) -> None:
        painter.save()
        _enter(painter, frame)
        LabelPainter(painter, theme, layout, content).paint(frame.seen)
        painter.restore()


def _enter(painter: QPainter, frame: Frame) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(frame.origin)
    painter.scale(frame.scale, frame.scale)


def _still(
    theme: Theme, layout: Layout, content: Content, marks: Marks, hovered: Edge | None, frame: Frame
) -> QPixmap:
    picture = QPixmap((QSizeF(frame.size) * frame.ratio).toSize())
    picture.setDevicePixelRatio(frame.ratio)
    painter = QPainter(picture)
    _paint_still(painter, theme, layout, content, marks, hovered, frame)
    painter.end()
    return picture


def _paint_still(
    painter: QPainter,
    theme: Theme,
    layout: Layout,
    content: Content,
    marks: Marks,
    hovered: Edge | None,
    frame: Frame,
) -> None:
    painter.fillRect(QRectF(QPointF(), QSizeF(frame.size)), theme.color("sunken"))
    _enter(painter, frame)
    seen = frame.seen
    edges = [edge for edge in layout.routes if layout.extents[edge].overlaps(seen)]
    EdgePainter(painter, theme, layout, content).paint(edges, hovered)
    nodes = NodePainter(painter, theme, layout, content, marks)
    for index, box in enumerate(layout.nodes):
        if box.overlaps(seen):
            nodes.paint(index)

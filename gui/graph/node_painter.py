"""Paints the nodes of a graph: variables round, operations as boxes with their name and what they do."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from engine.graph import Node
from gui.graph.boxes_geometry import Box
from gui.graph.content import Content
from gui.graph.layout_geometry import Layout
from gui.graph.math_row import Latex, draw_row, fitting, row_height, row_width
from gui.graph.words import name_of
from gui.theme import Theme
from gui.widgets.painting import RADIUS_XL, draw_box

BORDER, CURRENT_BORDER, HALO = 2.0, 3.0, 3.5
NAME, SMALL_NAMES, LABELS = 24.0, (22.0, 20.0, 18.0, 16.0, 14.0), (15.0, 14.0, 13.0)
NAME_DROP, NAME_BASELINE, LABEL_BASELINE = (
    7.0,
    26.0,
    49.0,
)  # below the middle of a circle; below the top of a box
MARGIN = 7.0
RING_GAP, RING = 2.0, 2.0


@dataclass(frozen=True)
class Marks:
    """Which node the mouse is on, which one the keyboard is at, and which variable is looked at."""

    hovered: int | None = None
    focused: int | None = None
    selected: int | None = None


class NodePainter:
    """Made for one painting."""

    def __init__(
        self, painter: QPainter, theme: Theme, layout: Layout, content: Content, marks: Marks
    ) -> None:
        self._p, self._theme, self._layout = painter, theme, layout
        self._content, self._marks = content, marks
        self._growth = layout.area.growth

    def paint(self, index: int) -> None:
        """One node."""
        node = self._content.evaluation.graph.nodes[index]
        box, is_round = self._layout.nodes[index], node.is_variable
        if index == self._marks.hovered:
            self._shape(box.grown(HALO), is_round, self._theme.color("spot"), None, 0.0)
        if index == self._marks.focused:
            reach = RING_GAP + RING
            self._shape(box.grown(reach), is_round, None, self._theme.color("ink"), RING)
        ground, border, width = self._colors(node)
        self._shape(box, is_round, ground, border, width)
        self._words(node, box)

    def _colors(self, node: Node) -> tuple[QColor, QColor, float]:
        theme, index = self._theme, node.index
        if index in self._content.evaluation.faults and index in self._content.has_value:
            return theme.color("errsoft"), theme.color("err"), CURRENT_BORDER
        is_current = index == self._content.node
        is_selected = index == self._marks.selected and not is_current
        ground = theme.color("sel" if is_selected else "panel")
        border = theme.color("ink" if index in self._content.has_value else "line2")
        return ground, border, CURRENT_BORDER if is_current else BORDER

    def _shape(
        self, box: Box, is_round: bool, fill: QColor | None, border: QColor | None, width: float
    ) -> None:
        rect = QRectF(box.x, box.y, box.width, box.height)
        if not is_round:
            grown = max(0.0, (box.height - 62.0) / 2)
            draw_box(self._p, rect, RADIUS_XL + grown, fill, border, width)
            return
        self._p.setBrush(QBrush(fill) if fill is not None else QBrush())
        if border is None:
            self._p.setPen(QPen(QColor(0, 0, 0, 0)))
        else:
            self._p.setPen(QPen(border, width))
        half = width / 2
        self._p.drawEllipse(rect.adjusted(half, half, -half, -half))

    def _words(self, node: Node, box: Box) -> None:
        is_known = node.index in self._content.has_value
        self._p.setPen(self._theme.color("ink" if is_known else "ink3"))
        growth = self._growth
        margin = MARGIN / growth
        # A box has no more room than before: its name grows half as much as what it does, which is smaller.
        names = [size * (growth if node.is_variable else math.sqrt(growth)) for size in (NAME, *SMALL_NAMES)]
        row, size = fitting([(name_of(node),)], box.width - 2 * margin, names)
        x = box.cx - row_width(row, size) / 2
        if node.is_variable:
            draw_row(self._p, x, box.cy + NAME_DROP, row, size)
            return
        size = min(size, names[1])
        draw_row(self._p, box.cx - row_width(row, size) / 2, box.y + NAME_BASELINE, row, size)
        self._p.setPen(self._theme.color("ink2" if is_known else "ink3"))
        labels = [size * growth for size in LABELS]
        label, pixels = fitting([(Latex(node.label, node.kind),)], box.width - 2 * margin, labels)
        up, down = row_height(label, pixels)
        baseline = box.y + LABEL_BASELINE
        if up + down > pixels * 1.25:  # a fraction is centred in its half
            baseline = box.y + 43.0 + (up - down) / 2
        draw_row(self._p, box.cx - row_width(label, pixels) / 2, baseline, label, pixels)

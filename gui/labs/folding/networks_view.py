"""Both networks side by side: every unit is drawn, filled where it is on for the present x."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.folding import Folding, Passage
from engine.network import Array, Network
from gui.appearance import Appearance
from gui.labs.folding.units_geometry import Dot, Drawing, deep_drawing, flat_drawing
from gui.theme import Theme
from gui.widgets import draw_text, fixed_text, follow, grouped_text
from gui.widgets.painting import CENTER

PADDING, HEAD, FOOT = 24, 50, 24
MOST_EDGES = 32  # in the flat network; more are a wedge
DENSE = 8  # units in a layer, from which on all edges are thin
LEAST_RING = 2.4  # smaller units are squares
LEAST_COLOR, EDGE_BASE, EDGE_GROWTH = 0.34, 1.0, 1.6
VALUE_WIDTH = 36


class NetworksView(QWidget):
    """`set_folding` shows the networks for one k, with one x on its way through them."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._folding: Folding | None = None
        self._passage: Passage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Both networks")
        follow(self, appearance)

    def set_folding(self, folding: Folding, passage: Passage) -> None:
        """Show other networks, or another x."""
        self._folding, self._passage = folding, passage
        self.setAccessibleDescription(
            f"{folding.deep_units} units in {folding.k} layers; {folding.flat_units} units in one layer"
        )
        self.update()

    def drawings(self) -> tuple[Drawing, Drawing]:
        """Where the units stand, each network from its own corner."""
        assert self._folding is not None
        width, height = self._side() - 2 * PADDING, self.height() - HEAD - FOOT
        return deep_drawing(self._folding.k, width, height), flat_drawing(
            self._folding.flat_units, width, height
        )

    def _side(self) -> float:
        return self.width() / 2

    def sizeHint(self) -> QSize:
        return QSize(760, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(600, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._appearance.theme
        painter.fillRect(self.rect(), theme.color("sunken"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        painter.fillRect(QRectF(round(self._side()), 0, 1, self.height()), theme.color("line"))
        folding, passage = self._folding, self._passage
        if folding is None or passage is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        deep, flat = self.drawings()
        layers = "layer" if folding.k == 1 else "layers"
        self._paint_head(painter, theme, 0, "Deep", f"{folding.deep_units} units in {folding.k} {layers}")
        words = f"{grouped_text(folding.flat_units)} units in one layer"
        if flat.layers[0][0].x != flat.layers[0][-1].x:
            words += " (in columns)"
        self._paint_head(painter, theme, 1, "Flat", words)
        painter.save()
        painter.translate(PADDING, HEAD)
        _paint_network(painter, theme, deep, folding.deep, passage.deep)
        _paint_folds(painter, theme, deep, passage)
        painter.translate(self._side(), 0)
        _paint_network(painter, theme, flat, folding.flat, (passage.flat.tolist(),))
        painter.restore()

    def _paint_head(self, painter: QPainter, theme: Theme, side: int, title: str, detail: str) -> None:
        left = side * self._side() + PADDING
        width = self._side() - 2 * PADDING
        draw_text(painter, QRectF(left, 10, width, 20), title, "title", theme.color("ink"))
        draw_text(painter, QRectF(left + 48, 11, width - 48, 20), detail, "body", theme.color("ink2"))


def _paint_network(
    painter: QPainter,
    theme: Theme,
    drawing: Drawing,
    network: Network,
    activations: Sequence[Sequence[float]],
) -> None:
    columns = ((drawing.start,), *drawing.layers, (drawing.end,))
    if len(drawing.layers[0]) > MOST_EDGES:
        _paint_wedges(painter, theme, drawing)
    else:
        for l, (before, after) in enumerate(pairwise(columns), start=1):
            _paint_edges(painter, theme, before, after, network.W[l], network)
    for l, (dots, values) in enumerate(zip(drawing.layers, activations, strict=True), start=1):
        _paint_units(painter, theme, dots, [value > 0 for value in values], l, drawing.radius)
    for dot in (drawing.start, drawing.end):
        painter.setPen(QPen(theme.color("ink3"), 1.5))
        painter.setBrush(theme.color("panel"))
        painter.drawEllipse(QPointF(*dot), 7.0, 7.0)


def _paint_edges(
    painter: QPainter, theme: Theme, before: Sequence[Dot], after: Sequence[Dot], W: Array, network: Network
) -> None:
    """The edges between two layers, those of one weight at a stroke."""
    largest = max(float(np.abs(other).max()) for other in network.W[1:])
    is_dense = max(network.spec.sizes) > DENSE
    for weight in np.unique(W).tolist():
        share = abs(weight) / largest
        color = theme.signed((LEAST_COLOR + (1 - LEAST_COLOR) * share) * (1 if weight > 0 else -1))
        painter.setPen(QPen(color, EDGE_BASE if is_dense else EDGE_BASE + EDGE_GROWTH * share))
        ends = np.argwhere(weight == W).tolist()
        painter.drawLines([QLineF(QPointF(*before[j]), QPointF(*after[k])) for k, j in ends])


def _paint_wedges(painter: QPainter, theme: Theme, drawing: Drawing) -> None:
    """In place of edges that nobody could tell apart."""
    units = drawing.layers[0]
    top, bottom = min(dot.y for dot in units), max(dot.y for dot in units)
    left, right = min(dot.x for dot in units), max(dot.x for dot in units)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("hover"))
    for tip, x in ((drawing.start, left), (drawing.end, right)):
        painter.drawPolygon(QPolygonF([QPointF(*tip), QPointF(x, top), QPointF(x, bottom)]))
    painter.fillRect(QRectF(left, top, right - left, bottom - top), theme.color("hover"))


def _paint_units(
    painter: QPainter, theme: Theme, dots: Sequence[Dot], on: Sequence[bool], l: int, radius: float
) -> None:
    """Filled where they are on, rings where not; very many are small squares, pale where not on."""
    lit = [dot for dot, is_on in zip(dots, on, strict=True) if is_on]
    dark = [dot for dot, is_on in zip(dots, on, strict=True) if not is_on]
    color = theme.layer_color(l)
    if radius < LEAST_RING:
        painter.setPen(Qt.PenStyle.NoPen)
        for chosen, shade in ((lit, color), (dark, theme.color("line2"))):
            painter.setBrush(shade)
            painter.drawRects([QRectF(x - radius, y - radius, 2 * radius, 2 * radius) for x, y in chosen])
        return
    line = 2.0 if radius > 4 else 1.0
    painter.setPen(QPen(color, line))
    for chosen, brush in ((lit, color), (dark, theme.color("sunken"))):
        painter.setBrush(brush)
        for dot in chosen:
            painter.drawEllipse(QPointF(*dot), radius - line / 2, radius - line / 2)


def _paint_folds(painter: QPainter, theme: Theme, drawing: Drawing, passage: Passage) -> None:
    """Below each layer what x has become there."""
    top = max(dot.y for dot in drawing.layers[0]) + drawing.radius + 6
    texts = [(drawing.start.x, passage.x), *zip((c[0].x for c in drawing.layers), passage.folds, strict=True)]
    for x, value in texts:
        place = QRectF(x - VALUE_WIDTH / 2, top, VALUE_WIDTH, 16)
        draw_text(painter, place, fixed_text(value, 2), "caption", theme.color("ink2"), CENTER)

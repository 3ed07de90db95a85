"""Paints the numbers of a graph: values green above arrows, derivatives magenta below, "?" for what is to be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.graph.boxes_geometry import Box, centered
from gui.graph.columns_geometry import Edge
from gui.graph.content import Content
from gui.graph.labels_geometry import GAP
from gui.graph.layout_geometry import Layout
from gui.graph.math_row import ASCENT, DESCENT, Row, draw_row, fitting, row_height, row_width
from gui.graph.number_fit import UNKNOWN, number_choices
from gui.graph.search_geometry import Label
from gui.graph.sprites import sprites
from gui.graph.words import contribution, slope_rows, sum_rows
from gui.theme import CHALK_TEXT, Theme
from gui.widgets.painting import RADIUS_M, RADIUS_S, draw_box, draw_text, text_width

VALUE_TOKENS, RESULT_TOKENS = ("display", "title", "header", "small_strong"), ("heading", "display", "title")
HEIGHTS = {"heading": 26.0, "display": 22.0, "title": 18.0, "header": 16.0, "small_strong": 15.0}
SIZES = (20.0, 18.5, 17.0, 15.0, 13.5)
MODEST = 2  # so many of the largest sizes are not for letters that are as large as they are only to be read
UNKNOWN_WIDTH, UNKNOWN_HEIGHT = 36.0, 24.0
SPOT_MARGIN = 11.0
FAR, LEAD_WIDTH = 48.0, 1.0  # from an arrow to its number; of the line that joins them then


class LabelPainter:
    """Made for one painting."""

    def __init__(self, painter: QPainter, theme: Theme, layout: Layout, content: Content) -> None:
        self._p, self._theme, self._layout, self._content = painter, theme, layout, content
        self._evaluation = content.evaluation
        self._growth = layout.area.growth

    def paint(self, seen: Box) -> None:
        """All numbers in this part of the drawing."""
        labels = self._layout.labels
        for label in (*labels.values.values(), *labels.slopes.values()):
            if label.box.overlaps(seen):
                self._lead(label)
        for edge, label in labels.values.items():
            if label.box.overlaps(seen):
                self._value(edge, label)
        for edge, label in labels.slopes.items():
            if label.box.overlaps(seen):
                self._slope(edge, label)
        for node, label in labels.sums.items():
            if label.box.overlaps(seen) and node in self._content.has_slope:
                self._row(label, sum_rows(self._evaluation, node), is_spot=self._is_spot(node))
        self._result()

    def _lead(self, label: Label) -> None:
        """A thin line to a number that stands far from its arrow."""
        (x, y), box = label.anchor, label.box
        near = box.bottom if box.cy < y else box.y
        if abs(near - y) > FAR:
            self._p.setPen(QPen(self._theme.color("line2"), LEAD_WIDTH * self._growth, Qt.PenStyle.DotLine))
            self._p.drawLine(QPointF(x, y), QPointF(min(max(x, box.x), box.right), near))

    def _is_spot(self, node: int) -> bool:
        return self._content.is_backward and node == self._content.node

    def _value(self, edge: Edge, label: Label) -> None:
        source = self._layout.routes[edge].source
        if source not in self._content.has_value:
            self._unknown(label)
            return
        is_spot = not self._content.is_backward and source == self._content.node
        self._text(label, number_choices(self._evaluation.values[source]), VALUE_TOKENS, is_spot=is_spot)

    def _slope(self, edge: Edge, label: Label) -> None:
        source = self._layout.routes[edge].source
        if source not in self._content.has_slope:
            if self._content.asks_slopes:
                self._unknown(label)
            return
        if len(self._evaluation.graph.consumers[source]) == 1:
            self._row(label, slope_rows(self._evaluation, source), is_spot=self._is_spot(source))
        else:
            rows = [(text,) for text in number_choices(contribution(self._evaluation, edge))]
            self._row(label, rows, is_spot=False)

    def _result(self) -> None:
        labels, output = self._layout.labels, self._evaluation.graph.output
        if output in self._content.has_value:
            is_spot = output == self._content.node
            texts = number_choices(self._evaluation.values[output])
            self._text(labels.result, texts, RESULT_TOKENS, is_spot=is_spot)
        else:
            self._unknown(labels.result)
        if output in self._content.has_slope and output not in self._evaluation.faults:
            self._row(labels.its_slope, slope_rows(self._evaluation, output), is_spot=False)

    def _text(self, label: Label, choices: Iterable[str], tokens: Iterable[str], *, is_spot: bool) -> None:
        growth = self._growth
        room = label.box.width / growth - (2 * 6.0 if is_spot else 0.0)
        kept, tokens = list(choices), tuple(tokens)[0 if growth <= 1.0 else 1 :]
        fits = ((text, token) for token in tokens for text in kept if text_width(text, token) <= room)
        text, token = next(fits, (kept[-1], tokens[-1]))
        width, height = min(room, text_width(text, token)), HEIGHTS[token]
        box = _near(label, width * growth, height * growth)
        color = self._theme.color("fwd")
        if is_spot:
            box = self._spot(label, width, height)
            color = QColor(CHALK_TEXT)
        self._p.setPen(color)

        def paint(painter: QPainter) -> None:
            place = QRectF(0.0, -height, text_width(text, token) + 1.0, 2 * height)
            draw_text(painter, place, text, token, color)

        size = (text_width(text, token), height, height)
        self._draw_grown((token, text), QPointF(box.cx - size[0] * growth / 2, box.cy), size, paint)

    def _draw_grown(
        self,
        key: tuple[str, str],
        place: QPointF,
        size: tuple[float, float, float],
        paint: Callable[[QPainter], None],
    ) -> None:
        """A text of its own size, as much larger as letters are here."""
        self._p.save()
        self._p.translate(place)
        self._p.scale(self._growth, self._growth)
        sprites().draw(self._p, key, QPointF(), size, paint)
        self._p.restore()

    def _row(self, label: Label, rows: Iterable[Row], *, is_spot: bool) -> None:
        room = label.box.width - (2 * 6.0 * self._growth if is_spot else 0.0)
        sizes = [size * self._growth for size in (SIZES if self._growth <= 1.0 else SIZES[MODEST:])]
        row, size = fitting(rows, room, sizes)
        size = max(size, sizes[-1])  # rather too wide than too small to be read
        width = row_width(row, size)
        _, down = row_height(row, size)
        down = max(down, DESCENT * size)
        height = ASCENT * size + down
        box = _near(label, width, height)
        self._p.setPen(self._theme.color("bwd"))
        if is_spot:
            box = self._spot(label, width / self._growth, height / self._growth)
            self._p.setPen(QColor(CHALK_TEXT))
            down = DESCENT * size * 0.5
            draw_row(self._p, box.cx - width / 2, box.cy + (ASCENT * size) / 2, row, size)
            return
        draw_row(self._p, box.x, box.bottom - down, row, size)

    def _spot(self, label: Label, width: float, height: float) -> Box:
        """The yellow box round the number that is just found; its size is that before letters are made larger."""
        least = (width + SPOT_MARGIN) * self._growth if self._growth > 1.0 else 0.0
        wide = max(least, min(label.box.width, (width + 2 * SPOT_MARGIN) * self._growth))
        box = _near(label, wide, min(label.box.height, max(height + 8.0, 28.0) * self._growth))
        draw_box(self._p, _rect(box), RADIUS_M, self._theme.color("spot"), self._theme.color("ink"), 2.0)
        return box

    def _unknown(self, label: Label) -> None:
        growth = self._growth
        wide, high = (length * growth for length in (UNKNOWN_WIDTH, UNKNOWN_HEIGHT))
        box = _near(label, min(label.box.width, wide), min(label.box.height, high))
        pen = QPen(self._theme.color("line2"), 1.4)
        pen.setDashPattern([2.6, 2.2])
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.setPen(pen)
        self._p.drawRoundedRect(_rect(box), RADIUS_S, RADIUS_S)
        color = self._theme.color("ink3")
        self._p.setPen(color)
        width = text_width(UNKNOWN, "body")

        def paint(painter: QPainter) -> None:
            draw_text(painter, QRectF(0.0, -10.0, width + 1.0, 20.0), UNKNOWN, "body", color)

        corner = QPointF(box.cx - width * growth / 2, box.cy)
        self._draw_grown(("body", UNKNOWN), corner, (width, 10.0, 10.0), paint)


def _near(label: Label, width: float, height: float) -> Box:
    """A box of this size as near to its arrow as can be, in the room that is kept for it."""
    (x, y), (nx, ny), room = label.anchor, label.normal, label.box
    reach = GAP + abs(nx) * width / 2 + abs(ny) * height / 2
    cx = min(max(x + nx * reach, room.x + width / 2), max(room.x + width / 2, room.right - width / 2))
    cy = min(max(y + ny * reach, room.y + height / 2), max(room.y + height / 2, room.bottom - height / 2))
    return centered(cx, cy, width, height)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)

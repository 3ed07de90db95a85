"""Paints Step's drawing: edges thin to thick, the boxes with their numbers, tiles with values, dz below."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui import formulas
from gui.step.links import Lit
from gui.step.network.content import Content
from gui.step.network.geometry import Column, Place, Rect, Scene
from gui.step.number_format import NAN_NAME, NumberFormat, NumberStyle
from gui.theme import Theme
from gui.widgets.painting import CENTER, RADIUS_L, RADIUS_S, draw_box, draw_text, text_width

HANDLE, EDGE_STOP = 0.45, 3.0
THINNEST, GROWTH, PALEST = 1.0, 5.0, 0.34
DIM = 0.45
HALO = 3.5
NAME_SIZE, TILE_DECIMALS = 18, 3
LETTERS = {"x": "x_{%d}", "z": "z^{[%d]}_{%d}", "a": "a^{[%d]}_{%d}"}


class ScenePainter:
    """One painting: made for a painter, a theme and what is shown."""

    def __init__(
        self, painter: QPainter, theme: Theme, scene: Scene, content: Content, lit: Lit, style: NumberFormat
    ) -> None:
        self._p, self._theme, self._scene = painter, theme, scene
        self._content, self._lit, self._format = content, lit, style
        self._is_dim = False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self) -> None:
        """Everything but the quiet edges, from the lowest to the highest."""
        columns = self._scene.columns
        for before, after in pairwise(columns):
            if after.l == self._content.edge_layer:
                self._paint_edges(before, after)
        for place, port in self._scene.ports.items():
            self._paint_port(place, port)
        for column in columns:
            self._paint_column(column)

    def _paint_edges(self, before: Column, after: Column) -> None:
        part = self._content.edges[after.first : after.first + len(after.tiles)]
        part = part[:, before.first : before.first + len(before.tiles)]
        order = np.argsort(np.abs(np.nan_to_num(part)), axis=None)
        for k, j in zip(*np.unravel_index(order, part.shape), strict=True):
            self._paint_edge(before, after, int(k), int(j), float(part[k, j]))

    def _paint_edge(self, before: Column, after: Column, k: int, j: int, value: float) -> None:
        place = (after.l, after.first + k, before.first + j)
        port, tile = self._scene.ports.get(place), after.tiles[k]
        end_x, end_y = (port.x, port.cy) if port is not None else (tile.x - EDGE_STOP, tile.cy)
        path = _curve(before.tiles[j], end_x, end_y)
        is_known = math.isfinite(value)
        share = min(1.0, abs(value) / self._content.edge_scale) if is_known else 0.0
        width = THINNEST + GROWTH * share
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        if place in self._lit.edges:
            self._p.setPen(QPen(self._theme.color("spot"), width + 2 * HALO))
            self._p.drawPath(path)
        signed = math.copysign(PALEST + (1 - PALEST) * share, value) if value else 0.0
        self._p.setPen(QPen(self._theme.signed(signed) if is_known else self._theme.color("line2"), width))
        self._p.drawPath(path)

    def _paint_port(self, place: Place, port: Rect) -> None:
        _, k, j = place
        value = float(self._content.edges[k, j])
        rect = QRectF(port.x, port.y, port.width, port.height)
        is_lit = place in self._lit.edges
        share = min(1.0, abs(value) / self._content.edge_scale) if math.isfinite(value) else 0.0
        border = self._theme.signed(math.copysign(share * 0.66 + 0.34, value))
        if is_lit or not math.isfinite(value):
            border = self._theme.color("ink" if is_lit else "line2")
        draw_box(self._p, rect, RADIUS_S, self._theme.color("panel"), border, 2 if is_lit else 1)
        text = fitting_text(value, self._format.count, port.width - 8, "small", self._format.nothing)
        token = "small_strong" if is_lit else "small"
        draw_text(self._p, rect, text, token, self._theme.color("ink"), CENTER)

    def _paint_column(self, column: Column) -> None:
        self._is_dim = column.l not in self._content.active
        for place, tile in enumerate(column.tiles):
            self._paint_tile(column, column.first + place, tile)

    def _tone(self, color: QColor) -> QColor:
        return faded(color, self._theme) if self._is_dim else color

    def _paint_tile(self, column: Column, k: int, tile: Rect) -> None:
        values = self._content.values[column.l]
        value = None if values is None else float(values[k])
        rect = QRectF(tile.x, tile.y, tile.width, tile.height)
        if (column.l, k) in self._lit.units:
            halo = rect.adjusted(-HALO, -HALO, HALO, HALO)
            draw_box(self._p, halo, RADIUS_L + HALO, self._theme.color("spot"))
        draw_box(
            self._p,
            rect,
            RADIUS_L,
            self._tone(self._ground(value)),
            self._tone(self._theme.layer_color(column.l)),
            2.5,
        )
        if value is not None:
            token = "title" if tile.width >= 44 else "small_strong" if tile.width >= 34 else "caption_strong"
            text = fitting_text(value, TILE_DECIMALS, tile.width - 6, token, self._format.nothing)
            draw_text(self._p, rect, text, token, self._tone(self._theme.color("ink")), CENTER)
        if column.has_names:
            self._paint_name(column, k, tile)
        dz = self._content.dz[column.l]
        if dz is not None and column.has_room_below:
            color = self._tone(self._theme.color("bwd"))
            number = fitting_text(float(dz[k]), self._format.count, 70, "small_strong", self._format.nothing)
            draw_text(
                self._p,
                QRectF(tile.x - 40, tile.bottom + 3, tile.width + 80, 16),
                f"dz {number}",
                "small_strong",
                color,
                CENTER,
            )

    def _ground(self, value: float | None) -> QColor:
        if value is None or not math.isfinite(value):
            return self._theme.color("panel")
        return self._theme.signed(self._theme.cell_tint * value / self._content.value_scale)

    def _paint_name(self, column: Column, k: int, tile: Rect) -> None:
        letter = self._content.letters[column.l]
        numbers = (k + 1,) if letter == "x" else (column.l, k + 1)
        formula = formulas.get(LETTERS[letter] % numbers)
        if formula is not None:
            self._p.setPen(self._tone(self._theme.color("ink")))
            x = tile.x + (tile.width - formula.width * NAME_SIZE) / 2
            formulas.draw(self._p, x, tile.y - 12, formula, NAME_SIZE)


def paint_quiet_edges(painter: QPainter, theme: Theme, scene: Scene, edge_layer: int) -> None:
    """The edges between columns that the row is not about, thin and grey."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(faded(theme.color("line2"), theme), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for before, after in pairwise(scene.columns):
        if after.l != edge_layer:
            for end in after.tiles:
                for start in before.tiles:
                    painter.drawPath(_curve(start, end.x - EDGE_STOP, end.cy))


def faded(color: QColor, theme: Theme) -> QColor:
    """The colour as it looks at 45 % on the drawing's ground: painting with opacity takes nine times as long."""
    ground = theme.color("sunken")
    red, green, blue = (
        DIM * over + (1 - DIM) * under
        for over, under in (
            (color.redF(), ground.redF()),
            (color.greenF(), ground.greenF()),
            (color.blueF(), ground.blueF()),
        )
    )
    return QColor.fromRgbF(red, green, blue)


def fitting_text(value: float, decimals: int, width: float, token: str, nothing: str = NAN_NAME) -> str:
    """The number with as many decimals as have room, at least one; nothing: what NaN is called."""
    text = ""
    for count in range(decimals, 0, -1):
        text = NumberStyle(count, nothing=nothing).text(value)
        if text_width(text, token) <= width:
            break
    return text


def _curve(start: Rect, x: float, y: float) -> QPainterPath:
    left = start.right + EDGE_STOP
    handle = HANDLE * (x - left)
    path = QPainterPath(QPointF(left, start.cy))
    path.cubicTo(QPointF(left + handle, start.cy), QPointF(x - handle, y), QPointF(x, y))
    return path

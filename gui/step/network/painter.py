"""Paints Step's drawing: edges thin to thick, the boxes with their numbers, tiles with values, dz below."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui import formulas
from gui.step.links import Lit
from gui.step.network.content import Content
from gui.step.network.geometry import MORE_HEIGHT, PORT_WIDTH, Column, Place, Rect, Scene
from gui.step.network.slope_geometry import LABEL_HEIGHT
from gui.step.network.slopes import TOKEN as SLOPE
from gui.step.network.slopes import SlopeLabel
from gui.step.number_format import NAN_NAME, NumberFormat, NumberStyle
from gui.theme import Theme
from gui.widgets.painting import CENTER, RADIUS_L, RADIUS_S, draw_box, draw_text, text_width

HANDLE, EDGE_STOP = 0.45, 3.0
THINNEST, GROWTH, PALEST = 1.0, 5.0, 0.34
DIM = 0.45
HALO = 3.5
NAME_SIZE = 18
TILE_DECIMALS = 3
# A tile's type, the fewest decimals that it is taken for, and the room that it leaves at both sides together.
TILE_TOKENS = (("title", 2, 10), ("small_strong", 2, 8), ("caption_strong", 1, 5))
LETTERS = {"x": "x_{%d}", "z": "z^{[%d]}_{%d}", "a": "a^{[%d]}_{%d}"}


class ScenePainter:
    """One painting: made for a painter, a theme and what is shown."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        scene: Scene,
        content: Content,
        slopes: Sequence[SlopeLabel],
        lit: Lit,
        style: NumberFormat,
    ) -> None:
        self._p, self._theme, self._scene = painter, theme, scene
        self._content, self._slopes, self._lit, self._format = content, slopes, lit, style
        self._is_dim = False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self) -> None:
        """Everything but the quiet edges, from the lowest to the highest."""
        columns = self._scene.columns
        for before, after in pairwise(columns):
            if after.l == self._content.edge_layer:
                self._paint_edges(before, after)
        self._paint_ports()
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
        width = THINNEST + GROWTH * self._share(value)
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        if place in self._lit.edges:
            self._p.setPen(QPen(self._theme.color("spot"), width + 2 * HALO))
            self._p.drawPath(path)
        self._p.setPen(QPen(self._edge_color(value), width))
        self._p.drawPath(path)

    def _share(self, value: float) -> float:
        """How large a number is among those on the edges, 0 ... 1."""
        return min(1.0, abs(value) / self._content.edge_scale) if math.isfinite(value) else 0.0

    def _edge_color(self, value: float) -> QColor:
        if not math.isfinite(value):
            return self._theme.color("line2")
        share = PALEST + (1 - PALEST) * self._share(value)
        return self._theme.signed(math.copysign(share, value) if value else 0.0)

    def _paint_ports(self) -> None:
        """The numbers of the edges, all with the same decimals."""
        ports = self._scene.ports
        values = [float(self._content.edges[k, j]) for _, k, j in ports]
        texts = common_texts(
            values, self._format.count, 1, PORT_WIDTH - 6, "small_strong", self._format.nothing
        )
        for (place, port), value, text in zip(ports.items(), values, texts, strict=True):
            self._paint_port(place, port, value, text)

    def _paint_port(self, place: Place, port: Rect, value: float, text: str) -> None:
        is_lit = place in self._lit.edges
        border = self._theme.color("ink") if is_lit else self._edge_color(value)
        draw_box(self._p, _rect(port), RADIUS_S, self._theme.color("panel"), border, 2 if is_lit else 1)
        token = "small_strong" if is_lit else "small"
        draw_text(self._p, _rect(port), text, token, self._theme.color("ink"), CENTER)

    def _paint_column(self, column: Column) -> None:
        self._is_dim = column.l not in self._content.active
        values = self._content.values[column.l]
        shown = slice(column.first, column.first + len(column.tiles))
        numbers = None if values is None else values[shown].tolist()
        texts, token = (
            ([""] * len(column.tiles), "") if numbers is None else self._tile_texts(numbers, column)
        )
        for place, tile in enumerate(column.tiles):
            k = column.first + place
            self._paint_tile(column, k, tile, None if numbers is None else numbers[place])
            if texts[place]:
                ink = self._tone(self._theme.color("ink"))
                draw_text(self._p, _rect(tile), texts[place], token, ink, CENTER)
            if column.has_names:
                self._paint_name(column, k, tile)
        self._paint_slopes(column)
        if column.caption:
            self._paint_caption(column)

    def _tone(self, color: QColor) -> QColor:
        return faded(color, self._theme) if self._is_dim else color

    def _tile_texts(self, numbers: list[float], column: Column) -> tuple[list[str], str]:
        """The same decimals in a whole column: in the largest type that has room for two, else as it goes."""
        for token, least, margin in TILE_TOKENS:
            width = column.tiles[0].width - margin
            texts = common_texts(numbers, TILE_DECIMALS, least, width, token, self._format.nothing)
            if any(texts):
                break
        return texts, token

    def _paint_tile(self, column: Column, k: int, tile: Rect, value: float | None) -> None:
        rect = _rect(tile)
        if (column.l, k) in self._lit.units:
            halo = rect.adjusted(-HALO, -HALO, HALO, HALO)
            draw_box(self._p, halo, RADIUS_L + HALO, self._theme.color("spot"))
        border = self._tone(self._theme.layer_color(column.l))
        draw_box(self._p, rect, RADIUS_L, self._tone(self._ground(value)), border, 2.5)

    def _paint_slopes(self, column: Column) -> None:
        """On the drawing's ground, so that no edge goes through a number."""
        color, ground = self._tone(self._theme.color("bwd")), self._theme.color("sunken")
        for label in self._slopes:
            if label.l == column.l:
                place = QRectF(label.x, label.y, label.width + 1, LABEL_HEIGHT)
                draw_box(self._p, place.adjusted(-2, 2, 1, -1), RADIUS_S, ground)
                draw_text(self._p, place, label.text, SLOPE, color)

    def _paint_caption(self, column: Column) -> None:
        """Under a column without names, which of its units these are."""
        tile = column.tiles[0]
        room = QRectF(tile.x - 40, self._scene.height - MORE_HEIGHT, tile.width + 80, MORE_HEIGHT)
        draw_text(self._p, room, column.caption, "caption", self._theme.color("ink2"), CENTER)

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


def common_texts(
    values: list[float], decimals: int, least: int, width: float, token: str, nothing: str = NAN_NAME
) -> list[str]:
    """The numbers with the same decimals, as many as have room; all "" where not even `least` have."""
    for count in range(decimals, least - 1, -1):
        style = NumberStyle(count, nothing=nothing)
        texts = [style.text(value) for value in values]
        if max((text_width(text, token) for text in texts), default=0.0) <= width:
            return texts
    return [""] * len(values)


def _rect(place: Rect) -> QRectF:
    return QRectF(place.x, place.y, place.width, place.height)


def _curve(start: Rect, x: float, y: float) -> QPainterPath:
    left = start.right + EDGE_STOP
    handle = HANDLE * (x - left)
    path = QPainterPath(QPointF(left, start.cy))
    path.cubicTo(QPointF(left + handle, start.cy), QPointF(x - handle, y), QPointF(x, y))
    return path

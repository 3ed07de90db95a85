"""The frames round tiles, drawn once and kept: a border in the layer's colour with the ground in its corners."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from gui.theme import Theme
from gui.train.network.places import Rect, TilePlace
from gui.widgets.pixels import pixel_ratio, wants_lines

LARGEST_RADIUS, RADIUS_SHARE = 7.0, 0.2
HALO, RING_GAP, RING = 3.5, 2.0, 2.0
DASHES = [6.0 / 2.5, 4.0 / 2.5]


def radius_of(tile: TilePlace) -> float:
    """How round the picture in a tile is."""
    return min(LARGEST_RADIUS, RADIUS_SHARE * tile.picture.w)


def qrect(rect: Rect) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(rect.x, rect.y, rect.w, rect.h)


class Frames:
    """Pictures of frames by size, colour and device pixel ratio, for one theme at a time."""

    def __init__(self) -> None:
        self._made: dict[tuple[float, float, int, float], QPixmap] = {}
        self._theme: Theme | None = None

    def draw(self, painter: QPainter, tile: TilePlace, theme: Theme) -> None:
        """Lay a tile's frame over its picture."""
        if theme is not self._theme:
            self._theme = theme
            self._made.clear()
        border = tile.picture.x - tile.frame.x
        if wants_lines():
            _paint_frame(painter, tile, border, theme, QPointF(tile.frame.x, tile.frame.y))
            return
        ratio = pixel_ratio(painter.device())
        key = (tile.picture.w, border, tile.l, ratio)
        if key not in self._made:
            self._made[key] = _frame_picture(tile, border, theme, ratio)
        painter.drawPixmap(QPointF(math.floor(tile.frame.x), math.floor(tile.frame.y)), self._made[key])


def _frame_picture(tile: TilePlace, border: float, theme: Theme, ratio: float) -> QPixmap:
    shift = QPointF(tile.frame.x - math.floor(tile.frame.x), tile.frame.y - math.floor(tile.frame.y))
    side = math.ceil(tile.frame.w + shift.x())
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _paint_frame(painter, tile, border, theme, shift)
    painter.end()
    return picture


def _paint_frame(painter: QPainter, tile: TilePlace, border: float, theme: Theme, corner: QPointF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer = QRectF(corner.x(), corner.y(), tile.frame.w, tile.frame.h)
    line = outer.adjusted(border / 2, border / 2, -border / 2, -border / 2)
    radius = radius_of(tile) + border / 2
    painter.fillPath(_corners(line, radius), theme.color("sunken"))
    painter.setPen(_border_pen(theme, tile.l, border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(line, radius, radius)


def _corners(line: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRect(line)
    path.addRoundedRect(line, radius, radius)
    return path


def _border_pen(theme: Theme, l: int, border: float) -> QPen:
    pen = QPen(theme.layer_color(l), border)
    if theme.layer_is_dashed(l):
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(DASHES)
    return pen


def draw_ring(
    painter: QPainter, rect: Rect, radius: float, color: QColor, width: float, gap: float = 0.0
) -> None:
    """A rounded line of this width outside a rectangle: a halo (no gap) or the ring of the keyboard's focus."""
    reach = gap + width / 2
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(rect.grown(reach)), radius + reach, radius + reach)

"""How a unit's activation is distributed: small bars in its tile, coloured by where they lie, a tick at the mean."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import Theme
from gui.train.indexed_images import mixed
from gui.train.network.frames import qrect
from gui.train.network.places import ColumnPlace, Rect, TilePlace
from gui.train.network.tile_pictures import ColumnPictures

Shares = NDArray[np.floating]

BARS = (24, 12, 8, 6, 4)  # all divide the bins of a snapshot
LEAST_PITCH, MARGIN, LEAST_BAR = 4, 2.0, 1.0
BARS_HIGH, TICK_HIGH = 0.8, 0.15
PALEST = 0.4  # a bar near zero still has the colour of its sign
NUMBER_ROOM, LEAST_FOR_NUMBER = 17.0, 60.0
TICK_WIDTH = 1.5


def bar_count(width: float) -> int:
    """How many bars fit into a tile of this width."""
    return next((n for n in BARS if (width - 2 * MARGIN) / n >= LEAST_PITCH), BARS[-1])


def grouped(shares: Shares, bars: int) -> Shares:
    """(units, bars) from (units, bins): neighbouring bins put together."""
    units, bins = shares.shape
    return shares.reshape(units, bars, bins // bars).sum(axis=2)


def heights_of(shares: Shares) -> Shares:
    """Heights in 0 ... 1 by unit. Roots, so that a unit that mostly rests at one value still shows the others."""
    roots = np.sqrt(shares)
    return roots / np.maximum(roots.max(axis=1, keepdims=True), 1e-12)


def paint_histograms(
    painter: QPainter,
    theme: Theme,
    column: ColumnPlace,
    pictures: ColumnPictures,
    is_bounded: bool,
    classes: int = 0,
) -> None:
    """Fill the tiles of a column: ground, bars, and above them a tick at the mean.

    classes: where the units are the probabilities of so many classes, each has its class's colour.
    """
    count = bar_count(column.tiles[0].picture.w)
    colors = _bar_colors(theme, count, *_signed_ends(pictures.range, is_bounded))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    for tile, heights in zip(column.tiles, heights_of(grouped(pictures.values, count)).tolist(), strict=True):
        painter.fillRect(qrect(tile.picture), theme.color("panel"))
        if classes:
            colors = _class_colors(theme, count, tile.k, classes)
        _paint_bars(painter, plot_of(tile, count), heights, colors)
    if pictures.numbers is not None:
        painter.setPen(QPen(theme.color("ink"), TICK_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for tile, mean in zip(column.tiles, pictures.numbers.tolist(), strict=True):
            painter.drawLine(mean_tick(plot_of(tile, count), mean, pictures.range))


def plot_of(tile: TilePlace, bars: int) -> Rect:
    """Where the bars of a tile stand, each as many whole pixels wide; in a large tile below the number."""
    room, top = tile.picture, NUMBER_ROOM if tile.picture.w >= LEAST_FOR_NUMBER else 0.0
    width = bars * max(1, int((room.w - 2 * MARGIN) / bars))
    return Rect(room.x + int((room.w - width) / 2), room.y + top, width, room.h - top)


def mean_tick(plot: Rect, mean: float, ends: tuple[float, float]) -> QLineF:
    """Above the bars, where the mean lies between the ends of the range."""
    low, high = ends
    x = plot.x + min(1.0, max(0.0, (mean - low) / (high - low))) * plot.w
    x = min(plot.right - TICK_WIDTH / 2, max(plot.x + TICK_WIDTH / 2, x))
    return QLineF(x, plot.y, x, plot.y + TICK_HIGH * plot.h)


def _paint_bars(painter: QPainter, plot: Rect, heights: list[float], colors: tuple[QColor, ...]) -> None:
    pitch, bottom = plot.w / len(heights), plot.bottom
    for index, (height, color) in enumerate(zip(heights, colors, strict=True)):
        if height > 0:
            high = max(LEAST_BAR, height * BARS_HIGH * plot.h)
            painter.fillRect(QRectF(plot.x + index * pitch, bottom - high, pitch - 1, high), color)


def _signed_ends(ends: tuple[float, float], is_bounded: bool) -> tuple[float, float]:
    """The places of the ends on the signed scale, as the maps have them: 0 ... 1 of a sigmoid is all of it."""
    low, high = ends
    if is_bounded:
        return -1.0, 1.0
    return low / high, 1.0


@lru_cache(maxsize=64)
def _signed_places(count: int, low: float, high: float) -> tuple[float, ...]:
    middles = low + (high - low) * (np.arange(count) + 0.5) / count
    return tuple((np.sign(middles) * (PALEST + (1 - PALEST) * np.abs(middles))).tolist())


def _class_colors(theme: Theme, count: int, k: int, classes: int) -> tuple[QColor, ...]:
    return _ramp(count, theme.signed(0.0).rgb(), theme.class_color(k, classes).rgb())


@lru_cache(maxsize=64)
def _ramp(count: int, ground: int, color: int) -> tuple[QColor, ...]:
    ends = QColor.fromRgb(ground), QColor.fromRgb(color)
    return tuple(mixed(*ends, PALEST + (1 - PALEST) * (i + 0.5) / count) for i in range(count))


def _bar_colors(theme: Theme, count: int, low: float, high: float) -> tuple[QColor, ...]:
    return tuple(theme.signed(value) for value in _signed_places(count, low, high))

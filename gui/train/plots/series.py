"""One curve of a plot: finite (low, high) values over epochs, and the few points that show it in so many pixels.

Pure: no Qt. A pixel column never loses an extreme, and never takes more than two points.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import Snapshot
from gui.train.plots.scale import LIMIT, Scale

Array = NDArray[np.floating]

MERGED_PX = 0.5  # a row is drawn as a stroke from low to high when they are at least so far apart


class Box(NamedTuple):
    """The rectangle that curves are drawn in, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def x(self, scale: Scale, value: float) -> float:
        """A value on the bottom axis as a pixel."""
        return self.left + scale.fraction(value) * self.width

    def y(self, scale: Scale, value: float) -> float:
        """A value on the left axis as a pixel, upward."""
        return self.bottom - scale.fraction(value) * self.height

    def value(self, scale: Scale, y: float) -> float:
        """What stands on the left axis at a pixel."""
        return scale.value((self.bottom - y) / self.height)

    def xs(self, scale: Scale, values: Array) -> Array:
        """Values on the bottom axis as pixels."""
        return self.left + scale.fractions(values) * self.width

    def ys(self, scale: Scale, values: Array) -> Array:
        """Values on the left axis as pixels, upward."""
        return self.bottom - scale.fractions(values) * self.height


@dataclass(frozen=True)
class Series:
    """A curve: row i spans low[i] to high[i] at epoch x[i]; all finite, x never falls."""

    x: Array
    low: Array
    high: Array

    def __len__(self) -> int:
        return len(self.x)

    @property
    def end(self) -> tuple[float, float]:
        """Epoch and value of its right end."""
        return float(self.x[-1]), float(0.5 * self.low[-1] + 0.5 * self.high[-1])

    def at(self, epoch: float) -> tuple[float, float] | None:
        """(low, high) of the row that is nearest to `epoch`; None without rows."""
        row = nearest_row(self.x, epoch)
        return None if row is None else (float(self.low[row]), float(self.high[row]))


def make_series(
    epoch: Array, lows: Iterable[Array], highs: Iterable[Array], now: Iterable[float]
) -> list[Series]:
    """One series for each pair of (rows,) lows and highs, its present value as a last row.

    epoch: (rows + 1,), the rows' epochs and the present one. What is not finite is left out, so that a diverged run
    keeps its last finite value. Series without gaps share the array `epoch`.
    """
    return [_finite(epoch, low, high, value) for low, high, value in zip(lows, highs, now, strict=True)]


def _finite(epoch: Array, low: Array, high: Array, now: float) -> Series:
    end = np.array([now])
    low, high = np.concatenate([low, end]), np.concatenate([high, end])
    if not (
        math.isfinite(low.min()) and math.isfinite(high.max())
    ):  # NaN, too: it is the least and the largest
        kept = np.isfinite(low) & np.isfinite(high)
        epoch, low, high = epoch[kept], low[kept], high[kept]
    if len(low) and (low.min() < -LIMIT or high.max() > LIMIT):
        low, high = np.clip(low, -LIMIT, LIMIT), np.clip(high, -LIMIT, LIMIT)
    return Series(epoch, low, high)


def nearest_row(epochs: Array, epoch: float) -> int | None:
    """Index of the row nearest to `epoch` in rising epochs; None without rows."""
    if not len(epochs):
        return None
    right = int(np.searchsorted(epochs, epoch))
    if right == 0:
        return 0
    if right == len(epochs):
        return right - 1
    return right if epochs[right] - epoch < epoch - epochs[right - 1] else right - 1


class PixelRows(NamedTuple):
    """Rows on the bottom axis, as many as there are columns at most: (strokes,) x of their first and last rows.

    before: halfway to the row before, where the stroke of a merged first row begins.
    starts: the first row of every column that has rows; None while there is room for every row.
    """

    before: Array
    first: Array
    last: Array
    starts: NDArray[np.intp] | None

    @staticmethod
    def of(epochs: Array, x_scale: Scale, box: Box, column: float) -> PixelRows:
        """The rows at these epochs, at least one; no more strokes than columns of `column` pixels."""
        x = box.xs(x_scale, epochs)
        before = x.copy()
        before[1:] += x[:-1]
        before[1:] *= 0.5
        if len(x) * column <= box.width:
            return PixelRows(before, x, x, None)
        columns = ((x - box.left) * (1.0 / column)).astype(np.int64)
        changes = np.flatnonzero(columns[1:] != columns[:-1])
        starts, ends = np.concatenate([[0], changes + 1]), np.concatenate([changes, [len(x) - 1]])
        return PixelRows(before[starts], x[starts], x[ends], starts)


def path_points(series: Series, rows: PixelRows, y_scale: Scale, box: Box) -> Array:
    """The curve as (n, 2) pixels: at most two points a column, two where low and high differ, and its exact end."""
    low, high = series.low, series.high
    if rows.starts is None:
        first = rows.before
    else:
        is_merged = high[rows.starts] > low[rows.starts]
        first = np.where(is_merged, rows.before, rows.first)
        low, high = np.minimum.reduceat(low, rows.starts), np.maximum.reduceat(high, rows.starts)
    points = _strokes(first, rows.last, box.ys(y_scale, low), box.ys(y_scale, high))
    end = np.array([[rows.last[-1], box.y(y_scale, series.end[1])]])
    return np.concatenate([points, end])


def _strokes(first: Array, last: Array, bottom: Array, top: Array) -> Array:
    """The points of strokes from x `first` to `last`, in pixels: rising ones from the bottom (the low) to the top,
    falling ones from top to bottom, flat ones just once.
    """
    middle = 0.5 * (bottom + top)
    merged = bottom - top > MERGED_PX
    if not merged.any():
        return np.column_stack([last, middle])
    rises = np.zeros(len(middle), bool)
    np.less(middle[1:], middle[:-1], out=rises[1:])
    points = np.empty((2 * len(middle), 2))
    points[0::2, 0], points[1::2, 0] = first, last
    points[0::2, 1] = np.where(rises, bottom, top)
    points[1::2, 1] = np.where(merged, np.where(rises, top, bottom), middle)
    if merged.all():
        return points
    kept = np.ones(2 * len(middle), bool)
    kept[0::2] = merged
    return points[kept]


def epochs_to_now(snapshot: Snapshot, updates_per_epoch: int) -> Array:
    """The epochs of all rows of a snapshot's history, and of the snapshot itself with its begun part."""
    curves = snapshot.curves
    if not len(curves.epoch):
        return np.array([max(float(snapshot.epoch), snapshot.iteration / updates_per_epoch)])
    last = float(curves.epoch[-1])
    since = int(snapshot.iteration - curves.iteration[-1]) / updates_per_epoch
    return np.concatenate([curves.epoch, [max(last, float(snapshot.epoch), last + since)]])

"""One curve of a plot: finite (low, high) values over epochs, and the few points that show it in so many pixels.

Pure: no Qt. A pixel column never loses an extreme, and never takes more than two points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import Snapshot
from gui.train.plot_scale import LIMIT, Scale

Array = NDArray[np.floating]

MERGED_PX = 0.5  # a row is drawn as a stroke from low to high when they are at least so far apart


@dataclass(frozen=True)
class Box:
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


def make_series(epoch: Array, low: Array, high: Array, now_epoch: float, now: float) -> Series:
    """The rows that were measured and are finite, and the present value as the last one.

    epoch, low, high: (rows,). What is not finite is left out, so a diverged run keeps its last finite value.
    """
    kept = np.isfinite(low) & np.isfinite(high)
    if not kept.all():
        epoch, low, high = epoch[kept], low[kept], high[kept]
    if math.isfinite(now) and (not len(epoch) or now_epoch >= epoch[-1]):
        end = np.array([now])
        epoch = np.concatenate([epoch, [now_epoch]])
        low, high = np.concatenate([low, end]), np.concatenate([high, end])
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


def path_points(series: Series, x_scale: Scale, y_scale: Scale, box: Box, column: float = 1.0) -> Array:
    """The curve as (n, 2) pixels: at most two points in every `column` pixels, two where low and high differ."""
    if not len(series):
        return np.empty((0, 2))
    x = box.xs(x_scale, series.x)
    high = box.ys(y_scale, series.high)
    low = high if series.low is series.high else box.ys(y_scale, series.low)
    spans = _Spans(_halfway(x), x, low, high)
    if len(x) * column > box.width:
        spans = _columns(spans, box.left, column)
    end = np.array([[x[-1], box.y(y_scale, series.end[1])]])
    return np.concatenate([_strokes(spans), end])


def _halfway(x: Array) -> Array:
    """Where each row's span begins: halfway from the row before."""
    first = x.copy()
    first[1:] += x[:-1]
    first[1:] *= 0.5
    return first


@dataclass(frozen=True)
class _Spans:
    """What is drawn as one stroke: from x `first` to `last`, from y `bottom` (of low) to `top` (of high), in pixels."""

    first: Array
    last: Array
    bottom: Array
    top: Array


def _columns(spans: _Spans, left: float, width: float) -> _Spans:
    """One span a column of so many pixels."""
    columns = ((spans.last - left) * (1.0 / width)).astype(np.int64)
    starts = np.flatnonzero(columns[1:] != columns[:-1]) + 1
    starts, ends = np.concatenate([[0], starts]), np.concatenate([starts, [len(columns)]]) - 1
    return _Spans(
        spans.first[starts],
        spans.last[ends],
        np.maximum.reduceat(spans.bottom, starts),
        np.minimum.reduceat(spans.top, starts),
    )


def _strokes(spans: _Spans) -> Array:
    """The points of all spans: rising ones from low to high, falling ones from high to low, flat ones just once."""
    middle = 0.5 * (spans.bottom + spans.top)
    merged = spans.bottom - spans.top > MERGED_PX
    if not merged.any():
        return np.column_stack([spans.last, middle])
    rises = np.zeros(len(middle), bool)
    np.less(middle[1:], middle[:-1], out=rises[1:])
    points = np.empty((2 * len(middle), 2))
    points[0::2, 0], points[1::2, 0] = spans.first, spans.last
    points[0::2, 1] = np.where(rises, spans.bottom, spans.top)
    points[1::2, 1] = np.where(merged, np.where(rises, spans.top, spans.bottom), middle)
    if merged.all():
        return points
    kept = np.ones(2 * len(middle), bool)
    kept[0::2] = merged
    return points[kept]


def epoch_now(snapshot: Snapshot, updates_per_epoch: int) -> float:
    """The epoch of a snapshot with its begun part, counted on from the last row of its history."""
    curves = snapshot.curves
    if not len(curves.epoch):
        return max(float(snapshot.epoch), snapshot.iteration / updates_per_epoch)
    since = int(snapshot.iteration - curves.iteration[-1])
    counted = float(curves.epoch[-1]) + max(0, since) / updates_per_epoch
    return max(float(snapshot.epoch), counted)

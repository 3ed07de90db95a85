"""One curve of a plot: finite (low, high) values over epochs, and the few points that show it in so many pixels.

Pure: no Qt. A pixel column never loses an extreme, and never takes more than two points.
"""

from __future__ import annotations

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

    def x(self, scale: Scale, values: Array | float) -> Array:
        """Values on the bottom axis as pixels."""
        return self.left + scale.fraction(values) * self.width

    def y(self, scale: Scale, values: Array | float) -> Array:
        """Values on the left axis as pixels, upward."""
        return self.bottom - scale.fraction(values) * self.height


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
    if np.isfinite(now) and (not len(epoch) or now_epoch >= epoch[-1]):
        epoch, low, high = np.append(epoch, now_epoch), np.append(low, now), np.append(high, now)
    return Series(epoch, np.clip(low, -LIMIT, LIMIT), np.clip(high, -LIMIT, LIMIT))


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


def path_points(series: Series, x_scale: Scale, y_scale: Scale, box: Box) -> Array:
    """The curve as (n, 2) pixels, n at most about twice the box's width; two points where low and high differ."""
    if not len(series):
        return np.empty((0, 2))
    x = box.x(x_scale, series.x)
    bottom, top = box.y(y_scale, series.low), box.y(y_scale, series.high)
    if len(x) > box.width:
        x, bottom, top = _merge_columns(x, bottom, top, box.left)
    return _strokes(x, bottom, top, series, y_scale, box)


def _merge_columns(x: Array, bottom: Array, top: Array, left: float) -> tuple[Array, Array, Array]:
    columns = np.floor(x - left)
    starts = np.flatnonzero(np.diff(columns, prepend=-1.0))
    ends = np.append(starts[1:], len(x)) - 1
    middle = 0.5 * (x[starts] + x[ends])
    return middle, np.maximum.reduceat(bottom, starts), np.minimum.reduceat(top, starts)


def _strokes(x: Array, bottom: Array, top: Array, series: Series, y_scale: Scale, box: Box) -> Array:
    middle = 0.5 * (bottom + top)
    merged = bottom - top > MERGED_PX
    end = np.array([[x[-1], float(box.y(y_scale, series.end[1]))]])
    if not merged.any():
        return np.concatenate([np.column_stack([x, middle])[:-1], end])
    trend = np.gradient(middle) if len(middle) > 1 else np.zeros(1)
    first = np.where(merged, np.where(trend < 0, bottom, top), middle)
    second = np.where(trend < 0, top, bottom)
    pairs = np.stack([np.column_stack([x, first]), np.column_stack([x, second])], axis=1).reshape(-1, 2)
    kept = np.column_stack([np.ones_like(merged), merged]).reshape(-1)
    return np.concatenate([pairs[kept], end])


def epoch_now(snapshot: Snapshot, updates_per_epoch: int) -> float:
    """The epoch of a snapshot with its begun part, counted on from the last row of its history."""
    curves = snapshot.curves
    if not len(curves.epoch):
        return max(float(snapshot.epoch), snapshot.iteration / updates_per_epoch)
    since = int(snapshot.iteration - curves.iteration[-1])
    counted = float(curves.epoch[-1]) + max(0, since) / updates_per_epoch
    return max(float(snapshot.epoch), counted)

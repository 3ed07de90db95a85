"""One prepared moment of a plot: where, which axes, which curves, already cut down to lines in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from gui.train.plots.lines import dashes, segments
from gui.train.plots.scale import Scale, epoch_scale, value_scale
from gui.train.plots.series import Box, PixelRows, Series, path_points
from gui.train.plots.smoothing import Windows, smooth

MANY_LINES = (
    600  # from so many lines on, moving curves are drawn thin: a line of width 2 costs five times as much
)
MANY_ROUND = 120  # more dots than these have square ends, which are four times cheaper
THIN = 1.0
CLIP_MARGIN = 2.0
SAME_PX = 1e-3


class Style(NamedTuple):
    """How a curve looks: colour, width, and lengths on and off of its dashes (None: solid)."""

    color: QColor
    width: float
    dash: tuple[float, float] | None = None
    round_caps: bool = False


class Curve(NamedTuple):
    """A series with the lines that show it, (n, 4) pixels, and the outline (n, 2) of a pale band below them.

    mean: the points (n, 2) of the lines, where they are a running mean and not the rows of the series.
    """

    series: Series
    style: Style
    lines: NDArray[np.float64]
    band: NDArray[np.float64] | None = None
    mean: NDArray[np.float64] | None = None


@dataclass(frozen=True)
class Picture:
    """What a plot shows now; `epochs` are the rows that the cursor can stand on."""

    box: Box = Box(0.0, 0.0, 1.0, 1.0)
    x_scale: Scale = epoch_scale(0.0)
    y_scale: Scale = value_scale(1.0, 4)
    epochs: NDArray[np.floating] = field(default_factory=lambda: np.empty(0))
    curves: tuple[Curve, ...] = ()

    def end(self, curve: Curve) -> tuple[float, float]:
        """Where a curve ends, in pixels."""
        if curve.mean is not None:
            return float(curve.mean[-1, 0]), float(curve.mean[-1, 1])
        epoch, value = curve.series.end
        return self.box.x(self.x_scale, epoch), self.box.y(self.y_scale, value)

    def at(self, curve: Curve, epoch: float | None) -> tuple[float, float] | None:
        """A curve at an epoch or, None, at its end: its height in pixels and its value; None without rows."""
        if not len(curve.series):
            return None
        low, high = (curve.series.end[1],) * 2 if epoch is None else curve.series.at(epoch) or (0.0, 0.0)
        value = 0.5 * low + 0.5 * high
        y = self.box.y(self.y_scale, value)
        if curve.mean is None:
            return y, value
        if epoch is None:
            drawn = float(curve.mean[-1, 1])
        else:
            drawn = float(np.interp(self.box.x(self.x_scale, epoch), curve.mean[:, 0], curve.mean[:, 1]))
        is_row = abs(drawn - y) < SAME_PX  # the row itself has all its digits
        return (y, value) if is_row else (drawn, self.box.value(self.y_scale, drawn))


def make_curves(
    shown: Sequence[tuple[Series, Style]], x_scale: Scale, y_scale: Scale, box: Box
) -> tuple[Curve, ...]:
    """Cut series down to the pixels of `box`. Those of the same rows and width share what the bottom axis costs."""
    known: dict[tuple[int, float], PixelRows] = {}
    curves = []
    for series, style in shown:
        if not len(series):
            curves.append(Curve(series, style, segments(np.empty((0, 2)))))
            continue
        column = max(1.0, style.width)
        key = (id(series.x), column)
        if key not in known:
            known[key] = PixelRows.of(series.x, x_scale, box, column)
        points = path_points(series, known[key], y_scale, box)
        lines = segments(points) if style.dash is None else dashes(points, *style.dash)
        curves.append(Curve(series, style, lines))
    return tuple(curves)


def make_smooth_curves(
    shown: Sequence[tuple[Series, Style]], x_scale: Scale, y_scale: Scale, box: Box
) -> tuple[Curve, ...]:
    """The same for series that jump from row to row: running means on bands from the least to the largest."""
    known: dict[int, Windows] = {}
    curves = []
    for series, style in shown:
        if not len(series):
            curves.append(Curve(series, style, segments(np.empty((0, 2)))))
            continue
        if id(series.x) not in known:
            known[id(series.x)] = Windows.of(series.x, x_scale, box)
        smoothed = smooth(series, known[id(series.x)], y_scale, box)
        lines = segments(smoothed.mean) if style.dash is None else dashes(smoothed.mean, *style.dash)
        curves.append(Curve(series, style, lines, smoothed.band, smoothed.mean))
    return tuple(curves)

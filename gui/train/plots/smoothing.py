"""A curve that jumps with every mini-batch, made readable: its running mean, and the band from least to largest.

Pure: no Qt. Everything is in pixels of the plot, so on a log axis the mean is that of the logarithms. Where rows are
further apart than a window is wide, mean and band are the rows themselves.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.train.plots.scale import Scale
from gui.train.plots.series import Array, Box, Series

STEP = 3.0  # pixels from point to point
SHARE, LEAST_WINDOW = 0.01, 9.0  # of the shown range; pixels, so that a small plot is calm, too


class Windows(NamedTuple):
    """Where a smoothed curve has points, x in pixels, and which rows, starts[i] to ends[i] - 1, each is made of."""

    x: Array
    starts: NDArray[np.intp]
    ends: NDArray[np.intp]

    @staticmethod
    def of(epochs: Array, x_scale: Scale, box: Box) -> Windows:
        """Windows over the rows at these epochs, at least one: a point at every row, or every STEP pixels."""
        x = box.xs(x_scale, epochs)
        middles = x
        if len(x) * STEP > x[-1] - x[0]:
            middles = np.append(np.arange(x[0], x[-1], STEP), x[-1])
        half = 0.5 * max(LEAST_WINDOW, SHARE * box.width)
        starts = np.searchsorted(x, middles - half, "left")
        ends = np.searchsorted(x, middles + half, "right")
        kept = ends > starts
        return Windows(middles[kept], starts[kept], ends[kept])


class Smoothed(NamedTuple):
    """mean: (n, 2) pixels of the line. band: (2 n, 2), its outline along the top and back along the bottom."""

    mean: NDArray[np.float64]
    band: NDArray[np.float64]


def smooth(series: Series, windows: Windows, y_scale: Scale, box: Box) -> Smoothed:
    """The running mean and the band of a series whose rows the windows count."""
    bottom, top = box.ys(y_scale, series.low), box.ys(y_scale, series.high)
    sums = np.concatenate([[0.0], np.cumsum(0.5 * (bottom + top))])
    middle = (sums[windows.ends] - sums[windows.starts]) / (windows.ends - windows.starts)
    low = _reduced(np.maximum, bottom, windows)
    high = _reduced(np.minimum, top, windows)
    outline = np.column_stack(
        [np.concatenate([windows.x, windows.x[::-1]]), np.concatenate([high, low[::-1]])]
    )
    return Smoothed(np.column_stack([windows.x, middle]).astype(np.float64), outline.astype(np.float64))


def _reduced(extreme: np.ufunc, values: Array, windows: Windows) -> Array:
    """The extreme of each window; `reduceat` takes pairs of bounds, and the stretches between are dropped."""
    bounds = np.empty(2 * len(windows.starts), np.intp)
    bounds[0::2], bounds[1::2] = windows.starts, windows.ends
    return extreme.reduceat(np.append(values, values[-1]), bounds)[0::2]

"""A curve that jumps with every mini-batch, made readable: its running mean, and the band from least to largest.

Pure: no Qt. Everything is in pixels of the plot, so on a log axis the mean is that of the logarithms. Where rows are
further apart than a window is wide, the mean is the rows themselves. There is a band where it tells something of the
whole curve: from a few rows it would be loose diamonds, and it would end where the rows stand further apart.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.train.plots.scale import Scale
from gui.train.plots.series import Array, Box, Series

STEP = 3.0  # pixels from point to point
SHARE, LEAST_WINDOW = 0.01, 9.0  # of the shown range; pixels, so that a small plot is calm, too
LEAST_BANDED, BANDED_SHARE = 8, 0.9  # points with a band, and the share of them that has several rows


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

    @property
    def have_band(self) -> bool:
        """Whether there are several of them, and nearly all have a least and a largest row."""
        return len(self.x) >= LEAST_BANDED and bool(np.mean(self.ends - self.starts > 1) >= BANDED_SHARE)


class Smoothed(NamedTuple):
    """mean: (n, 2) pixels of the line. band: (2 n, 2), its outline along the top and back along the bottom, or None."""

    mean: NDArray[np.float64]
    band: NDArray[np.float64] | None


def smooth(series: Series, windows: Windows, y_scale: Scale, box: Box) -> Smoothed:
    """The running mean and the band of a series whose rows the windows count."""
    bottom, top = box.ys(y_scale, series.low), box.ys(y_scale, series.high)
    sums = np.concatenate([[0.0], np.cumsum(0.5 * (bottom + top))])
    middle = (sums[windows.ends] - sums[windows.starts]) / (windows.ends - windows.starts)
    mean = np.column_stack([windows.x, middle]).astype(np.float64)
    if not windows.have_band:
        # Among so few rows the last one can be told from the others: the curve ends at the value of now.
        mean = mean[(windows.x < windows.x[-1] - STEP) | (np.arange(len(mean)) == len(mean) - 1)]
        mean[-1, 1] = 0.5 * (bottom[-1] + top[-1])
        return Smoothed(mean, None)
    low = _reduced(np.maximum, bottom, windows)
    high = _reduced(np.minimum, top, windows)
    outline = np.column_stack(
        [np.concatenate([windows.x, windows.x[::-1]]), np.concatenate([high, low[::-1]])]
    )
    return Smoothed(mean, outline.astype(np.float64))


def _reduced(extreme: np.ufunc, values: Array, windows: Windows) -> Array:
    """The extreme of each window; `reduceat` takes pairs of bounds, and the stretches between are dropped."""
    bounds = np.empty(2 * len(windows.starts), np.intp)
    bounds[0::2], bounds[1::2] = windows.starts, windows.ends
    return extreme.reduceat(np.append(values, values[-1]), bounds)[0::2]

"""A field of values under the plot: tinted, with lines of equal value. Made by the caller, on a thread. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from gui.chart.contours import chained, contour_lines
from gui.chart.items import Floats

Tint = Literal["height", "signed"]
FINE = 240  # pixels that a picture has at least about, each way


@dataclass(frozen=True, eq=False)
class Field:
    """values2d[i, j] at y from y_low (i = 0) to y_high and x from x_low (j = 0) to x_high.

    levels: where lines of equal value run. tint: "height", paper at the lowest value and darker upwards, evenly from
    level to level; "signed", orange to blue, for values in -1 ... 1.
    """

    values2d: ArrayLike
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    levels: tuple[float, ...] = ()
    tint: Tint = "height"
    lines: tuple[Floats, ...] = field(init=False, repr=False)
    shades: np.ndarray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        values = np.asarray(self.values2d, np.float64)
        if values.ndim != 2 or min(values.shape) < 2:
            raise ValueError(f"a field needs at least 2 rows and 2 columns, not {values.shape}")
        chains = [line for level in self.levels for line in chained(contour_lines(values, level))]
        object.__setattr__(self, "lines", tuple(self._in_units(line, values) for line in chains))
        object.__setattr__(self, "shades", self._shades(values))

    def _in_units(self, line: Floats, values: Floats) -> Floats:
        x = (self.x_high - self.x_low) / (values.shape[1] - 1)
        y = (self.y_high - self.y_low) / (values.shape[0] - 1)
        return np.asarray(line * (x, y) + (self.x_low, self.y_low))

    def _shades(self, values: Floats) -> np.ndarray:
        """0 ... 255 for each pixel of a picture, the first row at its foot."""
        finite = _finer(np.nan_to_num(values, nan=0.0))
        if self.tint == "signed":
            share = (np.clip(finite, -1.0, 1.0) + 1.0) / 2.0
        elif self.levels:
            # By level, not by value: the bottom keeps its steps where the walls are high.
            share = np.interp(finite, np.sort(self.levels), np.linspace(0.0, 1.0, len(self.levels)))
        else:
            low, high = float(finite.min()), float(finite.max())
            share = (finite - low) / (high - low) if high > low else np.zeros_like(finite)
        return np.ascontiguousarray(np.rint(np.clip(share, 0, 1) * 255).astype(np.uint8)[::-1])


def _finer(values: Floats) -> Floats:
    """The same values on a finer grid, between them in proportion: a painter's own enlarging shows the nodes."""
    for axis in (0, 1):
        count = values.shape[axis]
        parts = max(1, round(FINE / (count - 1)))
        place = np.linspace(0, count - 1, (count - 1) * parts + 1)
        below = np.minimum(place.astype(np.intp), count - 2)
        share = (place - below)[:, None] if axis == 0 else place - below
        low, high = values.take(below, axis), values.take(below + 1, axis)
        values = low * (1 - share) + high * share
    return values

"""The histograms of a run so far, thinned out as it grows, as heat maps over one range of values. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import Histogram

CAPACITY = 64
BINS = 41  # as many as the engine counts, so that the newest row needs no redistribution

Layers = tuple[Histogram | None, ...]


@dataclass(frozen=True)
class Row:
    """One moment: its epoch, the histogram of each layer, layer 1 first, and what was made of them: by layer, for a
    reach, the row of the heat map.
    """

    epoch: float
    layers: Layers
    made: dict[int, tuple[float, NDArray[np.uint8]]] = field(default_factory=dict)

    def reach(self, l: int) -> float:
        """The largest size that layer l's histogram reaches; 0 without values."""
        histogram = self.layers[l - 1] if l <= len(self.layers) else None
        if histogram is None or not histogram.counts.any():
            return 0.0
        return max(abs(float(histogram.edges[0])), abs(float(histogram.edges[-1])))

    def heat(self, l: int, reach: float) -> NDArray[np.uint8]:
        """(BINS,): how full layer l's bins from -reach to reach were, 255 for the fullest."""
        if l not in self.made or self.made[l][0] != reach:
            histogram = self.layers[l - 1] if l <= len(self.layers) else None
            self.made[l] = (reach, np.rint(255.0 * profile(histogram, reach, BINS)).astype(np.uint8))
        return self.made[l][1]


class Past:
    """At most `capacity` rows from the first one to now; when they are full, every second one is dropped.

    `version` changes whenever the rows do.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.version = 0
        self._capacity = capacity
        self._rows: list[Row] = []
        self._stride = 1
        self._offered = 0
        self._reaches: dict[int, float] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """The kept rows, oldest first."""
        return self._rows

    def clear(self) -> None:
        """Begin anew."""
        self._rows, self._stride, self._offered = [], 1, 0
        self._reaches = {}
        self.version += 1

    def offer(self, epoch: float, layers: Layers) -> bool:
        """Show the next moment; every first, second, fourth ... is kept. Returns whether this one was."""
        self._offered += 1
        if (self._offered - 1) % self._stride:
            return False
        row = Row(epoch, layers)
        self._rows.append(row)
        for l in range(1, len(layers) + 1):
            self._reaches[l] = max(row.reach(l), self._reaches.get(l, 0.0))
        if len(self._rows) >= self._capacity:
            self._rows = self._rows[::2]
            self._stride *= 2
        self.version += 1
        return True

    def reach(self, l: int) -> float:
        """The largest size of a value that layer l (from 1) ever had in a kept row; 0 without rows."""
        return self._reaches.get(l, 0.0)

    def heat(self, l: int, reach: float) -> NDArray[np.uint8]:
        """(rows, BINS): the rows' heats of layer l for one range of values."""
        if not self._rows:
            return np.zeros((0, BINS), np.uint8)
        return np.stack([row.heat(l, reach) for row in self._rows])


def profile(histogram: Histogram | None, reach: float, bins: int) -> NDArray[np.float64]:
    """A histogram on `bins` equal bins from -reach to reach, its largest bin 1; all 0 without values."""
    if histogram is None or not histogram.counts.any() or not reach > 0.0:
        return np.zeros(bins)
    filled = np.concatenate([[0.0], np.cumsum(histogram.counts)])
    edges = np.linspace(-reach, reach, bins + 1)
    shares = np.diff(np.interp(edges, histogram.edges, filled))
    return shares / max(float(shares.max()), 1e-300)

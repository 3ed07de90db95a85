"""The histograms of a run so far, thinned out as it grows, as heat maps over one range of values. Pure: no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import Histogram

CAPACITY = 64
BINS = 41  # as many as the engine counts, so that the newest row needs no redistribution

Layers = tuple[Histogram | None, ...]


@dataclass(frozen=True)
class Row:
    """One moment: its epoch and the histogram of each layer, layer 1 first."""

    epoch: float
    layers: Layers


class Past:
    """At most CAPACITY rows from the first one to now; when they are full, every second one is dropped."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._rows: list[Row] = []
        self._stride = 1
        self._offered = 0

    @property
    def rows(self) -> Sequence[Row]:
        """The kept rows, oldest first."""
        return self._rows

    def clear(self) -> None:
        """Begin anew."""
        self._rows, self._stride, self._offered = [], 1, 0

    def offer(self, epoch: float, layers: Layers) -> bool:
        """Show the next moment; every first, second, fourth ... is kept. Returns whether this one was."""
        self._offered += 1
        if (self._offered - 1) % self._stride:
            return False
        self._rows.append(Row(epoch, layers))
        if len(self._rows) >= self._capacity:
            self._rows = self._rows[::2]
            self._stride *= 2
        return True

    def reach(self, l: int) -> float:
        """The largest size of a value that layer l (from 1) ever had; 0 without rows."""
        return max((_reach(row.layers[l - 1]) for row in self._rows if l <= len(row.layers)), default=0.0)

    def heat(self, l: int, reach: float) -> NDArray[np.uint8]:
        """(rows, BINS): how full layer l's bins from -reach to reach were, 255 for the fullest of its row."""
        heat = np.zeros((len(self._rows), BINS), np.uint8)
        for i, row in enumerate(self._rows):
            histogram = row.layers[l - 1] if l <= len(row.layers) else None
            if histogram is not None:
                heat[i] = np.rint(255.0 * profile(histogram, reach, BINS))
        return heat


def profile(histogram: Histogram, reach: float, bins: int) -> NDArray[np.float64]:
    """A histogram on `bins` equal bins from -reach to reach, its largest bin 1; all 0 without values."""
    total = int(histogram.counts.sum())
    if not total or not reach > 0.0:
        return np.zeros(bins)
    filled = np.concatenate([[0.0], np.cumsum(histogram.counts)])
    edges = np.linspace(-reach, reach, bins + 1)
    shares = np.diff(np.interp(edges, histogram.edges, filled))
    return shares / max(float(shares.max()), 1e-300)


def _reach(histogram: Histogram | None) -> float:
    if histogram is None or not histogram.counts.any():
        return 0.0
    return float(np.abs(histogram.edges[[0, -1]]).max())

"""How far the values of a run have reached, so that an axis never shrinks under the curves. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from engine.snapshot import Snapshot
from gui.train.plots.series import Series


class Reach:
    """The least positive and the largest value seen since the run began or was edited, and whether one was 0."""

    def __init__(self) -> None:
        self._run: tuple[int, int] = (-1, -1)
        self.least_positive = float("inf")
        self.largest = float("-inf")
        self.has_zero = False

    def follow(self, snapshot: Snapshot) -> None:
        """Begin anew with another revision, or where the iteration fell back."""
        revision, iteration = self._run
        if snapshot.revision != revision or snapshot.iteration < iteration:
            self.least_positive, self.largest = float("inf"), float("-inf")
            self.has_zero = False
        self._run = (snapshot.revision, snapshot.iteration)

    def cover(self, curves: Iterable[Series]) -> None:
        """Take in all values of these curves."""
        for series in curves:
            if len(series):
                self.largest = max(self.largest, float(series.high.max()))
                lowest = float(series.low.min())
                if lowest <= 0.0:
                    self.has_zero = True
                    lowest = float(np.min(series.low, where=series.low > 0.0, initial=np.inf))
                self.least_positive = min(self.least_positive, lowest)

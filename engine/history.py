"""The history of a run in bounded memory: rows are merged into buckets of (low, high) as the run grows.

It knows no network: it holds what `append` is told. `curves()` gives arrays that are ready to draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import Curves

Array = NDArray[np.float64]
Kind = TypeVar("Kind", bound=NDArray[np.generic])

SCALARS = ("cost_train", "cost_test", "regularization", "accuracy_train", "accuracy_test")
CAPACITY = 2048
_FIRST_SIZE = 64


@dataclass(frozen=True, eq=False)
class HistoryRows:
    """All that a history is: what `History.rows` gives and `History.of` takes. Not to be written to.

    iteration (int64), epoch: (buckets,). low, high: (5 + 2 L, buckets), NaN or inf where nothing could be measured.
    rows_a_bucket: a power of 2; rows_in_last: how many rows the last bucket has.
    """

    iteration: NDArray[np.int64]
    epoch: Array
    low: Array
    high: Array
    capacity: int
    rows_a_bucket: int
    rows_in_last: int

    @property
    def L(self) -> int:
        """Number of layers."""
        return (len(self.low) - len(SCALARS)) // 2


class History:
    """Rows of a run of a network with L layers; at most `capacity` buckets, however many rows come.

    When the buckets are full, neighbours are merged two by two: low and high keep every extreme, so a
    spike of one update stays visible. A bucket stands at its last row's iteration and epoch.
    """

    def __init__(self, L: int, capacity: int = CAPACITY) -> None:
        if capacity < 4 or capacity % 2:
            raise ValueError(f"capacity must be even and at least 4, not {capacity}")
        self.L = L
        self.capacity = capacity
        size = min(capacity, _FIRST_SIZE)
        self._iteration = np.zeros(size, np.int64)
        self._epoch = np.zeros(size)
        self._low = np.full((len(SCALARS) + 2 * L, size), np.nan)
        self._high = self._low.copy()
        self._used = 0
        self._rows_a_bucket = 1
        self._rows_in_last = 0
        self._curves: Curves | None = None

    def __len__(self) -> int:
        """Number of buckets."""
        return self._used

    @property
    def last_iteration(self) -> int:
        """Iteration of the newest row; -1 when there is none."""
        return int(self._iteration[self._used - 1]) if self._used else -1

    def append(
        self,
        iteration: int,
        epoch: float,
        cost_train: float,
        cost_test: float,
        regularization: float,
        accuracy_train: float | None,
        accuracy_test: float | None,
        rms_dW: Sequence[float],
        rms_db: Sequence[float],
    ) -> None:
        """Add one row. epoch may be fractional; None or NaN: not measured. rms_dW, rms_db: L numbers each.

        A row of the newest iteration (something was edited) replaces it where it stands alone in its bucket, else
        it is merged. Buckets that stand
        at a later iteration are forgotten: the run was set back to an earlier state.
        Raises ValueError for a wrong number of layers.
        """
        if len(rms_dW) != self.L or len(rms_db) != self.L:
            raise ValueError(f"rms_dW and rms_db need {self.L} numbers, not {len(rms_dW)} and {len(rms_db)}")
        while self.last_iteration > iteration:
            self._used -= 1
            self._rows_in_last = self._rows_a_bucket
        accuracies = [np.nan if a is None else a for a in (accuracy_train, accuracy_test)]
        row = np.array([cost_train, cost_test, regularization, *accuracies, *rms_dW, *rms_db])
        is_repeated = self._used > 0 and iteration == self.last_iteration
        if is_repeated and self._rows_in_last == 1:
            self._low[:, self._used - 1] = self._high[:, self._used - 1] = row
        elif is_repeated or (self._used and self._rows_in_last < self._rows_a_bucket):
            self._merge_into_last(row)
        else:
            self._start_bucket(row)
        self._iteration[self._used - 1] = iteration
        self._epoch[self._used - 1] = epoch
        self._curves = None

    def curves(self) -> Curves:
        """A read-only copy of all buckets; the same object as long as nothing was appended."""
        if self._curves is None:
            self._curves = Curves(
                _frozen(self._iteration[: self._used].copy()),
                _frozen(self._epoch[: self._used].copy()),
                self._series(self._low),
                self._series(self._high),
            )
        return self._curves

    def rows(self) -> HistoryRows:
        """A copy of everything, to go on from with `of`."""
        shown = slice(0, self._used)
        return HistoryRows(
            self._iteration[shown].copy(),
            self._epoch[shown].copy(),
            self._low[:, shown].copy(),
            self._high[:, shown].copy(),
            self.capacity,
            self._rows_a_bucket,
            self._rows_in_last,
        )

    @classmethod
    def of(cls, rows: HistoryRows) -> History:
        """A history that goes on where another one stood. Raises ValueError for a capacity that can't be."""
        history = cls(rows.L, rows.capacity)
        shown = slice(0, len(rows.iteration))
        while history._iteration.size < shown.stop:
            history._used = history._iteration.size
            history._grow()
        history._iteration[shown], history._epoch[shown] = rows.iteration, rows.epoch
        history._low[:, shown], history._high[:, shown] = rows.low, rows.high
        history._used = shown.stop
        history._rows_a_bucket, history._rows_in_last = rows.rows_a_bucket, rows.rows_in_last
        return history

    def copy(self) -> History:
        """A history of its own with the same rows."""
        return self.remapped(range(1, self.L + 1))

    def remapped(self, layer_origin: Sequence[int | None]) -> History:
        """This history for a network whose layer l was layer_origin[l-1] before (None: it is new, NaN)."""
        twin = History(len(layer_origin), self.capacity)
        twin._iteration, twin._epoch = self._iteration.copy(), self._epoch.copy()
        twin._low, twin._high = self._remap(self._low, layer_origin), self._remap(self._high, layer_origin)
        twin._used, twin._rows_a_bucket = self._used, self._rows_a_bucket
        twin._rows_in_last = self._rows_in_last
        return twin

    def _merge_into_last(self, row: Array) -> None:
        i = self._used - 1
        self._low[:, i] = np.fmin(self._low[:, i], row)
        self._high[:, i] = np.fmax(self._high[:, i], row)
        self._rows_in_last += 1

    def _start_bucket(self, row: Array) -> None:
        if self._used == self.capacity:
            self._halve()
            # After halving, the last bucket is complete: it was merged from two full ones.
        elif self._used == self._iteration.size:
            self._grow()
        self._low[:, self._used] = row
        self._high[:, self._used] = row
        self._used += 1
        self._rows_in_last = 1

    def _grow(self) -> None:
        size = min(self.capacity, 2 * self._used)
        extra = size - self._used
        self._iteration = np.concatenate((self._iteration, np.zeros(extra, np.int64)))
        self._epoch = np.concatenate((self._epoch, np.zeros(extra)))
        self._low = np.pad(self._low, ((0, 0), (0, extra)), constant_values=np.nan)
        self._high = np.pad(self._high, ((0, 0), (0, extra)), constant_values=np.nan)

    def _halve(self) -> None:
        half = self._used // 2
        self._iteration[:half] = self._iteration[1::2]
        self._epoch[:half] = self._epoch[1::2]
        self._low[:, :half] = np.fmin(self._low[:, ::2], self._low[:, 1::2])
        self._high[:, :half] = np.fmax(self._high[:, ::2], self._high[:, 1::2])
        self._used = half
        self._rows_a_bucket *= 2

    def _series(self, values: Array) -> dict[str, NDArray[np.floating]]:
        copied = _frozen(values[:, : self._used].copy())
        series: dict[str, NDArray[np.floating]] = {key: copied[i] for i, key in enumerate(SCALARS)}
        layers = copied[len(SCALARS) :].T
        series["rms_dW"] = layers[:, : self.L]
        series["rms_db"] = layers[:, self.L :]
        return series

    def _remap(self, values: Array, layer_origin: Sequence[int | None]) -> Array:
        scalars = len(SCALARS)
        remapped = np.full((scalars + 2 * len(layer_origin), values.shape[1]), np.nan)
        remapped[:scalars] = values[:scalars]
        for i, origin in enumerate(layer_origin):
            if origin is not None:
                remapped[scalars + i] = values[scalars + origin - 1]
                remapped[scalars + len(layer_origin) + i] = values[scalars + self.L + origin - 1]
        return remapped


def _frozen(array: Kind) -> Kind:
    array.setflags(write=False)
    return array

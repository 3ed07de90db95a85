"""Examples as contiguous rows. Those of a large table are not copied: they are put in order and scaled when taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]  # floats of either size
Places = slice | NDArray[np.integer]

ROWS_A_PART = 1 << 12


@dataclass(frozen=True, eq=False)
class Rows:
    """Row i is (values[order[i]] - offset) / size.

    values: (M, n), contiguous, not to be written to. order: (m,) rows of values, None: as they are. offset, size:
    (n,) both, None: not scaled. Places are rows of this order: a slice without step, or indices.
    """

    values: Array
    order: NDArray[np.integer] | None = None
    offset: Array | None = None
    size: Array | None = None

    def __post_init__(self) -> None:
        for array in (self.values, self.order, self.offset, self.size):
            if array is not None:
                array.flags.writeable = False

    @property
    def m(self) -> int:
        """How many rows there are."""
        return len(self.values) if self.order is None else len(self.order)

    @property
    def n(self) -> int:
        """Numbers a row."""
        return int(self.values.shape[1])

    @property
    def is_plain(self) -> bool:
        """Whether `values` are the rows themselves."""
        return self.order is None and self.offset is None

    def take(self, places: Places, out: Array) -> None:
        """Write these rows into out (k, n), contiguous."""
        chosen: Any = places if self.order is None else self.order[places]
        if isinstance(chosen, slice):
            np.copyto(out, self.values[chosen])
        else:
            # mode="clip" lets take write straight into out; these indices are all in range.
            self.values.take(chosen, 0, out, "clip")
        if self.offset is not None:
            out -= self.offset
            out /= self.size

    def part(self, places: Places) -> Array:
        """These rows (k, n), read-only: a view where it can be one."""
        if self.is_plain and isinstance(places, slice):
            return self.values[places]
        count = len(range(self.m)[places]) if isinstance(places, slice) else len(places)
        rows = np.empty((count, self.n), self.values.dtype)
        self.take(places, rows)
        rows.flags.writeable = False
        return rows

    def parts(self, stop: int) -> Iterator[Array]:
        """The first `stop` rows in parts of at most ROWS_A_PART, to pass over all of them in little memory."""
        for start in range(0, stop, ROWS_A_PART):
            yield self.part(slice(start, min(start + ROWS_A_PART, stop)))

    def laid_out(self, dtype: Any = None) -> Rows:
        """The same rows as an array of their own, of this dtype (None: the same one)."""
        values = self.part(slice(0, self.m)).astype(dtype or self.values.dtype, copy=False)
        return Rows(values)

    def with_values(self, values: Array) -> Rows:
        """Rows in the same order of other values."""
        return replace(self, values=values)


def with_ones(X: NDArray[Any], dtype: Any = np.float64) -> Array:
    """Rows (m, n + 1) of examples X (n, m), with a last column of ones."""
    rows: Array = np.ones((X.shape[1], X.shape[0] + 1), dtype)
    rows[:, :-1] = X.T
    return rows

"""A table of numbers with a target column, wherever it came from: a CSV file or a set that comes along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray


class TableError(ValueError):
    """A file that can't be used as a table; one sentence says what, where and what to do."""


@dataclass(frozen=True, eq=False)
class Table:
    """names: the d input columns. X: (d, m) float64, unscaled, one example a column, read-only.

    target: (m,) class numbers (int64) into class_names, or values (float64) and class_names empty.
    rows_read counts the data rows of the file, rows_incomplete those of them that were left out.
    source: the name of the file or set. Two tables are equal only if they are the same object.
    """

    names: tuple[str, ...]
    X: NDArray[np.float64]
    target: NDArray[Any]
    class_names: tuple[str, ...]
    target_name: str
    source: str
    rows_read: int
    rows_incomplete: int = 0

    def __post_init__(self) -> None:
        d, m = len(self.names), len(self.target)
        if self.X.shape != (d, m):
            raise ValueError(f"X has shape {self.X.shape}, {d} names and {m} targets need ({d}, {m})")
        self.X.flags.writeable = False
        self.target.flags.writeable = False

    @property
    def is_regression(self) -> bool:
        """Whether the target is a value rather than a class."""
        return not self.class_names

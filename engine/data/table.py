"""A table of numbers with a target column, wherever it came from: a CSV file or a set that comes along."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.rows import Array, with_ones


class TableError(ValueError):
    """A file that can't be used as a table; one sentence says what, where and what to do."""


@dataclass(frozen=True, eq=False)
class Table:
    """names: the d input columns. X: (d, m) float64, unscaled, one example a column, read-only.

    target: (m,) class numbers (of any integer type) into class_names, or values (float64) and class_names empty.
    rows: (m, d + 1), the examples with a last column of ones, as training wants them. X is a view of it; laid_out
    gives it, where it is there already.
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
    laid_out: InitVar[Array | None] = None
    rows: Array = field(init=False, repr=False)

    def __post_init__(self, laid_out: Array | None) -> None:
        d, m = len(self.names), len(self.target)
        if self.X.shape != (d, m):
            raise ValueError(f"X has shape {self.X.shape}, {d} names and {m} targets need ({d}, {m})")
        object.__setattr__(self, "rows", with_ones(self.X) if laid_out is None else laid_out)
        self.rows.flags.writeable = False
        object.__setattr__(self, "X", self.rows[:, :-1].T)
        self.target.flags.writeable = False

    @property
    def is_regression(self) -> bool:
        """Whether the target is a value rather than a class."""
        return not self.class_names

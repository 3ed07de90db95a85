"""A few examples that were typed, number by number: the data of an exercise."""

from __future__ import annotations

import math
from dataclasses import dataclass
from reprlib import repr as shown
from typing import Any

from engine.data.errors import DataError

MAX_NUMBERS = 100_000

Matrix = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class GivenExamples:
    """X: n[0] rows of m numbers, Y: n[L] rows of m numbers; one example a column. All of them train.

    input_names: n[0] texts, or () for x1, x2, ... Raises DataError.
    """

    X: Matrix
    Y: Matrix
    input_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("X", "Y"):
            object.__setattr__(self, name, checked_matrix(getattr(self, name), f"given: {name}"))
        if len(self.X[0]) != len(self.Y[0]):
            raise DataError(f"given: X has {len(self.X[0])} columns and Y has {len(self.Y[0])}; both need m")
        object.__setattr__(self, "input_names", self._checked_names())

    @property
    def names(self) -> tuple[str, ...]:
        """A name for every input."""
        return self.input_names or tuple(f"x{j}" for j in range(1, len(self.X) + 1))

    def _checked_names(self) -> tuple[str, ...]:
        names: Any = self.input_names
        if not isinstance(names, (list, tuple)) or not all(isinstance(name, str) for name in names):
            raise DataError(f"given: input_names must be a list of texts, not {shown(names)}")
        if names and len(names) != len(self.X):
            raise DataError(f"given: input_names has {len(names)} texts, X has {len(self.X)} rows")
        return tuple(names)


def checked_matrix(rows: Any, where: str) -> Matrix:
    """Rows of equally many finite numbers as nested tuples of floats, at least one. Raises DataError."""
    if not isinstance(rows, (list, tuple)) or not rows:
        raise DataError(f"{where} must be a list of rows of numbers, not {shown(rows)}")
    for row in rows:
        if not isinstance(row, (list, tuple)) or not row or len(row) != len(rows[0]):
            raise DataError(f"{where} must have rows of equally many numbers, not {shown(row)}")
    if len(rows) * len(rows[0]) > MAX_NUMBERS:
        raise DataError(f"{where} is limited to {MAX_NUMBERS} numbers: import a table instead")
    return tuple(tuple(_checked_number(value, where) for value in row) for row in rows)


def _checked_number(value: Any, where: str) -> float:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    # An integer too large for a float is no number for us either, so abs comes before isfinite.
    if not (number and abs(value) < 1e300 and math.isfinite(value)):
        raise DataError(f"{where} holds {shown(value)}, which is no finite number")
    return float(value)

"""The table of scalings of table data, fitted on the training part: X = (raw - offset) / size, row by row.

It is always the person's choice and always said (`Dataset.notes`); nothing else is scaled anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Scaling:
    """fit(row (m,)) gives (offset, size) of one input; None: nothing is scaled. note: what is said then."""

    key: str
    label: str
    fit: Callable[[Array], tuple[float, float]] | None
    note: str = ""


@dataclass(frozen=True, eq=False)
class FittedScaling:
    """offset and size: (d, 1) each. An input that is constant has size 1."""

    offset: Array
    size: Array

    def apply(self, raw: Array) -> Array:
        """X (d, m) from raw values (d, m), as a new array."""
        X = raw - self.offset
        X /= self.size
        return X


def _standardise(row: Array) -> tuple[float, float]:
    return float(row.mean()), float(row.std())


def _min_max(row: Array) -> tuple[float, float]:
    low = float(row.min())
    return low, float(row.max()) - low


_ROWS = (
    Scaling("none", "None", None),
    Scaling("standardise", "Standardise", _standardise, "mean 0 and standard deviation 1"),
    Scaling("min_max", "Min-max", _min_max, "0 to 1"),
)

SCALINGS: dict[str, Scaling] = {row.key: row for row in _ROWS}


def fit_scaling(key: str, raw: Array, columns: NDArray[np.integer]) -> FittedScaling | None:
    """Fit on the given columns (the training examples) of raw (d, m), one input at a time to save memory.

    None where the key scales nothing.
    """
    fit = SCALINGS[key].fit
    if fit is None:
        return None
    pairs = np.array([fit(row[columns]) for row in raw]).reshape(-1, 2)
    size = np.where(pairs[:, 1] > 0, pairs[:, 1], 1.0)
    return FittedScaling(pairs[:, :1].copy(), size[:, None])

"""How large the numbers of a row are: what the colours and decimals of its matrices go by. No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.step.row import Operand

Array = NDArray[np.floating]
# Matrices of one family share one range, so that equal colours are equal numbers.
FAMILIES = {
    **dict.fromkeys(("dZ", "dA", "dW", "db"), "derivatives"),
    **dict.fromkeys(("X", "A", "Y"), "activations"),
    **dict.fromkeys(("W", "b"), "parameters"),
}
# Activations mostly lie between -1 and 1: a 0.5 then has the same colour in every row.
LEAST_RANGES = {"activations": 1.0}


@dataclass(frozen=True)
class Extent:
    """The smallest and the largest finite number of an array; 0 and 0 where there is none."""

    low: float
    high: float
    is_finite: bool = True  # all of them

    @property
    def largest(self) -> float:
        """The largest size."""
        return max(abs(self.low), abs(self.high))


def extent(array: Array) -> Extent:
    """Of all cells, in NumPy: two quick passes unless something is not finite."""
    low, high = float(array.min()), float(array.max())
    if math.isfinite(low) and math.isfinite(high):
        return Extent(low, high)
    finite = array[np.isfinite(array)]
    if not finite.size:
        return Extent(0.0, 0.0, is_finite=False)
    return Extent(float(finite.min()), float(finite.max()), is_finite=False)


def family_of(operand: Operand) -> str:
    """Which matrices share a range with this one; a symbol without relatives is a family of its own."""
    return FAMILIES.get(operand.symbol, operand.symbol)


def family_ranges(operands: Iterable[tuple[Operand, Extent]]) -> dict[str, float]:
    """For each family the size that has the strongest colour; never 0."""
    ranges: dict[str, float] = {}
    for operand, size in operands:
        family = family_of(operand)
        ranges[family] = max(ranges.get(family, LEAST_RANGES.get(family, 0.0)), size.largest)
    return {family: largest or 1.0 for family, largest in ranges.items()}

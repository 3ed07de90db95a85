"""Which output value gets which colour: a middle (neutral) and the half range to either end. No Qt."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]


class Scale(NamedTuple):
    """Colour position = (value - middle) / half, clamped to -1 ... 1."""

    middle: float
    half: float

    @property
    def low(self) -> float:
        """The value that has the strongest negative colour."""
        return self.middle - self.half

    @property
    def high(self) -> float:
        """The value that has the strongest positive colour."""
        return self.middle + self.half

    def position(self, values: Floats) -> Floats:
        """Colour positions of an array; not clamped."""
        if self.middle == 0.0 and self.half == 1.0:
            return values
        return (values - np.float32(self.middle)) * np.float32(1.0 / self.half)


PROBABILITY = Scale(0.5, 0.5)


def symmetric(largest: float) -> Scale:
    """A scale round 0 that reaches to `largest`; 1 if that is 0 or not finite."""
    return Scale(0.0, largest if math.isfinite(largest) and largest > 0 else 1.0)


def range_scale(low: float, high: float) -> Scale:
    """The scale of a number to predict: round 0 if it has both signs, else from its least to its largest."""
    if low < 0 < high or high <= low:
        return symmetric(max(abs(low), abs(high)))
    return Scale((low + high) / 2, (high - low) / 2)

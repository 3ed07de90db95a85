"""The table of inputs that can be switched on for data of the plane: functions of x1 and x2.

Nothing is scaled: the values are those of the formula.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Feature:
    """One input: key, text on the screen, formula (LaTeX), and its function of two (m,) arrays."""

    key: str
    label: str
    formula: str
    of: Callable[[Array, Array], Array]


def _x1(x1: Array, x2: Array) -> Array:
    return x1


def _x2(x1: Array, x2: Array) -> Array:
    return x2


def _x1_squared(x1: Array, x2: Array) -> Array:
    return x1 * x1


def _x2_squared(x1: Array, x2: Array) -> Array:
    return x2 * x2


def _x1_x2(x1: Array, x2: Array) -> Array:
    return x1 * x2


def _sin_x1(x1: Array, x2: Array) -> Array:
    return np.sin(x1)


def _sin_x2(x1: Array, x2: Array) -> Array:
    return np.sin(x2)


_ROWS = (
    Feature("x1", "x₁", "x_1", _x1),
    Feature("x2", "x₂", "x_2", _x2),
    Feature("x1_squared", "x₁²", "x_1^2", _x1_squared),
    Feature("x2_squared", "x₂²", "x_2^2", _x2_squared),
    Feature("x1_x2", "x₁x₂", "x_1 x_2", _x1_x2),
    Feature("sin_x1", "sin x₁", r"\sin x_1", _sin_x1),
    Feature("sin_x2", "sin x₂", r"\sin x_2", _sin_x2),
)

FEATURES: dict[str, Feature] = {row.key: row for row in _ROWS}


def features_of(raw: Array, keys: Sequence[str]) -> Array:
    """X (len(keys), m) from plane coordinates (2, m), one row a feature in the order of the keys."""
    return np.stack([FEATURES[key].of(raw[0], raw[1]) for key in keys])

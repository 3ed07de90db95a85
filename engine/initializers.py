"""The table of ways that W starts. Biases always start at 0."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Initializer:
    """draw(generator, n, n_prev): a fresh W[l] of shape (n[l], n[l-1]) in float64."""

    key: str
    label: str
    draw: Callable[[np.random.Generator, int, int], NDArray[np.float64]]
    formula: str


def _zeros(generator: np.random.Generator, n: int, n_prev: int) -> NDArray[np.float64]:
    return np.zeros((n, n_prev))


def _small_random(generator: np.random.Generator, n: int, n_prev: int) -> NDArray[np.float64]:
    return 0.01 * generator.standard_normal((n, n_prev))


def _uniform(generator: np.random.Generator, n: int, n_prev: int) -> NDArray[np.float64]:
    return generator.uniform(-0.5, 0.5, (n, n_prev))


def _xavier(generator: np.random.Generator, n: int, n_prev: int) -> NDArray[np.float64]:
    # Glorot and Bengio 2010: variance 2 / (n[l-1] + n[l]) keeps both passes at one scale.
    return math.sqrt(2 / (n_prev + n)) * generator.standard_normal((n, n_prev))


def _he(generator: np.random.Generator, n: int, n_prev: int) -> NDArray[np.float64]:
    # He et al. 2015: variance 2 / n[l-1], for ReLU, which passes half of its inputs.
    return math.sqrt(2 / n_prev) * generator.standard_normal((n, n_prev))


_ROWS = (
    Initializer("zeros", "Zeros", _zeros, r"0"),
    Initializer("small_random", "Small random", _small_random, r"0.01 \cdot \mathcal{N}(0, 1)"),
    Initializer("uniform", "Uniform", _uniform, r"\mathcal{U}(-0.5,\, 0.5)"),
    Initializer("xavier", "Xavier", _xavier, r"\mathcal{N}(0, 1) \sqrt{2 / (n^{[l-1]} + n^{[l]})}"),
    Initializer("he", "He", _he, r"\mathcal{N}(0, 1) \sqrt{2 / n^{[l-1]}}"),
)

INITIALIZERS: dict[str, Initializer] = {row.key: row for row in _ROWS}

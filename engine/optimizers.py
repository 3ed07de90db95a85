"""The table of optimisers: what one update does to the parameters, given the gradient.

They work on one flat vector of all parameters, in place; element by element that is the same as on W
and b apart. The bound plan has faster forms of these; this file is what they must agree with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
State = dict[str, Array]


@dataclass(frozen=True)
class Optimizer:
    """update(theta, gradient, state, alpha, t) changes theta and state in place.

    state holds one vector of theta's shape, at first 0, for each name in `memory`; t counts this
    optimiser's updates from 1. The formula is LaTeX, for W; it holds for b alike.
    """

    key: str
    label: str
    memory: tuple[str, ...]
    update: Callable[[Array, Array, State, float, int], None]
    formula: str


def _gradient_descent(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    theta -= alpha * gradient


def _momentum(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    v = state["v"]
    v[:] = 0.9 * v + 0.1 * gradient
    theta -= alpha * v


def _rmsprop(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    s = state["s"]
    s[:] = 0.9 * s + 0.1 * gradient**2
    theta -= alpha * gradient / (np.sqrt(s) + 1e-8)


def _adam(theta: Array, gradient: Array, state: State, alpha: float, t: int) -> None:
    v, s = state["v"], state["s"]
    v[:] = 0.9 * v + 0.1 * gradient
    s[:] = 0.999 * s + 0.001 * gradient**2
    v_corrected = v / (1 - 0.9**t)
    s_corrected = s / (1 - 0.999**t)
    theta -= alpha * v_corrected / (np.sqrt(s_corrected) + 1e-8)


_ROWS = (
    Optimizer("gradient_descent", "Gradient descent", (), _gradient_descent, r"W \leftarrow W - \alpha\, dW"),
    Optimizer(
        "momentum",
        "Momentum",
        ("v",),
        _momentum,
        r"v \leftarrow 0.9\, v + 0.1\, dW, \quad W \leftarrow W - \alpha\, v",
    ),
    Optimizer(
        "rmsprop",
        "RMSprop",
        ("s",),
        _rmsprop,
        r"s \leftarrow 0.9\, s + 0.1\, dW^2, \quad W \leftarrow W - \alpha \frac{dW}{\sqrt{s} + 10^{-8}}",
    ),
    Optimizer(
        "adam",
        "Adam",
        ("v", "s"),
        _adam,
        r"v \leftarrow 0.9\, v + 0.1\, dW, \quad s \leftarrow 0.999\, s + 0.001\, dW^2, \quad "
        r"W \leftarrow W - \alpha \frac{v / (1 - 0.9^t)}{\sqrt{s / (1 - 0.999^t)} + 10^{-8}}",
    ),
)

OPTIMIZERS: dict[str, Optimizer] = {row.key: row for row in _ROWS}

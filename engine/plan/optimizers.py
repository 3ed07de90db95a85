"""Optimisers bound to flat vectors: what `engine.optimizers` defines, as in-place calls.

A row of the table without a form of its own here is run through its definition: right, only slower.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.optimizers import OPTIMIZERS
from engine.plan.layers import Op, constant

Array = NDArray[np.floating]


class BoundOptimizer:
    """One optimiser bound to theta and its gradient (flat, same shape).

    ops: the calls of one update. memory: (rows, theta.size), its state. t: its updates so far.
    alpha is a 0-d array that may be changed between updates.
    """

    def __init__(self, key: str, theta: Array, gradient: Array, alpha: Array) -> None:
        self.row = OPTIMIZERS[key]
        self.theta, self.gradient, self.alpha = theta, gradient, alpha
        self.memory: Array = np.zeros((len(self.row.memory), theta.size), theta.dtype)
        self.t = 0
        self.scratch: Array = np.empty_like(theta)
        bind = _BOUND.get(key, _bind_by_definition)
        self.ops: list[Op] = bind(self)


def _bind_gradient_descent(to: BoundOptimizer) -> list[Op]:
    return [
        partial(np.multiply, to.gradient, to.alpha, to.scratch),
        partial(np.subtract, to.theta, to.scratch, to.theta),
    ]


def _bind_momentum(to: BoundOptimizer) -> list[Op]:
    v = to.memory[0]
    return [
        *_moving_average(v, to.gradient, 0.9, to.scratch),
        partial(np.multiply, v, to.alpha, to.scratch),
        partial(np.subtract, to.theta, to.scratch, to.theta),
    ]


def _bind_rmsprop(to: BoundOptimizer) -> list[Op]:
    s, step = to.memory[0], to.scratch
    return [
        partial(np.multiply, to.gradient, to.gradient, step),
        *_moving_average(s, step, 0.9, step),
        partial(np.sqrt, s, step),
        partial(np.add, step, constant(1e-8, s), step),
        partial(np.divide, to.gradient, step, step),
        partial(np.multiply, step, to.alpha, step),
        partial(np.subtract, to.theta, step, to.theta),
    ]


def _bind_adam(to: BoundOptimizer) -> list[Op]:
    v, s = to.memory
    step, square = to.scratch, np.empty_like(to.theta)
    rate, root = constant(0, v), constant(0, v)

    def count() -> None:
        to.t += 1
        rate[...] = to.alpha / (1 - 0.9**to.t)
        root[...] = (1 - 0.999**to.t) ** 0.5

    return [
        count,
        *_moving_average(v, to.gradient, 0.9, step),
        partial(np.multiply, to.gradient, to.gradient, square),
        *_moving_average(s, square, 0.999, square),
        partial(np.sqrt, s, step),
        partial(np.divide, step, root, step),
        partial(np.add, step, constant(1e-8, s), step),
        partial(np.divide, v, step, step),
        partial(np.multiply, step, rate, step),
        partial(np.subtract, to.theta, step, to.theta),
    ]


def _moving_average(average: Array, values: Array, share: float, scratch: Array) -> list[Op]:
    """average := share average + (1 - share) values; scratch may be values' own memory."""
    fresh = float(np.round(1 - share, 12))
    return [
        partial(np.multiply, average, constant(share, average), average),
        partial(np.multiply, values, constant(fresh, average), scratch),
        partial(np.add, average, scratch, average),
    ]


def _bind_by_definition(to: BoundOptimizer) -> list[Op]:
    state = dict(zip(to.row.memory, to.memory, strict=True))

    def update() -> None:
        to.t += 1
        to.row.update(to.theta, to.gradient, state, float(to.alpha), to.t)

    return [update]


_BOUND: dict[str, Callable[[BoundOptimizer], list[Op]]] = {
    "gradient_descent": _bind_gradient_descent,
    "momentum": _bind_momentum,
    "rmsprop": _bind_rmsprop,
    "adam": _bind_adam,
}

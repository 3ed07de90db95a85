"""The start of the backward pass bound to buffers: dZ[L] / m from Z[L] and the targets of a batch.

Dividing dZ[L] by m once makes every product behind it a derivative of the cost. The targets come divided
by m already (`scaled_targets`), which saves a call an update.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.costs import Cost
from engine.plan.layers import LayerPlan, Op, constant

Array = NDArray[np.floating]


@dataclass(frozen=True)
class OutputPlan:
    """Calls that make dZ[L] / m in `dZ` (n[L], m): `before`, then the one that reads targets, then `after`."""

    dZ: Array
    before: Sequence[Op]
    compare: Callable[[Array], Op]
    after: Sequence[Op]


def scaled_targets(cost: Cost, Y: Array, m: int) -> Array:
    """What `OutputPlan.compare` wants for labels Y in batches of m: (1 - Y)/m for a sigmoid with its cost, else Y/m."""
    return np.asarray((1 - Y) / Y.dtype.type(m) if cost.key == "binary_cross_entropy" else Y / Y.dtype.type(m))


def bind_output(cost: Cost, layer: LayerPlan) -> OutputPlan:
    """Bind the cost to the output layer's buffers; a cost without a form of its own runs its definition."""
    m = layer.Z.shape[1]
    if cost.key == "binary_cross_entropy":
        return _bind_sigmoid_cross_entropy(layer, m)
    if cost.key == "categorical_cross_entropy":
        return _bind_softmax_cross_entropy(layer, m)
    if cost.key == "mean_squared_error":
        return _bind_squared_error(layer, m)
    return _bind_by_definition(cost, layer, m)


def _bind_sigmoid_cross_entropy(layer: LayerPlan, m: int) -> OutputPlan:
    # (A - Y)/m = (1 - Y)/m - (1/m)/(1 + e^z): A itself is not needed.
    Z, dZ = layer.Z, np.empty_like(layer.Z)
    one, share = constant(1, Z), constant(1 / m, Z)
    before = (partial(np.exp, Z, dZ), partial(np.add, dZ, one, dZ), partial(np.divide, share, dZ, dZ))
    return OutputPlan(dZ, before, lambda T: partial(np.subtract, T, dZ, dZ), ())


def _bind_softmax_cross_entropy(layer: LayerPlan, m: int) -> OutputPlan:
    A, dZ = layer.A, np.empty_like(layer.Z)
    before: list[Op] = [*layer.forward, partial(np.multiply, A, constant(1 / m, A), dZ)]
    return OutputPlan(dZ, before, lambda T: partial(np.subtract, dZ, T, dZ), ())


def _bind_squared_error(layer: LayerPlan, m: int) -> OutputPlan:
    A, dZ = layer.A, np.empty_like(layer.Z)
    before: list[Op] = [*layer.forward, partial(np.multiply, A, constant(1 / m, A), dZ)]
    return OutputPlan(dZ, before, lambda T: partial(np.subtract, dZ, T, dZ), layer.backward(dZ))


def _bind_by_definition(cost: Cost, layer: LayerPlan, m: int) -> OutputPlan:
    dZ = np.empty_like(layer.Z)

    def compare(T: Array) -> Op:
        def from_cost() -> None:
            Y = T * m
            dZ[...] = (cost.dA(layer.A, Y) if cost.dZ is None else cost.dZ(layer.A, Y)) / m

        return from_cost

    return OutputPlan(dZ, layer.forward, compare, layer.backward(dZ) if cost.dZ is None else ())

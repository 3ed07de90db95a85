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
from engine.plan.layers import Op, constant, form_of
from engine.spec import LayerSpec

Array = NDArray[np.floating]


@dataclass(frozen=True)
class OutputPlan:
    """Calls that make dZ[L] / m in `dZ` (n[L], m): `before`, then the one that reads targets, then `after`."""

    dZ: Array
    before: Sequence[Op]
    compare: Callable[[Array], Op]
    after: Sequence[Op]


def scaled_targets(cost: Cost, Y: Array, m: int) -> Array:
    """What `OutputPlan.compare` wants for labels Y in batches of m.

    (1 - Y)/m for binary cross-entropy (see `_bind_sigmoid_cross_entropy`), else Y/m.
    """
    targets = 1 - Y if cost.key == "binary_cross_entropy" else Y
    return np.asarray(targets / Y.dtype.type(m))


def bind_output(cost: Cost, layer: LayerSpec, Z: Array) -> OutputPlan:
    """Bind cost and output activation to Z[L]; a cost without a form of its own runs its definition."""
    if cost.key == "binary_cross_entropy":
        return _bind_sigmoid_cross_entropy(Z)
    if cost.key == "mean_squared_error" and layer.activation == "linear":
        return _bind_difference((), Z, None)
    form = form_of(layer.activation)
    A = np.empty_like(Z)
    S: Array = np.ones(Z.shape, form.slope_type or Z.dtype)
    if cost.key == "categorical_cross_entropy":
        return _bind_difference(form.forward(layer.leaky_slope, Z, A), A, None)
    forward = [*form.training(layer.leaky_slope, Z, A, S), *form.slopes(A, S)]
    if cost.key == "mean_squared_error":
        return _bind_difference(forward, A, S)
    return _bind_by_definition(cost, forward, A, S)


def _bind_sigmoid_cross_entropy(Z: Array) -> OutputPlan:
    # (A - Y)/m = (1 - Y)/m - (1/m)/(1 + e^z): A itself is not needed.
    one, share, dZ = constant(1, Z), constant(1 / Z.shape[1], Z), np.empty_like(Z)
    before = (partial(np.exp, Z, dZ), partial(np.add, dZ, one, dZ), partial(np.divide, share, dZ, dZ))
    return OutputPlan(dZ, before, lambda targets: partial(np.subtract, targets, dZ, dZ), ())


def _bind_difference(forward: Sequence[Op], A: Array, S: Array | None) -> OutputPlan:
    """dZ = A - Y, times the slopes S if there are any."""
    dZ = np.empty_like(A)
    before: list[Op] = [*forward, partial(np.multiply, A, constant(1 / A.shape[1], A), dZ)]
    after = [] if S is None else [partial(np.multiply, dZ, S, dZ)]
    return OutputPlan(dZ, before, lambda targets: partial(np.subtract, dZ, targets, dZ), after)


def _bind_by_definition(cost: Cost, forward: Sequence[Op], A: Array, S: Array) -> OutputPlan:
    m, dZ = A.shape[1], np.empty_like(A)

    def compare(targets: Array) -> Op:
        def from_cost() -> None:
            Y = targets * m
            dZ[...] = (cost.dA(A, Y) * S if cost.dZ is None else cost.dZ(A, Y)) / m

        return from_cost

    return OutputPlan(dZ, forward, compare, ())

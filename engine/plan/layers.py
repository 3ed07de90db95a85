"""Activations bound to buffers: what `engine.activations` defines, as in-place calls on preallocated arrays.

A row of the table without a form of its own here is run through its definition: right, only slower.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS, Activation
from engine.spec import LayerSpec

Array = NDArray[np.floating]
Op = Callable[[], object]


@dataclass(frozen=True)
class LayerPlan:
    """One layer bound to its buffers.

    Z: where the linear output must be written, (n, m); it may be A's own memory. A: the activation.
    forward: calls that make A from Z. backward(dA): calls that turn dA into dZ, in place.
    """

    Z: Array
    A: Array
    forward: Sequence[Op]
    backward: Callable[[Array], Sequence[Op]]


def bind_layer(layer: LayerSpec, A: Array, Z: Array | None = None) -> LayerPlan:
    """Bind a layer to A (n, m), C-contiguous. Z: a buffer of its own that is kept; None: whatever is fastest."""
    row = ACTIVATIONS[layer.activation]
    bind = _BOUND.get(row.key)
    if bind is None:
        return _bind_by_definition(row, layer.leaky_slope, A, np.empty_like(A) if Z is None else Z)
    return bind(layer.leaky_slope, A, A if Z is None else Z)


def forward_ops(Wb: Sequence[Array], A0: Array, layers: Sequence[LayerPlan], A: Sequence[Array]) -> list[Op]:
    """Calls for the forward pass of the first layers. Wb: index 0 unused; A: A[1], A[2] ... with their row of ones."""
    ops: list[Op] = []
    for Wb_l, A_prev, plan in zip(Wb[1:], [A0, *A], layers, strict=False):
        ops += [partial(Wb_l.dot, A_prev, plan.Z), *plan.forward]
    return ops


def constant(value: float, like: Array) -> Array:
    """A 0-d array: as an operand it is cheaper than a Python number, which is converted at each call."""
    return np.array(value, like.dtype)


def _bind_sigmoid(slope: float, A: Array, Z: Array) -> LayerPlan:
    one, S = constant(1, A), np.empty_like(A)
    forward = (
        partial(np.negative, Z, A),
        partial(np.exp, A, A),
        partial(np.add, A, one, A),
        partial(np.reciprocal, A, A),
    )

    def backward(dA: Array) -> Sequence[Op]:
        return (
            partial(np.subtract, one, A, S),
            partial(np.multiply, S, A, S),
            partial(np.multiply, dA, S, dA),
        )

    return LayerPlan(Z, A, forward, backward)


def _bind_tanh(slope: float, A: Array, Z: Array) -> LayerPlan:
    one, S = constant(1, A), np.empty_like(A)

    def backward(dA: Array) -> Sequence[Op]:
        return (
            partial(np.multiply, A, A, S),
            partial(np.subtract, one, S, S),
            partial(np.multiply, dA, S, dA),
        )

    return LayerPlan(Z, A, (partial(np.tanh, Z, A),), backward)


def _bind_relu(slope: float, A: Array, Z: Array) -> LayerPlan:
    zero, positive = constant(0, A), np.empty(A.shape, np.bool_)
    forward = (partial(np.greater_equal, Z, zero, positive), partial(np.multiply, Z, positive, A))

    def backward(dA: Array) -> Sequence[Op]:
        return (partial(np.multiply, dA, positive, dA),)

    return LayerPlan(Z, A, forward, backward)


def _bind_leaky_relu(slope: float, A: Array, Z: Array) -> LayerPlan:
    zero, low, rise = constant(0, A), constant(slope, A), constant(1 - slope, A)
    positive, S = np.empty(A.shape, np.bool_), np.empty_like(A)
    forward = (
        partial(np.greater_equal, Z, zero, positive),
        partial(np.multiply, positive, rise, S),
        partial(np.add, S, low, S),
        partial(np.multiply, Z, S, A),
    )

    def backward(dA: Array) -> Sequence[Op]:
        return (partial(np.multiply, dA, S, dA),)

    return LayerPlan(Z, A, forward, backward)


def _bind_linear(slope: float, A: Array, Z: Array) -> LayerPlan:
    return LayerPlan(A, A, (), lambda dA: ())


def _bind_softmax(slope: float, A: Array, Z: Array) -> LayerPlan:
    column = np.empty((1, A.shape[1]), A.dtype)
    forward = (
        partial(np.maximum.reduce, Z, 0, None, column, True),
        partial(np.subtract, Z, column, A),
        partial(np.exp, A, A),
        partial(np.add.reduce, A, 0, None, column, True),
        partial(np.divide, A, column, A),
    )

    def backward(dA: Array) -> Sequence[Op]:
        raise NotImplementedError("softmax is propagated backward through its cost: dZ = A - Y")

    return LayerPlan(Z, A, forward, backward)


def _bind_by_definition(row: Activation, slope: float, A: Array, Z: Array) -> LayerPlan:
    def forward() -> None:
        A[...] = row.g(Z, slope)

    def backward(dA: Array) -> Sequence[Op]:
        def multiply_by_slope() -> None:
            dA[...] *= row.slope(Z, A, slope)

        return (multiply_by_slope,)

    return LayerPlan(Z, A, (forward,), backward)


_BOUND: dict[str, Callable[[float, Array, Array], LayerPlan]] = {
    "sigmoid": _bind_sigmoid,
    "tanh": _bind_tanh,
    "relu": _bind_relu,
    "leaky_relu": _bind_leaky_relu,
    "linear": _bind_linear,
    "softmax": _bind_softmax,
}

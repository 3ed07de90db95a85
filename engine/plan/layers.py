"""Activations bound to buffers: what `engine.activations` defines, as in-place calls on preallocated arrays.

A row of the table without a form of its own here is run through its definition: right, only slower.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.spec import LayerSpec

Array = NDArray[np.floating]
Op = Callable[[], object]


@dataclass(frozen=True)
class Form:
    """How one activation is bound. Z, A, S: C-contiguous, of one shape; S holds the slopes g'(Z).

    forward(slope, Z, A): calls that make A; Z may be A's own memory.
    training(slope, Z, A, S): the same where slopes are wanted afterwards.
    slopes(A, S): calls that fill S once A is there, for any block of layers at once; () if `training` did,
    or if S, which starts as ones, is right as it is.
    """

    forward: Callable[[float, Array, Array], Sequence[Op]]
    training: Callable[[float, Array, Array, Array], Sequence[Op]]
    slopes: Callable[[Array, Array], Sequence[Op]]
    slope_type: type[np.bool_] | None = None


def form_of(activation: str) -> Form:
    """The bound form of an activation of the table."""
    return _FORMS.get(activation) or _form_by_definition(activation)


def constant(value: float, like: Array) -> Array:
    """A 0-d array: as an operand it is cheaper than a Python number, which is converted at each call."""
    return np.array(value, like.dtype)


def forward_ops(Wb: Sequence[Array], layers: Sequence[LayerSpec], A: Sequence[Array], Z_L: Array) -> list[Op]:
    """Calls for a whole forward pass. Wb: index 0 unused; A: A[0] ... A[L], each with its row of ones."""
    ops: list[Op] = []
    for l, layer in enumerate(layers, start=1):
        A_l = A[l][:-1]
        Z = Z_L if l == len(layers) else A_l
        ops += [
            partial(Wb[l].dot, A[l - 1], Z),
            *form_of(layer.activation).forward(layer.leaky_slope, Z, A_l),
        ]
    return ops


def _sigmoid(slope: float, Z: Array, A: Array) -> Sequence[Op]:
    # Where e^-z overflows to inf, 1/(1 + inf) = 0 is the right answer: no call for |z| is needed.
    one = constant(1, A)
    return (
        partial(np.negative, Z, A),
        partial(np.exp, A, A),
        partial(np.add, A, one, A),
        partial(np.reciprocal, A, A),
    )


def _sigmoid_slopes(A: Array, S: Array) -> Sequence[Op]:
    return (partial(np.subtract, constant(1, A), A, S), partial(np.multiply, S, A, S))


def _tanh(slope: float, Z: Array, A: Array) -> Sequence[Op]:
    return (partial(np.tanh, Z, A),)


def _tanh_slopes(A: Array, S: Array) -> Sequence[Op]:
    return (partial(np.multiply, A, A, S), partial(np.subtract, constant(1, A), S, S))


def _relu(slope: float, Z: Array, A: Array) -> Sequence[Op]:
    return (partial(np.maximum, Z, constant(0, A), out=A),)


def _relu_training(slope: float, Z: Array, A: Array, S: Array) -> Sequence[Op]:
    # One boolean mask serves forward and backward.
    return (partial(np.greater_equal, Z, constant(0, A), S), partial(np.multiply, Z, S, A))


def _leaky_relu(slope: float, Z: Array, A: Array) -> Sequence[Op]:
    return _leaky_relu_training(slope, Z, A, np.empty_like(A))


def _leaky_relu_training(slope: float, Z: Array, A: Array, S: Array) -> Sequence[Op]:
    positive = np.empty(A.shape, np.bool_)
    return (
        partial(np.greater_equal, Z, constant(0, A), positive),
        partial(np.multiply, positive, constant(1 - slope, A), S),
        partial(np.add, S, constant(slope, A), S),
        partial(np.multiply, Z, S, A),
    )


def _linear(slope: float, Z: Array, A: Array) -> Sequence[Op]:
    return () if np.shares_memory(Z, A) else (partial(np.copyto, A, Z),)


def _softmax(slope: float, Z: Array, A: Array) -> Sequence[Op]:
    column = np.empty((1, A.shape[1]), A.dtype)
    return (
        partial(np.maximum.reduce, Z, 0, None, column, True),
        partial(np.subtract, Z, column, A),
        partial(np.exp, A, A),
        partial(np.add.reduce, A, 0, None, column, True),
        partial(np.divide, A, column, A),
    )


def _slopes_later(
    forward: Callable[[float, Array, Array], Sequence[Op]], slopes: Callable[[Array, Array], Sequence[Op]]
) -> Form:
    return Form(forward, lambda slope, Z, A, S: forward(slope, Z, A), slopes)


def _slopes_at_once(
    forward: Callable[[float, Array, Array], Sequence[Op]],
    training: Callable[[float, Array, Array, Array], Sequence[Op]],
    slope_type: type[np.bool_] | None = None,
) -> Form:
    return Form(forward, training, lambda A, S: (), slope_type)


def _form_by_definition(activation: str) -> Form:
    row = ACTIVATIONS[activation]

    def forward(slope: float, Z: Array, A: Array) -> Sequence[Op]:
        def make_A() -> None:
            A[...] = row.g(Z, slope)

        return (make_A,)

    def training(slope: float, Z: Array, A: Array, S: Array) -> Sequence[Op]:
        def make_A_and_S() -> None:
            linear = Z.copy()
            A[...] = row.g(linear, slope)
            S[...] = row.slope(linear, A, slope)

        return (make_A_and_S,)

    return _slopes_at_once(forward, training)


_FORMS: dict[str, Form] = {
    "sigmoid": _slopes_later(_sigmoid, _sigmoid_slopes),
    "tanh": _slopes_later(_tanh, _tanh_slopes),
    "relu": _slopes_at_once(_relu, _relu_training, np.bool_),
    "leaky_relu": _slopes_at_once(_leaky_relu, _leaky_relu_training),
    "linear": _slopes_later(_linear, lambda A, S: ()),
    "softmax": _slopes_later(_softmax, _sigmoid_slopes),
}

"""The table of activations: g, its slope g', and both formulas. A new activation is one new row.

Every function takes Z of shape (n, m) and the slope of leaky ReLU below 0 (ignored by the others).
The bound plan (`engine.plan`) has faster forms of these; this file is what they must agree with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]

FAR = 700.0  # e^709 is the largest power of e that a double holds


@dataclass(frozen=True)
class Activation:
    """g(Z, slope) and slope(Z, A, slope) = g'(Z), both of Z's shape; formulas are LaTeX.

    For a written-out update (`engine.step`): matrix_formula is LaTeX with \\Z for the matrix; numpy and
    slope_numpy are NumPy expressions of {Z}, {A} and {slope}; numpy_far is what stands in for numpy where some
    |z| > FAR; written is one cell with its number {z}; slope_text is the slope in words of a and z. {extreme} is
    "max", or "min" for a slope above 1.
    hidden: may be used inside a network. For softmax, `slope` is the diagonal of its Jacobian matrix
    only (da_k/dz_k); an output of softmax is propagated backward through its cost's dZ = A - Y.
    """

    key: str
    label: str
    g: Callable[[Array, float], Array]
    slope: Callable[[Array, Array, float], Array]
    formula: str
    slope_formula: str
    matrix_formula: str
    numpy: str
    slope_numpy: str
    slope_text: str
    written: str
    numpy_far: str = ""
    hidden: bool = True


def _sigmoid(Z: Array, slope: float) -> Array:
    # e^min(z,0) / (1 + e^-|z|) is 1/(1 + e^-z) written so that no exponential overflows.
    return np.asarray(np.exp(np.minimum(Z, 0)) / (1 + np.exp(-np.abs(Z))))


def _sigmoid_slope(Z: Array, A: Array, slope: float) -> Array:
    return A * (1 - A)


def _tanh(Z: Array, slope: float) -> Array:
    return np.tanh(Z)


def _tanh_slope(Z: Array, A: Array, slope: float) -> Array:
    return 1 - A * A


def _relu(Z: Array, slope: float) -> Array:
    return np.maximum(Z, 0)


def _relu_slope(Z: Array, A: Array, slope: float) -> Array:
    return (Z >= 0).astype(Z.dtype)


def _leaky_relu(Z: Array, slope: float) -> Array:
    return np.where(Z >= 0, Z, Z.dtype.type(slope) * Z)


def _leaky_relu_slope(Z: Array, A: Array, slope: float) -> Array:
    return np.where(Z >= 0, Z.dtype.type(1), Z.dtype.type(slope))


def _linear(Z: Array, slope: float) -> Array:
    return Z.copy()


def _linear_slope(Z: Array, A: Array, slope: float) -> Array:
    return np.ones_like(Z)


def _softmax(Z: Array, slope: float) -> Array:
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return np.asarray(E / E.sum(axis=0, keepdims=True))


_ROWS = (
    Activation(
        "sigmoid",
        "sigmoid",
        _sigmoid,
        _sigmoid_slope,
        r"\frac{1}{1 + e^{-z}}",
        r"a\,(1 - a)",
        matrix_formula=r"\sigma(\Z)",
        numpy="1 / (1 + np.exp(-{Z}))",
        numpy_far="np.exp(np.minimum({Z}, 0)) / (1 + np.exp(-np.abs({Z})))",
        slope_numpy="({A} * (1 - {A}))",
        slope_text="a (1 − a)",
        written="1 / (1 + e^(−{z}))",
    ),
    Activation(
        "tanh",
        "tanh",
        _tanh,
        _tanh_slope,
        r"\frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}",
        r"1 - a^2",
        matrix_formula=r"\tanh(\Z)",
        numpy="np.tanh({Z})",
        slope_numpy="(1 - {A} ** 2)",
        slope_text="1 − a²",
        written="tanh({z})",
    ),
    Activation(
        "relu",
        "ReLU",
        _relu,
        _relu_slope,
        r"\max(0, z)",
        r"\begin{cases} 0 & z < 0 \\ 1 & z \ge 0 \end{cases}",
        matrix_formula=r"\max(0, \Z)",
        numpy="np.maximum(0, {Z})",
        slope_numpy="({Z} >= 0)",
        slope_text="1 where z ≥ 0, else 0",
        written="max(0, {z})",
    ),
    Activation(
        "leaky_relu",
        "leaky ReLU",
        _leaky_relu,
        _leaky_relu_slope,
        r"\begin{cases} s\,z & z < 0 \\ z & z \ge 0 \end{cases}",
        r"\begin{cases} s & z < 0 \\ 1 & z \ge 0 \end{cases}",
        matrix_formula=r"\extreme(\slope\, \Z, \Z)",
        numpy="np.{extreme}imum({slope} * {Z}, {Z})",
        slope_numpy="np.where({Z} >= 0, 1, {slope})",
        slope_text="1 where z ≥ 0, else {slope}",
        written="{extreme}({slope} · {z}, {z})",
    ),
    Activation(
        "linear",
        "linear",
        _linear,
        _linear_slope,
        r"z",
        r"1",
        matrix_formula=r"\Z",
        numpy="{Z}",
        slope_numpy="np.ones_like({Z})",
        slope_text="1",
        written="{z}",
    ),
    Activation(
        "softmax",
        "softmax",
        _softmax,
        _sigmoid_slope,
        r"\frac{e^{z_k}}{\sum_j e^{z_j}}",
        r"a_k\,(1 - a_k)",
        matrix_formula=r"e^{\Z} \,/\, \sum_{k} e^{\Z_{k}}",
        numpy="np.exp({Z}) / np.sum(np.exp({Z}), axis=0, keepdims=True)",
        numpy_far="np.exp({Z} - {Z}.max(axis=0)) / np.sum(np.exp({Z} - {Z}.max(axis=0)), axis=0, keepdims=True)",
        slope_numpy="({A} * (1 - {A}))",
        slope_text="a (1 − a), and −a_k a_j beside the diagonal",
        written="e^({z}) / ({sum})",
        hidden=False,
    ),
)

ACTIVATIONS: dict[str, Activation] = {row.key: row for row in _ROWS}

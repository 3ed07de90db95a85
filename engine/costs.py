"""The table of costs: the loss of one example, its derivative dA, accuracy and formulas.

The cost J is the average loss over the examples (plus the regularisation term, see `engine.network`).
Cross-entropies are computed from Z, so that they stay exact where A has rounded to 0 or 1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.cost_lines import BINARY_LINES, CATEGORICAL_LINES, SQUARED_LINES, CostLines

Array = NDArray[np.floating]


@dataclass(frozen=True)
class Cost:
    """losses(Z, A, Y): (m,), one loss an example; dA(A, Y): (n[L], m), without 1/m.

    outputs: the output activations that it may stand on; () means any.
    dZ(A, Y): dA * g'(Z) simplified for exactly those outputs, or None where nothing simplifies.
    hits(A, Y): (m,) booleans, which examples are classified right; None for a value (regression).
    lines: how a written-out update writes it.
    """

    key: str
    label: str
    outputs: tuple[str, ...]
    losses: Callable[[Array, Array, Array], Array]
    dA: Callable[[Array, Array], Array]
    dZ: Callable[[Array, Array], Array] | None
    hits: Callable[[Array, Array], NDArray[np.bool_]] | None
    formula: str
    dA_formula: str
    lines: CostLines


def _binary_cross_entropy(Z: Array, A: Array, Y: Array) -> Array:
    # -(y log a + (1-y) log(1-a)) with a = sigma(z) equals max(z,0) - y z + log(1 + e^-|z|).
    return np.asarray((np.maximum(Z, 0) - Y * Z + np.log1p(np.exp(-np.abs(Z)))).sum(axis=0))


def _binary_cross_entropy_dA(A: Array, Y: Array) -> Array:
    return (1 - Y) / (1 - A) - Y / A


def _categorical_cross_entropy(Z: Array, A: Array, Y: Array) -> Array:
    # -sum_k y_k log a_k with a = softmax(z): log a_k = z_k - log sum_j e^z_j, from the largest z.
    Z = Z - Z.max(axis=0, keepdims=True)
    return np.asarray((Y * (np.log(np.exp(Z).sum(axis=0, keepdims=True)) - Z)).sum(axis=0))


def _categorical_cross_entropy_dA(A: Array, Y: Array) -> Array:
    return -Y / A


def _squared_error(Z: Array, A: Array, Y: Array) -> Array:
    return np.asarray(((A - Y) ** 2).sum(axis=0) / 2)


def _difference(A: Array, Y: Array) -> Array:
    return A - Y


def _same_side_of_half(A: Array, Y: Array) -> NDArray[np.bool_]:
    return np.asarray(((A >= 0.5) == (Y >= 0.5)).all(axis=0))


def _same_class(A: Array, Y: Array) -> NDArray[np.bool_]:
    return np.asarray(A.argmax(axis=0) == Y.argmax(axis=0))


_ROWS = (
    Cost(
        "binary_cross_entropy",
        "Binary cross-entropy",
        ("sigmoid",),
        _binary_cross_entropy,
        _binary_cross_entropy_dA,
        _difference,
        _same_side_of_half,
        r"-\frac{1}{m} \sum_i \left( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log (1 - a^{(i)}) \right)",
        r"-\frac{y}{a} + \frac{1 - y}{1 - a}",
        BINARY_LINES,
    ),
    Cost(
        "categorical_cross_entropy",
        "Categorical cross-entropy",
        ("softmax",),
        _categorical_cross_entropy,
        _categorical_cross_entropy_dA,
        _difference,
        _same_class,
        r"-\frac{1}{m} \sum_i \sum_k y_k^{(i)} \log a_k^{(i)}",
        r"-\frac{y}{a}",
        CATEGORICAL_LINES,
    ),
    Cost(
        "mean_squared_error",
        "Mean squared error",
        ("linear", "sigmoid", "tanh", "relu", "leaky_relu"),
        _squared_error,
        _difference,
        None,
        None,
        r"\frac{1}{2m} \sum_i \sum_k (a_k^{(i)} - y_k^{(i)})^2",
        r"a - y",
        SQUARED_LINES,
    ),
)

COSTS: dict[str, Cost] = {row.key: row for row in _ROWS}

"""Forward and backward propagation as the notes write them: the definition of what the engine computes.

Everything faster (`engine.plan`) must agree with this file; everything that explains an update walks
through these functions. dW, db are derivatives of the cost J (with 1/m); dZ, dA are per example.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS, Activation
from engine.costs import Cost
from engine.spec import LayerSpec

Array = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class LayerCache:
    """What one layer's forward pass keeps for its backward pass."""

    A_prev: Array
    W: Array
    b: Array
    Z: Array
    A: Array
    activation: Activation
    leaky_slope: float


def layer_forward(
    A_prev: Array, W: Array, b: Array, activation: str, leaky_slope: float = 0.01
) -> tuple[Array, LayerCache]:
    """Z[l] = W[l] A[l-1] + b[l]; A[l] = g[l](Z[l]).

    (n, n_prev)(n_prev, m) + (n, 1) -> (n, m). Returns A and the cache.
    """
    row = ACTIVATIONS[activation]
    Z = W @ A_prev + b
    A = row.g(Z, leaky_slope)
    return A, LayerCache(A_prev, W, b, Z, A, row, leaky_slope)


def layer_backward(dA: Array, cache: LayerCache) -> tuple[Array, Array, Array]:
    """dZ[l] = dA[l] * g[l]'(Z[l]), then `linear_backward`. Returns dA_prev, dW, db."""
    dZ = activation_backward(dA, cache)
    return linear_backward(dZ, cache)


def activation_backward(dA: Array, cache: LayerCache) -> Array:
    """dZ[l] = dA[l] * g[l]'(Z[l]), element by element: (n, m)."""
    return dA * cache.activation.slope(cache.Z, cache.A, cache.leaky_slope)


def linear_backward(dZ: Array, cache: LayerCache) -> tuple[Array, Array, Array]:
    """dW[l] = (1/m) dZ[l] A[l-1]'; db[l] = (1/m) sum of dZ[l] over the examples; dA[l-1] = W[l]' dZ[l].

    Returns dA_prev (n_prev, m), dW (n, n_prev), db (n, 1).
    """
    dW, db = parameter_gradients(dZ, cache)
    dA_prev = cache.W.T @ dZ
    return dA_prev, dW, db


def parameter_gradients(dZ: Array, cache: LayerCache) -> tuple[Array, Array]:
    """dW[l] (n, n_prev) and db[l] (n, 1) of `linear_backward`: all that layer 1 needs."""
    m = dZ.shape[1]
    dW = (1 / m) * dZ @ cache.A_prev.T
    db = (1 / m) * np.sum(dZ, axis=1, keepdims=True)
    return dW, db


def forward(
    X: Array, W: Sequence[Array], b: Sequence[Array], layers: Sequence[LayerSpec]
) -> tuple[Array, list[LayerCache]]:
    """All layers, 1 to L; W, b and layers hold layer 1 first. Returns A[L] and the caches, layer 1 first."""
    A = X
    caches = []
    for W_l, b_l, layer in zip(W, b, layers, strict=True):
        A, cache = layer_forward(A, W_l, b_l, layer.activation, layer.leaky_slope)
        caches.append(cache)
    return A, caches


def output_backward(Y: Array, cost: Cost, cache: LayerCache) -> Array:
    """dZ[L]. Where the cost fits its output (cross-entropy) it is A[L] - Y, else dA[L] * g'(Z[L]).

    The two are equal; A - Y is used because dA alone is infinite where A has rounded to 0 or 1.
    """
    if cost.dZ is not None:
        return cost.dZ(cache.A, Y)
    return activation_backward(cost.dA(cache.A, Y), cache)


def backward(Y: Array, cost: Cost, caches: Sequence[LayerCache]) -> tuple[list[Array], list[Array]]:
    """All layers, L to 1. Returns the lists dW and db, layer 1 first, without regularisation."""
    dZ = output_backward(Y, cost, caches[-1])
    dA, dW_L, db_L = linear_backward(dZ, caches[-1])
    dW, db = [dW_L], [db_L]
    for cache in reversed(caches[:-1]):
        dA, dW_l, db_l = layer_backward(dA, cache)
        dW.append(dW_l)
        db.append(db_l)
    return dW[::-1], db[::-1]


def regularization(W: Sequence[Array], l1: float, l2: float) -> float:
    """l2/2 sum W^2 + l1 sum |W| over all layers; biases carry no penalty."""
    penalty = 0.0
    for W_l in W:
        if l2:
            penalty += l2 / 2 * float(np.sum(W_l * W_l))
        if l1:
            penalty += l1 * float(np.sum(np.abs(W_l)))
    return penalty


def regularization_backward(W_l: Array, l1: float, l2: float) -> Array:
    """What regularisation adds to dW[l]: l2 W + l1 sign(W)."""
    return W_l.dtype.type(l2) * W_l + W_l.dtype.type(l1) * np.sign(W_l)

"""The gradient check: backward's derivatives against central differences of the cost, entry by entry."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.network import Network

Array = NDArray[np.floating]


@dataclass(frozen=True)
class WorstEntry:
    """The entry with the largest relative error: symbol "dW" or "db", layer, unit k and input j from 0."""

    symbol: str
    layer: int
    k: int
    j: int
    error: float


@dataclass(frozen=True, eq=False)
class GradientCheck:
    """Per layer (index 0 unused), shaped as W[l] and b[l]: analytic, numeric, and relative error."""

    dW: tuple[Array, ...]
    db: tuple[Array, ...]
    dW_numeric: tuple[Array, ...]
    db_numeric: tuple[Array, ...]
    dW_error: tuple[Array, ...]
    db_error: tuple[Array, ...]
    worst: WorstEntry


def gradient_check(network: Network, X: ArrayLike, Y: ArrayLike, epsilon: float = 1e-5) -> GradientCheck:
    """Compare dW, db with (J(w + epsilon) - J(w - epsilon)) / 2 epsilon for every w.

    The relative error is |analytic - numeric| / max(|analytic|, |numeric|, floor); the floor is a
    millionth of the largest entry, because a difference can't resolve entries far below the others.
    The network itself is not touched; the check runs in float64. Raises ShapeError for X or Y.
    """
    if not epsilon > 0:
        raise ValueError(f"epsilon must be positive, not {epsilon}")
    twin = Network(network.spec, dtype="float64")
    twin.set_parameters(network.W[1:], network.b[1:])
    X, Y = twin.as_examples(X, Y)
    analytic = twin.gradients(X, Y)
    dW_numeric = tuple(_central_difference(twin, W, X, Y, epsilon) for W in twin.W)
    db_numeric = tuple(_central_difference(twin, b, X, Y, epsilon) for b in twin.b)
    everything = (*analytic.dW[1:], *analytic.db[1:], *dW_numeric[1:], *db_numeric[1:])
    floor = max(1e-6 * max(float(np.abs(values).max()) for values in everything), 1e-12)
    dW_error = tuple(_relative_error(a, n, floor) for a, n in zip(analytic.dW, dW_numeric, strict=True))
    db_error = tuple(_relative_error(a, n, floor) for a, n in zip(analytic.db, db_numeric, strict=True))
    worst = _worst(dW_error, db_error)
    return GradientCheck(analytic.dW, analytic.db, dW_numeric, db_numeric, dW_error, db_error, worst)


def _central_difference(network: Network, parameters: Array, X: Array, Y: Array, epsilon: float) -> Array:
    numeric = np.empty_like(parameters)
    for place in np.ndindex(parameters.shape):
        value = parameters[place]
        parameters[place] = value + epsilon
        J_above = network.cost(X, Y)
        parameters[place] = value - epsilon
        J_below = network.cost(X, Y)
        parameters[place] = value
        numeric[place] = (J_above - J_below) / (2 * epsilon)
    return numeric


def _relative_error(analytic: Array, numeric: Array, floor: float) -> Array:
    size = np.maximum(np.maximum(np.abs(analytic), np.abs(numeric)), floor)
    return np.asarray(np.abs(analytic - numeric) / size)


def _worst(dW_error: tuple[Array, ...], db_error: tuple[Array, ...]) -> WorstEntry:
    worst = WorstEntry("dW", 1, 0, 0, -1.0)
    for symbol, errors in (("dW", dW_error), ("db", db_error)):
        for l, error in enumerate(errors):
            if error.size and error.max() > worst.error:
                k, j = np.unravel_index(int(error.argmax()), error.shape)
                worst = WorstEntry(symbol, l, int(k), int(j), float(error[k, j]))
    return worst

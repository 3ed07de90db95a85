"""Where an update breaks: the first inf or NaN in the order in which the readable form computes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine import propagation
from engine.costs import COSTS
from engine.network import Network

Array = NDArray[np.floating]


def first_break(network: Network, X: Array, Y: Array, broken: Sequence[bool]) -> tuple[str, int]:
    """(symbol, layer) of the first of Z[1] ... Z[L], dW[L] ... dW[1], W[1] ... W[L] that is not finite.

    If all are, it is the cost that overflows: ("J", L). network holds the parameters before the update of
    the batch X, Y; broken[l] tells whether [W | b] of layer l came out inf or NaN (index 0 unused).
    """
    spec = network.spec
    layers = range(1, spec.L + 1)
    with np.errstate(all="ignore"):
        caches = propagation.forward(X, network.W[1:], network.b[1:], spec.layers)[1]
        dW, db = propagation.backward(Y, COSTS[spec.cost], caches)
    for l in layers:
        if not np.isfinite(caches[l - 1].Z).all():
            return "Z", l
    for l in reversed(layers):
        if not (np.isfinite(dW[l - 1]).all() and np.isfinite(db[l - 1]).all()):
            return "dW", l
    for l in layers:
        if broken[l]:
            return "W", l
    return "J", spec.L

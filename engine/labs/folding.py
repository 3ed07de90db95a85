"""The lab of folding (C8): t(x) = 2 relu(x) - 4 relu(x - 1/2), applied k times, by a deep and by a flat network.

Each application folds [0, 1] once more: 2k units make 2^k straight pieces. One hidden layer of N units has at most
N + 1 pieces, so it needs at least 2^k - 1 units. The one built here has one more: the first piece rises by 2^k, which
units with kinks inside the interval alone can't make, as each of them changes the slope by 2^(k+1).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.labs.row import LabRow, Setting, Settings
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec

Array = NDArray[np.floating]
MOST_K = 10
GRID = 4  # points on each piece; all are fractions of powers of two, so that nothing is rounded


@dataclass(frozen=True, eq=False)
class Folding:
    """Both networks at the same points: x in [0, 1], the deep one's and the flat one's output."""

    k: int
    deep: Network
    flat: Network
    x: Array
    deep_y: Array
    flat_y: Array

    @property
    def deep_units(self) -> int:
        """Hidden units of the deep network, counted."""
        return sum(self.deep.spec.sizes[1:-1])

    @property
    def flat_units(self) -> int:
        """Hidden units of the flat network, counted."""
        return self.flat.spec.sizes[1]

    @property
    def least_flat_units(self) -> int:
        """So many units one hidden layer needs at least for so many pieces."""
        return self.pieces - 1

    @property
    def pieces(self) -> int:
        """Straight pieces of the deep network's curve, counted from its slopes."""
        return count_pieces(self.x, self.deep_y)

    @property
    def difference(self) -> float:
        """The largest difference of the two outputs."""
        return float(np.abs(self.deep_y - self.flat_y).max())


def deep_network(k: int) -> Network:
    """k hidden layers of two ReLU units each, relu(t) and relu(t - 1/2), with t = 2 a_1 - 4 a_2 of the layer before."""
    layers = (*(LayerSpec(2, "relu") for _ in range(k)), LayerSpec(1, "linear"))
    network = Network(NetworkSpec(1, layers, cost="mean_squared_error"))
    fold = np.array([[2.0, -4.0]])
    first, other = np.ones((2, 1)), np.vstack([fold, fold])
    W = [first, *(other for _ in range(k - 1)), fold]
    b = [*(np.array([[0.0], [-0.5]]) for _ in range(k)), np.zeros((1, 1))]
    network.set_parameters(W, b)
    return network


def flat_network(k: int) -> Network:
    """One hidden layer that draws the same curve on [0, 1]: a unit for the first slope, then one for each kink."""
    pieces = 2**k
    slope_changes = np.where(np.arange(1, pieces) % 2, -2.0 * pieces, 2.0 * pieces)
    spec = NetworkSpec(1, (LayerSpec(pieces, "relu"), LayerSpec(1, "linear")), cost="mean_squared_error")
    network = Network(spec)
    kinks = np.arange(pieces).reshape(-1, 1) / pieces
    network.set_parameters(
        [np.ones((pieces, 1)), np.concatenate(([float(pieces)], slope_changes)).reshape(1, -1)],
        [-kinks, np.zeros((1, 1))],
    )
    return network


@dataclass(frozen=True, eq=False)
class Passage:
    """One x on its way through both networks. deep: A[1] ... A[k] as (a_1, a_2); folds: t applied 1 ... k times;
    flat: the hidden layer's activations."""

    x: float
    deep: tuple[tuple[float, float], ...]
    folds: tuple[float, ...]
    flat: Array


def passage(folding: Folding, x: float) -> Passage:
    """Send one x through both networks, layer by layer."""
    A, deep = np.array([[x]]), []
    for l in range(1, folding.k + 1):
        A = np.maximum(0.0, folding.deep.W[l] @ A + folding.deep.b[l])
        deep.append((float(A[0, 0]), float(A[1, 0])))
    flat = np.maximum(0.0, folding.flat.W[1][:, 0] * x + folding.flat.b[1][:, 0])
    return Passage(x, tuple(deep), tuple(2 * first - 4 * second for first, second in deep), flat)


@lru_cache(maxsize=MOST_K)
def fold(k: int) -> Folding:
    """Both networks, built and evaluated. Raises ValueError for another k than 1 to 10."""
    if not 1 <= k <= MOST_K:
        raise ValueError(f"k must be 1 to {MOST_K}, not {k}")
    x = np.arange(GRID * 2**k + 1) / (GRID * 2**k)
    deep, flat = deep_network(k), flat_network(k)
    return Folding(k, deep, flat, x, deep.forward(x.reshape(1, -1))[0], flat.forward(x.reshape(1, -1))[0])


def count_pieces(x: Array, y: Array) -> int:
    """Straight pieces of a curve that is known at points among which all its kinks are."""
    slopes = np.diff(y) / np.diff(x)
    return 1 + int(np.count_nonzero(np.diff(slopes)))


def facts(settings: Settings) -> dict[str, float]:
    """units (of the deep network), pieces, flat_units (needed at least), flat_built, difference; x and its y."""
    folding = fold(int(settings["k"]))
    x = float(settings["x"])
    return {
        "k": folding.k,
        "units": folding.deep_units,
        "pieces": folding.pieces,
        "flat_units": folding.least_flat_units,
        "flat_built": folding.flat_units,
        "difference": folding.difference,
        "x": x,
        "y": passage(folding, x).folds[-1],
    }


ROW = LabRow(
    "folding",
    "Folding: deep or wide",
    "C8",
    "2k ReLU units one behind the other draw what one layer needs 2^k - 1 for",
    {
        "k": Setting(3, 1, MOST_K, about="how often the interval is folded"),
        "x": Setting(0.3, 0.0, 1.0, about="the input that is followed through the networks"),
    },
    facts,
)

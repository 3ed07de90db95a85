"""Training and test part of the examples, with the same share of every class in both."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.int64]


def split(labels: NDArray[Any], share: float, rng: np.random.Generator) -> tuple[Index, Index]:
    """Indices of the training and of the test examples, both in random order.

    labels: (m,) class numbers, all equal where there are no classes; share: percent for training. Each class
    gives its share to within one example, and at least one to training; at least one example is left for the
    test if any class can spare it. With an equal generator a larger share only moves examples to training.
    """
    m = len(labels)
    order = rng.permutation(m)
    turn, groups = _turns(labels[order])
    most = max(groups, m - 1)
    count = min(max(round(m * share / 100), groups), most)
    in_training = np.zeros(m, dtype=bool)
    in_training[np.argsort(turn, kind="stable")[:count]] = True
    return order[in_training], order[~in_training]


def _turns(labels: NDArray[Any]) -> tuple[NDArray[np.float64], int]:
    """When each example's turn comes, 0 to 1: the examples of each class are spread evenly, its first comes
    before all others. Also how many classes there are."""
    turn = np.empty(len(labels))
    names = np.flatnonzero(
        np.bincount(labels)
    )  # np.unique would import numpy.ma, 35 ms of the program's start
    for name in names:
        places = np.flatnonzero(labels == name)
        turn[places] = (np.arange(len(places)) + 0.5) / len(places)
        turn[places[0]] = -1
    return turn, len(names)

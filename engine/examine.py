"""What a snapshot tells about single examples and about distributions: confusion, mistakes, histograms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine import propagation
from engine.network import Gradients
from engine.snapshot import Histogram, Mistake
from engine.trainer import Trainer

Array = NDArray[np.floating]

BINS = 41
SAMPLE = 2000


@dataclass(frozen=True, eq=False)
class Verdicts:
    """True and given class of the examples that are judged, and P(given): test examples, or training ones without."""

    truth: NDArray[np.intp]
    given: NDArray[np.intp]
    probability: Array
    classes: int
    is_test: bool


def verdicts(A: Array, Y: Array, is_test: bool) -> Verdicts:
    """Judge outputs A (n[L], m) against labels Y: one sigmoid unit is two classes, else a class a unit."""
    if A.shape[0] == 1:
        given = (A[0] >= 0.5).astype(np.intp)
        return Verdicts((Y[0] >= 0.5).astype(np.intp), given, np.where(given, A[0], 1 - A[0]), 2, is_test)
    given = A.argmax(axis=0)
    return Verdicts(Y.argmax(axis=0), given, A.max(axis=0), A.shape[0], is_test)


def confusion_matrix(of: Verdicts) -> NDArray[np.int64]:
    """Counts (true class, given class), read-only."""
    k = of.classes
    counts = np.bincount(of.truth * k + of.given, minlength=k * k).reshape(k, k).astype(np.int64)
    counts.setflags(write=False)
    return counts


def mistakes(of: Verdicts, limit: int) -> tuple[Mistake, ...]:
    """The first `limit` test examples that are given a wrong class."""
    if not of.is_test or limit < 1:
        return ()
    wrong = np.flatnonzero(of.truth != of.given)[:limit]
    return tuple(Mistake(int(i), int(of.truth[i]), int(of.given[i]), float(of.probability[i])) for i in wrong)


def distributions(trainer: Trainer, gradients: Gradients) -> dict[str, tuple[Histogram | None, ...]]:
    """Histograms by layer of W, A, Z, dW (entry 0: None). A and Z over at most SAMPLE evenly taken examples."""
    network = trainer.network
    X = trainer.sample(SAMPLE)[0]
    caches = propagation.forward(X, network.W[1:], network.b[1:], network.spec.layers)[1]
    return {
        "W": _by_layer(network.W[1:]),
        "A": _by_layer([cache.A for cache in caches]),
        "Z": _by_layer([cache.Z for cache in caches]),
        "dW": _by_layer(gradients.dW[1:]),
    }


def histogram(values: Array) -> Histogram:
    """BINS equal bins, symmetric around 0, wide enough for the largest value. inf and NaN are not counted."""
    flat = values.ravel()
    flat = flat[np.isfinite(flat)].astype(np.float64, copy=False)
    reach = float(np.abs(flat).max(initial=0.0)) or 1.0
    place = ((flat / reach + 1) * (BINS / 2)).astype(np.intp)
    counts = np.bincount(np.minimum(place, BINS - 1), minlength=BINS).astype(np.int64)
    edges = np.linspace(-reach, reach, BINS + 1)
    for array in (edges, counts):
        array.setflags(write=False)
    return Histogram(edges, counts)


def _by_layer(arrays: Sequence[Array]) -> tuple[Histogram | None, ...]:
    return (None, *(histogram(array) for array in arrays))

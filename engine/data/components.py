"""The first two principal components of a data set's training inputs."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from engine.data.dataset import Array, Dataset

MAX_EXAMPLES = 4000
MAX_SIDE = 600


@dataclass(frozen=True, eq=False)
class Components:
    """mean: (n[0], 1). directions: (n[0], 2) of length 1; the largest entry of each is positive."""

    mean: Array
    directions: Array

    def project(self, X: Array) -> Array:
        """Coordinates (2, m) of inputs (n[0], m)."""
        return self.directions.T @ X - self.directions.T @ self.mean


_known: WeakKeyDictionary[Dataset, Components] = WeakKeyDictionary()
_known_ranges: WeakKeyDictionary[Dataset, Array] = WeakKeyDictionary()


def components_of(dataset: Dataset) -> Components:
    """The components of X_train, found once for a data set and kept as long as it lives."""
    found = _known.get(dataset)
    if found is None:
        found = _known[dataset] = principal_components(_picked(dataset))
    return found


def project_all(dataset: Dataset) -> Array:
    """Coordinates (2, m + m_test) of all examples, the training examples first."""
    found = components_of(dataset)
    return np.hstack([found.project(rows[:, :-1].T) for rows in dataset.rows.parts(dataset.rows.m)])


def component_ranges(dataset: Dataset) -> Array:
    """(2, 2) the smallest and the largest of both coordinates over all examples, found once for a data set."""
    found = _known_ranges.get(dataset)
    if found is None:
        places = project_all(dataset)
        found = _known_ranges[dataset] = np.stack([places.min(axis=1), places.max(axis=1)], axis=1)
    return found


def _picked(dataset: Dataset) -> Array:
    """As many training inputs as `principal_components` looks at, evenly picked: (n[0], k)."""
    m, limit = dataset.m, _limit(dataset.inputs)
    places = np.linspace(0, m - 1, min(m, limit)).astype(np.int64)
    return dataset.rows.part(places)[:, :-1].T


def _limit(n: int) -> int:
    return MAX_EXAMPLES if n <= MAX_SIDE else MAX_SIDE


def principal_components(X: Array) -> Components:
    """Two directions of largest variance of X (n[0], m), n[0] at least 2.

    From at most 4000 examples, picked evenly (600 where there are more than 600 inputs): enough for a
    picture, and quick for any table.
    """
    n, m = X.shape
    picked = X[:, np.linspace(0, m - 1, min(m, _limit(n))).astype(np.int64)]
    mean = picked.mean(axis=1, keepdims=True)
    centred = picked - mean
    directions = _leading_by_inputs(centred) if n <= MAX_SIDE else _leading_by_examples(centred)
    largest = np.abs(directions).argmax(axis=0)
    directions = directions * np.where(directions[largest, [0, 1]] < 0, -1.0, 1.0)
    return Components(mean, directions)


def _leading_by_inputs(centred: Array) -> Array:
    """Eigenvectors of X X^T (n, n): few inputs."""
    _, vectors = np.linalg.eigh(centred @ centred.T)
    return np.asarray(vectors[:, [-1, -2]])


def _leading_by_examples(centred: Array) -> Array:
    """Left singular vectors: fewer examples than inputs."""
    U, _, _ = np.linalg.svd(centred, full_matrices=False)
    return np.asarray(U[:, :2])

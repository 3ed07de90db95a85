"""The sheet of drawn points, as plain values: add a point, count the classes, start from a data set. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.data import Dataset

Point = tuple[float, float, int]

CLASSES = 2
FEWEST = 2  # points that a data set needs
MOST = 10_000
REACH = 6.0


def with_point(points: Sequence[Point], x1: float, x2: float, label: int) -> tuple[Point, ...]:
    """The sheet with one more point, kept inside the plane; a full sheet stays as it is."""
    if len(points) >= MOST:
        return tuple(points)
    return (*points, (_inside(x1), _inside(x2), label))


def can_start_from(dataset: Dataset) -> bool:
    """Whether the points of a data set can go on as drawn ones: two classes on the plane."""
    return dataset.is_plane and dataset.task == "binary"


def points_of(dataset: Dataset) -> tuple[Point, ...]:
    """All points of a data set of two classes, training and test, as drawn points."""
    labels = np.empty(dataset.examples, dtype=np.int64)
    labels[dataset.train_index] = dataset.labels_train
    labels[dataset.test_index] = dataset.labels_test
    x1, x2 = dataset.raw
    return tuple((float(a), float(b), int(c)) for a, b, c in zip(x1, x2, labels, strict=True))[:MOST]


def sheet_text(points: Sequence[Point]) -> str:
    """One line that says what is on the sheet and what is still missing."""
    if not points:
        return f"Click in the output picture. {FEWEST} points make a data set."
    if len(points) < FEWEST:
        return "1 point. One more makes a data set."
    ones = sum(label for _, _, label in points)
    return f"{len(points)} points: {len(points) - ones} of class 0, {ones} of class 1"


def _inside(value: float) -> float:
    return min(max(value, -REACH), REACH)

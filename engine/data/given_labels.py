"""What given labels Y say: a class of two, one class of several, or values."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.sources import Task

Array = NDArray[np.float64]


def task_of_labels(Y: Array) -> Task:
    """One row of 0 and 1: two classes. Several rows with one 1 a column: so many classes. All else: values."""
    is_0_or_1 = bool(((Y == 0) | (Y == 1)).all())
    if is_0_or_1 and len(Y) == 1:
        return "binary"
    if is_0_or_1 and len(Y) > 1 and bool((Y.sum(axis=0) == 1).all()):
        return "classes"
    return "regression"


def class_numbers(Y: Array) -> tuple[NDArray[Any], tuple[str, ...]]:
    """(m,) class numbers and the names of the classes; of values those of the first output, and ()."""
    task = task_of_labels(Y)
    if task == "binary":
        return Y[0].astype(np.int64), ("0", "1")
    if task == "classes":
        return Y.argmax(axis=0).astype(np.int64), tuple(str(k) for k in range(1, len(Y) + 1))
    return Y[0].copy(), ()

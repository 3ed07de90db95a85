"""A matrix cut down to the pixels of its map: what a pixel stands for shows its largest number, by size. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.step.row import Array

MOST_CELLS = 150_000  # of larger matrices only so many are looked at, evenly chosen


def reduced(array: Array, rows: int, columns: int) -> NDArray[np.floating]:
    """At most (rows, columns) numbers: of each block of cells the one that is furthest from 0; NaN wins."""
    rows, columns = min(rows, array.shape[0]), min(columns, array.shape[1])
    if (rows, columns) == array.shape:
        return array
    array = _thinned(array, rows, columns)
    high = _blocks(array, np.maximum, rows, columns)
    low = _blocks(array, np.minimum, rows, columns)
    return np.where(np.abs(low) > np.abs(high), low, high)


def _blocks(array: Array, choose: np.ufunc, rows: int, columns: int) -> Array:
    by_rows = choose.reduceat(array, _edges(array.shape[0], rows), axis=0)
    return np.asarray(choose.reduceat(by_rows, _edges(array.shape[1], columns), axis=1))


def _edges(count: int, parts: int) -> NDArray[np.intp]:
    return np.arange(parts) * count // parts


def _thinned(array: Array, rows: int, columns: int) -> Array:
    """Every so many-th row and column, never fewer than there are pixels."""
    for _ in range(2):
        if array.size > MOST_CELLS:
            axis = 0 if array.shape[0] / rows >= array.shape[1] / columns else 1
            pixels = rows if axis == 0 else columns
            step = max(1, min(-(-array.size // MOST_CELLS), array.shape[axis] // pixels))
            array = array[::step] if axis == 0 else array[:, ::step]
    return array

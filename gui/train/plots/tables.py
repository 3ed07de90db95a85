"""What the plots show, as tables for other programs. The history as it is: each row spans low to high. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import Curves, Histogram
from gui.data_table import Column, DataTable

Array = NDArray[np.floating]
NAME_A_CELL, ROW, COLUMN, VALUE = "name", "row", "column", "value"


def cost_table(curves: Curves, keys: Sequence[str]) -> DataTable | None:
    """Iteration and epoch, then low and high of every series of `keys`; None without rows."""
    return _table(curves, [(key, curves.low[key], curves.high[key]) for key in keys])


def gradient_table(curves: Curves) -> DataTable | None:
    """Iteration and epoch, then low and high of the root mean square of dW of every layer; None without rows."""
    low, high = curves.low["rms_dW"], curves.high["rms_dW"]
    series = [(f"rms_dW{l}", low[:, l - 1], high[:, l - 1]) for l in range(1, low.shape[1] + 1)]
    return _table(curves, series)


def _table(curves: Curves, series: Iterable[tuple[str, Array, Array]]) -> DataTable | None:
    if not len(curves.iteration):
        return None
    names, columns = ["iteration", "epoch"], [curves.iteration, curves.epoch]
    for name, low, high in series:
        names += [f"{name}_low", f"{name}_high"]
        columns += [low, high]
    return DataTable(tuple(names), tuple(columns))


def matrix_table(matrices: Iterable[tuple[str, Array]]) -> DataTable | None:
    """Every number of named matrices on a row of its own, with its row and column from 1; None without numbers."""
    parts: list[tuple[list[str], Column, Column, Column]] = []
    for name, matrix in matrices:
        k, j = np.indices(matrix.shape)
        parts.append(([name] * matrix.size, k.ravel() + 1, j.ravel() + 1, matrix.ravel()))
    if not parts:
        return None
    names = [name for part in parts for name in part[0]]
    rest: list[Column] = [np.concatenate([np.asarray(part[index]) for part in parts]) for index in (1, 2, 3)]
    return DataTable((NAME_A_CELL, ROW, COLUMN, VALUE), (names, *rest))


def histogram_table(quantity: str, layers: Sequence[Histogram | None]) -> DataTable | None:
    """The bins of every layer: its name, the bin's two edges and how many numbers lie in it; None without any."""
    names: list[str] = []
    edges: list[Array] = []
    counts: list[NDArray[np.int64]] = []
    for l, histogram in enumerate(layers, start=1):
        if histogram is not None:
            names += [f"{quantity}{l}"] * len(histogram.counts)
            edges.append(np.stack([histogram.edges[:-1], histogram.edges[1:]]))
            counts.append(histogram.counts)
    if not names:
        return None
    low, high = np.concatenate(edges, axis=1)
    return DataTable(("name", "from", "to", "count"), (names, low, high, np.concatenate(counts)))

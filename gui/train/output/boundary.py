"""The line between the regions that a network gives to different classes: marching squares over a grid.

Pure NumPy. Only cells whose corners disagree are looked at, so a map of 80 x 80 costs some 0.1 ms.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Labels = NDArray[np.integer]

SMALLEST = 1e-12
# A cell's corners 0 ... 3 go round from the upper left; edge e joins corner e and the next one.
CORNERS = ((0, 0), (0, 1), (1, 1), (1, 0))
CORNER_ROWS = np.array([row for row, _ in CORNERS])
CORNER_COLUMNS = np.array([column for _, column in CORNERS])
NEXT = np.array([1, 2, 3, 0])
ROW_STEPS = CORNER_ROWS[NEXT] - CORNER_ROWS
COLUMN_STEPS = CORNER_COLUMNS[NEXT] - CORNER_COLUMNS
NO_SEGMENTS: NDArray[np.float64] = np.zeros((0, 4))


def two_classes(probability: Floats) -> tuple[Labels, Floats]:
    """Labels (n, n) and probabilities (2, n, n) of a binary output map ŷ (n, n); the border is at ŷ = 0.5."""
    labels = (probability >= 0.5).view(np.int8)
    return labels, np.stack((1.0 - probability, probability))


def borders(labels: Labels, probabilities: Floats) -> NDArray[np.float64]:
    """Segments (s, 4) as x0, y0, x1, y1 in pixels of the map: node (i, j) is the middle of its pixel, at
    x = j + 0.5, y = i + 0.5. The outermost half pixel goes on as its neighbour ends.

    labels (n, n) is the class of each node, probabilities (k, n, n) what it was taken from. A crossing lies
    where the two classes' log probabilities meet: that difference is linear in z, so the line stays smooth
    where an output is nearly 0 or 1.
    """
    reach = np.arange(-1, labels.shape[0] + 1).clip(0, labels.shape[0] - 1)
    labels = _framed(labels)
    differs = (labels[:-1, :-1] != labels[:-1, 1:]) | (labels[:-1, 1:] != labels[1:, 1:])
    differs |= labels[1:, 1:] != labels[1:, :-1]
    cells = np.flatnonzero(differs)
    if len(cells) == 0:
        return NO_SEGMENTS
    rows, columns = np.divmod(cells, differs.shape[1])
    own = labels[rows[:, None] + CORNER_ROWS, columns[:, None] + CORNER_COLUMNS].astype(np.intp)
    crossed = own != own[:, NEXT]
    x, y = _crossings(probabilities, reach, rows, columns, own, crossed)
    return _joined(crossed.sum(axis=1), x - 0.5, y - 0.5)


def _framed(labels: Labels) -> Labels:
    """The same labels with their outermost rows and columns repeated."""
    framed = np.empty((labels.shape[0] + 2, labels.shape[1] + 2), labels.dtype)
    framed[1:-1, 1:-1] = labels
    framed[0, 1:-1], framed[-1, 1:-1] = labels[0], labels[-1]
    framed[:, 0], framed[:, -1] = framed[:, 1], framed[:, -2]
    return framed


def _crossings(
    probabilities: Floats,
    reach: Labels,
    rows: Labels,
    columns: Labels,
    own: Labels,
    crossed: NDArray[np.bool_],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """x and y of every crossed edge, cell by cell: where the classes of its ends are equally likely."""
    cells, edges = np.nonzero(crossed)
    following = NEXT[edges]
    one, two = own[cells, edges], own[cells, following]
    row, column = rows[cells] + CORNER_ROWS[edges], columns[cells] + CORNER_COLUMNS[edges]
    row_step, column_step = ROW_STEPS[edges], COLUMN_STEPS[edges]
    here = probabilities[[one, two], reach[row], reach[column]]
    there = probabilities[[one, two], reach[row + row_step], reach[column + column_step]]
    logs = np.log(np.maximum(np.concatenate((here, there)).astype(np.float64), SMALLEST))
    lead_here, lead_there = logs[0] - logs[1], logs[3] - logs[2]
    both = lead_here + lead_there
    share = np.where(both > 0, lead_here / np.where(both > 0, both, 1.0), 0.5)
    return column + share * column_step, row + share * row_step


def _joined(number: Labels, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Two crossings of a cell are joined; three or four (where regions meet) run to their middle."""
    of_pair = np.repeat(number == 2, number)
    pair_x, pair_y = x[of_pair].reshape(-1, 2), y[of_pair].reshape(-1, 2)
    simple = np.stack((pair_x[:, 0], pair_y[:, 0], pair_x[:, 1], pair_y[:, 1]), axis=1)
    many = number[number != 2]
    if len(many) == 0:
        return simple
    many_x, many_y = x[~of_pair], y[~of_pair]
    starts = np.concatenate(([0], np.cumsum(many)[:-1]))
    centre_x = np.repeat(np.add.reduceat(many_x, starts) / many, many)
    centre_y = np.repeat(np.add.reduceat(many_y, starts) / many, many)
    return np.concatenate((simple, np.stack((many_x, many_y, centre_x, centre_y), axis=1)))

"""What is in the way of many boxes at once: other boxes and lines, as arrays. No Qt.

A box is a row (left, top, right, bottom), a piece of a line a row (x0, y0, x1, y1).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gui.graph.boxes_geometry import Box

Rows = NDArray[np.float64]
NOWHERE = (np.inf, np.inf, -np.inf, -np.inf)


def row_of(box: Box) -> tuple[float, float, float, float]:
    """A box as a row."""
    return box.x, box.y, box.right, box.bottom


def rows_of(boxes: Sequence[Box]) -> Rows:
    """Boxes as rows, (n, 4)."""
    return np.array([row_of(box) for box in boxes], dtype=np.float64).reshape(-1, 4)


def overlaps(boxes: Rows, others: Rows) -> NDArray[np.bool_]:
    """Which of the boxes overlap any of the others, (n,)."""
    near = others[_is_near(others, boxes)]
    b, o = boxes[:, None], near[None]
    both = (
        (b[..., 0] < o[..., 2]) & (o[..., 0] < b[..., 2]) & (b[..., 1] < o[..., 3]) & (o[..., 1] < b[..., 3])
    )
    return np.asarray(both.any(axis=1))


def lines_met(boxes: Rows, pieces: Rows, owners: NDArray[np.intp]) -> list[set[int]]:
    """For each box the owners of the pieces that come into it."""
    flat = np.column_stack(
        (
            np.minimum(pieces[:, 0], pieces[:, 2]),
            np.minimum(pieces[:, 1], pieces[:, 3]),
            np.maximum(pieces[:, 0], pieces[:, 2]),
            np.maximum(pieces[:, 1], pieces[:, 3]),
        )
    )
    near = _is_near(flat, boxes)
    pieces, flat, owners = pieces[near], flat[near], owners[near]
    b, f = boxes[:, None], flat[None]
    met = (
        (b[..., 0] < f[..., 2])
        & (f[..., 0] < b[..., 2])
        & (b[..., 1] <= f[..., 3])
        & (f[..., 1] <= b[..., 3])
    )
    dx, dy = pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1]
    half_x, half_y = (boxes[:, 2] - boxes[:, 0]) / 2, (boxes[:, 3] - boxes[:, 1]) / 2
    to_x = (boxes[:, 0] + half_x)[:, None] - pieces[:, 0]
    to_y = (boxes[:, 1] + half_y)[:, None] - pieces[:, 1]
    # A line parts a box where its middle is nearer to the line than its corners reach.
    met &= np.abs(dx * to_y - dy * to_x) < np.outer(half_x, np.abs(dy)) + np.outer(half_y, np.abs(dx))
    found: list[set[int]] = [set() for _ in range(len(boxes))]
    for box, piece in np.argwhere(met).tolist():
        found[box].add(int(owners[piece]))
    return found


def _is_near(rows: Rows, boxes: Rows) -> NDArray[np.bool_]:
    left, top = boxes[:, 0].min(), boxes[:, 1].min()
    right, bottom = boxes[:, 2].max(), boxes[:, 3].max()
    near = (rows[:, 0] <= right) & (rows[:, 2] >= left) & (rows[:, 1] <= bottom) & (rows[:, 3] >= top)
    return np.asarray(near)

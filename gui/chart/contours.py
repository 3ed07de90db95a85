"""Lines of equal value over a grid (marching squares), for all levels of a field. NumPy only; made on a thread."""

from __future__ import annotations

import numpy as np

from gui.chart.items import Floats

NO_LINES: Floats = np.zeros((0, 4))
# Corners go round a cell: (row, column) offsets. Edge e joins corner e and corner e + 1.
ROWS, COLUMNS = np.array([0, 0, 1, 1]), np.array([0, 1, 1, 0])


def contour_lines(values: Floats, level: float) -> Floats:
    """Segments (s, 4) as x0, y0, x1, y1 in cells of the grid: node (i, j) stands at x = j, y = i.

    A cell that the line crosses twice gets two segments, split by the mean of its corners. Cells with a value that is
    no finite number have none.
    """
    corners = np.stack(
        [
            values[r : values.shape[0] - 1 + r, c : values.shape[1] - 1 + c]
            for r, c in zip(ROWS, COLUMNS, strict=True)
        ],
        axis=-1,
    )
    above = corners >= level
    crossed = (above != np.roll(above, -1, axis=-1)) & np.isfinite(corners).all(axis=-1, keepdims=True)
    rows, columns = np.nonzero(crossed.any(axis=-1))
    if len(rows) == 0:
        return NO_LINES
    own, hit = corners[rows, columns], crossed[rows, columns]
    x, y = _crossings(own, level)
    x, y = x + columns[:, None], y + rows[:, None]
    twice = hit.all(axis=-1)
    first = np.argmax(hit, axis=-1)
    last = 3 - np.argmax(hit[:, ::-1], axis=-1)
    lines = [_joined(x, y, first, last, ~twice)]
    if twice.any():
        # Which corners are cut off: those that differ from the middle of the saddle.
        joins_first = (own.mean(axis=-1) >= level) == (own[:, 0] >= level)
        for a, b, c, d in ((0, 1, 2, 3), (3, 0, 1, 2)):
            where = twice & (joins_first if (a, b) == (0, 1) else ~joins_first)
            lines.append(_pair(x, y, a, b, where))
            lines.append(_pair(x, y, c, d, where))
    return np.concatenate(lines)


def _crossings(own: Floats, level: float) -> tuple[Floats, Floats]:
    """Where the level lies on the four edges of each cell, relative to its first corner; anything where it doesn't."""
    after = np.roll(own, -1, axis=-1)
    step = after - own
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.clip(np.where(step == 0, 0.5, (level - own) / np.where(step == 0, 1.0, step)), 0.0, 1.0)
    x = COLUMNS + share * (np.roll(COLUMNS, -1) - COLUMNS)
    y = ROWS + share * (np.roll(ROWS, -1) - ROWS)
    return x, y


def _joined(x: Floats, y: Floats, first: np.ndarray, last: np.ndarray, where: np.ndarray) -> Floats:
    cells = np.flatnonzero(where)
    i, j = first[cells], last[cells]
    return np.stack((x[cells, i], y[cells, i], x[cells, j], y[cells, j]), axis=1)


def _pair(x: Floats, y: Floats, i: int, j: int, where: np.ndarray) -> Floats:
    return np.stack((x[where, i], y[where, i], x[where, j], y[where, j]), axis=1)


def chained(lines: Floats) -> list[Floats]:
    """The same segments (s, 4) joined end to end into lines (n, 2), each as long as it goes."""
    # Neighbouring cells compute their common crossing from the same two corners, up to rounding.
    lines = np.round(lines, 9)
    lines = lines[(lines[:, 0] != lines[:, 2]) | (lines[:, 1] != lines[:, 3])]  # through a node: no length
    ends = lines.reshape(-1, 2).tolist()
    at: dict[tuple[float, float], list[int]] = {}
    for index, (x, y) in enumerate(ends):
        at.setdefault((x, y), []).append(index)
    used = [False] * (len(ends) // 2)
    # Open ends first, so that no line begins in its middle.
    starts = sorted(range(len(ends)), key=lambda index: len(at[ends[index][0], ends[index][1]]) > 1)
    return [np.array(_follow(start, ends, at, used)) for start in starts if not used[start // 2]]


def _follow(
    start: int, ends: list[list[float]], at: dict[tuple[float, float], list[int]], used: list[bool]
) -> list[list[float]]:
    """From one end of a segment to its other end, and on through the next unused segment there."""
    points, index = [ends[start]], start
    while True:
        used[index // 2] = True
        index ^= 1
        points.append(ends[index])
        following = [other for other in at[ends[index][0], ends[index][1]] if not used[other // 2]]
        if not following:
            return points
        index = following[0]

"""Long curves cut down to what pixels can show: a column keeps its first, lowest, highest and last point. No Qt."""

from __future__ import annotations

import numpy as np

from gui.chart.items import Floats

PER_PIXEL, FEW = 2, 400  # points a pixel, and points in all, that are drawn as they are
ROUGH_POINTS, ROUGH_TRAVEL = 100, 4.0


def runs(x: Floats, y: Floats) -> list[tuple[Floats, Floats]]:
    """The parts of a curve between its gaps (values that are no finite numbers); single points are kept."""
    fine = np.isfinite(x) & np.isfinite(y)
    if fine.all():
        return [(x, y)] if len(x) else []
    edges = np.flatnonzero(np.diff(np.concatenate(([False], fine, [False])).astype(np.int8)))
    return [(x[i:j], y[i:j]) for i, j in zip(edges[::2], edges[1::2], strict=True)]


def thinned(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """The same line in pixels with at most four points a column of pixels; x must not go back, else it stays."""
    if len(x) <= max(FEW, PER_PIXEL * (abs(x[-1] - x[0]) + 2)) or (np.diff(x) < 0).any():
        return x, y
    columns = np.floor(x).astype(np.int64)
    starts = np.flatnonzero(np.diff(columns, prepend=columns[0] - 1))
    ends = np.append(starts[1:], len(x)) - 1
    lows, highs = np.minimum.reduceat(y, starts), np.maximum.reduceat(y, starts)
    thin_x = np.stack((x[starts], x[starts], x[starts], x[ends]), axis=1)
    thin_y = np.stack((y[starts], lows, highs, y[ends]), axis=1)
    return thin_x.ravel(), thin_y.ravel()


def is_rough(y: Floats) -> bool:
    """Whether a line goes up and down so often that its joints would cost more than they show."""
    if len(y) < ROUGH_POINTS:
        return False
    return bool(np.abs(np.diff(y)).sum() > ROUGH_TRAVEL * (y.max() - y.min()))

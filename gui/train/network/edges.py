"""The edges of one gap as numbers: control points, points along them, and how strong each one looks.

Pure NumPy. An edge is a cubic with horizontal ends; edge (k, j) goes from unit j on the left to unit k.
Strengths come in steps, so that edges of one step share a pen and nothing is drawn anew within a step.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from gui.train.network.places import ColumnPlace, GapPlace

Floats = NDArray[np.floating]
Codes = NDArray[np.int16]

HANDLE = 0.45
LEAST_SCALE = 3.0
THINNEST, GROWTH = 1.0, 6.0
PALEST = 0.34
SAMPLES = 17
FEW_EDGES = 64
STEPS, FINE_STEPS = 12, 36  # 12 of each sign: 24 pens


def control_points(gap: GapPlace, before: ColumnPlace, after: ColumnPlace) -> NDArray[np.float64]:
    """(shown k, shown j, 4, 2): the four points of each edge's cubic."""
    starts = np.array([tile.frame.cy for tile in before.tiles])
    ends = np.array([tile.frame.cy for tile in after.tiles])
    handle = HANDLE * (gap.right - gap.left)
    points = np.empty((len(ends), len(starts), 4, 2))
    points[..., 0] = (gap.left, gap.left + handle, gap.right - handle, gap.right)
    points[..., :2, 1] = starts[None, :, None]
    points[..., 2:, 1] = ends[:, None, None]
    return points


def points_along(points: Floats, samples: int = SAMPLES) -> NDArray[np.float64]:
    """(shown k, shown j, samples, 2): points on the curves at equal steps of the parameter."""
    t = np.linspace(0.0, 1.0, samples)
    weights = np.stack([(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3], axis=1)
    return np.einsum("sp,kjpc->kjsc", weights, points)


def weight_scale(weights: Iterable[Floats | None]) -> float:
    """w_max: 3 until a larger weight appears anywhere in the network."""
    largest = LEAST_SCALE
    for W in weights:
        if W is not None and W.size:
            largest = max(largest, float(W.max()), -float(W.min()))  # a NaN loses every comparison
    return largest


def shown_weights(W: Floats, before: ColumnPlace, after: ColumnPlace) -> Floats:
    """(shown k, shown j): the part of W (n[l], n[l-1]) whose edges are drawn."""
    rows = slice(after.first, after.first + len(after.tiles))
    return W[rows, before.first : before.first + len(before.tiles)]


def strength_codes(W: Floats, scale: float, steps: int) -> Codes:
    """Signed steps of |w| / scale: 1 ... steps + 1 for positive, the same below zero for negative, 0 for w = 0."""
    if not np.isfinite(W).all():
        W = np.nan_to_num(W, nan=0.0, posinf=scale, neginf=-scale)
    share = np.minimum(np.abs(W) / scale, 1.0)
    return (np.sign(W) * (np.rint(share * steps) + 1)).astype(np.int16)


def width_of(code: int, steps: int) -> float:
    """The width of an edge in pixels."""
    return THINNEST + GROWTH * max(0, abs(code) - 1) / steps


def color_value(code: int, steps: int) -> float:
    """Where on the signed scale the colour of an edge lies, -1 ... 1; 0 only for w = 0."""
    share = max(0, abs(code) - 1) / steps
    return float(np.sign(code) * (PALEST + (1 - PALEST) * share))


def distances(along: Floats, x: float, y: float) -> NDArray[np.float64]:
    """(shown k, shown j): how far a point is from each curve, taken as the polyline through `along`."""
    start, step = along[..., :-1, :], np.diff(along, axis=-2)
    to_point = np.array([x, y]) - start
    length = np.maximum((step**2).sum(axis=-1), 1e-12)
    share = np.clip((to_point * step).sum(axis=-1) / length, 0.0, 1.0)
    nearest = to_point - share[..., None] * step
    return np.sqrt((nearest**2).sum(axis=-1)).min(axis=-1)

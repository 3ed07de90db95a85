"""Which straight pieces of lines go through a rectangle, so that texts can keep off curves. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gui.chart.content import Content
from gui.chart.items import Curve, Floats
from gui.chart.line_geometry import runs, thinned
from gui.chart.plane_geometry import Plane

NONE: NDArray[np.float64] = np.empty((0, 4))


def pieces_of(content: Content, plane: Plane) -> NDArray[np.float64]:
    """All curves and segments that are seen, as rows (x0, y0, x1, y1) of pixels."""
    segments = content.segments
    ends = [(plane.x(line.x0), plane.y(line.y0), plane.x(line.x1), plane.y(line.y1)) for line in segments]
    parts = [np.array(ends, np.float64).reshape(-1, 4), *(_pieces(curve, plane) for curve in content.curves)]
    return np.concatenate(parts)


def cross(pieces: NDArray[np.float64], rect: tuple[float, float, float, float]) -> bool:
    """Whether any piece goes through this rectangle (left, top, width, height).

    Two convex shapes are apart where a line parts them: along the axes, or along the piece itself.
    """
    if not len(pieces):
        return False
    left, top, width, height = rect
    x0, y0, x1, y1 = pieces.T
    near = (np.minimum(x0, x1) <= left + width) & (np.maximum(x0, x1) >= left)
    near &= (np.minimum(y0, y1) <= top + height) & (np.maximum(y0, y1) >= top)
    if not near.any():
        return False
    x0, y0, x1, y1 = pieces[near].T
    across = np.abs((x1 - x0) * (top + height / 2 - y0) - (y1 - y0) * (left + width / 2 - x0))
    return bool((across <= np.abs(x1 - x0) * height / 2 + np.abs(y1 - y0) * width / 2).any())


def _pieces(curve: Curve, plane: Plane) -> NDArray[np.float64]:
    x, y = curve.points
    parts = [_joined(*thinned(*part)) for part in runs(plane.xs(x), plane.ys(y))]
    return np.concatenate(parts) if parts else NONE


def _joined(x: Floats, y: Floats) -> NDArray[np.float64]:
    ends: Sequence[Floats] = (x[:-1], y[:-1], x[1:], y[1:])
    return np.stack(ends, axis=1)

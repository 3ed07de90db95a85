"""Lines of many points, cheap and thick: separate segments, and dashes cut along the curve beforehand.

Qt strokes an antialiased path of width 2 ten times slower than the same segments one by one, and its own dashes
cost as much again.
"""

from __future__ import annotations

from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

Array = NDArray[np.floating]

MOST_DASHES = 500  # a curve that would need more jumps about so much that dashes could not be told apart


def segments(points: Array) -> NDArray[np.float64]:
    """The lines between neighbours of (n, 2) points: (n - 1, 4) as x1, y1, x2, y2."""
    if len(points) < 2:
        return np.empty((0, 4))
    lines = np.empty((len(points) - 1, 4))
    lines[:, :2] = points[:-1]
    lines[:, 2:] = points[1:]
    return lines


def dashes(points: Array, on: float, off: float) -> NDArray[np.float64]:
    """The lines that are left when (n, 2) points are dashed along their length; all of them if that is too many."""
    if len(points) < 2:
        return np.empty((0, 4))
    steps = np.hypot(np.diff(points[:, 0]), np.diff(points[:, 1]))
    along = np.concatenate([[0.0], np.cumsum(steps)])
    length, period = along[-1], on + off
    if length == 0.0 or length > MOST_DASHES * period:
        return segments(points)
    starts = np.arange(0.0, length, period)
    cuts = np.sort(np.concatenate([along, starts, np.minimum(starts + on, length)]))
    cuts = cuts[np.concatenate([[True], cuts[1:] > cuts[:-1]])]
    places = np.column_stack([np.interp(cuts, along, points[:, 0]), np.interp(cuts, along, points[:, 1])])
    lit = (0.5 * (cuts[:-1] + cuts[1:])) % period < on
    return segments(places)[lit]


def line_pen(color: QColor, width: float, round_caps: bool = False) -> QPen:
    """A solid pen for `draw_segments`; its caps overlap, so that neighbouring segments join."""
    cap = Qt.PenCapStyle.RoundCap if round_caps else Qt.PenCapStyle.SquareCap
    return QPen(color, width, Qt.PenStyle.SolidLine, cap)


def draw_segments(painter: QPainter, lines: NDArray[np.float64]) -> None:
    """Draw (n, 4) float64 lines with the painter's pen, in one call and without a Qt object for each."""
    if not len(lines):
        return
    lines = np.ascontiguousarray(lines, np.float64)
    # QLineF is four doubles; the painter reads the array itself, which outlives this call.
    first = cast("QLineF", shiboken6.wrapInstance(lines.ctypes.data, QLineF))
    painter.drawLines(first, len(lines))

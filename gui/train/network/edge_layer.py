"""Draws the edges into the drawing's ground picture, gap by gap, and only the gaps whose edges look different now.

A gap that training changed is drawn within a budget of time; what does not fit waits for the next frame.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter, QPainterPath, QPen

from gui.theme import Theme
from gui.train.network.edges import (
    FEW_EDGES,
    FINE_STEPS,
    LEAST_SCALE,
    STEPS,
    Codes,
    color_value,
    control_points,
    shown_weights,
    strength_codes,
    weight_scale,
    width_of,
)
from gui.train.network.places import Places, Rect

BUDGET = 0.0025
HALO, FRAME = 3.5, 2.0
WIDEST = 7.0

Paths = list[list[QPainterPath]]


class EdgeLayer:
    """Holds the paths of the edges of one set of places and the strength of each edge."""

    def __init__(self, places: Places) -> None:
        self._places = places
        edges = sum(
            len(a.tiles) * len(b.tiles) for a, b in zip(places.columns, places.columns[1:], strict=False)
        )
        self._steps = FINE_STEPS if edges <= FEW_EDGES else STEPS
        self._paths: dict[int, Paths] = {}
        self._codes: dict[int, Codes] = {}
        self._pens: dict[int, QPen] = {}
        self._theme: Theme | None = None
        self._dirty: list[int] = []
        self._scale = LEAST_SCALE

    @property
    def scale(self) -> float:
        """The size of a weight whose edge has the strongest colour and the largest width."""
        return self._scale

    @property
    def is_dirty(self) -> bool:
        """Whether some gap shows old edges."""
        return bool(self._dirty)

    def set_weights(self, W: Sequence[NDArray[np.floating] | None]) -> None:
        """Take new weights over; only gaps with an edge of another step become dirty."""
        scale = self._scale = weight_scale(W)
        columns = self._places.columns
        for l in range(1, self._places.L + 1):
            weights = W[l] if l < len(W) else None
            if weights is None or weights.shape != (columns[l].units, columns[l - 1].units):
                continue
            codes = strength_codes(shown_weights(weights, columns[l - 1], columns[l]), scale, self._steps)
            if l not in self._codes or not np.array_equal(codes, self._codes[l]):
                self._codes[l] = codes
                if l not in self._dirty:
                    self._dirty.append(l)

    def mark_all(self) -> None:
        """Everything must be drawn anew: the ground picture is another one."""
        self._dirty = sorted(self._codes)

    def draw_dirty(self, device: QPaintDevice, theme: Theme, budget: float = BUDGET) -> None:
        """Draw dirty gaps until the budget (seconds) is used up, at least one."""
        if not self._dirty:
            return
        self._use(theme)
        painter = QPainter(device)
        end = time.perf_counter() + budget
        while self._dirty:
            self._draw_gap(painter, theme, self._dirty.pop(0))
            if time.perf_counter() > end:
                break
        painter.end()

    def draw_all(self, painter: QPainter, theme: Theme) -> None:
        """Draw every gap, whatever is drawn in the ground picture."""
        self._use(theme)
        for l in sorted(self._codes):
            self._draw_gap(painter, theme, l)

    def draw_marked(self, painter: QPainter, theme: Theme, l: int, k: int, j: int, is_selected: bool) -> None:
        """One edge on top of everything with its yellow halo, and an ink frame where it is selected."""
        row, column = k - self._places.columns[l].first, j - self._places.columns[l - 1].first
        codes = self._codes.get(l)
        if codes is None or not (0 <= row < codes.shape[0] and 0 <= column < codes.shape[1]):
            return
        self._use(theme)
        path, code = self._paths_of(l)[row][column], int(codes[row, column])
        width = width_of(code, self._steps)
        frame = 2 * FRAME if is_selected else 0.0
        painter.strokePath(path, _pen(theme.color("spot"), width + frame + 2 * HALO))
        if is_selected:
            painter.strokePath(path, _pen(theme.color("ink"), width + frame))
        painter.strokePath(path, self._pen(code, theme))

    def _use(self, theme: Theme) -> None:
        if theme is not self._theme:
            self._theme = theme
            self._pens.clear()

    def _draw_gap(self, painter: QPainter, theme: Theme, l: int) -> None:
        painter.fillRect(_area(self._places, l), theme.color("sunken"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        paths, codes = self._paths_of(l), self._codes[l]
        columns = codes.shape[1]
        strengths = np.abs(codes).ravel()
        last = None
        for index in np.argsort(strengths, kind="stable").tolist():
            row, column = divmod(index, columns)
            code = int(codes[row, column])
            if code != last:
                painter.setPen(self._pen(code, theme))
                last = code
            painter.drawPath(paths[row][column])

    def _paths_of(self, l: int) -> Paths:
        if l not in self._paths:
            places = self._places
            curves = control_points(places.gaps[l - 1], places.columns[l - 1], places.columns[l])
            self._paths[l] = [[_path(points) for points in row] for row in curves.tolist()]
        return self._paths[l]

    def _pen(self, code: int, theme: Theme) -> QPen:
        if code not in self._pens:
            color = theme.signed(color_value(code, self._steps)) if code else theme.color("line2")
            self._pens[code] = _pen(color, width_of(code, self._steps))
        return self._pens[code]


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


def _path(points: list[list[float]]) -> QPainterPath:
    start, first, second, end = (QPointF(*point) for point in points)
    path = QPainterPath(start)
    path.cubicTo(first, second, end)
    return path


def _area(places: Places, l: int) -> QRectF:
    """The part of the gap that its edges can reach, in whole pixels."""
    gap = places.gaps[l - 1]
    frames: list[Rect] = [tile.frame for column in places.columns[l - 1 : l + 1] for tile in column.tiles]
    top = math.floor(min(frame.cy for frame in frames) - WIDEST)
    bottom = math.ceil(max(frame.cy for frame in frames) + WIDEST)
    left, right = math.floor(gap.left), math.ceil(gap.right)
    return QRectF(left, top, right - left, bottom - top)

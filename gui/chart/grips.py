"""What can be dragged in a chart: values on the axis (handles) and points; which of them is hit, held, focused."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt

from gui.chart.items import Axis, Side
from gui.chart.plane_geometry import Plane
from gui.train.plots.labels import spread
from gui.train.plots.scale import nice_step
from gui.widgets import text_width

PILL_HEIGHT, PILL_PADDING, PILL_GAP = 20.0, 9.0, 4.0
REACH, POINT_REACH = 8.0, 13.0
MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}
STEPS, DECADE_STEPS, FAST = 100.0, 20.0, 10.0


@dataclass(frozen=True)
class Handle:
    """A draggable value of the x axis. step: what an arrow key moves; None for a round hundredth of the axis.

    has_line: whether a line stands over it, or only its pill below the axis.
    """

    key: str
    x: float
    text: str
    low: float | None = None
    high: float | None = None
    step: float | None = None
    has_line: bool = True

    def moved_to(self, x: float, plane: Plane) -> Handle:
        """The handle at another value, kept inside its limits and the axis."""
        low = plane.x_axis.low if self.low is None else max(self.low, plane.x_axis.low)
        high = plane.x_axis.high if self.high is None else min(self.high, plane.x_axis.high)
        return replace(self, x=min(max(x, low), high))


@dataclass(frozen=True)
class Point:
    """A point that can be dragged anywhere in the plot. side: where its text stands if there is room."""

    key: str
    x: float
    y: float
    text: str
    side: Side = "right"


class Grips:
    """Handles and points by key, in the order in which they came; `focused` is the one that arrow keys move."""

    def __init__(self) -> None:
        self.handles: dict[str, Handle] = {}
        self.points: dict[str, Point] = {}
        self.focused: str | None = None

    @property
    def keys(self) -> list[str]:
        """All keys, points first."""
        return [*self.points, *self.handles]

    def settle_focus(self) -> None:
        """The focused grip may have gone: then the first one is it."""
        if self.focused not in self.keys:
            self.focused = next(iter(self.keys), None)

    def pills(self, plane: Plane) -> dict[str, QRectF]:
        """The pill of each handle, below the axis; two that would touch are pushed apart."""
        widths = {key: pill_width(handle.text) for key, handle in self.handles.items()}
        gap = max(widths.values(), default=0.0) + PILL_GAP
        wanted = [plane.x(handle.x) for handle in self.handles.values()]
        middles = spread(wanted, gap, plane.left, plane.right)
        top = plane.bottom + 2.0
        return {
            key: QRectF(middle - widths[key] / 2, top, widths[key], PILL_HEIGHT)
            for key, middle in zip(self.handles, middles, strict=True)
        }

    def at(self, position: QPointF, plane: Plane) -> str | None:
        """The grip under the mouse: a point, a pill, or the nearest line."""
        near = [(_distance(position, point, plane), key) for key, point in self.points.items()]
        if near and min(near)[0] <= POINT_REACH:
            return min(near)[1]
        for key, pill in self.pills(plane).items():
            if pill.adjusted(-2, -2, 2, 4).contains(position):
                return key
        if not plane.holds(position.x(), position.y(), REACH):
            return None
        lines = [(abs(position.x() - plane.x(h.x)), key) for key, h in self.handles.items() if h.has_line]
        return min(lines)[1] if lines and min(lines)[0] <= REACH else None

    def place(self, key: str, plane: Plane, position: QPointF) -> QPointF:
        """Where a grip is; a handle at the mouse's height."""
        if key in self.points:
            return QPointF(plane.x(self.points[key].x), plane.y(self.points[key].y))
        return QPointF(plane.x(self.handles[key].x), position.y())

    def drag(self, key: str, position: QPointF, plane: Plane) -> None:
        """Move a grip to the mouse."""
        if key in self.points:
            x, y = plane.value_x(position.x()), plane.value_y(position.y())
            self.points[key] = replace(self.points[key], x=x, y=y)
        elif key in self.handles:
            self.handles[key] = self.handles[key].moved_to(plane.value_x(position.x()), plane)

    def nudge(self, direction: tuple[int, int], fast: bool, plane: Plane) -> bool:
        """Move the focused grip by a key; False if there is none."""
        key = self.focused
        across, up = (FAST * part if fast else float(part) for part in direction)
        if key in self.points:
            point = self.points[key]
            x = _moved(plane.x_axis, point.x, across) if across else point.x
            y = _moved(plane.y_axis, point.y, up) if up else point.y
            self.points[key] = replace(point, x=x, y=y)
        elif key in self.handles:
            handle = self.handles[key]
            x = _moved(plane.x_axis, handle.x, across or up, handle.step)
            self.handles[key] = handle.moved_to(x, plane)
        return key is not None

    def end(self, to_high: bool, plane: Plane) -> bool:
        """Move the focused handle to an end of its range."""
        if self.focused not in self.handles:
            return False
        handle = self.handles[self.focused]
        self.handles[handle.key] = handle.moved_to(plane.x_axis.high if to_high else plane.x_axis.low, plane)
        return True


def pill_width(text: str) -> float:
    """How wide the pill of a text is."""
    return text_width(text, "small_strong") + 2 * PILL_PADDING


def _distance(position: QPointF, point: Point, plane: Plane) -> float:
    return float(((position.x() - plane.x(point.x)) ** 2 + (position.y() - plane.y(point.y)) ** 2) ** 0.5)


def _moved(axis: Axis, value: float, count: float, step: float | None = None) -> float:
    """The value `count` steps further, from one multiple of the step to the next; a log axis has 20 to a decade."""
    if axis.log:
        return _inside(axis, 10.0 ** (round(math.log10(value) * DECADE_STEPS + count) / DECADE_STEPS))
    step = step or nice_step((axis.high - axis.low) / STEPS)
    return _inside(axis, round(round(value / step, 6) + count) * step)


def _inside(axis: Axis, value: float) -> float:
    return min(max(value, axis.low), axis.high)

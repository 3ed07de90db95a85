"""Boxes and lines of the graph's drawing, in pixels. No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle; x and y of its left top corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height

    @property
    def cx(self) -> float:
        """The middle of its width."""
        return self.x + self.width / 2

    @property
    def cy(self) -> float:
        """The middle of its height."""
        return self.y + self.height / 2

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than a side."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def grown(self, by: float) -> Box:
        """The box with so much more on each side."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def meets(self, start: Point, end: Point) -> bool:
        """Whether a straight line comes into it (Liang and Barsky's clipping)."""
        low, high = 0.0, 1.0
        for place, step, least, most in (
            (start[0], end[0] - start[0], self.x, self.right),
            (start[1], end[1] - start[1], self.y, self.bottom),
        ):
            if step == 0.0:
                if not least < place < most:
                    return False
                continue
            first, second = (least - place) / step, (most - place) / step
            low, high = max(low, min(first, second)), min(high, max(first, second))
            if low >= high:
                return False
        return True


def centered(cx: float, cy: float, width: float, height: float) -> Box:
    """The box of this size about a point."""
    return Box(cx - width / 2, cy - height / 2, width, height)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them; an empty one for none."""
    kept = list(boxes)
    if not kept:
        return Box(0.0, 0.0, 0.0, 0.0)
    x, y = min(box.x for box in kept), min(box.y for box in kept)
    return Box(x, y, max(box.right for box in kept) - x, max(box.bottom for box in kept) - y)


def length_of(points: Sequence[Point]) -> float:
    """How long a line through these points is."""
    return sum(math.dist(a, b) for a, b in pairwise(points))


def point_at(points: Sequence[Point], share: float) -> tuple[Point, Point]:
    """The point at a share (0 ... 1) of a line's length, and the line's direction there, of length one."""
    left = share * length_of(points)
    for a, b in pairwise(points):
        piece = math.dist(a, b)
        if left <= piece and piece > 0.0:
            part = left / piece
            there = (a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]))
            return there, ((b[0] - a[0]) / piece, (b[1] - a[1]) / piece)
        left -= piece
    return points[-1], _direction(points[-2], points[-1])


def _direction(a: Point, b: Point) -> Point:
    size = math.dist(a, b) or 1.0
    return (b[0] - a[0]) / size, (b[1] - a[1]) / size


def distance_to_line(place: Point, points: Sequence[Point]) -> float:
    """How far a point is from the nearest point of a line."""
    return min(_distance(place, a, b) for a, b in pairwise(points))


def _distance(place: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    part = 0.0 if square == 0.0 else ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / square
    part = min(1.0, max(0.0, part))
    return math.dist(place, (a[0] + part * dx, a[1] + part * dy))

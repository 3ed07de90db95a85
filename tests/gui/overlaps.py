"""Which of many rectangles cover one another, found for all pairs at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import numpy as np


class Rectangle(Protocol):
    """What has four edges, in pixels; x and y are the left and the upper one."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def bottom(self) -> float: ...


def overlapping(parts: Iterable[tuple[str, Rectangle]]) -> list[tuple[str, str]]:
    """The names of each two that share an area; touching is allowed."""
    names, rects = zip(*parts, strict=True)
    left, top, right, bottom = np.array([(rect.x, rect.y, rect.right, rect.bottom) for rect in rects]).T
    before, above = left[:, None] < right, top[:, None] < bottom
    pairs = np.argwhere(np.triu(before & before.T & above & above.T, 1))
    return [(names[one], names[other]) for one, other in pairs]

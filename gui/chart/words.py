"""Places for texts beside what they name: none lies on another, nor on a line where it can be helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.chart.items import Side
from gui.chart.lines_crossed import NONE, cross

GAP = 6.0
DISTANCES = (1.0, 3.0, 5.0)  # in gaps: the next ones where the first is taken
# Where a text lies of its anchor: -1, 0 or 1 rightwards and downwards.
RIGHT, LEFT, ABOVE, BELOW = (1, 0), (-1, 0), (0, -1), (0, 1)
CORNERS = ((1, -1), (1, 1), (-1, -1), (-1, 1))
ORDER: dict[Side, tuple[tuple[int, int], ...]] = {
    "right": (RIGHT, LEFT, ABOVE, BELOW, *CORNERS),
    "left": (LEFT, RIGHT, ABOVE, BELOW, *CORNERS),
    "above": (ABOVE, BELOW, RIGHT, LEFT, *CORNERS),
    "below": (BELOW, ABOVE, RIGHT, LEFT, *CORNERS),
}


class Words:
    """Remembers where texts are; `place` finds a free place inside `bounds`, if possible inside `inner`, too."""

    def __init__(self, bounds: QRectF, inner: QRectF | None = None) -> None:
        self._bounds, self._inner = bounds, bounds if inner is None else inner
        self._taken: list[QRectF] = []
        self._lines: NDArray[np.float64] = NONE

    def take(self, rects: Iterable[QRectF]) -> None:
        """These places hold something that no text may cover."""
        self._taken.extend(rects)

    def keep_off(self, lines: NDArray[np.float64]) -> None:
        """These lines, rows of (x0, y0, x1, y1), are covered only where there is no other place."""
        self._lines = lines

    def is_clear(self, rect: QRectF) -> bool:
        """Whether nothing is there yet, no line either."""
        return self.is_free(rect) and not cross(
            self._lines, (rect.x(), rect.y(), rect.width(), rect.height())
        )

    def is_free(self, rect: QRectF) -> bool:
        """Whether nothing is there yet."""
        return not any(rect.intersects(taken) for taken in self._taken)

    def place(self, anchor: QPointF, size: QSizeF, side: Side, clear: float = 0.0) -> QRectF | None:
        """The nearest free place beside a point, on this side before the others; None where all are taken.

        clear: how far the thing named reaches from its anchor.
        """
        rects = [rect for rect in _around(anchor, size, side, clear) if self._bounds.contains(rect)]
        rects = [rect for rect in rects if self.is_free(rect)]
        rects.sort(key=lambda rect: not self._inner.contains(rect))  # keeps the order otherwise
        best = next((rect for rect in rects if self.is_clear(rect)), rects[0] if rects else None)
        if best is not None:
            self._taken.append(best)
        return best


def _around(anchor: QPointF, size: QSizeF, side: Side, clear: float) -> Iterator[QRectF]:
    """All places that may be, the best ones first."""
    for distance in DISTANCES:
        for right, down in ORDER[side]:
            yield _beside(anchor, size, right, down, clear + GAP * distance)


def _beside(anchor: QPointF, size: QSizeF, right: int, down: int, gap: float) -> QRectF:
    width, height = size.width(), size.height()
    level = gap - GAP / 2  # upright letters are lower than their line
    if right and down:  # at a corner it stands as far away along both ways together
        gap, level = gap * 0.7, level * 0.7
    x = anchor.x() + right * gap - width * (1 - right) / 2
    y = anchor.y() + down * level - height * (1 - down) / 2
    return QRectF(x, y, width, height)

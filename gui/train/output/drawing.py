"""Points set by hand: when a drag sets the next one, and which one a click removes. No Qt.

The points themselves belong to the document; this only remembers the drag.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.train.output.geometry import Frame, nearest

SPACING = 10.0  # pixels between two points of one drag
REACH = 14.0  # a click removes the nearest point within so many pixels


class PointDrawing:
    """points (2, m): the drawn points on the plane, in the document's order."""

    def __init__(self) -> None:
        self.is_on = False
        self.points: NDArray[np.floating] = np.zeros((2, 0))
        self._last: tuple[float, float] | None = None

    def start(self, place: tuple[float, float]) -> None:
        """A point was set with the button down."""
        self._last = place

    def stop(self) -> None:
        """The button is up."""
        self._last = None

    def drags(self, frame: Frame, place: tuple[float, float]) -> bool:
        """Whether the mouse, with the button down, has come far enough for another point."""
        if not self.is_on or self._last is None or not frame.holds(*place):
            return False
        if (place[0] - self._last[0]) ** 2 + (place[1] - self._last[1]) ** 2 < SPACING**2:
            return False
        self._last = place
        return True

    def near(self, frame: Frame, place: tuple[float, float]) -> int | None:
        """The index of the drawn point that a click at this pixel removes."""
        if self.points.shape[1] == 0:
            return None
        return nearest(frame.to_pixels(self.points), *place, REACH)

"""Where the lines of the tape stand: a caption before each phase, then its rows. Pixels from the list's top. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from gui.player.rows_geometry import scrolled

CAPTION_HEIGHT, ROW_HEIGHT = 27, 31
TOP = -5  # the first caption has the panel's head above it and needs no room of its own
BOTTOM = 8  # so that the last row does not stick to what is below
INSET = {"row": (1, 1), "caption": (8, 3)}  # of what is painted from a line's top and bottom


@dataclass(frozen=True)
class Line:
    """A caption (row None) or a row, with the phase that it belongs to."""

    phase: str
    row: int | None
    top: int
    height: int

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2

    def is_whole(self, top: float, bottom: float) -> bool:
        """Whether all that is painted of it lies between two heights."""
        above, below = INSET["caption" if self.row is None else "row"]
        return top <= self.top + above and self.top + self.height - below <= bottom


class TapeLines:
    """phases: the phase of each row, in the tape's order."""

    row_height = ROW_HEIGHT

    def __init__(self, phases: Sequence[str]) -> None:
        self.lines: list[Line] = []
        self._of_row: list[Line] = []
        top = TOP
        for row, phase in enumerate(phases):
            if row == 0 or phases[row - 1] != phase:
                self.lines.append(Line(phase, None, top, CAPTION_HEIGHT))
                top += CAPTION_HEIGHT
            line = Line(phase, row, top, ROW_HEIGHT)
            self.lines.append(line)
            self._of_row.append(line)
            top += ROW_HEIGHT
        self.height = top + BOTTOM
        self._tops = [line.top for line in self.lines]

    def line_of(self, row: int) -> Line:
        """Where a row stands."""
        return self._of_row[row]

    def top_of(self, row: int) -> int:
        """Where a row begins."""
        return self._of_row[row].top

    def row_at(self, y: float) -> int | None:
        """The row at this height, or None over a caption or beside the list."""
        index = bisect_right(self._tops, y) - 1
        if index < 0 or y >= self.lines[index].top + self.lines[index].height:
            return None
        return self.lines[index].row

    def between(self, top: float, bottom: float) -> list[Line]:
        """The lines that can be seen between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        return self.lines[first : bisect_right(self._tops, bottom)]

    def whole_between(self, top: float, bottom: float) -> list[Line]:
        """Those of them that are not cut at either end."""
        return [line for line in self.between(top, bottom) if line.is_whole(top, bottom)]

    def scrolled(self, row: int, offset: int, view_height: int) -> int:
        """How far to scroll, from `offset` on, so that a row and its neighbours are in view.

        Where it scrolls the list begins with a whole line, except at its end.
        """
        moved = scrolled(self, row, offset, view_height)
        if moved in (offset, self.height - view_height):
            return moved
        return max(0, self._tops[max(0, bisect_right(self._tops, moved) - 1)])

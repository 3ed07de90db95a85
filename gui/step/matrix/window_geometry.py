"""Which rows or columns of a long matrix are seen: the first ones, a gap with dots, the last ones. No Qt.

The part before the gap moves, so that every row can be reached; the last ones stay, so that the end is always seen.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_WHOLE = 12  # so many rows or columns are shown without a gap
SHOWN = 9  # of longer ones: 6, the gap, 3


@dataclass(frozen=True)
class AxisWindow:
    """`shown` of `count` rows (or columns) are seen, the moving part beginning with row `start`; all from 0."""

    count: int
    shown: int
    start: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether everything is seen."""
        return self.shown >= self.count

    @property
    def tail(self) -> int:
        """How many stay at the end."""
        return 0 if self.is_whole else self.shown // 3

    @property
    def lead(self) -> int:
        """How many are before the gap."""
        return min(self.shown, self.count) - self.tail

    @property
    def furthest(self) -> int:
        """The last place that `start` can have; there nothing is left out in the gap."""
        return max(0, self.count - self.shown)

    @property
    def has_gap(self) -> bool:
        """Whether rows are left out between the moving part and the end."""
        return not self.is_whole and self.start < self.furthest

    def slots(self) -> tuple[int | None, ...]:
        """The row in each place; None is the gap, which keeps its place even where nothing is left out."""
        if self.is_whole:
            return tuple(range(self.count))
        moving = range(self.start, self.start + self.lead)
        return (*moving, None, *range(self.count - self.tail, self.count))

    def shows(self, index: int) -> bool:
        """Whether this row is seen."""
        return self.slot_of(index) is not None

    def slot_of(self, index: int) -> int | None:
        """The place of a row, or None while it is out of sight."""
        if self.is_whole:
            return index if 0 <= index < self.count else None
        if self.start <= index < self.start + self.lead:
            return index - self.start
        if self.count - self.tail <= index < self.count:
            return index - self.count + self.shown + 1
        return None

    def slot_span(self, first: int, last: int) -> tuple[int, int] | None:
        """The first and the last place that rows `first` to `last` are seen in, or None when none of them is."""
        places = [place for place, row in enumerate(self.slots()) if row is not None and first <= row <= last]
        return (places[0], places[-1]) if places else None

    def moved_to(self, start: int) -> AxisWindow:
        """The same window with its moving part at another row, as far as it can go."""
        return AxisWindow(self.count, self.shown, min(max(start, 0), self.furthest))

    def bringing(self, index: int) -> AxisWindow:
        """The window moved so that a row is seen, with a neighbour on each side where there is room."""
        if self.shows(index):
            return self
        return self.moved_to(index - self.lead // 2)


def whole_or_window(count: int, most: int = MOST_WHOLE) -> int:
    """How many of `count` are shown where at most `most` find room."""
    wanted = count if count <= MOST_WHOLE else SHOWN
    return min(wanted, most)

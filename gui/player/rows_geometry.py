"""Where the rows of a list stand, and how far it scrolls for one of them. Pixels from the list's top. No Qt."""

from __future__ import annotations

from typing import Protocol


class Lines(Protocol):
    """What a list asks of its lines. All rows are equally high."""

    @property
    def height(self) -> int:
        """Of all lines together."""

    @property
    def row_height(self) -> int:
        """Of one row."""

    def top_of(self, row: int) -> int:
        """Where a row begins."""

    def row_at(self, y: float) -> int | None:
        """The row at this height, or None beside the rows."""


def scrolled(lines: Lines, row: int, offset: int, view_height: int) -> int:
    """How far to scroll, from `offset` on, so that a row and two rows on each side of it are in view.

    A row that is not goes to the middle: then the next ones need no scrolling, and hardly any painting.
    """
    top, margin = lines.top_of(row), 2 * lines.row_height
    low, high = top + lines.row_height + margin - view_height, top - margin
    if not low <= offset <= high:
        offset = round(top + lines.row_height / 2 - view_height / 2)
    return max(0, min(offset, lines.height - view_height))

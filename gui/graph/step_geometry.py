"""Where the numbered steps stand, from the top of their list. No Qt."""

from __future__ import annotations

ROW_HEIGHT, BOTTOM = 29, 8
MARGIN = 2 * ROW_HEIGHT  # so much of the neighbours is kept in view


def height_of(count: int) -> int:
    """Of a list of so many steps."""
    return count * ROW_HEIGHT + BOTTOM


def row_at(y: float, count: int) -> int | None:
    """The step at a height, or None below the last one."""
    index = int(y // ROW_HEIGHT)
    return index if 0 <= index < count else None


def rows_between(top: float, bottom: float, count: int) -> range:
    """The steps that can be seen between two heights."""
    return range(max(0, int(top // ROW_HEIGHT)), min(count, int(bottom // ROW_HEIGHT) + 1))


def scrolled(row: int, offset: int, view_height: int, count: int) -> int:
    """How far to scroll, from `offset` on, so that a step and two on each side of it are in view."""
    top = row * ROW_HEIGHT
    low, high = top + ROW_HEIGHT + MARGIN - view_height, top - MARGIN
    if not low <= offset <= high:
        offset = round(top + ROW_HEIGHT / 2 - view_height / 2)
    return max(0, min(offset, height_of(count) - view_height))

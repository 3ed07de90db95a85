"""Which plan an equation is arranged by: the first of a list that fits into the room. No Qt.

What gives way first: the size of the cells, then columns of long matrices (six stay), then the line breaks before a
sign if there is height for that, else more columns go (one stays, as on a page about one example). What is still too
wide or too high scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gui.step.matrix.block_geometry import BAR, BAR_OFF, BRACKET_OVER
from gui.step.matrix.items import DENSE, NAME_BAND, NUMBER_BAND, SIZES, Item, MatrixItem, SignItem
from gui.step.matrix.sizes_geometry import Plan, Sizes
from gui.step.matrix.window_geometry import MOST_WHOLE

LINE_GAP = 10
MANY_COLUMNS, LEAST_COLUMNS = 6, 3

Chunk = list[Item]


@lru_cache(maxsize=512)  # stepping to and fro comes by the same equations
def best_plan(items: tuple[Item, ...], room: tuple[float, float]) -> Plan:
    """The first plan with which the equation fits into a room of this width and height."""
    chunks = chunked(items)
    longest = max(item.columns for item in items if isinstance(item, MatrixItem))
    for plan in _plans(len(chunks), longest):
        if _fits(chunks, plan, items, room):
            return plan
    return Plan(DENSE, LEAST_COLUMNS, len(chunks))


def chunked(items: Sequence[Item]) -> list[Chunk]:
    """Each matrix with the signs before it, and those behind it that close something: a line may break between."""
    chunks: list[Chunk] = []
    pending: Chunk = []
    for item in items:
        if isinstance(item, MatrixItem):
            if chunks and any(isinstance(sign, SignItem) and sign.joins for sign in pending):
                chunks[-1] += [*pending, item]
            else:
                chunks.append([*pending, item])
            pending = []
        elif item.closes and chunks and not pending:
            chunks[-1].append(item)
        else:
            pending.append(item)
    return chunks


def in_lines(chunks: Sequence[Chunk], sizes: Sizes, room: float) -> list[Chunk]:
    """As much on every line as finds room."""
    lines: list[Chunk] = [[]]
    for chunk in chunks:
        if lines[-1] and line_width([*lines[-1], *chunk], sizes) > room:
            lines.append([])
        lines[-1] = [*lines[-1], *chunk]
    return lines


def line_width(line: Chunk, sizes: Sizes) -> float:
    """How wide a line is."""
    return sum(sizes.width(item) for item in line)


@dataclass(frozen=True)
class LineHeights:
    """From the top of a line to the first cells, the highest cells, below them."""

    above: float
    cells: float
    below: float

    @property
    def total(self) -> float:
        """The line from top to bottom."""
        return self.above + self.cells + self.below


def line_heights(line: Chunk, sizes: Sizes) -> LineHeights:
    """How high a line is."""
    matrices = [sizes.of(item) for item in line if isinstance(item, MatrixItem)]
    has_gap = any(not size.columns.is_whole for size in matrices)
    return LineHeights(
        NAME_BAND + (NUMBER_BAND if has_gap else 0) + BRACKET_OVER,
        max(size.down for size in matrices),
        BRACKET_OVER + (BAR_OFF + BAR if has_gap else 0),
    )


def _plans(chunks: int, longest: int) -> list[Plan]:
    """In the order of preference. longest: the most columns that a matrix has; there is no use in allowing more."""
    several = range(2, chunks + 1)
    most = min(longest, MOST_WHOLE)
    few = range(most, min(most, LEAST_COLUMNS) - 1, -1)
    return [
        *(Plan(size, MOST_WHOLE, 1, is_low=True) for size in SIZES),
        Plan(DENSE, MOST_WHOLE, 1),
        *(Plan(DENSE, columns, 1) for columns in range(most, MANY_COLUMNS - 1, -1)),
        *(Plan(DENSE, columns, lines, is_low=True) for lines in several for columns in few),
        *(Plan(DENSE, columns, 1) for columns in range(min(most, MANY_COLUMNS - 1), 0, -1)),
        *(Plan(DENSE, columns, lines) for lines in several for columns in few),
    ]


def _fits(chunks: Sequence[Chunk], plan: Plan, items: Sequence[Item], room: tuple[float, float]) -> bool:
    width, height = room
    sizes = Sizes(items, plan, {})
    lines = in_lines(chunks, sizes, width)
    if len(lines) > plan.lines or max(line_width(line, sizes) for line in lines) > width:
        return False
    gaps = LINE_GAP * (len(lines) - 1)
    return not plan.is_low or sum(line_heights(line, sizes).total for line in lines) + gaps <= height

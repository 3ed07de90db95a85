"""Which plan an equation is arranged by: the first of a list that fits into the room. No Qt.

What gives way first: the size of the cells, then examples of long batches (six stay), then the line breaks before a
sign if there is height for that, else more examples go (three stay). Units go only from wide layers. All this is tried
in the height that is always seen, then in all that there is; then lines may be a little too long. What is still too
wide or too high scrolls.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gui.step.matrix.block_geometry import BAR, BAR_OFF, BRACKET_OVER
from gui.step.matrix.items import (
    DENSE,
    NAME_BAND,
    NUMBER_BAND,
    SIZES,
    TINY,
    CellSize,
    Item,
    MatrixItem,
    Room,
    SignItem,
)
from gui.step.matrix.sizes_geometry import UNITS_NEVER_CUT, Plan, Sizes
from gui.step.matrix.window_geometry import MOST_WHOLE

LINE_GAP = 10
REACH = 1.25  # a line that is a little too long is better than two of which one is out of sight
MANY_COLUMNS, LEAST_COLUMNS = 6, 3

Chunk = list[Item]


@lru_cache(maxsize=512)  # stepping to and fro comes by the same equations
def best_plan(items: tuple[Item, ...], room: Room) -> Plan:
    """The first plan with which the equation fits into a room."""
    chunks = chunked(items)
    most = max(item.columns for item in items if isinstance(item, MatrixItem))
    # There is no use in allowing more columns than there are.
    usual = list(_usual_plans(len(chunks), most))
    small = [(plan, lines) for plan, lines in usual if plan.size in (DENSE, TINY)]
    two, one = (list(_scanty_plans(len(chunks), columns)) for columns in (2, 1))
    long = [(Plan(TINY, 1, UNITS_NEVER_CUT, REACH), 1)]
    low, high = room.height, max(room.height, room.most_height)
    found: dict[Plan, _Extent] = {}
    for plans, height, most_lines in (
        *((plans, height, len(chunks)) for plans in (usual, two, one) for height in (low, high)),
        (long, low, 1),
        *((plans, math.inf, lines) for lines in (1, len(chunks)) for plans in (small, two, one)),
    ):
        for plan, lines in plans:
            if plan not in found:
                found[plan] = _extent(chunks, plan, items, room.width)
            if found[plan].lines <= min(lines, most_lines) and found[plan].height <= height:
                return plan
    return Plan(TINY, LEAST_COLUMNS, LEAST_COLUMNS)


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


def _usual_plans(chunks: int, most: int) -> Iterator[tuple[Plan, int]]:
    """In the order of preference, with the lines that are allowed."""
    most = min(most, MOST_WHOLE)
    many = range(most, MANY_COLUMNS - 1, -1)
    few = range(min(most, MANY_COLUMNS - 1), LEAST_COLUMNS - 1, -1)
    yield from ((Plan(size, MOST_WHOLE), 1) for size in SIZES)
    yield from ((_plan(size, columns), 1) for columns in many for size in (DENSE, TINY))
    for lines in range(2, chunks + 1):
        yield from ((_plan(size, columns), lines) for columns in (*many, *few) for size in (DENSE, TINY))
    yield from ((_plan(size, columns), 1) for columns in few for size in (DENSE, TINY))
    for lines in range(1, chunks + 1):
        for units in range(UNITS_NEVER_CUT - 1, LEAST_COLUMNS - 1, -1):
            yield Plan(TINY, LEAST_COLUMNS, units), lines


def _scanty_plans(chunks: int, columns: int) -> Iterator[tuple[Plan, int]]:
    """With one or two examples, as on a page about one of them."""
    for lines in range(1, chunks + 1):
        for units in (UNITS_NEVER_CUT, LEAST_COLUMNS):
            yield from ((Plan(size, columns, units), lines) for size in (DENSE, TINY))


def _plan(size: CellSize, columns: int) -> Plan:
    return Plan(size, columns, max(columns, UNITS_NEVER_CUT))


@dataclass(frozen=True)
class _Extent:
    """How many lines a plan takes, more than there can be if one is too wide; and their height."""

    lines: float
    height: float


def _extent(chunks: Sequence[Chunk], plan: Plan, items: Sequence[Item], width: float) -> _Extent:
    width *= plan.reach
    sizes = Sizes(items, plan, {})
    lines = in_lines(chunks, sizes, width)
    if max(line_width(line, sizes) for line in lines) > width:
        return _Extent(math.inf, math.inf)
    gaps = LINE_GAP * (len(lines) - 1)
    return _Extent(len(lines), sum(line_heights(line, sizes).total for line in lines) + gaps)

"""Which plan an equation is arranged by: the first of a list that fits into the room. No Qt.

What gives way first: the size of the cells; before they are tiny the line breaks, at a sign, if there is height for
that. Then examples of long batches go (six stay), on as few lines as can be. All this is tried in the height that is
always seen, then in all that there is. Then more examples go (three stay), and units, but only from wide layers; at
last lines may be a little too long. What is still too wide or too high scrolls.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gui.step.matrix.block_geometry import BAR, BAR_OFF, BRACKET_OVER
from gui.step.matrix.items import (
    DENSE,
    NAME_BAND,
    NUMBER_BAND,
    SIZES,
    TIGHT,
    TINY,
    CellSize,
    Item,
    MatrixItem,
    Room,
    SignItem,
)
from gui.step.matrix.sizes_geometry import UNITS_NEVER_CUT, Plan, Sizes, shown_of_axes
from gui.step.matrix.window_geometry import MOST_WHOLE

LINE_GAP = 10
REACH = 1.25  # a line that is a little too long is better than two of which one is out of sight
MANY_COLUMNS, LEAST_COLUMNS = 6, 3
LARGE, FEW_LINES = SIZES[:-3], 2

Chunk = list[Item]


@lru_cache(maxsize=512)  # stepping to and fro comes by the same equations
def best_plan(items: tuple[Item, ...], room: Room) -> Plan:
    """The first plan with which the equation fits into a room."""
    chunks = chunked(items)
    # There is no use in allowing more columns than there are.
    most = min(MOST_WHOLE, max(item.columns for item in items if isinstance(item, MatrixItem)))
    many, usual = list(_plans_of_many(len(chunks), most)), list(_plans_of_few(len(chunks), most))
    small = [(plan, lines) for plan, lines in (*many, *usual) if plan.size in (DENSE, TINY, TIGHT)]
    two, one = (list(_scanty_plans(len(chunks), columns)) for columns in (2, 1))
    long = [(Plan(TIGHT, 1, UNITS_NEVER_CUT, REACH), 1)]
    low, high = room.height, max(room.height, room.most_height)
    extents = _Extents(chunks, items, room.width)
    for plans, height, most_lines in (
        *((plans, height, len(chunks)) for plans in (many, usual, two, one) for height in (low, high)),
        (long, low, 1),
        *((plans, math.inf, lines) for lines in (1, len(chunks)) for plans in (small, two, one)),
    ):
        for plan, lines in plans:
            extent = extents.of(plan)
            if extent.lines <= min(lines, most_lines) and extent.height <= height:
                return plan
    return Plan(TIGHT, LEAST_COLUMNS, LEAST_COLUMNS)


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


def _plans_of_many(chunks: int, most: int) -> Iterator[tuple[Plan, int]]:
    """In the order of preference, with the lines that are allowed: hardly anything is left out."""
    few_lines = range(2, min(chunks, FEW_LINES) + 1)
    for sizes, broken in ((SIZES[:-2], LARGE), ((TINY,), (DENSE,)), ((TIGHT,), (TINY,))):
        yield from ((Plan(size, MOST_WHOLE), 1) for size in sizes)
        yield from ((Plan(size, MOST_WHOLE), lines) for lines in few_lines for size in broken)
    for columns in range(most, MANY_COLUMNS - 1, -1):
        for lines in range(1, chunks + 1):
            yield from ((_plan(size, columns), lines) for size in (DENSE, TINY))


def _plans_of_few(chunks: int, most: int) -> Iterator[tuple[Plan, int]]:
    """The same for fewer columns, and fewer units of wide layers."""
    few = range(min(most, MANY_COLUMNS - 1), LEAST_COLUMNS - 1, -1)
    for lines in (*range(2, chunks + 1), 1):
        yield from ((_plan(size, columns), lines) for columns in few for size in (DENSE, TINY))
    for lines in range(1, chunks + 1):
        for units in range(UNITS_NEVER_CUT - 1, LEAST_COLUMNS - 1, -1):
            yield Plan(TIGHT, LEAST_COLUMNS, units), lines


def _scanty_plans(chunks: int, columns: int) -> Iterator[tuple[Plan, int]]:
    """With one or two examples, as on a page about one of them."""
    for lines in range(1, chunks + 1):
        for units in (UNITS_NEVER_CUT, LEAST_COLUMNS):
            yield from ((Plan(size, columns, units), lines) for size in (DENSE, TIGHT))


def _plan(size: CellSize, columns: int) -> Plan:
    return Plan(size, columns, max(columns, UNITS_NEVER_CUT))


@dataclass(frozen=True)
class _Extent:
    """How many lines a plan takes, more than there can be if one is too wide; and their height."""

    lines: float
    height: float


class _Extents:
    """Those of plans for one equation. Many plans differ only in what it does not have, such as examples."""

    def __init__(self, chunks: Sequence[Chunk], items: Sequence[Item], width: float) -> None:
        self._chunks, self._items, self._width = chunks, items, width
        self._matrices = [item for item in items if isinstance(item, MatrixItem)]
        self._of_plan: dict[Plan, _Extent] = {}
        self._of_shown: dict[Hashable, _Extent] = {}

    def of(self, plan: Plan) -> _Extent:
        """What a plan takes."""
        found = self._of_plan.get(plan)
        if found is None:
            shown = plan.size, plan.reach, *shown_of_axes(self._matrices, plan).values()
            found = self._of_shown.get(shown) or _extent(self._chunks, plan, self._items, self._width)
            self._of_plan[plan] = self._of_shown[shown] = found
        return found


def _extent(chunks: Sequence[Chunk], plan: Plan, items: Sequence[Item], width: float) -> _Extent:
    width *= plan.reach
    sizes = Sizes(items, plan, {})
    lines = in_lines(chunks, sizes, width)
    if max(line_width(line, sizes) for line in lines) > width:
        return _Extent(math.inf, math.inf)
    gaps = LINE_GAP * (len(lines) - 1)
    return _Extent(len(lines), sum(line_heights(line, sizes).total for line in lines) + gaps)

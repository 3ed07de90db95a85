"""Where the nodes of a graph stand: columns over the width, each node as near to its neighbours as may be. No Qt.

Lengths are those of the drawing at its natural size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gui.graph.boxes_geometry import Box, centered
from gui.graph.columns_geometry import Grid, Skeleton

VARIABLE, OPERATION_WIDTH, OPERATION_HEIGHT = 60.0, 70.0, 62.0
SIDE, TOP, BOTTOM = 46.0, 22.0, 10.0
STAND_IN = 12.0  # half the height that an edge takes in a column that it crosses
GAP, NARROW_GAP = 30.0, 16.0  # between nodes; beside an edge
SUM_ROOM, VALUE_ROOM, RESULT_ROOM = 30.0, 44.0, 32.0
LEAST_PITCH, WIDEST_PITCH, TALLEST_PITCH = 148.0, 300.0, 190.0
CLOSE_PITCH, CLOSE_LEFT = 112.0, 28.0  # where a graph only fits in closer columns
SHARED, ROOMY = 0.5, 56.0  # of the room to spare, so much goes between the nodes of a column; but not more
LEFT_PULL = 0.8  # how much more a node stands between those that it uses than between those that use it
ROUNDS = 8


@dataclass(frozen=True)
class Extent:
    """How far a vertex reaches above and below its middle, and whether it is a node."""

    up: float
    down: float
    is_node: bool = True


@dataclass(frozen=True)
class Area:
    """What there is to draw on. growth: how much larger letters are than the nodes that they belong to, so that they
    can be read on a small drawing; is_close: whether columns stand closer than they would like to.
    """

    width: float
    height: float
    growth: float = 1.0
    is_close: bool = False

    @property
    def left(self) -> float:
        """What stays free left of the first column."""
        return CLOSE_LEFT if self.is_close else SIDE


@dataclass(frozen=True)
class Places:
    """nodes: the box of each; points: the middle of every vertex, those of edges too; x: the columns' middles."""

    nodes: tuple[Box, ...]
    points: tuple[tuple[float, float], ...]
    x: tuple[float, ...]


def width_of(skeleton: Skeleton, node: int) -> float:
    """How wide a node is: circles alike, boxes as their operation needs."""
    if node in skeleton.variables:
        return VARIABLE
    return max(OPERATION_WIDTH, skeleton.widths[node] if skeleton.widths else 0.0)


def extents_of(skeleton: Skeleton, grid: Grid, growth: float = 1.0) -> list[Extent]:
    """What each vertex takes of its column."""
    uses = skeleton.uses
    found = []
    for node in range(len(skeleton.operands)):
        half = (VARIABLE if node in skeleton.variables else OPERATION_HEIGHT) / 2
        if node == skeleton.output:
            found.append(Extent(half + VALUE_ROOM * growth, half + RESULT_ROOM * growth))
        else:
            found.append(Extent(half, half + (SUM_ROOM * growth if len(uses[node]) > 1 else 0.0)))
    stand_ins = sum(len(between) for between in grid.ways.values())
    return found + [Extent(STAND_IN, STAND_IN, False)] * stand_ins


def needed_size(
    skeleton: Skeleton, grid: Grid, growth: float = 1.0, *, is_close: bool = False
) -> tuple[float, float]:
    """The least width and height that a drawing of this graph wants."""
    area = Area(0.0, 0.0, growth, is_close)
    pitches = (len(grid.columns) - 1) * _pitch(skeleton, CLOSE_PITCH if is_close else LEAST_PITCH)
    extents = extents_of(skeleton, grid, growth)
    heights = [sum(_gaps(column, extents)) for column in grid.columns]
    return pitches + area.left + SIDE + OPERATION_WIDTH, max(heights) + TOP + BOTTOM


def close_width(skeleton: Skeleton, columns: int) -> float:
    """The least width that a drawing with so many columns wants where they stand close."""
    return (columns - 1) * _pitch(skeleton, CLOSE_PITCH) + CLOSE_LEFT + SIDE + OPERATION_WIDTH


def places_of(skeleton: Skeleton, grid: Grid, area: Area) -> Places:
    """Where everything stands on an area that is large enough."""
    extents = extents_of(skeleton, grid, area.growth)
    xs = _columns(skeleton, grid, area)
    y = [area.height / 2] * len(extents)
    _spread(y, grid.columns[0], extents, area)
    _settle(y, grid, extents, area)
    column_of = {vertex: x for x, column in zip(xs, grid.columns, strict=True) for vertex in column}
    nodes = [
        centered(
            column_of[node],
            y[node],
            width_of(skeleton, node),
            VARIABLE if node in skeleton.variables else OPERATION_HEIGHT,
        )
        for node in range(len(skeleton.operands))
    ]
    points = [(column_of[vertex], y[vertex]) for vertex in range(len(extents))]
    return Places(tuple(nodes), tuple(points), tuple(xs))


def _pitch(skeleton: Skeleton, least: float) -> float:
    widest = max((width_of(skeleton, node) for node in range(len(skeleton.operands))), default=0.0)
    return least + max(0.0, widest - OPERATION_WIDTH)


def _columns(skeleton: Skeleton, grid: Grid, area: Area) -> list[float]:
    """The middles of the columns, spread over the width but not too far from one another."""
    ends = [max(width_of(skeleton, v) for v in column if v < len(skeleton.operands)) / 2
            for column in (grid.columns[0], grid.columns[-1])]  # fmt: skip
    gaps, width = len(grid.columns) - 1, area.width
    if gaps == 0:
        return [width / 2]
    pitch = min(WIDEST_PITCH, (width - area.left - SIDE - ends[0] - ends[1]) / gaps)
    spare = width - area.left - SIDE - pitch * gaps - ends[0] - ends[1]
    left = area.left + spare / 2 + ends[0]
    return [left + pitch * index for index in range(gaps + 1)]


def _gaps(column: Sequence[int], extents: Sequence[Extent]) -> list[float]:
    """The least distances: from the column's top to its first vertex, between vertices, from the last to the bottom."""
    found = [extents[column[0]].up]
    for above, below in pairwise(column):
        both = extents[above].is_node and extents[below].is_node
        found.append(extents[above].down + extents[below].up + (GAP if both else NARROW_GAP))
    return [*found, extents[column[-1]].down]


def _spread(y: list[float], column: Sequence[int], extents: Sequence[Extent], area: Area) -> None:
    """The same room for each vertex of the first column."""
    gaps, bottom = _gaps(column, extents), area.height - BOTTOM
    spare = max(0.0, bottom - TOP - sum(gaps))
    pitch = spare / len(column)
    if len(column) > 1:
        mean = (sum(gaps) - gaps[0] - gaps[-1]) / (len(column) - 1)
        pitch = max(0.0, min(pitch, TALLEST_PITCH - mean))
    place = TOP + (spare - pitch * len(column)) / 2 + pitch / 2
    for vertex, gap in zip(column, gaps, strict=False):
        place += gap
        y[vertex] = place
        place += pitch


def _settle(y: list[float], grid: Grid, extents: Sequence[Extent], area: Area) -> None:
    """Draw every vertex to its neighbours, those at the left first, then those at both sides."""
    before, after = defaultdict(list), defaultdict(list)
    bottom = area.height - BOTTOM
    for left, right in grid.links:
        before[right].append(left)
        after[left].append(right)
    for round_number in range(ROUNDS):
        columns = list(range(1, len(grid.columns)))
        for index in columns if round_number % 2 == 0 else reversed(columns):
            column = grid.columns[index]
            wanted = [_wish(y, v, before[v], after[v], round_number) for v in column]
            weights = [1.0 if extents[v].is_node else 0.5 for v in column]
            _place(y, column, wanted, weights, _roomy(_gaps(column, extents), bottom), bottom)


def _roomy(gaps: Sequence[float], bottom: float) -> list[float]:
    """The same distances with a part of the room that the column has to spare, for the numbers beside arrows."""
    between = gaps[1:-1]
    if not between:
        return list(gaps)
    spare = max(0.0, bottom - TOP - sum(gaps)) * SHARED / len(between)
    return [gaps[0], *(gap + min(spare, ROOMY) for gap in between), gaps[-1]]


def _wish(y: Sequence[float], vertex: int, before: list[int], after: list[int], round_number: int) -> float:
    left = [y[other] for other in before]
    right = [y[other] for other in after]
    if round_number == 0 or not right:
        return sum(left) / len(left) if left else y[vertex]
    if not left:
        return sum(right) / len(right)
    return LEFT_PULL * sum(left) / len(left) + (1 - LEFT_PULL) * sum(right) / len(right)


def _place(
    y: list[float],
    column: Sequence[int],
    wanted: Sequence[float],
    weights: Sequence[float],
    gaps: Sequence[float],
    bottom: float,
) -> None:
    """The heights nearest to those wanted that keep order and distances (pool adjacent violators)."""
    offsets, total = [], 0.0
    for gap in gaps[:-1]:
        total += gap
        offsets.append(total)
    pools: list[tuple[float, float, int]] = []
    for wish, weight, offset in zip(wanted, weights, offsets, strict=True):
        pool = (wish - offset, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, heavy, many = pools.pop()
            both = heavy + pool[1]
            pool = ((mean * heavy + pool[0] * pool[1]) / both, both, many + pool[2])
        pools.append(pool)
    low, high = TOP, max(TOP, bottom - gaps[-1] - offsets[-1])
    heights = [min(high, max(low, mean)) for mean, _, many in pools for _ in range(many)]
    for vertex, height, offset in zip(column, heights, offsets, strict=True):
        y[vertex] = height + offset

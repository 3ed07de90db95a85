"""In which column each node of a graph stands, and in which order within it. No Qt.

Columns are depths: a node stands right of everything that it uses. Edges over several columns get a stand-in in each
column between, so that the order leaves them a way through (Sugiyama's method: barycentres, then swaps).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

LEFT_REACH = 3  # a variable used first beyond so many columns stands beside its use, not at the left
SWEEPS = 12

Edge = tuple[int, int]  # (node that uses, position of the operand)


@dataclass(frozen=True)
class Skeleton:
    """What a drawing needs to know of a graph: for each node its operands (numbers of nodes) by position, in an order
    in which operands come first; which nodes are variables; the output.

    widths: how wide each node's box wants to be; names: how wide each node's name is drawn. Pixels at the natural size.
    """

    operands: tuple[tuple[tuple[int, int], ...], ...]  # (position, node)
    variables: frozenset[int]
    output: int
    widths: tuple[float, ...] = ()
    names: tuple[float, ...] = ()

    @property
    def edges(self) -> dict[Edge, int]:
        """Every arrow by its end, with the node where it begins."""
        return {
            (node, position): source for node, used in enumerate(self.operands) for position, source in used
        }

    @property
    def uses(self) -> dict[int, list[int]]:
        """The nodes that use a node, once for each arrow."""
        found: dict[int, list[int]] = defaultdict(list)
        for node, used in enumerate(self.operands):
            for _, source in used:
                found[source].append(node)
        return found


@dataclass(frozen=True)
class Grid:
    """columns: the vertices from top to bottom, column by column; stand-ins have numbers from the nodes' count on.

    ways: for each pair (source, target) the stand-ins between them, from left to right.
    """

    columns: tuple[tuple[int, ...], ...]
    ways: Mapping[tuple[int, int], tuple[int, ...]]

    @property
    def links(self) -> list[tuple[int, int]]:
        """Which vertex is joined with which of the next column."""
        found: list[tuple[int, int]] = []
        for (source, target), between in self.ways.items():
            chain = (source, *between, target)
            found += pairwise(chain)
        return found


def grid_of(skeleton: Skeleton) -> Grid:
    """Columns and orders of a graph."""
    depths = depths_of(skeleton)
    columns: list[list[int]] = [[] for _ in range(max(depths, default=0) + 1)]
    for node, depth in enumerate(depths):
        columns[depth].append(node)
    ways: dict[tuple[int, int], tuple[int, ...]] = {}
    count = len(depths)
    for (target, _), source in skeleton.edges.items():
        if (source, target) not in ways:
            between = range(depths[source] + 1, depths[target])
            ways[source, target] = tuple(range(count, count + len(between)))
            for depth in between:
                columns[depth].append(count)
                count += 1
    grid = Grid(tuple(map(tuple, columns)), ways)
    return Grid(_ordered(grid), ways)


def depths_of(skeleton: Skeleton) -> list[int]:
    """The column of each node."""
    depths = [0] * len(skeleton.operands)
    for node, used in enumerate(skeleton.operands):
        if node not in skeleton.variables:
            depths[node] = 1 + max((depths[source] for _, source in used), default=0)
    uses = skeleton.uses
    for node in reversed(range(len(depths))):
        if node not in skeleton.variables and uses[node]:
            latest = min(depths[user] for user in uses[node]) - 1
            if latest > depths[node] and _goes_right(skeleton, node, latest, depths, uses):
                depths[node] = latest
    for node in skeleton.variables:
        first = min((depths[user] for user in uses[node]), default=1)
        depths[node] = 0 if first <= LEFT_REACH else first - 1
    leftmost = min(depths, default=0)  # not 0 where there is no variable, as in f = 3
    return [depth - leftmost for depth in depths]


def _goes_right(
    skeleton: Skeleton, node: int, latest: int, depths: Sequence[int], uses: Mapping[int, list[int]]
) -> bool:
    """Whether moving a node beside its use makes more arrows shorter than longer."""
    longer = 0
    for source in {source for _, source in skeleton.operands[node]}:
        others = [depths[user] for user in uses[source] if user != node]
        follows = source in skeleton.variables and min([latest, *others]) > LEFT_REACH
        longer += not follows
    return len(uses[node]) >= longer


def _ordered(grid: Grid) -> tuple[tuple[int, ...], ...]:
    """The orders with the fewest crossings that sweeping to and fro finds; of equal ones the first."""
    before, after = defaultdict(list), defaultdict(list)
    for left, right in grid.links:
        before[right].append(left)
        after[left].append(right)
    columns = [list(column) for column in grid.columns]
    for index in range(1, len(columns)):
        _sort(columns, index, before, -1)
    best, fewest = [list(column) for column in columns], _crossings(columns, after)
    for sweep in range(SWEEPS):
        if fewest == 0:
            break
        if sweep % 2 == 0:
            for index in reversed(range(len(columns) - 1)):
                _sort(columns, index, after, +1)
        else:
            for index in range(1, len(columns)):
                _sort(columns, index, before, -1)
        _swap(columns, before, after)
        count = _crossings(columns, after)
        if count < fewest:
            best, fewest = [list(column) for column in columns], count
    return tuple(map(tuple, best))


def _sort(columns: list[list[int]], index: int, near: Mapping[int, list[int]], side: int) -> None:
    """Put a column in the order of its neighbours' middles; one without neighbours keeps its height."""
    heights = {vertex: place for place, vertex in enumerate(columns[index + side])}
    share = len(columns[index + side]) / max(1, len(columns[index]))

    def middle(vertex: int) -> float:
        found = [heights[other] for other in near.get(vertex, ())]
        return sum(found) / len(found) if found else columns[index].index(vertex) * share

    keys = {vertex: middle(vertex) for vertex in columns[index]}
    columns[index].sort(key=keys.__getitem__)


def _swap(columns: list[list[int]], before: Mapping[int, list[int]], after: Mapping[int, list[int]]) -> None:
    """Swap neighbours wherever that takes crossings away."""
    for index, column in enumerate(columns):
        left = {v: i for i, v in enumerate(columns[index - 1])} if index else {}
        right = {v: i for i, v in enumerate(columns[index + 1])} if index + 1 < len(columns) else {}
        sides = ((left, before), (right, after))
        for place in range(len(column) - 1):
            a, b = column[place], column[place + 1]
            gain = 0
            for heights, near in sides:
                ends_a = [heights[v] for v in near.get(a, ())]
                ends_b = [heights[v] for v in near.get(b, ())]
                gain += _inversions(ends_a, ends_b) - _inversions(ends_b, ends_a)
            if gain > 0:
                column[place], column[place + 1] = b, a


def _inversions(upper: Sequence[int], lower: Sequence[int]) -> int:
    return sum(a > b for a in upper for b in lower)


def _crossings(columns: Sequence[Sequence[int]], after: Mapping[int, list[int]]) -> int:
    total = 0
    for column, following in pairwise(columns):
        heights = {vertex: place for place, vertex in enumerate(following)}
        ends = [sorted(heights[other] for other in after.get(vertex, ())) for vertex in column]
        seen = [0] * (len(following) + 1)  # how many ends lie at a height or below: a binary indexed tree
        counted = 0
        for group in ends:
            total += sum(counted - _count_to(seen, end) for end in group)
            for end in group:
                _add(seen, end)
                counted += 1
    return total


def _count_to(tree: Sequence[int], place: int) -> int:
    place, total = place + 1, 0
    while place > 0:
        total += tree[place]
        place -= place & -place
    return total


def _add(tree: list[int], place: int) -> None:
    place += 1
    while place < len(tree):
        tree[place] += 1
        place += place & -place

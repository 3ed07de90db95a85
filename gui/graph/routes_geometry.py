"""How the arrows of a graph run: straight where nothing is in the way, else round the nodes with soft bends. No Qt."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from gui.graph.boxes_geometry import Box, Point
from gui.graph.columns_geometry import Edge, Grid, Skeleton
from gui.graph.places_geometry import Places

CLEARANCE = 12.0  # what an arrow keeps from nodes that are not its own
START_GAP, END_GAP = 3.0, 6.0
BEND = 46.0  # so far from a corner the bend begins
BOW = 26.0  # how far arrows between the same two nodes part
PIECES = 8  # points of a bend


@dataclass(frozen=True)
class Route:
    """An arrow. points: the line from the source's rim to the target's, bends as short straight pieces."""

    source: int
    target: int
    points: tuple[Point, ...]


def routes_of(skeleton: Skeleton, grid: Grid, places: Places) -> dict[Edge, Route]:
    """The line of every arrow."""
    groups: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge, source in skeleton.edges.items():
        groups[source, edge[0]].append(edge)
    routes = {}
    reach = cache(partial(_reach, places))  # the same few columns for every arrow
    for (source, target), edges in groups.items():
        clearance = CLEARANCE + (BOW * (len(edges) - 1) if len(edges) > 1 else 0.0)
        corners = _corners(source, target, grid, places, clearance, reach)
        for number, edge in enumerate(edges):
            bow = (number - (len(edges) - 1) / 2) * 2 * BOW
            line = _bent(_bowed(corners, bow), bow != 0.0)
            line = _cut(line, places.nodes[source], source in skeleton.variables, START_GAP)
            line = _cut(line[::-1], places.nodes[target], False, END_GAP)[::-1]
            routes[edge] = Route(source, target, tuple(line))
    return routes


def _corners(
    source: int,
    target: int,
    grid: Grid,
    places: Places,
    clearance: float,
    reach: Callable[[float], float],
) -> list[Point]:
    """The fewest corners that keep clear of the other nodes."""
    start, end = places.points[source], places.points[target]
    others = [
        box.grown(clearance)
        for node, box in enumerate(places.nodes)
        if node not in (source, target) and start[0] < box.right and box.x < end[0]
    ]
    # Level through every column, its own ones too, and from column to column between: there is always room for that.
    points = [start, (start[0] + reach(start[0]), start[1])]
    for vertex in grid.ways[source, target]:
        x, y = places.points[vertex]
        points += [(x - reach(x), y), (x + reach(x), y)]
    return _shortened([*points, (end[0] - reach(end[0]), end[1]), end], others)


def _reach(places: Places, x: float) -> float:
    """From the middle of a column to beside its nodes."""
    widths = (box.width for box in places.nodes if abs(box.cx - x) < 1.0)
    return max(widths, default=0.0) / 2 + CLEARANCE


def _shortened(points: Sequence[Point], others: Sequence[Box]) -> list[Point]:
    """Leave out every corner that the straight line may pass."""
    kept, place = [points[0]], 0
    while place < len(points) - 1:
        reach = len(points) - 1
        while reach > place + 1 and any(box.meets(points[place], points[reach]) for box in others):
            reach -= 1
        kept.append(points[reach])
        place = reach
    return kept


def _bowed(corners: Sequence[Point], bow: float) -> list[Point]:
    """The same line pushed aside by `bow` in its middle."""
    if bow == 0.0:
        return list(corners)
    start, end = corners[0], corners[-1]
    size = math.dist(start, end) or 1.0
    aside = (-(end[1] - start[1]) / size * bow, (end[0] - start[0]) / size * bow)
    if len(corners) > 2:
        return [start, *((x + aside[0] / 2, y + aside[1] / 2) for x, y in corners[1:-1]), end]
    thirds = [
        (
            start[0] + (end[0] - start[0]) * share + aside[0],
            start[1] + (end[1] - start[1]) * share + aside[1],
        )
        for share in (1 / 3, 2 / 3)
    ]
    return [start, *thirds, end]


def _bent(corners: Sequence[Point], is_wide: bool) -> list[Point]:
    """The line with a soft bend at each corner."""
    line = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        reach = math.inf if is_wide else BEND
        first = _toward(corner, before, reach)
        last = _toward(corner, after, reach)
        for piece in range(PIECES + 1):
            t = piece / PIECES
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            line.append(
                (
                    a * first[0] + b * corner[0] + c * last[0],
                    a * first[1] + b * corner[1] + c * last[1],
                )
            )
    return [*line, corners[-1]]


def _toward(corner: Point, other: Point, reach: float) -> Point:
    size = math.dist(corner, other) or 1.0
    share = min(reach, size / 2) / size
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def _cut(line: Sequence[Point], node: Box, is_round: bool, gap: float) -> list[Point]:
    """Take away what lies on the node at the line's beginning, and a gap."""
    for index in range(1, len(line)):
        if not _is_in(line[index], node, is_round, gap):
            inside, outside = line[index - 1], line[index]
            for _ in range(24):
                middle = ((inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2)
                if _is_in(middle, node, is_round, gap):
                    inside = middle
                else:
                    outside = middle
            return [outside, *line[index:]]
    return list(line[-2:])


def _is_in(place: Point, node: Box, is_round: bool, gap: float) -> bool:
    if is_round:
        return math.dist(place, (node.cx, node.cy)) <= node.width / 2 + gap
    return node.grown(gap).contains(*place)

"""Where the numbers of a graph's drawing stand: values above arrows, derivatives below, sums at nodes. No Qt.

Every place is tried along the arrow, nearest to its middle first, and kept clear of nodes, of other numbers and, where
that can be had, of other arrows. A number that has no free place gets none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gui.graph.boxes_geometry import Box, Point, centered, length_of, point_at
from gui.graph.columns_geometry import Edge, Skeleton
from gui.graph.places_geometry import Area, Places
from gui.graph.routes_geometry import Route
from gui.graph.search_geometry import EDGE, Candidate, Key, Label, Search

VALUE_HEIGHT, SLOPE_HEIGHT = 24.0, 28.0
VALUE_WIDTHS, SLOPE_WIDTHS = (72.0, 56.0, 42.0, 30.0), (62.0, 50.0, 40.0, 30.0)  # of the number alone
LEAST_WIDTH = 35.0  # of letters that can just be read
EQUALS = 22.0  # " = " between a name and its number
RESULT_WIDTH, RESULT_HEIGHT = 124.0, 36.0
SUM_WIDTHS, SHORT_SUM, SUM_HEIGHT = (190.0, 150.0, 112.0), 84.0, 26.0
GAP = 7.0  # between a line and its number
LIFTED, LIFT = (
    (0.5, 0.38, 0.62),
    34.0,
)  # where letters are large a number may stand over the nodes beside its arrow
LIFT_PRICE = 90.0
SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86)
OFF_MIDDLE, SMALLER, WRONG_SIDE, TURNED = 130.0, 16.0, 70.0, 280.0
ROUNDS, HOPELESS = 8, 4  # who still lacks more places than that after three rounds will not find them
RESULT, ITS_SLOPE = ("result", None), ("its slope", None)


@dataclass(frozen=True)
class Labels:
    """values, slopes: by arrow; sums: by node that is used more than once; result, its_slope: at the output.

    missing: how many numbers found no place.
    """

    values: Mapping[Edge, Label]
    slopes: Mapping[Edge, Label]
    sums: Mapping[int, Label]
    result: Label
    its_slope: Label
    missing: int


def labels_of(
    skeleton: Skeleton,
    places: Places,
    routes: Mapping[Edge, Route],
    area: Area,
    go_on: Callable[[], None] = lambda: None,
) -> Labels:
    """A place for every number. go_on: called between them; what it raises ends the search."""
    search = Search(places.nodes, routes, area)
    output = places.nodes[skeleton.output]
    search.give(RESULT, _at_output(output, RESULT_HEIGHT * area.growth, -1.0, area))
    search.give(ITS_SLOPE, _at_output(output, SLOPE_HEIGHT * area.growth, +1.0, area))
    wishes = _wishes(skeleton, places, routes, area)
    order, best = list(wishes), dict(search.taken)
    went_without: Counter[Key] = Counter()
    for number in range(ROUNDS):
        for key in order:
            go_on()
            candidates, own = wishes[key]
            search.best(key, candidates, own)
        if len(search.taken) > len(best):
            best = dict(search.taken)
        missing = [key for key in order if key not in search.taken]
        if not missing or (number >= 2 and len(missing) > HOPELESS):
            break
        search.clear(order)
        went_without.update(missing)
        order.sort(key=lambda key: -went_without[key])  # who found no place before chooses first
    return _labels(best, len(order) + 2 - len(best))


def _wishes(
    skeleton: Skeleton, places: Places, routes: Mapping[Edge, Route], area: Area
) -> dict[Key, tuple[list[Candidate], Edge | None]]:
    """Every number with its candidates, those first that have the fewest."""
    uses, growth = skeleton.uses, area.growth
    wishes: dict[Key, tuple[list[Candidate], Edge | None]] = {}
    for node in sorted(uses):
        if len(uses[node]) > 1:
            wishes["sum", node] = (_sum_candidates(places.nodes[node], growth), None)
    for edge in sorted(routes, key=lambda edge: length_of(routes[edge].points)):
        route = routes[edge]
        name = 0.0 if len(uses[route.source]) > 1 else _name_width(skeleton, route.source)
        values = _widths(VALUE_WIDTHS, growth)
        wishes["value", edge] = (_candidates(route, values, VALUE_HEIGHT, -1.0, area), edge)
        slopes = _widths(SLOPE_WIDTHS, growth)
        named = [width + name * growth for width in slopes]
        alone = slopes[1:] if growth > 1.0 and name else []
        wishes["slope", edge] = (_candidates(route, [*named, *alone], SLOPE_HEIGHT, +1.0, area), edge)
    return wishes


def _labels(taken: Mapping[Key, Label], missing: int) -> Labels:
    kinds: dict[str, dict] = {"value": {}, "slope": {}, "sum": {}}
    for (kind, whose), label in taken.items():
        if kind in kinds:
            kinds[kind][whose] = label
    return Labels(kinds["value"], kinds["slope"], kinds["sum"], taken[RESULT], taken[ITS_SLOPE], missing)


def _name_width(skeleton: Skeleton, node: int) -> float:
    return EQUALS + (skeleton.names[node] if skeleton.names else 20.0)


def _at_node(node: Box, width: float, height: float, side: float) -> Label:
    """Above (side -1) or below (+1) a node."""
    reach = node.height / 2 + GAP + height / 2
    box = centered(node.cx, node.cy + side * reach, width, height)
    return Label(box, (node.cx, node.cy + side * node.height / 2), (0.0, side))


def _at_output(node: Box, height: float, side: float, area: Area) -> Label:
    """As far to the right as there is room: left of it stands the number of the last arrow."""
    label = _at_node(node, RESULT_WIDTH, height, side)
    if area.growth <= 1.0:
        return label
    x = max(label.box.x, node.x + 6.0)
    width = min(RESULT_WIDTH, area.width - EDGE - x)
    return Label(Box(x, label.box.y, width, height), label.anchor, label.normal)


def _sum_candidates(node: Box, growth: float) -> list[Candidate]:
    found = []
    for smaller, width in enumerate(_sum_widths(growth)):
        for side in (+1.0, -1.0):
            price = SMALLER * smaller + (WRONG_SIDE if side < 0 else 0.0)
            for shift in (0.0, 0.4, -0.4):
                label = _at_node(node, width, SUM_HEIGHT * growth, side)
                box = label.box
                moved = Box(box.x + shift * width, box.y, box.width, box.height)
                found.append((price + 20.0 * abs(shift), Label(moved, label.anchor, label.normal)))
    return found


def _widths(widths: Sequence[float], growth: float) -> list[float]:
    """As wide as letters are: those that can just be read need more than the narrowest room."""
    return [max(width, LEAST_WIDTH if growth > 1.0 else 0.0) * growth for width in widths]


def _sum_widths(growth: float) -> list[float]:
    return [width * growth for width in (*SUM_WIDTHS, *([SHORT_SUM] if growth > 1.0 else []))]


def _candidates(
    route: Route, widths: Sequence[float], height: float, side: float, area: Area
) -> list[Candidate]:
    """Places beside an arrow: side -1 above it, +1 below; the other side where nothing else is free."""
    found = []
    for share in SHARES:
        anchor, (dx, dy) = point_at(route.points, share)
        for turned in (1.0, -1.0):
            # Arrows go to the right: left of their direction is above them.
            normal = (-dy * side * turned, dx * side * turned)
            price = OFF_MIDDLE * abs(share - 0.5) + (0.0 if turned > 0 else TURNED)
            lifts = (0.0, LIFT, 2 * LIFT) if area.growth > 1.0 and turned > 0 and share in LIFTED else (0.0,)
            for lift in lifts:
                for smaller, width in enumerate(widths):
                    label = _beside(anchor, normal, width, height * area.growth, lift)
                    found.append((price + SMALLER * smaller + LIFT_PRICE * lift / LIFT, label))
    return found


def _beside(anchor: Point, normal: Point, width: float, height: float, lift: float) -> Label:
    """So near to its arrow that it just doesn't touch it; lift: so much further up or down."""
    reach = GAP + abs(normal[0]) * width / 2 + abs(normal[1]) * height / 2
    cy = anchor[1] + normal[1] * reach + (lift if normal[1] > 0 else -lift)
    return Label(centered(anchor[0] + normal[0] * reach, cy, width, height), anchor, normal)

"""The drawing of a graph as boxes and lines: as large as fits, smaller where it must be, at last to be scrolled. No Qt.

It knows no number: values may change while a variable is dragged and nothing moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gui.graph.boxes_geometry import Box, around, distance_to_line
from gui.graph.columns_geometry import Edge, Grid, Skeleton, depths_of, grid_of
from gui.graph.labels_geometry import Labels, labels_of
from gui.graph.places_geometry import Area, Places, close_width, needed_size, places_of
from gui.graph.routes_geometry import Route, routes_of

LARGER = (1.4, 1.2)  # where there is room to spare
SMALLER = (1.0, 0.9, 0.8, 0.7, 0.62)
CLOSER = (0.8, 0.7, 0.62, 0.56)  # in closer columns
LEGIBLE = 0.85  # on a smaller drawing letters stay as large as at this scale
SPARE = 1.45  # so much more than needed is room to spare
# Tries to find a place for every number in a drawing that scrolls: whether in closer columns, and how much wider.
WIDER = ((True, 1.15), (False, 1.0), (False, 1.2), (False, 1.45))
REACH = 8.0


class GivenUp(Exception):
    """The layout is not wanted any more."""


@dataclass(frozen=True)
class Layout:
    """Lengths at the natural size; on the screen all are times `scale`, and the drawing is width x height of it."""

    scale: float
    area: Area
    nodes: tuple[Box, ...]
    routes: Mapping[Edge, Route]
    labels: Labels

    @cached_property
    def extents(self) -> dict[Edge, Box]:
        """The box that holds each arrow."""
        return {
            edge: around(Box(x, y, 0.1, 0.1) for x, y in route.points) for edge, route in self.routes.items()
        }

    @cached_property
    def whole(self) -> Box:
        """The box that holds everything that is drawn."""
        labels = [*self.labels.values.values(), *self.labels.slopes.values(), *self.labels.sums.values()]
        boxes = [label.box for label in (*labels, self.labels.result, self.labels.its_slope)]
        return around([*self.nodes, *boxes, *self.extents.values()])

    def node_at(self, x: float, y: float) -> int | None:
        """The node at a point of the drawing."""
        return next((node for node, box in enumerate(self.nodes) if box.grown(3.0).contains(x, y)), None)

    def edge_at(self, x: float, y: float) -> Edge | None:
        """The arrow near a point, or the one whose number is there."""
        for kind in (self.labels.values, self.labels.slopes):
            for edge, label in kind.items():
                if label.box.contains(x, y):
                    return edge
        near = {edge: distance_to_line((x, y), route.points) for edge, route in self.routes.items()}
        nearest = min(near, key=near.__getitem__, default=None)
        return nearest if nearest is not None and near[nearest] <= REACH else None


def growth_at(scale: float) -> float:
    """How much larger than the rest of a drawing at this scale its letters are."""
    return max(1.0, LEGIBLE / scale)


def least_width(skeleton: Skeleton, scale: float) -> float:
    """How wide a view is, in pixels, in which the graph fits at this scale in closer columns."""
    return close_width(skeleton, max(depths_of(skeleton), default=0) + 1) * scale


def lay_out(
    skeleton: Skeleton,
    width: float,
    height: float,
    is_wanted: Callable[[], bool] = lambda: True,
) -> Layout:
    """The drawing of a graph for a view of this size: in it where that can be read, else larger and to be scrolled.

    Raises GivenUp as soon as `is_wanted` says no; it is asked between numbers.
    """
    grid, best = _grid(skeleton), None
    for scale, area in _areas(skeleton, grid, width, height):
        found = _drawn(skeleton, grid, area, scale, is_wanted)
        if best is None or found.labels.missing < best.labels.missing:
            best = found
        if best.labels.missing == 0:
            return best
    larger = _scrolling(skeleton, grid, (width, height), is_wanted)
    return best if best is not None and best.labels.missing <= larger.labels.missing else larger


def _areas(skeleton: Skeleton, grid: Grid, width: float, height: float) -> Iterator[tuple[float, Area]]:
    """The scales at which the graph fits, from the best one on: at last those in closer columns."""
    roomy = [(scale, False, SPARE) for scale in LARGER]
    usual = [(scale, False, 1.0) for scale in SMALLER]
    close = [(scale, True, 1.0) for scale in CLOSER]
    for scale, is_close, spare in (*roomy, *usual, *close):
        area = Area(width / scale, height / scale, growth_at(scale), is_close)
        need = needed_size(skeleton, grid, area.growth, is_close=is_close)
        if need[0] * spare <= area.width and need[1] * spare <= area.height:
            yield scale, area


def _scrolling(
    skeleton: Skeleton, grid: Grid, view: tuple[float, float], is_wanted: Callable[[], bool]
) -> Layout:
    scale, best = SMALLER[-1], None
    for is_close, more in WIDER:
        need = needed_size(skeleton, grid, growth_at(scale), is_close=is_close)
        wide, high = max(view[0] / scale, need[0] * more), max(view[1] / scale, need[1] * more)
        area = Area(wide, high, growth_at(scale), is_close)
        found = _drawn(skeleton, grid, area, scale, is_wanted)
        if best is None or found.labels.missing < best.labels.missing:
            best = found
        if best.labels.missing == 0:
            break
    assert best is not None
    return best


def _drawn(skeleton: Skeleton, grid: Grid, area: Area, scale: float, is_wanted: Callable[[], bool]) -> Layout:
    def go_on() -> None:
        if not is_wanted():
            raise GivenUp

    places: Places = places_of(skeleton, grid, area)
    routes = routes_of(skeleton, grid, places)
    return Layout(scale, area, places.nodes, routes, labels_of(skeleton, places, routes, area, go_on))


@lru_cache(maxsize=16)
def _grid(skeleton: Skeleton) -> Grid:
    """The order does not depend on the view's size."""
    return grid_of(skeleton)

"""What lies under a point of the network drawing: a tile, a bias, an edge, a button of an elided column. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.train.network.edges import control_points, distances, points_along
from gui.train.network.places import Places, Rect, TilePlace

EDGE_REACH = 6.0
BAR_AREA, MOST_OF_TILE = (
    24.0,
    0.45,
)  # a bar's area goes up into its tile, which keeps the larger part of itself


@dataclass(frozen=True, slots=True)
class Target:
    """kind: "tile", "bias", "edge", "up" or "down". Unit k of layer l; j is where an edge comes from. From 0."""

    kind: str
    l: int
    k: int = 0
    j: int | None = None

    @property
    def is_number(self) -> bool:
        """Whether it is a parameter that can be typed."""
        return self.kind in ("bias", "edge")


class HitMap:
    """Answers `at(x, y)` for one set of places. The curves are sampled once, when first asked for."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._along: dict[int, NDArray[np.float64]] = {}

    def at(self, x: float, y: float) -> Target | None:
        """The target under a point; buttons before biases before tiles before edges."""
        return self._button(x, y) or self._unit(x, y) or self._edge(x, y)

    def along(self, l: int) -> NDArray[np.float64]:
        """(shown k, shown j, samples, 2): points along the edges of the gap before layer l."""
        if l not in self._along:
            places = self._places
            curves = control_points(places.gaps[l - 1], places.columns[l - 1], places.columns[l])
            self._along[l] = points_along(curves)
        return self._along[l]

    def column_at(self, x: float) -> int:
        """The column nearest to x, for the wheel."""
        columns = self._places.columns
        return min(range(len(columns)), key=lambda l: abs(columns[l].x - x))

    def _button(self, x: float, y: float) -> Target | None:
        for column in self._places.columns:
            if column.window is not None:
                if column.window.up.grown(3).contains(x, y) and x < column.window.up.right:
                    return Target("up", column.l)
                if column.window.down.grown(3).contains(x, y):
                    return Target("down", column.l)
        return None

    def _unit(self, x: float, y: float) -> Target | None:
        for column in self._places.columns:
            for tile in column.tiles:
                if tile.bias is not None and bias_area(tile).contains(x, y):
                    return Target("bias", column.l, tile.k)
                if tile.frame.contains(x, y):
                    return Target("tile", column.l, tile.k)
        return None

    def _edge(self, x: float, y: float) -> Target | None:
        for gap in self._places.gaps:
            if gap.left - 2 <= x <= gap.right + 2:
                distance = distances(self.along(gap.l), x, y)
                row, column = np.unravel_index(int(distance.argmin()), distance.shape)
                if distance[row, column] > EDGE_REACH:
                    return None
                before, after = self._places.columns[gap.l - 1], self._places.columns[gap.l]
                return Target("edge", gap.l, after.first + int(row), before.first + int(column))
        return None


def bias_area(tile: TilePlace) -> Rect:
    """Where a unit's bias is hit: on its text, or about its bar, which is too thin to be aimed at."""
    assert tile.bias is not None
    if not tile.is_compact:
        return tile.bias
    up = min(BAR_AREA - tile.bias.h, MOST_OF_TILE * tile.frame.h)
    across = max(0.0, BAR_AREA - tile.bias.w) / 2
    return Rect(tile.bias.x - across, tile.bias.y - up, tile.bias.w + 2 * across, tile.bias.h + up)

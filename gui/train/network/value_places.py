"""Where the numbers of all edges go when a small network shows every value. Pure, no Qt.

Each number sits on its own edge; it is pushed along the edge until it meets no other number and no tile.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gui.train.network.edges import control_points, points_along
from gui.train.network.places import GapPlace, Places, Rect, around

MOST_UNITS, MOST_EDGES = 4, 12  # a layer, a gap: as 3-4-3 has them
LABEL_SIZE = (36.0, 14.0)
SAMPLES = 41
# From the middle outwards, first to the side where the edges have come apart.
SAMPLE_ORDER = tuple(i for step in range(19) for i in (20 - step, 20 + step))
GAP = 1.0
TRIES = 24

EdgeKey = tuple[int, int, int]
Edge = tuple[int, int]


def place_values(places: Places) -> dict[EdgeKey, Rect] | None:
    """The rectangle of every edge's number by (l, k, j); None where the network is too large or too crowded."""
    if any(column.units > MOST_UNITS for column in places.columns):
        return None
    if any(before.units * after.units > MOST_EDGES for before, after in pairwise(places.columns)):
        return None
    placed: dict[EdgeKey, Rect] = {}
    for gap in places.gaps:
        if gap.right - gap.left < LABEL_SIZE[0] + 4:
            return None
        found = _place_gap(places, gap.l)
        if found is None:
            return None
        placed.update(found)
    return placed


def _place_gap(places: Places, l: int) -> dict[EdgeKey, Rect] | None:
    gap, before, after = places.gaps[l - 1], places.columns[l - 1], places.columns[l]
    along = points_along(control_points(gap, before, after), SAMPLES)
    solids = [rect for rect in places.solids() if rect.right > gap.left - 20 and rect.x < gap.right + 20]
    edges = [(k, j) for k in range(along.shape[0]) for j in range(along.shape[1])]
    for order in _orders(edges, along):
        found = _place_in_order(order, along, gap, solids)
        if found is not None:
            return {(l, after.first + k, before.first + j): rect for (k, j), rect in found.items()}
    return None


def _orders(edges: list[Edge], along: NDArray[np.float64]) -> Iterator[list[Edge]]:
    """Orders to try: which edge may choose first decides whether all find room."""
    rise = {edge: float(np.ptp(along[edge][:, 1])) for edge in edges}
    yield sorted(edges, key=lambda edge: -rise[edge])
    yield sorted(edges, key=lambda edge: rise[edge])
    yield edges
    yield sorted(edges, key=lambda edge: edge[1])
    yield edges[::-1]
    yield edges[::2] + edges[1::2]
    shuffle = np.random.default_rng(0)
    for _ in range(TRIES):
        yield [edges[i] for i in shuffle.permutation(len(edges))]


def _place_in_order(
    edges: list[Edge], along: NDArray[np.float64], gap: GapPlace, solids: list[Rect]
) -> dict[Edge, Rect] | None:
    taken: dict[Edge, Rect] = {}
    half = LABEL_SIZE[0] / 2
    for edge in edges:
        for sample in SAMPLE_ORDER:
            x, y = along[edge][sample]
            rect = around(min(max(x, gap.left + half), gap.right - half), y, *LABEL_SIZE)
            grown = rect.grown(GAP)
            if not any(grown.overlaps(other) for other in (*taken.values(), *solids)):
                taken[edge] = rect
                break
        else:
            return None
    return taken

"""The search for free places in a graph's drawing: all candidates for a number are looked at together. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from gui.graph.boxes_geometry import Box, Point
from gui.graph.clear_geometry import NOWHERE, lines_met, overlaps, row_of, rows_of
from gui.graph.columns_geometry import Edge
from gui.graph.places_geometry import Area
from gui.graph.routes_geometry import Route

NODE_GAP, EDGE = 3.0, 4.0  # what a number keeps from nodes and from the drawing's sides
ON_LINE = 260.0  # what lying on an arrow costs


@dataclass(frozen=True)
class Label:
    """A number's room. anchor, normal: the point of the arrow that it belongs to, and the way from there to it."""

    box: Box
    anchor: Point
    normal: Point


Candidate = tuple[float, Label]  # what it costs and where it is
Key = tuple[str, object]  # what the number is, and the arrow or node that it belongs to


class Search:
    """Gives places one by one; `taken` are those that are given."""

    def __init__(self, nodes: Sequence[Box], routes: Mapping[Edge, Route], area: Area) -> None:
        self.taken: dict[Key, Label] = {}
        self._edges = {edge: number for number, edge in enumerate(routes)}
        pieces = [(*a, *b, n) for n, route in enumerate(routes.values()) for a, b in pairwise(route.points)]
        lines = np.array(pieces, dtype=np.float64).reshape(-1, 5)
        self._pieces, self._owners = lines[:, :4], lines[:, 4].astype(np.intp)
        self._area = area
        fixed = rows_of([box.grown(NODE_GAP) for box in nodes])
        room = 2 * len(routes) + len(nodes) + 2
        self._blocked = np.vstack((fixed, np.full((room, 4), NOWHERE)))
        self._free = len(fixed)
        self._rows: dict[Key, int] = {}

    def give(self, key: Key, label: Label) -> None:
        """Let a number have a place."""
        if key not in self._rows:
            self._rows[key] = self._free
            self._free += 1
        self.taken[key] = label
        self._blocked[self._rows[key]] = row_of(label.box)

    def clear(self, keys: Iterable[Key]) -> None:
        """Take places back."""
        for key in keys:
            if self.taken.pop(key, None) is not None:
                self._blocked[self._rows[key]] = NOWHERE

    def best(self, key: Key, candidates: Sequence[Candidate], own: Edge | None) -> None:
        """Give the candidate that costs least and does not lie on its own arrow; none where all are blocked."""
        boxes = rows_of([label.box for _, label in candidates])
        free = ~overlaps(boxes, self._blocked[: self._free])
        free &= (boxes[:, 0] >= EDGE) & (boxes[:, 2] <= self._area.width - EDGE)
        free &= (boxes[:, 1] >= EDGE) & (boxes[:, 3] <= self._area.height - EDGE)
        chosen = np.flatnonzero(free)
        if not len(chosen):
            return
        least, found = float("inf"), None
        met = lines_met(boxes[chosen], self._pieces, self._owners)
        for place, lines in zip(chosen.tolist(), met, strict=True):
            price, label = candidates[place]
            if own is not None and self._edges[own] in lines:
                continue
            price += ON_LINE * len(lines)
            if price < least:
                least, found = price, label
        if found is not None:
            self.give(key, found)

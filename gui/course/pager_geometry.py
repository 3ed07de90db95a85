"""Where the dots of a lesson's pages stand. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

DOT, LONG, GAP, SMALLEST_GAP, SMALLEST = 8.0, 20.0, 6.0, 2.0, 3.0


@dataclass(frozen=True)
class DotPlace:
    """left end, width and height of a dot."""

    x: float
    width: float
    height: float


def dot_places(count: int, current: int, room: float) -> list[DotPlace]:
    """So many dots in the middle of the room, the current one long; closer and smaller where there are many."""
    dot, long, gap = DOT, LONG, GAP
    needed = (count - 1) * (dot + gap) + long
    if needed > room:
        factor = max(0.0, room / needed)
        dot, long, gap = max(SMALLEST, dot * factor), max(DOT, long * factor), max(SMALLEST_GAP, gap * factor)
        gap = min(gap, max(0.0, (room - long - (count - 1) * dot) / max(1, count - 1)))
    x = (room - (count - 1) * (dot + gap) - long) / 2
    places = []
    for index in range(count):
        width = long if index == current else dot
        places.append(DotPlace(x, width, dot))
        x += width + gap
    return places


def dot_at(places: Sequence[DotPlace], x: float) -> int:
    """The dot nearest to x, up to half a gap away; -1 for none."""
    for index, place in enumerate(places):
        if place.x - GAP / 2 <= x < place.x + place.width + GAP / 2:
            return index
    return -1

"""Where the names at the right ends of curves stand: beside their ends, pushed apart so that none overlap. Pure."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places for labels centred as near as can be to `wanted`, at least `gap` apart, all between low and high.

    The order of the wanted places is kept. Labels that touch form a group that stands around its members' mean.
    With too little room for all, they are spread evenly from low to high.
    """
    count = len(wanted)
    if not count:
        return []
    if (count - 1) * gap > high - low:
        gap = (high - low) / (count - 1)
    order = sorted(range(count), key=lambda i: wanted[i])
    groups: list[tuple[float, list[int]]] = []
    for i in order:
        start, members = _inside(wanted[i], 1, gap, low, high), [i]
        while groups and start < groups[-1][0] + len(groups[-1][1]) * gap:
            members = groups.pop()[1] + members
            mean = sum(wanted[m] for m in members) / len(members)
            start = _inside(mean - (len(members) - 1) * gap / 2, len(members), gap, low, high)
        groups.append((start, members))
    places = [0.0] * count
    for start, members in groups:
        for position, i in enumerate(members):
            places[i] = start + position * gap
    return places


def _inside(start: float, count: int, gap: float, low: float, high: float) -> float:
    return min(max(start, low), high - (count - 1) * gap)

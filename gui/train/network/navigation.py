"""Where the arrow keys lead in the network drawing: from unit to unit, and through a unit's weights. No Qt."""

from __future__ import annotations

from gui.train.network.hit import Target
from gui.train.network.places import Places

MOVES = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def first_target(places: Places) -> Target:
    """Where the keyboard begins: the first unit of layer 1 that is shown."""
    return Target("tile", 1, places.columns[1].first)


def is_shown(places: Places, target: Target | None) -> bool:
    """Whether a target still exists in these places."""
    if target is None or target.l >= len(places.columns) or places.tile(target.l, target.k) is None:
        return False
    return target.j is None or places.tile(target.l - 1, target.j) is not None


def moved(places: Places, target: Target, direction: str) -> Target:
    """The unit next to a target. Down beyond the last unit shown gives a unit that is not shown yet."""
    across, down = MOVES[direction]
    column = places.columns[target.l]
    if across:
        l = min(max(target.l + across, 0), places.L)
        return _nearest(places, l, target) if l != target.l else Target("tile", target.l, target.k)
    return Target("tile", target.l, min(max(target.k + down, 0), column.units - 1))


def next_weight(places: Places, target: Target, step: int) -> Target:
    """The next (or with -1 the previous) weight that leads to the unit of a target; round at the ends."""
    if target.l == 0:
        return target
    shown = places.columns[target.l - 1].shown
    if target.kind != "edge" or target.j not in shown:
        return Target("edge", target.l, target.k, shown[0] if step > 0 else shown[-1])
    return Target("edge", target.l, target.k, shown[(shown.index(target.j) + step) % len(shown)])


def _nearest(places: Places, l: int, target: Target) -> Target:
    tile = places.tile(target.l, target.k)
    tiles = places.columns[l].tiles
    y = tile.frame.cy if tile is not None else tiles[0].frame.cy
    best = min(tiles, key=lambda other: abs(other.frame.cy - y))
    return Target("tile", l, best.k)


def scrolled(places: Places, l: int, by: int) -> tuple[int, ...]:
    """The first unit shown of each column after column l has moved by so many units; it stops at its ends."""
    firsts = [column.first for column in places.columns]
    column = places.columns[l]
    firsts[l] = max(0, min(firsts[l] + by, column.units - len(column.tiles)))
    return tuple(firsts)


def distance_to(places: Places, target: Target) -> int:
    """By how many units a column must be scrolled so that a target's unit is shown; 0 if it is."""
    column = places.columns[target.l]
    beyond = target.k - column.first - len(column.tiles) + 1
    return min(0, target.k - column.first) + max(0, beyond)

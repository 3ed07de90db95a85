"""Where a value card goes: near what it speaks of, over no tile, inside the drawing. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gui.train.network.places import Rect

NEAR, FAR = (26.0, 42.0, 60.0, 84.0, 112.0), (150.0, 200.0, 260.0)
STRAIGHT, SLANTED = (0.0, -0.2, 0.2, -0.4, 0.4), (-0.8, 0.8, -1.3, 1.3)  # shifts of the card, in its widths
MARGIN = 4.0
SOLID_GAP = 2.0
TILE_REACH = 3.5
ANCHOR_REACH, SIDE_SHIFT, SHORT_LEADER = 1.0, 20.0, 64.0
CROSSING, STEPS = 100.0, 12

Point = tuple[float, float]


def place_card(anchor: Rect, size: tuple[float, float], solids: Sequence[Rect], bounds: Rect) -> Rect:
    """The first free place round `anchor` (a point has no size), below before above; else the least bad one."""
    best, least = Rect(bounds.x, bounds.y, *size), float("inf")
    for candidate in _candidates(anchor, size):
        moved = _pushed_inside(candidate, bounds.grown(-MARGIN))
        covered = sum(_common_area(moved.grown(SOLID_GAP), solid) for solid in solids)
        covered += 4 * _common_area(moved.grown(SOLID_GAP), anchor.grown(TILE_REACH))
        covered += CROSSING if is_crossed(anchor, moved, solids) else 0
        if covered == 0:
            return moved
        if covered < least:
            best, least = moved, covered
    return best


def is_crossed(anchor: Rect, card: Rect, solids: Sequence[Rect]) -> bool:
    """Whether the leader would run over something else."""
    (x0, y0), (x1, y1) = leader(anchor, card)
    points = [(x0 + (x1 - x0) * step / STEPS, y0 + (y1 - y0) * step / STEPS) for step in range(1, STEPS)]
    others = [solid for solid in solids if not solid.overlaps(anchor.grown(ANCHOR_REACH))]
    return any(solid.contains(x, y) for solid in others for x, y in points)


def is_good(anchor: Rect, card: Rect, solids: Sequence[Rect]) -> bool:
    """Whether a place is near, free, and its leader too."""
    (x0, y0), (x1, y1) = leader(anchor, card)
    is_near = abs(x1 - x0) + abs(y1 - y0) <= SHORT_LEADER
    is_free = not any(card.overlaps(solid) for solid in solids)
    return is_near and is_free and not is_crossed(anchor, card, solids)


def leader(anchor: Rect, card: Rect) -> tuple[Point, Point]:
    """The line that joins a card with what it speaks of: upright or level where it can be."""
    x0, x1 = _meeting(anchor.x, anchor.right, card.x + 8, card.right - 8)
    y0, y1 = _meeting(anchor.y, anchor.bottom, card.y, card.bottom)
    return (x0, y0), (x1, y1)


def _candidates(anchor: Rect, size: tuple[float, float]) -> Iterator[Rect]:
    """Places with an upright or level leader come first, then slanted ones, then all of them further away."""
    for distances in (NEAR, FAR):
        for shifts in (STRAIGHT, SLANTED):
            for distance in distances:
                yield from _ring(anchor, size, distance, shifts)


def _ring(
    anchor: Rect, size: tuple[float, float], distance: float, shifts: tuple[float, ...]
) -> Iterator[Rect]:
    w, h = size
    for shift in shifts:
        yield Rect(anchor.cx - w / 2 + shift * w, anchor.bottom + distance, w, h)
        yield Rect(anchor.cx - w / 2 + shift * w, anchor.y - distance - h, w, h)
    if shifts == STRAIGHT:
        beside = distance - SIDE_SHIFT  # a gap between two columns has less room than the ground below
        yield Rect(anchor.right + beside, anchor.cy - h / 2, w, h)
        yield Rect(anchor.x - beside - w, anchor.cy - h / 2, w, h)


def _pushed_inside(rect: Rect, bounds: Rect) -> Rect:
    x = max(bounds.x, min(rect.x, bounds.right - rect.w))
    y = max(bounds.y, min(rect.y, bounds.bottom - rect.h))
    return Rect(float(round(x)), float(round(y)), rect.w, rect.h)


def _common_area(a: Rect, b: Rect) -> float:
    w = min(a.right, b.right) - max(a.x, b.x)
    h = min(a.bottom, b.bottom) - max(a.y, b.y)
    return w * h if w > 0 and h > 0 else 0.0


def _meeting(a_low: float, a_high: float, b_low: float, b_high: float) -> Point:
    """Coordinates of the two ends along one axis: one common value where the spans meet."""
    low, high = max(a_low, b_low), min(a_high, b_high)
    if low <= high:
        middle = (low + high) / 2
        return middle, middle
    return (a_high, b_low) if a_high < b_low else (a_low, b_high)

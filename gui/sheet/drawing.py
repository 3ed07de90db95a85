"""The small drawing of a network on a printed sheet: units as circles with their names, and every weight as a line."""

from __future__ import annotations

from itertools import pairwise

from engine.spec import NetworkSpec
from engine.step.names import cell
from gui.sheet.marks import Circle, Line, Mark
from gui.sheet.piece import AXIS, Piece, formula, words

MOST_UNITS, MOST_LAYERS = 5, 6
RADIUS = 11.0
PITCH = 27.0  # from unit to unit
WIDEST, NARROWEST = 62.0, 38.0  # from layer to layer
NAME_SIZE, CAPTION_SIZE = 8.5, 7.5
CAPTION_GAP = 6.0
THIN, OUTLINE = 0.4, 0.7

Place = tuple[float, float]


def can_be_drawn(spec: NetworkSpec) -> bool:
    """Whether the network is small enough for a drawing in which everything can be read."""
    return max(spec.sizes) <= MOST_UNITS and spec.L <= MOST_LAYERS


def network_drawing(spec: NetworkSpec, room: float) -> Piece:
    """Inputs at the left; no wider than `room`, where that is possible. Its baseline is its upper edge."""
    captions = [words("inputs" if l == 0 else f"layer {l}", CAPTION_SIZE) for l in range(spec.L + 1)]
    half = max(RADIUS, max(caption.width for caption in captions) / 2)
    step = max(NARROWEST, min(WIDEST, (room - 2 * half) / spec.L))
    height = (max(spec.sizes) - 1) * PITCH + 2 * RADIUS
    places = [
        [(half + l * step, height / 2 + (k - (count - 1) / 2) * PITCH) for k in range(count)]
        for l, count in enumerate(spec.sizes)
    ]
    marks: list[Mark] = []
    for before, after in pairwise(places):
        marks += [_edge(start, end) for start in before for end in after]
    for l, column in enumerate(places):
        for k, place in enumerate(column):
            marks += _unit(l, k, place)
    baseline = height + CAPTION_GAP + CAPTION_SIZE
    for l, caption in enumerate(captions):
        marks += caption.at(half + l * step - caption.width / 2, baseline)
    return Piece(2 * half + spec.L * step, 0.0, baseline + captions[0].descent, tuple(marks))


def _unit(l: int, k: int, place: Place) -> list[Mark]:
    x, y = place
    name = formula(cell("A", l, k), NAME_SIZE)
    # Both indices together stand evenly about the middle of the circle.
    baseline = y + (name.ascent - name.descent) / 2 if l else y + AXIS * NAME_SIZE
    return [Circle(x, y, RADIUS, OUTLINE), *name.at(x - name.width / 2, baseline)]


def _edge(start: Place, end: Place) -> Line:
    """From circle to circle."""
    run, rise = end[0] - start[0], end[1] - start[1]
    share = RADIUS / (run**2 + rise**2) ** 0.5
    right, down = run * share, rise * share
    return Line(start[0] + right, start[1] + down, end[0] - right, end[1] - down, THIN)

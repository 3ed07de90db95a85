"""Where the units of the deep and of the flat network stand. No Qt."""

from __future__ import annotations

import math
from typing import NamedTuple

LARGEST, SMALLEST = 9.0, 1.6  # radius of a unit
SHARE = 0.36  # of the distance between units that the radius is
END = 16.0  # from the border to the input and the output
CLOSEST = 8.0  # from unit to unit while one column is enough
FLAT_SHARE = 0.62  # of the width, for the units of the flat network's only layer


class Dot(NamedTuple):
    """The middle of a unit."""

    x: float
    y: float


class Drawing(NamedTuple):
    """Input, hidden units layer by layer, output, and the radius of a unit."""

    start: Dot
    layers: tuple[tuple[Dot, ...], ...]
    end: Dot
    radius: float


def deep_drawing(k: int, width: float, height: float) -> Drawing:
    """k columns of two units."""
    step = (width - 2 * END) / (k + 1)
    apart = min(height * 0.5, 64.0)
    middle = height / 2
    layers = tuple(
        tuple(Dot(END + l * step, middle + side * apart / 2) for side in (-1, 1)) for l in range(1, k + 1)
    )
    radius = min(LARGEST, step * SHARE)
    return Drawing(Dot(END, middle), layers, Dot(width - END, middle), radius)


def flat_drawing(count: int, width: float, height: float) -> Drawing:
    """All units in one layer; where a column has no room for all, in several columns beside one another."""
    room = (width - 2 * END) * FLAT_SHARE
    rows = max(1, min(count, math.floor(height / CLOSEST)))
    while rows < count and math.ceil(count / rows) * (height / rows) > room:
        rows += 1
    columns = math.ceil(count / rows)
    rows = math.ceil(count / columns)  # all columns about equally long
    step = height / rows
    across = min(step, room / columns) if columns > 1 else 0.0
    left = width / 2 - (columns - 1) * across / 2
    units = tuple(
        Dot(left + (unit // rows) * across, (height - step * (rows - 1)) / 2 + (unit % rows) * step)
        for unit in range(count)
    )
    radius = max(SMALLEST, min(LARGEST, step * SHARE))
    return Drawing(Dot(END, height / 2), (units,), Dot(width - END, height / 2), radius)

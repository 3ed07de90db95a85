"""Where the small multiples of the distributions stand. Pure: no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

LEAST_WIDTH = 64.0
MOST_WIDTH = 190.0
GAP_X, GAP_Y = 14.0, 8.0
TITLE_HEIGHT = 16.0
PAST_SHARE = 0.42


@dataclass(frozen=True)
class Cell:
    """One layer's place: left and width; the title's top; then the past from `past_top`, now down to `base`."""

    left: float
    width: float
    top: float
    past_top: float
    now_top: float
    base: float


def cells(count: int, left: float, top: float, width: float, height: float) -> list[Cell]:
    """Places for `count` layers in a rectangle, in one row while each is wide enough, else in several."""
    if count < 1:
        return []
    rows = 1
    while rows < count and _cell_width(math.ceil(count / rows), width) < LEAST_WIDTH:
        rows += 1
    columns = math.ceil(count / rows)
    cell_width = min(MOST_WIDTH, _cell_width(columns, width))
    cell_height = (height - (rows - 1) * GAP_Y) / rows
    return [
        _cell(
            left + (i % columns) * (cell_width + GAP_X),
            top + (i // columns) * (cell_height + GAP_Y),
            cell_width,
            cell_height,
        )
        for i in range(count)
    ]


def _cell_width(columns: int, width: float) -> float:
    return (width - (columns - 1) * GAP_X) / columns


def _cell(left: float, top: float, width: float, height: float) -> Cell:
    drawn = max(8.0, height - TITLE_HEIGHT)
    past_top = top + TITLE_HEIGHT
    return Cell(left, width, top, past_top, past_top + round(PAST_SHARE * drawn), past_top + drawn)

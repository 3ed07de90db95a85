"""Where the heat maps of W[1] ... W[L] stand, each with its bias column, and which entry is under a point. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

MOST_CELL = 30.0
SQUARE_FROM = 3.0  # smaller cells may be oblong, to use the room
MOST_OBLONG = 12.0
LEAST_SHARE, MOST_SHARE = 4, 25  # how many columns a matrix counts for when the width is shared out
MOST_LINES = 3
GAP = 16.0
BIAS_GAP = 4.0
TITLE_HEIGHT = 18.0
LEAST_BIAS = 3.0


@dataclass(frozen=True)
class MatrixPlace:
    """One matrix: the slot of its title, the top left corner of its cells, cell sizes, and where b's column is."""

    l: int
    rows: int
    columns: int
    left: float
    slot: float
    top: float
    cell_width: float
    cell_height: float

    @property
    def width(self) -> float:
        """Width of W's cells together."""
        return self.columns * self.cell_width

    @property
    def height(self) -> float:
        """Height of all rows."""
        return self.rows * self.cell_height

    @property
    def bias_left(self) -> float:
        """Left edge of b's column."""
        return self.left + self.width + BIAS_GAP

    @property
    def bias_width(self) -> float:
        """Width of b's column."""
        return max(LEAST_BIAS, min(self.cell_width, MOST_CELL))


def matrix_places(
    sizes: Sequence[int], left: float, top: float, width: float, height: float
) -> list[MatrixPlace]:
    """Places for all matrices of a network of n[0], ..., n[L] units, in one to three lines: where cells get largest."""
    L = len(sizes) - 1
    ways = [_in_lines(sizes, lines, left, top, width, height) for lines in range(1, min(MOST_LINES, L) + 1)]
    return max(ways, key=lambda places: min(min(place.cell_width, place.cell_height) for place in places))


def _in_lines(
    sizes: Sequence[int], lines: int, left: float, top: float, width: float, height: float
) -> list[MatrixPlace]:
    L = len(sizes) - 1
    a_line, line_height = math.ceil(L / lines), height / lines
    places = []
    for first in range(1, L + 1, a_line):
        layers = range(first, min(first + a_line, L + 1))
        places += _line(sizes, layers, left, top + (first - 1) // a_line * line_height, width, line_height)
    return places


def _line(
    sizes: Sequence[int], layers: range, left: float, top: float, width: float, height: float
) -> list[MatrixPlace]:
    shares = [min(max(sizes[l - 1] + 1, LEAST_SHARE), MOST_SHARE) for l in layers]
    room = width - (len(layers) - 1) * GAP
    places, x = [], left
    for l, share in zip(layers, shares, strict=True):
        rows, columns = sizes[l], sizes[l - 1]
        slot = min(room * share / sum(shares), share * MOST_CELL + BIAS_GAP)
        cell_width, cell_height = _cell(rows, columns, slot, height - TITLE_HEIGHT)
        places.append(MatrixPlace(l, rows, columns, x, slot, top + TITLE_HEIGHT, cell_width, cell_height))
        x += slot + GAP
    return places


def _cell(rows: int, columns: int, slot: float, height: float) -> tuple[float, float]:
    across = min(MOST_CELL, (slot - BIAS_GAP) / (columns + 1))
    if across < LEAST_BIAS:
        across = (slot - BIAS_GAP - LEAST_BIAS) / columns
    down = min(MOST_CELL, max(1.0, height - GAP / 4) / rows)
    side = min(across, down)
    if side >= SQUARE_FROM:
        return side, side
    return min(across, max(side, MOST_OBLONG)), min(down, max(side, MOST_OBLONG))


def entry_at(places: Sequence[MatrixPlace], x: float, y: float) -> tuple[int, int, int | None] | None:
    """(l, k, j) of the weight under a point, j None for a bias, k and j from 0; None beside all matrices."""
    for place in places:
        k = int((y - place.top) // place.cell_height)
        if not 0 <= k < place.rows:
            continue
        if place.left <= x < place.left + place.width:
            return place.l, k, min(place.columns - 1, int((x - place.left) // place.cell_width))
        if place.bias_left <= x < place.bias_left + place.bias_width:
            return place.l, k, None
    return None

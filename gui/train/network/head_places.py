"""Where the controls of the column heads stand: title, - n units +, activation, slope, and the dashed circles
that add a layer. Pure, no Qt. Coordinates are those of the strip above the drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from gui.train.network.columns import Columns, place_columns
from gui.train.network.places import Rect, Shape, around

SLOPE_STEP = 27.0
FOOT = 4.0
ROW = 24.0
BUTTON = 24.0  # the square itself is 20: two pixels all round make it easier to hit
LETTER = 6.9
COUNT_SPARE = 10.0
TITLE_SPARE = 8.0
WIDEST_CHOICE, LEAST_CHOICE = 136.0, 42.0


@dataclass(frozen=True, slots=True)
class _Rows:
    """The middles of the rows; narrow heads have their - and + in a row of their own."""

    title: float
    count: float
    steppers: float
    choice: float


WIDE_ROWS, NARROW_ROWS = _Rows(18.0, 44.0, 44.0, 72.0), _Rows(18.0, 44.0, 66.0, 93.0)
LOW_ROWS, LOW_NARROW_ROWS = _Rows(15.0, 39.0, 39.0, 64.0), _Rows(15.0, 38.0, 59.0, 84.0)


@dataclass(frozen=True, slots=True)
class HeadPlace:
    """One head. title is also what the pointer hovers to see the close mark; None: the head has no such part."""

    l: int
    title: Rect
    count: Rect
    minus: Rect | None
    plus: Rect | None
    choice: Rect
    slope: Rect

    def parts(self) -> list[Rect]:
        """Every rectangle that is there."""
        every = (self.title, self.count, self.minus, self.plus, self.choice, self.slope)
        return [rect for rect in every if rect is not None]


@dataclass(frozen=True, slots=True)
class HeadPlaces:
    """All heads, from the inputs to the output, and the circles: adders[i] adds a layer behind layer i."""

    height: float
    density: str
    heads: tuple[HeadPlace, ...]
    adders: tuple[Rect, ...]


def head_height(shape: Shape, width: float) -> float:
    """How high the strip of heads must be."""
    columns = place_columns(shape, width)
    return _rows(shape, columns).choice + ROW / 2 + FOOT + (SLOPE_STEP if shape.has_slope else 0)


def place_heads(shape: Shape, width: float) -> HeadPlaces:
    """The places of all controls for a strip of this width."""
    columns = place_columns(shape, width)
    heads = tuple(_head(shape, columns, l) for l in range(len(shape.sizes)))
    rows = _rows(shape, columns)
    row = rows.count if columns.density != "narrow" else rows.title
    adders = tuple(around((a + b) / 2, row, BUTTON, BUTTON) for a, b in pairwise(columns.xs))
    return HeadPlaces(head_height(shape, width), columns.density, heads, adders)


def _rows(shape: Shape, columns: Columns) -> _Rows:
    if columns.density == "narrow":
        return LOW_NARROW_ROWS if shape.is_low else NARROW_ROWS
    return LOW_ROWS if shape.is_low else WIDE_ROWS


def _head(shape: Shape, columns: Columns, l: int) -> HeadPlace:
    x, pitch = columns.xs[l], columns.pitch
    is_narrow, is_hidden, rows = columns.density == "narrow", 0 < l < shape.L, _rows(shape, columns)
    room = 2.0 * int(min(x, columns.xs[-1] + columns.right - x, pitch / 2)) - TITLE_SPARE
    title = around(x, rows.title, min(room, pitch - BUTTON - 2) if is_narrow else room, ROW - 4)
    choice = around(x, rows.choice, max(LEAST_CHOICE, min(WIDEST_CHOICE, room)), ROW)
    slope = around(x, rows.choice + SLOPE_STEP, choice.w, ROW)
    beside = pitch - 3 * BUTTON - 1 if is_hidden and not is_narrow else room
    count = around(x, rows.count, _count_width(shape.sizes[l], l, beside), ROW - (6 if is_narrow else 0))
    minus, plus = _steppers(count, rows, is_narrow) if is_hidden else (None, None)
    return HeadPlace(l, title, count, minus, plus, choice, slope)


def _count_width(units: int, l: int, room: float) -> float:
    """Room for "4 units", or for the number alone where that is too wide."""
    words = LETTER * len(f"{units} {'units' if l else 'inputs'}") + COUNT_SPARE
    width = words if words <= room else min(LETTER * len(str(units)) + COUNT_SPARE, room)
    return 2.0 * int(width / 2)  # even, so that all edges are whole pixels


def _steppers(count: Rect, rows: _Rows, is_narrow: bool) -> tuple[Rect, Rect]:
    """The squares with - and +: on both sides of the number, or in a row of their own."""
    row = rows.steppers - BUTTON / 2
    if is_narrow:
        return Rect(count.cx - BUTTON, row, BUTTON, BUTTON), Rect(count.cx, row, BUTTON, BUTTON)
    return Rect(count.x - BUTTON, row, BUTTON, BUTTON), Rect(count.right, row, BUTTON, BUTTON)

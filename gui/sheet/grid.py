"""Matrices in print: numbers in square brackets, or empty boxes to write into, with dots where a part is left out."""

from __future__ import annotations

from collections.abc import Sequence

from engine.step.row import Array
from gui.sheet.asked import MOST, shown
from gui.sheet.faces import NUMBER
from gui.sheet.marks import Box, Line, Mark
from gui.sheet.paper import MM
from gui.sheet.piece import AXIS, Piece, number
from gui.step.number_format import NumberStyle

BOX_WIDTH, BOX_HEIGHT = 22 * MM, 9 * MM
NARROW_BOX = 19 * MM  # so much narrower it may be to stand beside its formula
LEAST_BOX = 15 * MM
BOX_GAP = 1.2 * MM
BOX_LINE = 0.5
BRACKET, BRACKET_LINE, BRACKET_GAP = 3.6, 0.8, 4.0
COLUMN_GAP = 13.0
ROW_PITCH = 1.38
DOTS = {"right": "⋯", "down": "⋮", "both": "⋱"}

Cells = list[list[Piece]]


def numbers(array: Array, style: NumberStyle, room: float) -> Piece:
    """The printed part of a matrix (n, m) with its numbers, right-aligned; smaller ones where `room` is short."""
    made = _numbers(array, style, NUMBER)
    # Everything in it but the brackets grows with the size.
    around = 2 * (BRACKET + BRACKET_GAP)
    share = (room - around) / (made.width - around)
    return made if share >= 1 else _numbers(array, style, share * NUMBER)


def _numbers(array: Array, style: NumberStyle, size: float) -> Piece:
    rows, columns = array.shape
    cells = [[number(style.text(float(array[k, i])), size) for i in shown(columns)] for k in shown(rows)]
    cells = _with_dots(cells, rows > MOST, columns > MOST, size)
    widths = [max(row[i].width for row in cells) for i in range(len(cells[0]))]
    return _bracketed(cells, widths, [ROW_PITCH * size] * len(cells), COLUMN_GAP * size / NUMBER, 0.0, size)


def boxes(rows: int, columns: int, room: float) -> Piece:
    """Empty boxes for the printed part of a matrix; narrower ones where `room` is short."""
    width = max(LEAST_BOX, box_width(columns, room))
    cells = [[_box(width) for _ in shown(columns)] for _ in shown(rows)]
    cells = _with_dots(cells, rows > MOST, columns > MOST, NUMBER)
    widths = [max(row[i].width for row in cells) for i in range(len(cells[0]))]
    heights = [BOX_HEIGHT] * len(shown(rows)) + [1.1 * NUMBER] * (rows > MOST)
    return _bracketed(cells, widths, heights, BOX_GAP, BOX_GAP, NUMBER)


def box() -> Piece:
    """One box without brackets, for a single number."""
    return _box(BOX_WIDTH)


def box_width(columns: int, room: float) -> float:
    """How wide each box may be so that all fit with their brackets, 22 mm at most."""
    count = len(shown(columns))
    widest = max(number(sign, NUMBER).width for sign in DOTS.values())
    dots = widest + BOX_GAP if columns > MOST else 0.0
    around = (count - 1) * BOX_GAP + dots + 2 * (BRACKET + BRACKET_GAP)
    return min(BOX_WIDTH, (room - around) / count)


def _box(width: float) -> Piece:
    middle = AXIS * NUMBER
    top = -middle - BOX_HEIGHT / 2
    return Piece(width, -top, top + BOX_HEIGHT, (Box(0.0, top, width, BOX_HEIGHT, BOX_LINE),))


def _with_dots(cells: Cells, down: bool, right: bool, size: float) -> Cells:
    if right:
        cells = [[*row, number(DOTS["right"], size)] for row in cells]
    if down:
        last = [number(DOTS["down"], size) for _ in cells[0]]
        cells.append([*last[:-1], number(DOTS["both"], size)] if right else last)
    return cells


def _bracketed(
    cells: Cells, widths: Sequence[float], heights: Sequence[float], across: float, down: float, size: float
) -> Piece:
    """Cells in columns, centred about the axis of the line that they stand in, within brackets."""
    middle = AXIS * size
    total = sum(heights) + down * (len(heights) - 1)
    marks: list[Mark] = []
    y = -middle - total / 2
    for row, height in zip(cells, heights, strict=True):
        x = BRACKET + BRACKET_GAP
        for piece, width in zip(row, widths, strict=True):
            spare = width - piece.width
            is_dots = _is_dots(piece)
            marks += piece.at(x + (spare / 2 if is_dots else spare), y + height / 2 + middle)
            x += width + across
        y += height + down
    right = x - across + BRACKET_GAP + BRACKET
    top, bottom = -middle - total / 2 - 1.0, -middle + total / 2 + 1.0
    marks += _bracket(0.0, BRACKET, top, bottom)
    marks += _bracket(right, -BRACKET, top, bottom)
    return Piece(right, -top, bottom, tuple(marks))


def _bracket(x: float, foot: float, top: float, bottom: float) -> list[Mark]:
    return [
        Line(x, top, x, bottom, BRACKET_LINE),
        Line(x, top, x + foot, top, BRACKET_LINE),
        Line(x, bottom, x + foot, bottom, BRACKET_LINE),
    ]


def _is_dots(piece: Piece) -> bool:
    return any(getattr(mark, "text", "") in DOTS.values() for mark in piece.marks)

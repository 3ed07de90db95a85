"""How the matrices of an equation stand as maps: to one scale while they fit, long sides cut down to a limit. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from gui.step.matrix.block_geometry import BRACKET_OVER, FRAME, GAP, Block, CellBlock, MapBlock
from gui.step.matrix.items import (
    DENSE,
    NAME_BAND,
    Arrangement,
    Item,
    MatrixItem,
    PlacedMatrix,
    PlacedSign,
    SignItem,
)
from gui.step.matrix.window_geometry import AxisWindow

MOST_SCALE, WHOLE_FROM, LEAST_SCALE = 14.0, 3.0, 1.5  # pixels for a cell; from 3 on whole ones
LEAST_SIDE, LEAST_LIMIT, EASY_SIDE = 14.0, 48.0, 96.0
LEAST_HEIGHT, MOST_HEIGHT = 72.0, 220.0
RANGE_BAND = 18  # below a map: what its strongest colours stand for
SIGN_ROOM = 10
STEP = 4.0


def arrange_maps(items: Sequence[Item], room: tuple[float, float]) -> Arrangement:
    """The equation as maps on one line, in a room of this width and height if that can be."""
    matrices = [item for item in items if isinstance(item, MatrixItem)]
    spent = sum(_sign_width(item) for item in items if isinstance(item, SignItem))
    room_for_maps = room[0] - spent - 2 * FRAME * len(matrices)
    most_height = max(LEAST_HEIGHT, min(MOST_HEIGHT, room[1] - NAME_BAND - 2 * BRACKET_OVER - RANGE_BAND))
    scale = _common_scale(matrices, room_for_maps, most_height)
    if scale >= LEAST_SCALE:
        sizes = {
            id(item): (max(LEAST_SIDE, item.columns * scale), max(LEAST_SIDE, item.rows * scale))
            for item in matrices
        }
    else:
        limit = _limit(matrices, room_for_maps)
        sizes = {id(item): (_side(item.columns, limit), _side(item.rows, most_height)) for item in matrices}
    for item in matrices:
        if item.rows == item.columns == 1:
            sizes[id(item)] = (_number_width(item), DENSE.height + 2 * GAP)
    return _place(items, sizes)


def _number_width(item: MatrixItem) -> float:
    """A single number stays a number."""
    return max(DENSE.width, round(item.text * DENSE.pixels + 8)) + 2 * GAP


def _common_scale(matrices: Sequence[MatrixItem], room: float, most_height: float) -> float:
    """Pixels for a cell with which everything fits, width and height alike."""
    highest = max(item.rows for item in matrices)
    scale = min(MOST_SCALE, most_height / highest)
    while scale >= LEAST_SCALE and _width(matrices, [item.columns * scale for item in matrices]) > room:
        scale *= 0.96
    return float(int(scale)) if scale >= WHOLE_FROM else scale


def _limit(matrices: Sequence[MatrixItem], room: float) -> float:
    """The most that the width of a map may be."""
    limit = room
    while limit > LEAST_LIMIT and _width(matrices, [_side(item.columns, limit) for item in matrices]) > room:
        limit -= STEP
    return limit


def _width(matrices: Sequence[MatrixItem], sides: Sequence[float]) -> float:
    return sum(
        max(
            LEAST_SIDE,
            side,
            item.label - 2 * FRAME,
            _number_width(item) if item.rows == item.columns == 1 else 0,
        )
        for item, side in zip(matrices, sides, strict=True)
    )


def _side(count: int, limit: float) -> float:
    """A pixel for each cell, more for short sides; long sides end at the limit, where cells share pixels."""
    return max(LEAST_SIDE, min(limit, max(count, min(2.0 * count, EASY_SIDE))))


def _sign_width(sign: SignItem) -> float:
    return sign.width + 2 * SIGN_ROOM


def _place(items: Sequence[Item], sizes: dict[int, tuple[float, float]]) -> Arrangement:
    height = max(side for _, side in sizes.values())
    middle = NAME_BAND + BRACKET_OVER + height / 2
    matrices: list[PlacedMatrix] = []
    signs: list[PlacedSign] = []
    x = 0.0
    for item in items:
        if isinstance(item, SignItem):
            width = _sign_width(item)
            signs.append(PlacedSign(item.text, x + width / 2, middle))
        else:
            across, down = sizes[id(item)]
            width = max(across + 2 * FRAME, item.label)
            left = round(x + (width - across) / 2)
            block = _block(item, left, round(middle - down / 2), across, down)
            matrices.append(PlacedMatrix(block, left + across / 2, NAME_BAND / 2))
        x += width
    return Arrangement(tuple(matrices), tuple(signs), x, middle + height / 2 + BRACKET_OVER + RANGE_BAND)


def _block(item: MatrixItem, x: float, y: float, across: float, down: float) -> Block:
    whole = (AxisWindow(item.rows, item.rows), AxisWindow(item.columns, item.columns))
    if item.rows == item.columns == 1:
        return CellBlock(x, y, across, down, *whole)
    return MapBlock(x, y, across, down, *whole)

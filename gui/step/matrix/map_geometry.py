"""How the matrices of an equation stand as maps: to one scale while they fit, long sides cut down to a limit.

Small matrices among them stay numbers. No Qt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from gui.step.matrix.block_geometry import BRACKET_OVER, FRAME, GAP, Block, CellBlock, MapBlock
from gui.step.matrix.items import (
    NAME_BAND,
    SIZES,
    Arrangement,
    CellSize,
    Item,
    MatrixItem,
    PlacedMatrix,
    PlacedSign,
    Room,
    SignItem,
)
from gui.step.matrix.window_geometry import MOST_WHOLE, AxisWindow

MOST_SCALE, WHOLE_FROM, LEAST_SCALE = 14.0, 3.0, 1.5  # pixels for a cell; from 3 on whole ones
LEAST_SIDE, LEAST_LIMIT, EASY_SIDE = 14.0, 48.0, 96.0
LEAST_HEIGHT, MOST_HEIGHT = 72.0, 220.0
RANGE_BAND = 18  # below a map: what its strongest colours stand for
SIGN_ROOM = 10
NUMBER_SIZES, LEAST_NUMBER, NUMBER_PAD = SIZES[-4:-1], 44, 4
SHORT_SCALE = 14.0  # of a side that has few cells
STEP = 4.0

Size = tuple[float, float]  # width and height in pixels


@lru_cache(maxsize=256)  # stepping to and fro comes by the same equations
def arrange_maps(items: tuple[Item, ...], room: Room) -> Arrangement:
    """The equation on one line, in a room if that can be: long matrices as maps, the others as numbers."""
    matrices = [item for item in items if isinstance(item, MatrixItem)]
    spent = sum(_sign_width(item) for item in items if isinstance(item, SignItem))
    width = room.width - spent - 2 * FRAME * len(matrices)
    height = room.height - NAME_BAND - 2 * BRACKET_OVER - RANGE_BAND
    for cells in NUMBER_SIZES:
        fixed = {id(item): _numbers_size(item, cells) for item in matrices if is_short(item)}
        wide = _width(matrices, [fixed[id(item)][0] if is_short(item) else EASY_SIDE for item in matrices])
        if wide <= width and all(high <= height for _, high in fixed.values()):
            break
    most_height = max(LEAST_HEIGHT, min(MOST_HEIGHT, height))
    sizes = {**_map_sizes(matrices, fixed, width, most_height), **fixed}
    return _place(items, sizes, cells)


def is_short(item: MatrixItem) -> bool:
    """Whether all of a matrix is seen as numbers."""
    return max(item.rows, item.columns) <= MOST_WHOLE


def _numbers_size(item: MatrixItem, cells: CellSize) -> Size:
    width = max(LEAST_NUMBER, round(item.text * cells.pixels + NUMBER_PAD)) + 2 * GAP
    return item.columns * width, item.rows * (cells.height + 2 * GAP)


def _map_sizes(
    matrices: Sequence[MatrixItem], fixed: Mapping[int, Size], width: float, most_height: float
) -> dict[int, Size]:
    """To one scale if that fits into the width, else long sides cut down to a limit."""
    maps = [item for item in matrices if id(item) not in fixed]
    if not maps:
        return {}

    def whole_width(sides: Mapping[int, float]) -> float:
        return _width(
            matrices, [sides.get(id(item), fixed.get(id(item), (0.0, 0.0))[0]) for item in matrices]
        )

    scale = min(MOST_SCALE, most_height / max(item.rows for item in maps))
    while (
        scale >= LEAST_SCALE and whole_width({id(item): _short(item.columns, scale) for item in maps}) > width
    ):
        scale *= 0.96
    if scale >= LEAST_SCALE:
        scale = float(int(scale)) if scale >= WHOLE_FROM else scale
        return {
            id(item): (_short(item.columns, scale), min(most_height, _short(item.rows, scale)))
            for item in maps
        }
    limit = width
    while (
        limit > LEAST_LIMIT and whole_width({id(item): _side(item.columns, limit) for item in maps}) > width
    ):
        limit -= STEP
    return {id(item): (_side(item.columns, limit), _side(item.rows, most_height)) for item in maps}


def _width(matrices: Sequence[MatrixItem], sides: Sequence[float]) -> float:
    return sum(
        max(LEAST_SIDE, side, item.label - 2 * FRAME) for item, side in zip(matrices, sides, strict=True)
    )


def _short(count: int, scale: float) -> float:
    """A side to scale; one of few cells is enlarged so that each of them can be told from the next."""
    return count * (max(scale, SHORT_SCALE) if count <= MOST_WHOLE else scale)


def _side(count: int, limit: float) -> float:
    """A pixel for each cell, more for short sides; long sides end at the limit, where cells share pixels."""
    if count <= MOST_WHOLE:
        return min(limit, count * SHORT_SCALE)
    return max(LEAST_SIDE, min(limit, max(count, min(2.0 * count, EASY_SIDE))))


def _sign_width(sign: SignItem) -> float:
    return sign.width + 2 * SIGN_ROOM


def _place(items: Sequence[Item], sizes: Mapping[int, Size], cells: CellSize) -> Arrangement:
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
            matrices.append(PlacedMatrix(block, left + across / 2, NAME_BAND / 2, cells.pixels))
        x += width
    return Arrangement(tuple(matrices), tuple(signs), x, middle + height / 2 + BRACKET_OVER + RANGE_BAND)


def _block(item: MatrixItem, x: float, y: float, across: float, down: float) -> Block:
    whole = (AxisWindow(item.rows, item.rows), AxisWindow(item.columns, item.columns))
    if is_short(item):
        return CellBlock(x, y, across / item.columns, down / item.rows, *whole)
    return MapBlock(x, y, across, down, *whole)

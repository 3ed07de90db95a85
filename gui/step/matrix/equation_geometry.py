"""An equation as cells in their places: matrices with their windows, signs between them, line by line. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gui.step.matrix.block_geometry import GAP, CellBlock
from gui.step.matrix.items import (
    NAME_BAND,
    Arrangement,
    CellSize,
    Item,
    MatrixItem,
    PlacedMatrix,
    PlacedSign,
    SignItem,
)
from gui.step.matrix.plan_geometry import (
    LEAST_COLUMNS,
    LINE_GAP,
    Chunk,
    chunked,
    in_lines,
    line_heights,
    line_width,
)
from gui.step.matrix.sizes_geometry import MatrixSize, Plan, Sizes
from gui.step.matrix.window_geometry import MOST_WHOLE, whole_or_window


def arrange(items: Sequence[Item], plan: Plan, width: float, starts: Mapping[int, int]) -> Arrangement:
    """The equation as cells by a plan. starts: where the windows of the axes begin."""
    width *= plan.reach
    sizes = Sizes(items, plan, starts)
    lines = in_lines(chunked(items), sizes, width)
    _widen_all(lines, sizes, width)
    _spend(lines, sizes, plan, width)
    return _place(lines, sizes)


def _widen_all(lines: Sequence[Chunk], sizes: Sizes, room: float) -> None:
    """Long matrices on a line with room to spare show more columns, except where rows elsewhere go with them."""
    for line in lines if len(lines) > 1 else ():
        long = [item for item in line if isinstance(item, MatrixItem) and sizes.can_be_wider(item)]
        for most in range(MOST_WHOLE, LEAST_COLUMNS, -1):
            for item in long:
                sizes.show_columns(item, whole_or_window(item.columns, most))
            if line_width(line, sizes) <= room:
                break
        else:
            for item in long:
                sizes.show_columns(item, None)


def _spend(lines: Sequence[Chunk], sizes: Sizes, plan: Plan, room: float) -> None:
    """Where something is left out the cells are as wide as there is room."""
    matrices = [[item for item in line if isinstance(item, MatrixItem)] for line in lines]
    flat = [item for line in matrices for item in line]
    if plan.reach > 1 or all(sizes.of(item).columns.is_whole for item in flat):
        return
    spare = [
        (room - line_width(line, sizes)) / sum(sizes.of(item).columns.shown for item in own)
        for line, own in zip(lines, matrices, strict=True)
    ]
    sizes.widen_cells(flat, max(0, int(min(spare))))


def _place(lines: Sequence[Chunk], sizes: Sizes) -> Arrangement:
    matrices: list[PlacedMatrix] = []
    signs: list[PlacedSign] = []
    top = 0.0
    for line in lines:
        heights = line_heights(line, sizes)
        middle = top + heights.above + heights.cells / 2
        x = 0.0
        for item in line:
            width = sizes.width(item)
            if isinstance(item, SignItem):
                signs.append(PlacedSign(item.text, x + width / 2, middle))
            else:
                matrices.append(_placed(sizes.of(item), sizes.size, x, middle, top))
            x += width
        top += heights.total + LINE_GAP
    width = max(line_width(line, sizes) for line in lines)
    return Arrangement(tuple(matrices), tuple(signs), width, top - LINE_GAP)


def _placed(size: MatrixSize, cells: CellSize, x: float, middle: float, top: float) -> PlacedMatrix:
    spare = size.width - (size.left + size.across + size.right)
    left = round(x + spare / 2 + size.left)
    block = CellBlock(
        left,
        round(middle - size.down / 2),
        size.cell_width,
        cells.height + 2 * GAP,
        size.rows,
        size.columns,
        cells.off,
    )
    return PlacedMatrix(block, left + size.across / 2, top + NAME_BAND / 2, cells.pixels)

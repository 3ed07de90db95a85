"""How the matrices and signs of an equation stand: as large as they fit side by side, else on several lines. No Qt.

What gives way first: the size of the cells, then columns of long matrices (six stay), then the line breaks before a
sign if there is height for that, else more columns go (one stays, as on a page about one example). What is still too
wide or too high scrolls.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gui.step.matrix.block_geometry import (
    BAR,
    BAR_OFF,
    BRACKET_OVER,
    DOTS_HEIGHT,
    DOTS_WIDTH,
    FRAME,
    GAP,
    Block,
    CellBlock,
    axis_length,
)
from gui.step.matrix.window_geometry import MOST_WHOLE, AxisWindow, whole_or_window

NAME_BAND, NUMBER_BAND = 30, 15  # name and shape; the numbers of the columns of a long matrix
LINE_GAP = 14
MANY_COLUMNS, LEAST_COLUMNS = 6, 3
NEVER_CUT = 3  # so few columns are always shown
DIGIT = 6.6  # of the small figures that number rows
LEAST_NUMBER_WIDTH = 44  # cells narrower than this would show no number


@dataclass(frozen=True)
class CellSize:
    """Cells of width x height with text of so many pixels; sign: the room left and right of a sign."""

    width: int
    height: int
    pixels: int
    sign: int


SIZES = (CellSize(96, 44, 16, 18), CellSize(84, 40, 15, 13), CellSize(72, 34, 14, 9), CellSize(64, 28, 13, 7))
DENSE = SIZES[-1]


@dataclass(frozen=True)
class SignItem:
    """A sign between matrices. closes: it belongs to what stands before it, as a closing bracket does; joins: no line
    breaks at it, as between the factors of a product."""

    text: str
    width: float
    closes: bool = False
    joins: bool = False


@dataclass(frozen=True)
class MatrixItem:
    """A matrix. text: the room of its widest number in em; label: the width of name and shape in pixels.

    row_axis, column_axis: axes of the same number are scrolled together.
    """

    rows: int
    columns: int
    row_axis: int
    column_axis: int
    text: float
    label: float


Item = SignItem | MatrixItem


@dataclass(frozen=True)
class PlacedSign:
    """A sign with the middle of its place."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class PlacedMatrix:
    """name_x, name_y: the middle of name and shape; size: of its cells."""

    block: Block
    name_x: float
    name_y: float
    pixels: int = DENSE.pixels


@dataclass(frozen=True)
class Arrangement:
    """Everything of an equation in its place, matrices in the order of the items."""

    matrices: tuple[PlacedMatrix, ...]
    signs: tuple[PlacedSign, ...]
    width: float
    height: float


@dataclass(frozen=True)
class _Plan:
    """is_low: only if the height suffices."""

    size: CellSize
    most_columns: int
    lines: int
    is_low: bool = False


def arrange(items: Sequence[Item], room: tuple[float, float], starts: Mapping[int, int]) -> Arrangement:
    """The equation as cells, in a room of this width and height if that can be. starts: where the windows of the axes
    begin.
    """
    chunks = _chunks(items)
    last = _Plan(DENSE, LEAST_COLUMNS, len(chunks))
    plan = next((plan for plan in _plans(len(chunks)) if _fits(chunks, plan, items, room)), last)
    return _place(*_laid_out(chunks, plan, items, room[0], starts))


def _plans(chunks: int) -> list[_Plan]:
    several = range(2, chunks + 1)
    few = range(MOST_WHOLE, LEAST_COLUMNS - 1, -1)
    return [
        *(_Plan(size, MOST_WHOLE, 1) for size in SIZES),
        *(_Plan(DENSE, most, 1) for most in range(MOST_WHOLE, MANY_COLUMNS - 1, -1)),
        *(_Plan(DENSE, most, lines, is_low=True) for lines in several for most in few),
        *(_Plan(DENSE, most, 1) for most in range(MANY_COLUMNS - 1, 0, -1)),
        *(_Plan(DENSE, most, lines) for lines in several for most in few),
    ]


class _Sizes:
    """How large every matrix is under a plan."""

    def __init__(self, items: Sequence[Item], plan: _Plan, starts: Mapping[int, int]) -> None:
        self.size = plan.size
        self._starts = starts
        matrices = [item for item in items if isinstance(item, MatrixItem)]
        narrowed = {matrix.column_axis for matrix in matrices}
        self._shown: dict[int, int] = {}
        for matrix in matrices:
            for axis, count in ((matrix.row_axis, matrix.rows), (matrix.column_axis, matrix.columns)):
                is_long = axis in narrowed and count > NEVER_CUT
                self._shown[axis] = whole_or_window(count, plan.most_columns if is_long else MOST_WHOLE)
        self._row_axes = {matrix.row_axis for matrix in matrices}
        self._columns_shown: dict[int, int] = {}
        self._needed = [round(matrix.text * DENSE.pixels + 8) for matrix in matrices]

    def windows(self, matrix: MatrixItem) -> tuple[AxisWindow, AxisWindow]:
        columns = self._columns_shown.get(id(matrix), self._shown[matrix.column_axis])
        return (
            AxisWindow(matrix.rows, self._shown[matrix.row_axis]).moved_to(self._start(matrix.row_axis)),
            AxisWindow(matrix.columns, columns).moved_to(self._start(matrix.column_axis)),
        )

    def can_be_wider(self, matrix: MatrixItem) -> bool:
        """Whether columns are hidden, and are nobody's rows."""
        return not self.windows(matrix)[1].is_whole and matrix.column_axis not in self._row_axes

    def show_columns(self, matrix: MatrixItem, shown: int | None) -> None:
        """Show so many columns of one matrix; None: as many as of the others with this axis."""
        if shown is None:
            self._columns_shown.pop(id(matrix), None)
        else:
            self._columns_shown[id(matrix)] = shown

    def _start(self, axis: int) -> int:
        return self._starts.get(axis, 0)

    def cell_width(self, matrix: MatrixItem) -> float:
        """Alike in all matrices, but wider where the numbers are long; dense cells are as narrow as their numbers."""
        if self.size is not DENSE:
            return max(self.size.width, round(matrix.text * self.size.pixels + 10)) + 2 * GAP
        usual = [needed for needed in self._needed if needed <= DENSE.width]
        return max(LEAST_NUMBER_WIDTH, round(matrix.text * DENSE.pixels + 8), *usual) + 2 * GAP

    def left(self, matrix: MatrixItem) -> float:
        """From the outer edge to the first cell: the numbers of the rows and a bracket."""
        rows = self.windows(matrix)[0]
        return FRAME + (0 if rows.is_whole else number_width(rows.count))

    def right(self, matrix: MatrixItem) -> float:
        return FRAME + (0 if self.windows(matrix)[0].is_whole else BAR_OFF + BAR)

    def body(self, matrix: MatrixItem) -> tuple[float, float]:
        rows, columns = self.windows(matrix)
        return (
            axis_length(columns, self.cell_width(matrix), DOTS_WIDTH),
            axis_length(rows, self.size.height + 2 * GAP, DOTS_HEIGHT),
        )

    def width(self, item: Item) -> float:
        if isinstance(item, SignItem):
            return item.width + 2 * self.size.sign
        framed = self.left(item) + self.body(item)[0] + self.right(item)
        return max(framed, item.label)


def number_width(count: int) -> float:
    """The room for the numbers beside the rows of a long matrix."""
    return len(str(count)) * DIGIT + 6


Chunk = list[Item]


def _chunks(items: Sequence[Item]) -> list[Chunk]:
    """Each matrix with the signs before it, and those behind it that close something: a line may break between."""
    chunks: list[Chunk] = []
    pending: Chunk = []
    for item in items:
        if isinstance(item, SignItem) and item.closes and chunks and not pending:
            chunks[-1].append(item)
        elif isinstance(item, SignItem):
            pending.append(item)
        elif chunks and any(isinstance(sign, SignItem) and sign.joins for sign in pending):
            chunks[-1] += [*pending, item]
            pending = []
        else:
            chunks.append([*pending, item])
            pending = []
    return chunks


def _fits(chunks: list[Chunk], plan: _Plan, items: Sequence[Item], room: tuple[float, float]) -> bool:
    lines, sizes = _laid_out(chunks, plan, items, room[0], {})
    if len(lines) > plan.lines or max(_width(line, sizes) for line in lines) > room[0]:
        return False
    return not plan.is_low or _place(lines, sizes).height <= room[1]


def _laid_out(
    chunks: list[Chunk], plan: _Plan, items: Sequence[Item], width: float, starts: Mapping[int, int]
) -> tuple[list[Chunk], _Sizes]:
    sizes = _Sizes(items, plan, starts)
    lines = _lines(chunks, sizes, width)
    for line in lines if len(lines) > 1 else ():
        _widen(sizes, line, width)
    return lines, sizes


def _lines(chunks: list[Chunk], sizes: _Sizes, room: float) -> list[Chunk]:
    lines: list[Chunk] = [[]]
    for chunk in chunks:
        if lines[-1] and _width([*lines[-1], *chunk], sizes) > room:
            lines.append([])
        lines[-1] = [*lines[-1], *chunk]
    return lines


def _width(line: Chunk, sizes: _Sizes) -> float:
    return sum(sizes.width(item) for item in line)


def _widen(sizes: _Sizes, line: Chunk, room: float) -> None:
    """Long matrices on a line with room to spare show more columns, except where rows elsewhere go with them."""
    long = [item for item in line if isinstance(item, MatrixItem) and sizes.can_be_wider(item)]
    for most in range(MOST_WHOLE, LEAST_COLUMNS, -1):
        for item in long:
            sizes.show_columns(item, whole_or_window(item.columns, most))
        if _width(line, sizes) <= room:
            return
    for item in long:
        sizes.show_columns(item, None)


def _place(lines: list[Chunk], sizes: _Sizes) -> Arrangement:
    matrices: list[PlacedMatrix] = []
    signs: list[PlacedSign] = []
    top = 0.0
    for line in lines:
        bodies = [item for item in line if isinstance(item, MatrixItem)]
        height = max(sizes.body(item)[1] for item in bodies)
        has_gap = any(not sizes.windows(item)[1].is_whole for item in bodies)
        middle = top + NAME_BAND + (NUMBER_BAND if has_gap else 0) + BRACKET_OVER + height / 2
        x = 0.0
        for item in line:
            width = sizes.width(item)
            if isinstance(item, SignItem):
                signs.append(PlacedSign(item.text, x + width / 2, middle))
            else:
                matrices.append(_placed(item, sizes, x, middle, top))
            x += width
        top = middle + height / 2 + BRACKET_OVER + (BAR_OFF + BAR if has_gap else 0) + LINE_GAP
    width = max(_width(line, sizes) for line in lines)
    return Arrangement(tuple(matrices), tuple(signs), width, top - LINE_GAP)


def _placed(item: MatrixItem, sizes: _Sizes, x: float, middle: float, top: float) -> PlacedMatrix:
    width, height = sizes.body(item)
    spare = sizes.width(item) - (sizes.left(item) + width + sizes.right(item))
    left = round(x + spare / 2 + sizes.left(item))
    rows, columns = sizes.windows(item)
    block = CellBlock(
        left, round(middle - height / 2), sizes.cell_width(item), sizes.size.height + 2 * GAP, rows, columns
    )
    return PlacedMatrix(block, left + width / 2, top + NAME_BAND / 2, sizes.size.pixels)

"""How large the matrices of an equation are under a plan: cells of which size, how many columns seen. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gui.step.matrix.block_geometry import (
    BAR,
    BAR_OFF,
    BRACKET_WIDTH,
    DOTS_HEIGHT,
    DOTS_WIDTH,
    GAP,
    axis_length,
)
from gui.step.matrix.items import DENSE, TIGHT, TINY, CellSize, Item, MatrixItem, SignItem
from gui.step.matrix.window_geometry import MOST_WHOLE, AxisWindow, whole_or_window

NEVER_CUT, UNITS_NEVER_CUT = 3, 6  # so few examples, so few units are always shown
DIGIT = 6.6  # of the small figures that number rows
LEAST_NUMBER_WIDTH = 44  # cells narrower than this would show no number
MOST_ALIKE, WIDEST = 66, 72  # the widest dense cells that all others follow; that room to spare is spent on
PAD, PADS = 14, {DENSE: 12, TINY: 6, TIGHT: 4}  # beside a number, in all


@dataclass(frozen=True)
class Plan:
    """The size of the cells, how many examples of a long batch may be seen, and how many units of a wide layer.

    reach: the length of a line, in widths of the room; beyond 1 it is scrolled.
    """

    size: CellSize
    most_examples: int
    most_units: int = MOST_WHOLE
    reach: float = 1.0


@dataclass(frozen=True)
class MatrixSize:
    """What a matrix takes: left and right of its cells, its cells, and in all."""

    rows: AxisWindow
    columns: AxisWindow
    cell_width: float
    left: float
    right: float
    across: float
    down: float
    width: float


class Sizes:
    """How large everything is under a plan."""

    def __init__(self, items: Sequence[Item], plan: Plan, starts: Mapping[int, int]) -> None:
        self.size = plan.size
        self._starts = starts
        matrices = [item for item in items if isinstance(item, MatrixItem)]
        self._row_axes = {matrix.row_axis for matrix in matrices}
        self._extra = 0
        needed = [_text_width(matrix, self.size) for matrix in matrices]
        # Dense cells are as narrow as their numbers, but alike in all matrices unless numbers are very long.
        self._dense = max(LEAST_NUMBER_WIDTH, *(width for width in (0, *needed) if width <= MOST_ALIKE))
        self._shown = shown_of_axes(matrices, plan)
        self._sizes = {
            id(matrix): self._size_of(matrix, self._shown[matrix.column_axis]) for matrix in matrices
        }

    def of(self, matrix: MatrixItem) -> MatrixSize:
        """The size of one matrix."""
        return self._sizes[id(matrix)]

    def width(self, item: Item) -> float:
        """How wide an item is with what is round it."""
        return item.width + 2 * self.size.sign if isinstance(item, SignItem) else self.of(item).width

    def can_be_wider(self, matrix: MatrixItem) -> bool:
        """Whether columns are hidden, and are nobody's rows."""
        return not self.of(matrix).columns.is_whole and matrix.column_axis not in self._row_axes

    def show_columns(self, matrix: MatrixItem, shown: int | None) -> None:
        """Show so many columns of one matrix; None: as many as of the others with this axis."""
        columns = self._shown[matrix.column_axis] if shown is None else shown
        self._sizes[id(matrix)] = self._size_of(matrix, columns)

    def widen_cells(self, matrices: Sequence[MatrixItem], extra: int) -> None:
        """Let dense cells spend room that is left over, so many pixels each at the most."""
        self._extra = extra
        for matrix in matrices:
            self.show_columns(matrix, self.of(matrix).columns.shown)

    def _size_of(self, matrix: MatrixItem, shown_columns: int) -> MatrixSize:
        rows = self._window(matrix.rows, self._shown[matrix.row_axis], matrix.row_axis)
        columns = self._window(matrix.columns, shown_columns, matrix.column_axis)
        frame = self.size.off + BRACKET_WIDTH
        left = frame + (0 if rows.is_whole else number_width(rows.count))
        right = frame + (0 if rows.is_whole else BAR_OFF + BAR)
        cell_width = self._cell_width(matrix)
        across = axis_length(columns, cell_width, DOTS_WIDTH)
        down = axis_length(rows, self.size.height + 2 * GAP, DOTS_HEIGHT)
        return MatrixSize(
            rows, columns, cell_width, left, right, across, down, max(left + across + right, matrix.label)
        )

    def _window(self, count: int, shown: int, axis: int) -> AxisWindow:
        start = min(self._starts.get(axis, 0), max(0, count - shown))
        return AxisWindow(count, shown, start)

    def _cell_width(self, matrix: MatrixItem) -> float:
        needed = _text_width(matrix, self.size)
        if self.size not in PADS:
            return max(self.size.width, needed) + 2 * GAP
        width = max(self._dense, needed)
        return max(width, min(width + self._extra, WIDEST)) + 2 * GAP


def _text_width(matrix: MatrixItem, size: CellSize) -> int:
    return round(matrix.text * size.pixels + PADS.get(size, PAD))


def shown_of_axes(matrices: Sequence[MatrixItem], plan: Plan) -> dict[int, int]:
    """How much of every axis is seen; what is a column somewhere gives way, the same in rows."""
    narrowed = {matrix.column_axis for matrix in matrices}
    examples = {matrix.examples for matrix in matrices}
    shown = {}
    for matrix in matrices:
        for axis, count in ((matrix.row_axis, matrix.rows), (matrix.column_axis, matrix.columns)):
            most, never_cut = (
                (plan.most_examples, NEVER_CUT) if axis in examples else (plan.most_units, UNITS_NEVER_CUT)
            )
            is_long = axis in narrowed and count > never_cut
            shown[axis] = whole_or_window(count, most if is_long else MOST_WHOLE)
    return shown


def number_width(count: int) -> float:
    """The room for the numbers beside the rows of a long matrix."""
    return len(str(count)) * DIGIT + 6

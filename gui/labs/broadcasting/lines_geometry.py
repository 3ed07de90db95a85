"""Where the tables of a demonstration stand: the largest cells with which everything finds room. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from engine.labs.array_lines import Demonstration, Line, Table, number_text
from gui.step.matrix.block_geometry import BRACKET_OVER, FRAME, CellBlock, Rect
from gui.step.matrix.window_geometry import MOST_WHOLE, AxisWindow, whole_or_window

Measure = Callable[[str, int], float]  # the width of a text at so many pixels

# Cell width and height, pixels of the numbers.
CELLS = ((84, 40, 16), (72, 36, 15), (64, 30, 14), (56, 27, 13), (48, 25, 12), (36, 23, 12), (30, 21, 11))
MOST_SEEN = (MOST_WHOLE, 9, 7, 5, 4)
CODE, NAME, LABELS, ERROR = 26, 26, 18, 30  # heights: NumPy line, name with shape, column labels, error text
CODE_GAP, LINE_GAP, COLUMN_GAP = 4, 22, 32
SIGN_PIXELS, SIGN_PAD, LABEL_PAD, NUMBER_PAD = 17, 5, 10, 4
LABEL_PIXELS, NAME_PIXELS = 12, 12
WIDEST_CODE = 560


@dataclass(frozen=True, eq=False)
class PlacedTable:
    """A table with the place of its cells and of its name; pixels: of its numbers."""

    table: Table
    block: CellBlock
    name: Rect
    pixels: int


@dataclass(frozen=True, eq=False)
class PlacedLine:
    """A line with its code, its tables, its signs (text and the middle of its place) and the room of an error text."""

    line: Line
    code: Rect
    tables: tuple[PlacedTable, ...]
    signs: tuple[tuple[str, float, float], ...]
    error: Rect | None


def arrange(demonstration: Demonstration, width: float, height: float, measure: Measure) -> list[PlacedLine]:
    """Every line in its place, column by column.

    What is too long has a gap of dots; last lines that find no room at all are left out.
    """
    columns = demonstration.columns
    room = (width - COLUMN_GAP * (len(columns) - 1)) / len(columns)
    sizing = _chosen(demonstration, room, height, measure)
    placed: list[PlacedLine] = []
    for number, lines in enumerate(columns):
        left = number * (room + COLUMN_GAP)
        spare = height - sum(sizing.line_height(line) for line in lines) - LINE_GAP * (len(lines) - 1)
        gap = LINE_GAP + min(LINE_GAP, max(0.0, spare / len(lines)))
        top = 0.0
        for line in lines:
            if top and top + sizing.line_height(line) > height:
                break
            placed.append(_place(line, sizing, Rect(left, top, room, 0)))
            top += sizing.line_height(line) + gap
    return placed


@dataclass(frozen=True)
class _Sizing:
    """One choice: cells of width x height at the least, numbers of so many pixels, so many rows and columns seen."""

    width: int
    height: int
    pixels: int
    most_rows: int
    most_columns: int
    measure: Measure

    def cell_width(self, table: Table) -> float:
        cells = table.cells
        ends = (float(cells.min()), float(cells.max())) if cells.size else (0.0,)
        texts = [number_text(value, table.decimals) for value in ends] + list(table.columns)
        widest = max(self.measure(text, self.pixels) for text in texts[:2])
        labels = max((self.measure(text, LABEL_PIXELS) for text in table.columns), default=0.0)
        return round(max(self.width, widest + 2 * NUMBER_PAD, labels + 6))

    def block(self, table: Table, x: float, y: float) -> CellBlock:
        rows, columns = table.drawn_shape
        down = AxisWindow(rows, whole_or_window(rows, self.most_rows))
        across = AxisWindow(columns, whole_or_window(columns, self.most_columns))
        return CellBlock(x, y, self.cell_width(table), self.height, down, across)

    def cells_height(self, line: Line) -> float:
        return max((self.block(table, 0, 0).body.height for table in line.tables), default=0.0)

    def line_height(self, line: Line) -> float:
        labels = LABELS if any(table.columns for table in line.tables) else 0
        error = ERROR + 8 if line.error else 0
        names = NAME if line.tables else 0
        return CODE + CODE_GAP + names + labels + self.cells_height(line) + 2 * BRACKET_OVER + error

    def line_width(self, line: Line) -> float:
        tables = sum(self.block(table, 0, 0).body.width + 2 * FRAME for table in line.tables)
        return (
            _label_width(line, self.measure)
            + tables
            + sum(sign_width(part, self.measure) for part in line.parts if isinstance(part, str))
        )


def _chosen(demonstration: Demonstration, width: float, height: float, measure: Measure) -> _Sizing:
    for columns, rows, cell in product(MOST_SEEN, MOST_SEEN, CELLS):
        sizing = _Sizing(*cell, rows, columns, measure)
        if _fits(demonstration, sizing, width, height):
            return sizing
    return _Sizing(*CELLS[-1], MOST_SEEN[-1], MOST_SEEN[-1], measure)


def _fits(demonstration: Demonstration, sizing: _Sizing, width: float, height: float) -> bool:
    for lines in demonstration.columns:
        if any(sizing.line_width(line) > width for line in lines):
            return False
        if sum(sizing.line_height(line) for line in lines) + LINE_GAP * (len(lines) - 1) > height:
            return False
    return True


def sign_width(text: str, measure: Measure) -> float:
    """The room of a sign between tables."""
    return measure(text, SIGN_PIXELS) + 2 * SIGN_PAD


def _label_width(line: Line, measure: Measure) -> float:
    """The room of the row labels left of the first table."""
    labels = line.tables[0].rows if line.tables else ()
    return max((measure(text, LABEL_PIXELS) + LABEL_PAD for text in labels), default=0.0)


def _place(line: Line, sizing: _Sizing, room: Rect) -> PlacedLine:
    labels = LABELS if any(table.columns for table in line.tables) else 0
    down = sizing.cells_height(line)
    top = room.y + CODE + CODE_GAP + (NAME if line.tables else 0) + labels + BRACKET_OVER
    middle = top + down / 2
    x = room.x + _label_width(line, sizing.measure)
    tables: list[PlacedTable] = []
    signs: list[tuple[str, float, float]] = []
    for part in line.parts:
        if isinstance(part, str):
            width = sign_width(part, sizing.measure)
            signs.append((part, x + width / 2, middle))
        else:
            block = sizing.block(part, 0, 0)
            height = block.body.height
            block = sizing.block(part, round(x + FRAME), round(middle - height / 2))
            width = block.body.width + 2 * FRAME
            name_top = block.y - BRACKET_OVER - NAME - (LABELS if part.columns else 0)
            tables.append(PlacedTable(part, block, Rect(x, name_top, width, NAME), sizing.pixels))
        x += width
    error = None
    if line.error:
        error = Rect(room.x, top + down + BRACKET_OVER + (8 if line.tables else 0), room.width, ERROR)
    code = Rect(room.x, room.y, min(room.width, WIDEST_CODE), CODE)
    return PlacedLine(line, code, tuple(tables), tuple(signs), error)


def cell_rect(placed: PlacedTable, row: int, column: int) -> Rect | None:
    """Where a cell is seen, None while it is in a gap."""
    row_slot, column_slot = placed.block.rows.slot_of(row), placed.block.columns.slot_of(column)
    if row_slot is None or column_slot is None:
        return None
    return placed.block.slot_rect(row_slot, column_slot)


def result_cell_at(lines: list[PlacedLine], x: float, y: float) -> tuple[int, int, int] | None:
    """Line, row and column of the number of a result under a point."""
    for number, placed in enumerate(lines):
        if placed.line.result is not None and placed.tables:
            cell = placed.tables[-1].block.cell_at(x, y)
            if cell is not None:
                return number, *cell
    return None

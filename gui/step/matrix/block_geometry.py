"""Where one matrix stands: as cells seen through two windows, or as a map with a point or less for each cell. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gui.step.matrix.window_geometry import AxisWindow

GAP = 1  # on each side of a cell
DOTS_WIDTH, DOTS_HEIGHT = 18, 20  # the place of the gap between the moving part and the end
BRACKET_OFF, BRACKET_OVER, FOOT = 11, 6, 7
BRACKET_WIDTH = 2
FRAME = BRACKET_OFF + BRACKET_WIDTH  # from the cells to the outer edge of a bracket
BAR, BAR_OFF = 5, 4  # a scroll bar and its distance from the brackets
LEAST_HANDLE = 20.0
LEAST_MARK = 7.0  # a cell of a map is framed at least so large


class Rect(NamedTuple):
    """Pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Just beyond the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Just below the lower edge."""
        return self.y + self.height

    def has(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def grown(self, by: float) -> Rect:
        """Larger by so much on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, by: float) -> Rect:
        """So much further to the right."""
        return self._replace(x=self.x + by)

    def at_least(self, least: float) -> Rect:
        """With the same middle, each side at least so long."""
        width, height = max(self.width, least), max(self.height, least)
        return Rect(self.x - (width - self.width) / 2, self.y - (height - self.height) / 2, width, height)


@dataclass(frozen=True)
class Span:
    """A rectangle of cells, both ends included, from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class CellBlock:
    """A matrix as cells of width x height pixels (their gaps within). x, y: the corner of the first cell; off: from the
    cells to their brackets.
    """

    x: float
    y: float
    cell_width: float
    cell_height: float
    rows: AxisWindow
    columns: AxisWindow
    off: int = BRACKET_OFF

    @property
    def frame(self) -> int:
        """From the cells to the outer edge of a bracket."""
        return self.off + BRACKET_WIDTH

    @property
    def body(self) -> Rect:
        """What lies between the brackets."""
        return Rect(
            self.x,
            self.y,
            axis_length(self.columns, self.cell_width, DOTS_WIDTH),
            axis_length(self.rows, self.cell_height, DOTS_HEIGHT),
        )

    def slot_rect(self, row_slot: int, column_slot: int) -> Rect:
        """The place of a cell or a gap, without the gap round it."""
        left, width = _slot(self.columns, column_slot, self.cell_width, DOTS_WIDTH)
        top, height = _slot(self.rows, row_slot, self.cell_height, DOTS_HEIGHT)
        return Rect(self.x + left + GAP, self.y + top + GAP, width - 2 * GAP, height - 2 * GAP)

    def span_rect(self, span: Span) -> Rect | None:
        """What is seen of a rectangle of cells, in one piece; None when nothing of it is seen."""
        rows = self.rows.slot_span(span.first_row, span.last_row)
        columns = self.columns.slot_span(span.first_column, span.last_column)
        if rows is None or columns is None:
            return None
        first, last = self.slot_rect(rows[0], columns[0]), self.slot_rect(rows[1], columns[1])
        return Rect(first.x, first.y, last.right - first.x, last.bottom - first.y)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of the cell under a point."""
        column = _row_at(self.columns, x - self.x, self.cell_width, DOTS_WIDTH)
        row = _row_at(self.rows, y - self.y, self.cell_height, DOTS_HEIGHT)
        return None if row is None or column is None else (row, column)

    def column_bar(self) -> Rect | None:
        """The scroll bar below, for a matrix that has more columns than are seen."""
        body = self.body
        place = Rect(body.x + GAP, body.bottom + BRACKET_OVER + BAR_OFF, body.width - 2 * GAP, BAR)
        return None if self.columns.is_whole else place

    def row_bar(self) -> Rect | None:
        """The scroll bar at the right, for a matrix that has more rows than are seen."""
        body = self.body
        place = Rect(body.right + self.frame + BAR_OFF, body.y + GAP, BAR, body.height - 2 * GAP)
        return None if self.rows.is_whole else place


@dataclass(frozen=True)
class MapBlock:
    """A matrix as a coloured map of width x height pixels."""

    x: float
    y: float
    width: float
    height: float
    rows: AxisWindow
    columns: AxisWindow

    @property
    def body(self) -> Rect:
        """What lies between the brackets."""
        return Rect(self.x, self.y, self.width, self.height)

    def span_rect(self, span: Span) -> Rect | None:
        """The place of a rectangle of cells, never too small to be seen."""
        across, down = self.width / self.columns.count, self.height / self.rows.count
        place = Rect(
            self.x + span.first_column * across,
            self.y + span.first_row * down,
            (span.last_column - span.first_column + 1) * across,
            (span.last_row - span.first_row + 1) * down,
        )
        return place.at_least(LEAST_MARK)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of the cell under a point."""
        if not self.body.has(x, y):
            return None
        row = int((y - self.y) * self.rows.count / self.height)
        column = int((x - self.x) * self.columns.count / self.width)
        return min(row, self.rows.count - 1), min(column, self.columns.count - 1)

    def column_bar(self) -> Rect | None:
        """A map is whole."""
        return None

    def row_bar(self) -> Rect | None:
        """A map is whole."""
        return None


Block = CellBlock | MapBlock


def axis_length(window: AxisWindow, cell: float, dots: float) -> float:
    """How long the seen rows or columns are together."""
    return window.lead * cell + (0 if window.is_whole else dots + window.tail * cell)


def handle(window: AxisWindow, length: float) -> tuple[float, float]:
    """Where the handle of a scroll bar of this length begins, and how long it is."""
    size = max(LEAST_HANDLE, length * window.shown / window.count)
    return (length - size) * window.start / max(1, window.furthest), size


def start_at(window: AxisWindow, length: float, handle_start: float) -> int:
    """The start that a handle dragged to this place asks for."""
    _, size = handle(window, length)
    share = handle_start / max(1.0, length - size)
    return round(min(1.0, max(0.0, share)) * window.furthest)


def _slot(window: AxisWindow, slot: int, cell: float, dots: float) -> tuple[float, float]:
    """Where a place begins, and how long it is."""
    if window.is_whole or slot < window.lead:
        return slot * cell, cell
    if slot == window.lead:
        return slot * cell, dots
    return (slot - 1) * cell + dots, cell


def _row_at(window: AxisWindow, at: float, cell: float, dots: float) -> int | None:
    for slot, row in enumerate(window.slots()):
        begin, length = _slot(window, slot, cell, dots)
        if begin <= at < begin + length:
            return row
    return None

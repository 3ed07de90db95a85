"""The page of numbers: the row's equations as matrices, the selected number written out, the line that checks it."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.step.expansion import Expansion
from engine.step.row import Equation, Row
from engine.step.tape import Tape
from gui import formulas
from gui.appearance import Appearance
from gui.step.cell_check import derivative_check
from gui.step.check_line import HEIGHT as CHECK_HEIGHT
from gui.step.check_line import CheckLine
from gui.step.equations_area import LEAST_HEIGHT as LEAST_EQUATIONS
from gui.step.equations_area import EquationsArea
from gui.step.matrix.items import Room
from gui.step.number_format import UNKNOWN, NumberFormat
from gui.step.selection import Cell
from gui.step.sum_bar import SumBar
from gui.step.sum_canvas import usual_height
from gui.step.sum_geometry import LEAST_HEIGHT as LEAST_SUM

PADDING, HINT_HEIGHT = 32, 28
BOTTOM, BAR_GAP, CHECK_GAP, LINE_GAP = 6, 12, 2, 8
ROOMY = 400  # a page so high has room for the line of pencil mode and for the one that checks
FIXED_BELOW = BAR_GAP + CHECK_GAP + CHECK_HEIGHT + BOTTOM
SHARE_OF_SUM = 0.45  # of the page's height, at the most
# A sum of more terms is not written out only to see how high it is.
MOST_MEASURED, LONG_SUM = 4000, 112


class NumbersPage(QWidget):
    """`show_row(tape, row)`, then `show_cell`. It has the width of the centre: scroll bars lie over the padding.

    Signals: cell_requested(Cell | None); value_hovered(str); arranged(), when everything has its place, for
    `can_be_map` and `is_map`.
    """

    arranged = Signal()
    cell_requested = Signal(object)
    value_hovered = Signal(str)

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, padding: int = PADDING
    ) -> None:
        super().__init__(parent)
        self._padding = padding
        self._tape: Tape | None = None
        self._row: Row | None = None
        self._cell: Cell | None = None
        self._format = NumberFormat()
        self._as_map: bool | None = None
        self._first_sum: Expansion | None = None
        self._sum_height = 0  # of the last number: the next one shall not make it jump
        self._answer_line: QWidget | None = None
        self._hint = ""
        self.equations = EquationsArea(appearance, self)
        self.sum_bar = SumBar(appearance, self)
        self.check_line = CheckLine(appearance, self)
        self.equations.cell_clicked.connect(self._on_click)
        self.equations.value_hovered.connect(self._on_hover)
        self.sum_bar.height_changed.connect(self._on_sum_changed)
        formulas.shelf().ready.connect(self._on_formula_ready)

    @property
    def can_be_map(self) -> bool:
        """Whether the row has matrices that are large enough for a map."""
        return any(picture.can_be_map for picture in self.equations.pictures)

    @property
    def is_map(self) -> bool:
        """Whether they are shown as one."""
        return any(picture.is_map for picture in self.equations.pictures)

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write the numbers with other decimals."""
        if number_format != self._format:
            self._format = number_format
            if self._tape is not None and self._row is not None:
                cell = self._cell
                self.show_row(self._tape, self._row)
                self.show_cell(cell)

    def show_as_map(self, as_map: bool) -> None:
        """Show large matrices as maps or as numbers, in this row and the next ones."""
        self._as_map = as_map
        self.lay_out()
        self.show_cell(self._cell)

    def set_answer_line(self, line: QWidget | None, hint: str = "") -> None:
        """Put a line of pencil mode under the matrices, or take it away; hint: what the sum bar says meanwhile."""
        if self._answer_line is not None:
            self._answer_line.hide()
        self._answer_line, self._hint = line, hint
        if line is not None:
            line.setParent(self)
            line.show()
        self.equations.has_marks = line is not None
        self.lay_out()

    def show_row(self, tape: Tape, row: Row) -> None:
        """Show the equations of a row; nothing is selected then."""
        self._tape, self._row, self._cell = tape, row, None
        self._first_sum = _first_sum(row.equation)
        self._sum_height = 0
        self.equations.show_row(row, self._format)
        self._clear(row)
        self.lay_out()

    def show_cell(self, cell: Cell | None) -> None:
        """Select a number of the row, or none."""
        if self._row is None or (cell is None and self._cell is None):
            return
        self._cell = cell
        expansion = self.equations.select(cell)
        if cell is None or expansion is None:
            self._clear(self._row)
        else:
            self._write_out(cell, self._row.equations[cell.equation], expansion)
        self.lay_out()
        if cell is not None:
            self.equations.bring_into_sight(cell)

    def _clear(self, row: Row) -> None:
        self.sum_bar.canvas.clear(row.equation.result.name, self._hint)
        self.check_line.clear()

    def _write_out(self, cell: Cell, equation: Equation, expansion: Expansion) -> None:
        assert self._tape is not None
        matrices = self.equations.panels[cell.equation].matrices
        self.sum_bar.canvas.show_sum(expansion, matrices, (cell.k, cell.i))
        value = float(equation.result.array[cell.k, cell.i])
        if math.isnan(value) and self._format.nothing == UNKNOWN:
            self.check_line.clear()
            return
        checked = derivative_check(self._tape, equation.result, cell.k, cell.i)
        self.check_line.show_value(value, checked.difference, checked.note)

    @Slot()
    def lay_out(self) -> None:
        """Give everything its place in the present size."""
        if self._row is None:
            return
        width, free = self.width() - 2 * self._padding, self.height() - self._below()
        least = max(self._usual_sum(self._row, width), self._sum_height)
        beside_sum = max(LEAST_EQUATIONS, free - least)
        room = Room(width, beside_sum, self._without_sum() if self._cell is None else beside_sum)
        wanted = self.equations.fit(room, self._map_choice())
        if self._cell is None:
            sum_height, height = self.sum_bar.fit(width, HINT_HEIGHT, HINT_HEIGHT), self._without_sum()
        else:
            most = min(round(self.height() * SHARE_OF_SUM), free - LEAST_EQUATIONS)
            sum_height = self._sum_height = self.sum_bar.fit(width, least, most)
            height = max(LEAST_EQUATIONS, free - sum_height)
        height = min(wanted, height)
        self.equations.place(self._padding, self.width() - self._padding, height, wanted)
        height += self._place_answer_line(height, width)
        height += self._gap()
        self.sum_bar.setGeometry(self._padding, height, width, sum_height)
        self.check_line.setGeometry(self._padding, height + sum_height + CHECK_GAP, width, CHECK_HEIGHT)
        self.check_line.setVisible(self._cell is not None and self._has_check_line())
        self.arranged.emit()

    @Slot()
    def _on_sum_changed(self) -> None:
        self._sum_height = 0
        self.lay_out()

    def _gap(self) -> int:
        return BAR_GAP if self._answer_line is None and self._cell is not None else LINE_GAP

    def _without_sum(self) -> int:
        """The height of the matrices while no number is selected."""
        answer = 0 if self._answer_line is None else LINE_GAP + self._answer_line.height()
        return max(LEAST_EQUATIONS, self.height() - answer - self._gap() - HINT_HEIGHT - BOTTOM)

    def _usual_sum(self, row: Row, room: int) -> int:
        """How high the sum bar is with the first number of the row: nothing shall move when one is selected."""
        usual = LONG_SUM
        if self._first_sum is not None:
            usual = usual_height(self._first_sum, self.equations.panels[row.main].matrices, room)
        return max(LEAST_SUM, min(usual, self.height() - self._below() - LEAST_EQUATIONS))

    def _below(self) -> int:
        """What stands below the matrices beside the sum."""
        below = FIXED_BELOW if self._has_check_line() else BAR_GAP + BOTTOM
        return below + (0 if self._answer_line is None else LINE_GAP + self._answer_line.height())

    def _map_choice(self) -> bool | None:
        """Numbers can't be typed into a map."""
        return False if self._as_map is None and self._answer_line is not None else self._as_map

    def _has_check_line(self) -> bool:
        """The answer's line takes the room of the one that checks where there is not enough for both."""
        return self._answer_line is None or self.height() >= ROOMY

    def _place_answer_line(self, top: int, room: int) -> int:
        """Returns the height that it takes."""
        if self._answer_line is None:
            return 0
        self._answer_line.setGeometry(self._padding, top + LINE_GAP, room, self._answer_line.height())
        return LINE_GAP + self._answer_line.height()

    @Slot(int, int, int)
    def _on_click(self, equation: int, k: int, i: int) -> None:
        cell = Cell(equation, k, i)
        self.cell_requested.emit(None if cell == self._cell else cell)

    @Slot(str)
    def _on_hover(self, text: str) -> None:
        self.check_line.show_text(text)
        self.sum_bar.canvas.show_text(text)
        self.value_hovered.emit(text)

    @Slot(str)
    def _on_formula_ready(self, latex: str) -> None:
        first = self._first_sum
        is_measured = first is not None and latex in (first.symbol, first.general)
        if is_measured or self.sum_bar.canvas.needs(latex) or self.equations.needs(latex):
            self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_sum_changed()


def _first_sum(equation: Equation) -> Expansion | None:
    """The first number of the result written out; None where that takes too long to be only a measure."""
    numbers = sum(operand.array.shape[0] + operand.array.shape[1] for operand in equation.operands)
    return equation.expand(0, 0) if numbers <= MOST_MEASURED else None

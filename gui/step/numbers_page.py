"""The page of numbers: the row's equations as matrices, the selected number written out, the line that checks it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engine.step.expansion import Expansion
from engine.step.row import Equation, Row
from engine.step.tape import Tape
from gui import formulas
from gui.appearance import Appearance
from gui.step.cell_check import derivative_check
from gui.step.check_line import CheckLine
from gui.step.equation_panel import EquationPanel
from gui.step.matrix.cells import shown_matrices
from gui.step.matrix.picture import operands_of
from gui.step.number_format import NumberFormat
from gui.step.remark_list import RemarkList
from gui.step.selection import Cell
from gui.step.sum_bar import SumBar
from gui.widgets.ground import PanelGround

PADDING = 32
TOP, BOTTOM, PANEL_GAP, REMARK_GAP, BAR_GAP, CHECK_GAP = 8, 6, 18, 10, 12, 2
HALO = 2  # below the last bracket
CHECK_HEIGHT = 28
LEAST_MATRICES = 150
# Below the matrices with a sum of two lines: they shall not stand elsewhere when a number is selected.
USUALLY_BELOW = BAR_GAP + 106 + CHECK_GAP + CHECK_HEIGHT + BOTTOM
SIGHT = 60  # round a selected number, in pixels
SHARE_OF_SUM = 0.45  # of the page's height, at the most
FULL_CHAIN = "The same by the full chain"


class NumbersPage(QWidget):
    """`show_row(tape, row)`, then `show_cell`. Signals: cell_requested(Cell), value_hovered(str)."""

    cell_requested = Signal(object)
    value_hovered = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tape: Tape | None = None
        self._row: Row | None = None
        self._cell: Cell | None = None
        self._format = NumberFormat()
        self._as_map: bool | None = None
        self.panels: list[EquationPanel] = []
        self.content = PanelGround(appearance)
        self.remarks = RemarkList(appearance, self.content)
        self.area = QScrollArea(self)
        self.sum_bar = SumBar(appearance, self)
        self.check_line = CheckLine(appearance, self)
        self.area.setWidget(self.content)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sum_bar.height_changed.connect(self.lay_out)
        formulas.shelf().ready.connect(self._on_formula_ready)

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write the numbers with other decimals."""
        if number_format != self._format:
            self._format = number_format
            if self._tape is not None and self._row is not None:
                self.show_row(self._tape, self._row)
                self.show_cell(self._cell)

    def show_row(self, tape: Tape, row: Row) -> None:
        """Show the equations of a row; nothing is selected then."""
        self._tape, self._row, self._cell = tape, row, None
        operands = [operand for equation in row.equations for operand in operands_of(equation)]
        matrices = shown_matrices(operands, self._format)
        has_several = len(row.equations) > 1
        for index, equation in enumerate(row.equations):
            count = len(equation.operands) + 1
            words = FULL_CHAIN if index > row.main else ""
            own, matrices = matrices[:count], matrices[count:]
            marks = frozenset(
                remark.k for remark in row.remarks if remark.k is not None and index == row.main
            )
            self._panel(index).set_equation(
                equation, own, words, marks, has_formula=has_several and index != row.main
            )
        for index, panel in enumerate(self.panels):
            panel.setVisible(index < len(row.equations))
        self.remarks.show_remarks(row.remarks)
        self.sum_bar.canvas.clear(row.equation.result.name)
        self.check_line.clear()
        self.area.verticalScrollBar().setValue(0)
        self.area.horizontalScrollBar().setValue(0)
        self.lay_out()

    def show_cell(self, cell: Cell | None) -> None:
        """Select a number of the row, or none."""
        if self._row is None or (cell is None and self._cell is None):
            return
        self._cell = cell
        expansion: Expansion | None = None
        for index, equation in enumerate(self._row.equations):
            mine = cell if cell is not None and cell.equation == index else None
            found = equation.expand(mine.k, mine.i) if mine is not None else None
            self.panels[index].view.select((mine.k, mine.i) if mine is not None else None, found)
            expansion = found or expansion
        if cell is None or expansion is None:
            self.sum_bar.canvas.clear(self._row.equation.result.name)
            self.check_line.clear()
        else:
            self._write_out(cell, self._row.equations[cell.equation], expansion)
        self.lay_out()
        self._bring_into_sight()

    def result_shape(self, equation: int) -> tuple[int, int]:
        """Rows and columns of an equation's result."""
        assert self._row is not None
        rows, columns = self._row.equations[equation].result.array.shape
        return rows, columns

    def _panel(self, index: int) -> EquationPanel:
        while len(self.panels) <= index:
            panel = EquationPanel(self._appearance, self.content)
            number = len(self.panels)
            panel.view.cell_clicked.connect(lambda k, i: self._on_click(Cell(number, k, i)))
            panel.view.value_hovered.connect(self._on_hover)
            panel.map_chosen.connect(self._on_map_chosen)
            self.panels.append(panel)
        return self.panels[index]

    def _write_out(self, cell: Cell, equation: Equation, expansion: Expansion) -> None:
        assert self._tape is not None
        matrices = self.panels[cell.equation].matrices
        self.sum_bar.canvas.show_sum(expansion, matrices, (cell.k, cell.i))
        checked = derivative_check(self._tape, equation.result, cell.k, cell.i)
        value = float(equation.result.array[cell.k, cell.i])
        self.check_line.show_value(value, checked.difference, checked.note)

    @Slot()
    def lay_out(self) -> None:
        """Give everything its place in the present size."""
        if self._row is None:
            return
        room = self.width() - 2 * PADDING
        high = self._lay_out_content(room)
        rest = self.height() - LEAST_MATRICES - BAR_GAP - CHECK_GAP - CHECK_HEIGHT - BOTTOM
        sum_height = self.sum_bar.fit(room, min(round(self.height() * SHARE_OF_SUM), rest))
        below = BAR_GAP + sum_height + CHECK_GAP + CHECK_HEIGHT + BOTTOM
        is_wide = self.content.width() > self.width() - PADDING
        high += self.area.horizontalScrollBar().sizeHint().height() if is_wide else 0
        area_height = min(high, max(LEAST_MATRICES, self.height() - below))
        self.area.setGeometry(PADDING, 0, self.width() - PADDING, area_height)
        self.sum_bar.setGeometry(PADDING, area_height + BAR_GAP, room, sum_height)
        top = area_height + BAR_GAP + sum_height + CHECK_GAP
        self.check_line.setGeometry(PADDING, top, room, CHECK_HEIGHT)

    def _lay_out_content(self, room: int) -> int:
        assert self._row is not None
        y, width = TOP, room
        height = max(LEAST_MATRICES, self.height() - USUALLY_BELOW) - TOP - HALO
        for panel in self.panels[: len(self._row.equations)]:
            size = panel.fit(room, height, self._as_map)
            panel.move(0, y)
            y += size.height() + PANEL_GAP
            width = max(width, size.width())
        y -= PANEL_GAP
        height = self.remarks.fit(room)
        if height:
            self.remarks.move(0, y + REMARK_GAP)
            y += REMARK_GAP + height
        self.remarks.setVisible(height > 0)
        self.content.resize(width, y + HALO)
        return y + HALO

    def _bring_into_sight(self) -> None:
        cell = self._cell
        if cell is None:
            return
        panel = self.panels[cell.equation]
        place = panel.view.cell_rect(cell.k, cell.i)
        if place is not None:
            at = panel.pos() + panel.view.pos()
            middle_x, middle_y = round(place.x + place.width / 2), round(place.y + place.height / 2)
            self.area.ensureVisible(at.x() + middle_x, at.y() + middle_y, SIGHT, SIGHT)

    def _on_click(self, cell: Cell) -> None:
        self.cell_requested.emit(None if cell == self._cell else cell)

    @Slot(str)
    def _on_hover(self, text: str) -> None:
        self.check_line.show_text(text)
        self.value_hovered.emit(text)

    @Slot(bool)
    def _on_map_chosen(self, as_map: bool) -> None:
        self._as_map = as_map
        self.lay_out()
        if self._cell is not None:
            self.show_cell(self._cell)

    @Slot(str)
    def _on_formula_ready(self, _latex: str) -> None:
        self.lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

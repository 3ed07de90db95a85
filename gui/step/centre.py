"""The middle of Step: what the current row is, and its numbers; other pages about the row can take their place.

It shows what it is told; a click or Ctrl with an arrow key asks for a number.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.step.row import Row
from engine.step.tape import Tape
from gui import formulas
from gui.appearance import Appearance
from gui.step.head import StepHead
from gui.step.matrix.copy_menu import copy_number
from gui.step.number_format import NumberFormat
from gui.step.numbers_page import PADDING, NumbersPage
from gui.step.selection import Cell
from gui.widgets.button import Button
from gui.widgets.painting import follow
from gui.widgets.tab_strip import TabStrip

NUMBERS = "numbers"
SHOW_NUMBERS = "Show the numbers, some of them at a time"
SHOW_MAP = "Show all numbers at once, each a point of colour"
LINE_GAP = 19  # between the NumPy line and the line under it, without tabs
TIGHT_PADDING, TIGHT_GAP, ROOMY = (
    20,
    11,
    760,
)  # on a stage; where it is so high there is no need to save height
MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class StepCentre(QWidget):
    """`set_tape`, `show_row`, `show_cell`, in this order. is_tight: it has less room than in the Step workspace.

    Signals: cell_requested(Cell | None); value_hovered(str), the number under the mouse, "" for none;
    page_chosen(str), the key of a page that a person picked; enter_pressed(), while the keyboard is in here.
    """

    view_name = "Step"
    cell_requested = Signal(object)
    value_hovered = Signal(str)
    page_chosen = Signal(str)
    enter_pressed = Signal()

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, is_tight: bool = False
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._is_tight = is_tight
        self._padding = TIGHT_PADDING if is_tight else PADDING
        self._tape: Tape | None = None
        self._row: Row | None = None
        self._cell: Cell | None = None
        self._line = 0
        self._cover: QWidget | None = None
        self._covered: frozenset[str] = frozenset()
        self.head = StepHead(appearance, self)
        self.numbers = NumbersPage(appearance, padding=self._padding)
        self.tabs = TabStrip(appearance, [(NUMBERS, "Numbers")], self)
        self.pages = QStackedWidget(self)
        self._widgets: dict[str, QWidget] = {NUMBERS: self.numbers}
        self.pages.addWidget(self.numbers)
        self.map_button = Button(appearance, "", "map", small=True, parent=self)
        self.map_button.clicked.connect(self._on_map_button)
        self.numbers.arranged.connect(self._show_map_button)
        self.tabs.hide()
        self.tabs.chosen.connect(self._on_tab)
        self.numbers.cell_requested.connect(self.cell_requested)
        self.numbers.value_hovered.connect(self.value_hovered)
        formulas.shelf().ready.connect(self._on_formula_ready)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        follow(self, appearance)

    def add_page(self, key: str, title: str, widget: QWidget) -> None:
        """Put another page beside the numbers, with a tab. It is given the width of the whole centre."""
        self._widgets[key] = widget
        self.pages.addWidget(widget)
        self.tabs.add_item(key, title)
        self.tabs.show()
        self._lay_out()

    def remove_page(self, key: str) -> None:
        """Take a page away that was added; the numbers come to the front if it was there."""
        if key in self._widgets:
            self.pages.removeWidget(self._widgets.pop(key))
            self.tabs.remove_item(key)
            self.show_page(self.page)
            self._lay_out()

    def cover_pages(self, cover: QWidget | None, keys: frozenset[str] = frozenset()) -> None:
        """Show `cover` in place of these pages; None shows all pages again."""
        if cover is not None and self.pages.indexOf(cover) < 0:
            self.pages.addWidget(cover)
        self._cover, self._covered = cover, keys
        self.show_page(self.page)

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        self.tabs.set_key(key)
        is_covered = self._cover is not None and key in self._covered
        page = self._cover if is_covered and self._cover is not None else self._widgets[key]
        self.pages.setCurrentWidget(page)
        self._show_map_button()

    @property
    def page(self) -> str:
        """The key of the page in front."""
        return self.tabs.key()

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write the numbers with other decimals."""
        self.numbers.set_number_format(number_format)

    def set_tape(self, tape: Tape) -> None:
        """Another tape; nothing changes before `show_row`."""
        self._tape = tape

    def show_row(self, index: int) -> None:
        """Show row `index` of the tape, with no number selected."""
        if self._tape is None:
            return
        self._row, self._cell = self._tape.rows[index], None
        self.head.show_row(self._row)
        self._lay_out()
        self.numbers.show_row(self._tape, self._row)

    def show_cell(self, cell: Cell | None) -> None:
        """Select a number of the current row, or none."""
        self._cell = cell
        self.numbers.show_cell(cell)

    def _lay_out(self) -> None:
        if self._row is None:
            return
        is_low = self._is_tight and self.height() < ROOMY
        self.head.move(self._padding, 0)
        bottom = self.head.fit(self.width() - 2 * self._padding, is_low=is_low)
        if self.tabs.isHidden():
            self._line = bottom + (TIGHT_GAP if is_low else LINE_GAP)
        else:
            self.tabs.move(self._padding, bottom)
            self.tabs.resize(self.tabs.sizeHint())
            self._line = bottom + self.tabs.height()
        self.pages.setGeometry(0, self._line + 1, self.width(), max(0, self.height() - self._line - 1))
        self.update()

    @Slot(int, int)
    def move_selection(self, down: int, across: int) -> None:
        """Ask for the neighbour of the selected number; without one for the first."""
        if self._row is None:
            return
        if self._cell is None:
            self.cell_requested.emit(Cell(self._row.main, 0, 0))
            return
        equation = self._cell.equation
        rows, columns = self._row.equations[equation].result.array.shape
        k = min(max(self._cell.k + down, 0), rows - 1)
        i = min(max(self._cell.i + across, 0), columns - 1)
        self.cell_requested.emit(Cell(equation, k, i))

    @Slot()
    def _show_map_button(self) -> None:
        """At the right above the line, where the row has matrices that can be maps."""
        is_map, button = self.numbers.is_map, self.map_button
        button.setVisible(self.numbers.can_be_map and self.page == NUMBERS)
        button.set_text("Numbers" if is_map else "Map")
        button.set_icon("table" if is_map else "map")
        button.setToolTip(SHOW_NUMBERS if is_map else SHOW_MAP)
        button.setAccessibleName(button.text())
        size = button.sizeHint()
        button.setGeometry(
            self.width() - self._padding - size.width(),
            self._line - size.height() - 6,
            size.width(),
            size.height(),
        )

    @Slot()
    def _on_map_button(self) -> None:
        self.numbers.show_as_map(not self.numbers.is_map)

    @Slot(str)
    def _on_tab(self, key: str) -> None:
        self.show_page(key)
        self.page_chosen.emit(key)

    @Slot(str)
    def _on_formula_ready(self, latex: str) -> None:
        if self._row is not None and latex == self._row.equation.formula:
            self.head.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._row is None:
            super().keyPressEvent(event)
        elif control and key in MOVES:
            self.move_selection(*MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif control and key == Qt.Key.Key_C and self._cell is not None:
            result = self._row.equations[self._cell.equation].result
            copy_number(float(result.array[self._cell.k, self._cell.i]))
        elif key == Qt.Key.Key_Escape and self._cell is not None:
            self.cell_requested.emit(None)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(714, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        if self._row is not None:
            painter.fillRect(
                self._padding, self._line, self.width() - 2 * self._padding, 1, theme.color("line")
            )

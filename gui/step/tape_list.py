"""The tape of one update at the left of the Step workspace: every operation in its order, and J before and after.

264 px wide; in a narrow column (below 236) the rows show what is computed and leave the right-hand sides out.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.number_format import NumberFormat
from gui.step.tape_footer import TapeFooter
from gui.step.tape_rows import TapeRows
from gui.widgets import PanelHeader, follow

WIDTH, NARROWEST = 264, 200


class TapeList(QWidget):
    """Signals: row_requested(int), the index of a row that was clicked."""

    row_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.header = PanelHeader(appearance, "Tape")
        self.rows = TapeRows(appearance)
        self.footer = TapeFooter(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.rows, self.footer):
            column.addWidget(part)
        self.rows.row_requested.connect(self.row_requested)
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        follow(self, appearance)

    def set_tape(self, tape: Tape) -> None:
        """Show another tape, at its first row."""
        self.header.set_detail(f"one update, {len(tape.rows)} steps")
        self.rows.set_tape(tape)
        self.footer.set_tape(tape)
        self.show_row(0)

    def show_row(self, index: int) -> None:
        """Mark row `index` (from 0) and bring it into view."""
        self.rows.show_row(index)
        self.footer.show_row(index)

    def show_cell(self, cell: object) -> None:
        """The list shows rows only: nothing changes with a selected number."""

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write J in another way."""
        self.footer.set_number_format(number_format)

    def set_marks(self, marks: Mapping[int, str]) -> None:
        """Pencil mode: "right" or "wrong" for rows by index; they stand where the tick would be."""
        self.rows.set_marks(marks)

    def set_numbers_hidden(self, hidden: bool, after: bool | None = None) -> None:
        """Pencil mode: no J at the foot; after: whether J after the update is hidden, where that differs."""
        self.footer.set_numbers_hidden(hidden, hidden if after is None else after)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("panel"))

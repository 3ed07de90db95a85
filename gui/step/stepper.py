"""Where on the tape the window stands: the row, the selected cell, and playing from row to row.

It holds no number of its own: the tape is frozen, so going back shows exactly what was.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from engine.step.row import Row
from engine.step.tape import Tape
from gui.player.player import Player
from gui.step.selection import Cell


class Stepper(Player):
    """Signals: tape_changed(Tape); moved(int), the row; cell_changed(Cell | None); playing_changed(bool).

    They come in this order, so that a view always knows the tape of a row and the row of a cell.
    """

    tape_changed = Signal(object)
    cell_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tape: Tape | None = None
        self._cell: Cell | None = None

    @property
    def tape(self) -> Tape | None:
        """The tape that is stepped through; None before the first one."""
        return self._tape

    @property
    def cell(self) -> Cell | None:
        """The selected number."""
        return self._cell

    @property
    def row(self) -> Row | None:
        """The current row itself."""
        return None if self._tape is None else self._tape.rows[self.index]

    def set_tape(self, tape: Tape, *, keep_place: bool) -> None:
        """Take another tape: at its first row, or at the row of the present symbol and layer where there is one."""
        before = self.row if keep_place else None
        self.stop()
        self._tape = tape
        self._take((row.phase for row in tape.rows), 0 if before is None else _place_of(before, tape))
        self._cell = None
        self.tape_changed.emit(tape)
        self._tell()

    @Slot(object)
    def select(self, cell: Cell | None) -> None:
        """Select a number of the current row, or none; one that is not there is none."""
        if cell is not None and not self._has(cell):
            cell = None
        if cell != self._cell:
            self._cell = cell
            self.cell_changed.emit(cell)

    def _tell(self) -> None:
        self._cell = None  # it was one of another row
        super()._tell()
        self.cell_changed.emit(self._cell)

    def _has(self, cell: Cell) -> bool:
        row = self.row
        if row is None or not 0 <= cell.equation < len(row.equations):
            return False
        rows, columns = row.equations[cell.equation].result.array.shape
        return 0 <= cell.k < rows and 0 <= cell.i < columns


def _place_of(before: Row, tape: Tape) -> int:
    same = (row.index for row in tape.rows if (row.phase, row.name) == (before.phase, before.name))
    return next(same, 0)

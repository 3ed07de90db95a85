"""Where on the tape the window stands: the row, the selected cell, and playing from row to row.

It holds no number of its own: the tape is frozen, so going back shows exactly what was.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.step.row import PHASES, Row
from engine.step.tape import Tape
from gui.step.selection import Cell

PACES = ((2.0, "2 s"), (1.0, "1 s"), (0.4, "0.4 s"))
DEFAULT_PACE = 1


class Stepper(QObject):
    """Signals: tape_changed(Tape); moved(int), the row; cell_changed(Cell | None); playing_changed(bool).

    They come in this order, so that a view always knows the tape of a row and the row of a cell.
    """

    tape_changed = Signal(object)
    moved = Signal(int)
    cell_changed = Signal(object)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tape: Tape | None = None
        self._index = 0
        self._cell: Cell | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        self.set_pace(DEFAULT_PACE)

    @property
    def tape(self) -> Tape | None:
        """The tape that is stepped through; None before the first one."""
        return self._tape

    @property
    def index(self) -> int:
        """The current row, from 0."""
        return self._index

    @property
    def cell(self) -> Cell | None:
        """The selected number."""
        return self._cell

    @property
    def row(self) -> Row | None:
        """The current row itself."""
        return None if self._tape is None else self._tape.rows[self._index]

    @property
    def is_at_end(self) -> bool:
        """Whether the update is wholly stepped through."""
        return self._tape is not None and self._index == len(self._tape.rows) - 1

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def set_tape(self, tape: Tape, *, keep_place: bool) -> None:
        """Take another tape: at its first row, or at the row of the present symbol and layer where there is one."""
        before = self.row if keep_place else None
        self.stop()
        self._tape = tape
        self._index = 0 if before is None else _place_of(before, tape)
        self._cell = None
        self.tape_changed.emit(tape)
        self._tell()

    @Slot(int)
    def go_to(self, index: int) -> None:
        """Jump to a row; one beyond an end is that end. A person's jump ends playing."""
        self.stop()
        self._move(index)

    @Slot()
    def next(self) -> None:
        """One row forwards; nothing at the end."""
        self.go_to(self._index + 1)

    @Slot()
    def previous(self) -> None:
        """One row backwards; nothing at the start."""
        self.go_to(self._index - 1)

    @Slot()
    def first(self) -> None:
        """The first row."""
        self.go_to(0)

    @Slot()
    def last(self) -> None:
        """The last row."""
        if self._tape is not None:
            self.go_to(len(self._tape.rows) - 1)

    @Slot(str)
    def go_to_phase(self, phase: str) -> None:
        """The first row of a phase."""
        assert phase in PHASES
        if self._tape is not None:
            self.go_to(next(row.index for row in self._tape.rows if row.phase == phase))

    @Slot(object)
    def select(self, cell: Cell | None) -> None:
        """Select a number of the current row, or none; one that is not there is none."""
        if cell is not None and not self._has(cell):
            cell = None
        if cell != self._cell:
            self._cell = cell
            self.cell_changed.emit(cell)

    @Slot()
    def toggle_playing(self) -> None:
        """Go on by itself, from the start when at the end; or stop."""
        if self.is_playing:
            self.stop()
        elif self._tape is not None:
            if self.is_at_end:
                self._move(0)
            self._timer.start()
            self.playing_changed.emit(True)

    def stop(self) -> None:
        """Stop playing."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot(int)
    def set_pace(self, index: int) -> None:
        """Take another pace of PACES."""
        self._timer.setInterval(round(1000 * PACES[index][0]))

    def _move(self, index: int) -> None:
        if self._tape is None:
            return
        index = min(max(index, 0), len(self._tape.rows) - 1)
        if index != self._index:
            self._index = index
            self._cell = None
            self._tell()

    def _tell(self) -> None:
        self.moved.emit(self._index)
        self.cell_changed.emit(self._cell)

    def _has(self, cell: Cell) -> bool:
        row = self.row
        if row is None or not 0 <= cell.equation < len(row.equations):
            return False
        rows, columns = row.equations[cell.equation].result.array.shape
        return 0 <= cell.k < rows and 0 <= cell.i < columns

    @Slot()
    def _on_time(self) -> None:
        self._move(self._index + 1)
        if self.is_at_end:
            self.stop()


def _place_of(before: Row, tape: Tape) -> int:
    same = (row.index for row in tape.rows if (row.phase, row.name) == (before.phase, before.name))
    return next(same, 0)

"""Where Step is to stand once the right tape is there: said by the command line, a project, a lesson or a graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from engine.setup import Setup
from gui.options import Options
from gui.step.place_words import what_there_is
from gui.step.selection import Cell
from gui.workspaces.step_view import go_to_view

if TYPE_CHECKING:
    from engine.step.tape import Tape
    from gui.graph.network_places import RowPlace
    from gui.main_window import MainWindow
    from gui.step.workspace import StepWorkspace


class StepDestination:
    """At most one of its attributes leads on at a time, `start` before `view` before `place`; it is gone then.

    start: of the command line. view: as `view_of_step` gives it, of `taken`, a set-up whose data from files may come a
    moment later, or of the present one. place: what a node of a graph stands for.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.start: Options | None = None
        self.view: Mapping[str, Any] | None = None
        self.place: RowPlace | None = None
        self._taken: Setup | None = None

    def set_view(self, view: Mapping[str, Any] | None, taken: Setup | None = None) -> None:
        """Go to this view."""
        self.view, self._taken = view, taken

    def ask(self, step: StepWorkspace) -> None:
        """Ask for the tape that leads there."""
        if self.view is not None:
            step.set_columns(self.view.get("columns"))
        step.open()

    def go(self, step: StepWorkspace, tape: Tape) -> None:
        """Go there if this, which `step` shows, is the tape."""
        if self.start is not None:
            start, self.start = self.start, None
            self._go_to_start(step, tape, start)
        elif self.view is not None and self._is_of_view(step, tape):
            view, self.view = self.view, None
            go_to_view(step, view)
        elif self.place is not None and tape.moment.columns == "batch" and tape.moment.m == 1:
            place, self.place = self.place, None
            _go_to_place(step, tape, place)

    def _is_of_view(self, step: StepWorkspace, tape: Tape) -> bool:
        if self._taken is not None:
            is_there = self._window.document.setup.data == self._taken.data
            if not is_there or tape.moment.spec != self._taken.network:
                return False
        return tape.moment.columns == step.columns

    def _go_to_start(self, step: StepWorkspace, tape: Tape, start: Options) -> None:
        stepper = step.stepper
        stepper.go_to(start.row - 1)
        if start.pencil:
            step.pencil.set_on(True)
        if start.cell is not None and stepper.row is not None:
            stepper.select(Cell(stepper.row.main, start.cell[0] - 1, start.cell[1] - 1))
        if there := what_there_is(tape, start.row, start.cell):
            self._window.status.show_message(there, "warn")


def _go_to_place(step: StepWorkspace, tape: Tape, place: RowPlace) -> None:
    """The row and number that a node of a graph stands for."""
    from gui.graph.network_places import row_of_place

    row = row_of_place(tape, place)
    if row is not None:
        step.stepper.go_to(row)
        step.stepper.select(Cell(tape.rows[row].main, place.k, place.j))

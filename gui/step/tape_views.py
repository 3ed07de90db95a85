"""What of a tape is on the screen: every view at the row and the number of the stepper, and nothing that is blank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from engine.step.tape import Tape
from gui.step.building_blocks import BuildingBlocks
from gui.step.centre import StepCentre
from gui.step.links import cell_of_edge, cell_of_unit
from gui.step.network.view import StepNetwork
from gui.step.number_format import NumberFormat
from gui.step.pencil.mode import PencilMode
from gui.step.selection import Cell
from gui.step.stepper import Stepper
from gui.step.tape_list import TapeList


class PlaceView(Protocol):
    """Shows where on a tape the window stands."""

    def set_tape(self, tape: Tape) -> None:
        """Another tape."""

    def show_row(self, index: int) -> None:
        """Another row of it."""


class NumberView(PlaceView, Protocol):
    """Shows numbers of a tape, too."""

    def show_cell(self, cell: Cell | None) -> None:
        """Another number of the row, or none."""

    def set_number_format(self, number_format: NumberFormat, /) -> None:
        """Write all numbers in another way."""


class TapeViews(QObject):
    """Brings the views of one stepper to where it stands, and what they are asked for to the stepper.

    The tape itself goes to `bar`, list and blocks, which show no number of it; the others get it as it may be seen.
    more: further views of numbers. Signals: changed(), the number or what is blank is another.
    """

    changed = Signal()

    def __init__(
        self,
        stepper: Stepper,
        pencil: PencilMode,
        bar: PlaceView,
        tape_list: TapeList,
        blocks: BuildingBlocks,
        centre: StepCentre,
        network: StepNetwork,
        more: Sequence[NumberView] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stepper, self._pencil, self._bar = stepper, pencil, bar
        self._tape_list, self._blocks, self._network = tape_list, blocks, network
        self._numbered: tuple[NumberView, ...] = (centre, network, *more)
        self._views: tuple[NumberView, ...] = (tape_list, blocks, *self._numbered)
        self._format = NumberFormat()
        self._seen: Tape | None = None
        stepper.tape_changed.connect(self._on_tape)
        stepper.moved.connect(self._on_moved)
        stepper.cell_changed.connect(self._on_cell)
        tape_list.row_requested.connect(stepper.go_to)
        blocks.row_requested.connect(stepper.go_to)
        centre.cell_requested.connect(stepper.select)
        network.edge_requested.connect(self._on_edge)
        network.unit_requested.connect(self._on_unit)
        pencil.format_changed.connect(self._write_numbers)
        pencil.numbers_changed.connect(self.show_numbers)
        pencil.marks_changed.connect(self._mark)

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write all numbers with other decimals."""
        self._format = number_format
        self._write_numbers()

    @Slot()
    def show_numbers(self) -> None:
        """Other numbers of the same tape are blank: the views show it again, at the same place."""
        if self._stepper.tape is not None:
            self._take_shown()
            for view in self._numbered:
                view.show_row(self._stepper.index)
            self._on_cell(self._stepper.cell)

    @Slot(object)
    def _on_tape(self, tape: Tape) -> None:
        for view in (self._bar, self._pencil, self._tape_list, self._blocks):
            view.set_tape(tape)
        self._take_shown()

    @Slot(int)
    def _on_moved(self, index: int) -> None:
        self._bar.show_row(index)
        self._pencil.show_row(index)
        if self._pencil.shown is not self._seen:
            self._take_shown()
        for view in self._views:
            view.show_row(index)

    @Slot(object)
    def _on_cell(self, cell: Cell | None) -> None:
        for view in self._numbered:
            view.show_cell(cell)
        self._pencil.show_cell(cell)
        self._mark()
        self.changed.emit()

    def _take_shown(self) -> None:
        self._seen = self._pencil.shown
        for view in self._numbered:
            view.set_tape(self._seen)

    @Slot()
    def _write_numbers(self) -> None:
        for view in self._views:
            view.set_number_format(self._pencil.number_format(self._format))

    @Slot()
    def _mark(self) -> None:
        self._pencil.mark(self._tape_list, self._blocks)

    @Slot(int, int, int)
    def _on_edge(self, l: int, k: int, j: int) -> None:
        tape, row = self._stepper.tape, self._stepper.row
        if tape is not None and row is not None:
            example = self._network.canvas.example
            self._stepper.select(cell_of_edge(row, tape.moment.spec.L, l, k, j, example))

    @Slot(int, int)
    def _on_unit(self, l: int, k: int) -> None:
        tape, row = self._stepper.tape, self._stepper.row
        if tape is not None and row is not None:
            self._stepper.select(cell_of_unit(row, tape.moment.spec.L, l, k, self._network.canvas.example))

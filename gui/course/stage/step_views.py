"""The views of a step scene round one stepper, with as much of the Step workspace as there is room for."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.course.stage.step_strip import StepStrip
from gui.step.building_blocks import BuildingBlocks
from gui.step.centre import StepCentre
from gui.step.links import cell_of_edge, cell_of_unit
from gui.step.network.view import StepNetwork
from gui.step.number_format import NumberFormat
from gui.step.pencil.mode import PencilMode
from gui.step.selection import Cell
from gui.step.stepper import Stepper
from gui.step.tape_list import NARROWEST, WIDTH, TapeList
from gui.widgets import follow

HAS_TAPE, HAS_NETWORK, NETWORK_WIDTH = 880, 1240, 363  # a stage so wide has them
HAS_BLOCKS, PENCIL_HEIGHT = 744, 100  # a stage so high; so much more the numbers want in pencil mode


class StepViews(QWidget):
    """`stepper.set_tape` fills it. Signals: changed(), row, number, playing or pencil mode are others."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._format = NumberFormat()
        self._seen: Tape | None = None
        self._wanted: frozenset[str] = frozenset()
        self.stepper = Stepper(self)
        self.strip = StepStrip(appearance, self)
        self.tape_list = TapeList(appearance, self)
        self.centre = StepCentre(appearance, self)
        self.network = StepNetwork(appearance, self)
        self.blocks = BuildingBlocks(appearance, self)
        self.pencil = PencilMode(appearance, self.stepper, self.centre, self)
        self.pencil.strip.setParent(self)
        self._numbered = (self.centre, self.network)
        self._connect_stepper()
        self._connect_views()
        follow(self, appearance)

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write all numbers with other decimals."""
        self._format = number_format
        self._write_numbers()

    def bring_forward(self, names: Collection[str]) -> None:
        """A lesson speaks about these: they are there however small the stage is."""
        self._wanted = frozenset(names)
        self.strip.set_wanted(names)
        self._arrange()

    def _connect_stepper(self) -> None:
        stepper, strip = self.stepper, self.strip
        stepper.tape_changed.connect(self._on_tape)
        stepper.moved.connect(self._on_moved)
        stepper.cell_changed.connect(self._on_cell)
        stepper.playing_changed.connect(strip.set_playing)
        stepper.playing_changed.connect(self.changed)
        strip.phase_requested.connect(stepper.go_to_phase)
        strip.pencil_toggled.connect(self.pencil.set_on)

    def _connect_views(self) -> None:
        self.tape_list.row_requested.connect(self.stepper.go_to)
        self.blocks.row_requested.connect(self.stepper.go_to)
        self.blocks.folded_changed.connect(self._arrange)
        self.centre.cell_requested.connect(self.stepper.select)
        self.network.edge_requested.connect(self._on_edge)
        self.network.unit_requested.connect(self._on_unit)
        self.pencil.toggled.connect(self._on_pencil)
        self.pencil.format_changed.connect(self._write_numbers)
        self.pencil.numbers_changed.connect(self._show_numbers)
        self.pencil.marks_changed.connect(self._mark)

    @Slot(object)
    def _on_tape(self, tape: Tape) -> None:
        self.strip.set_tape(tape)
        self.pencil.set_tape(tape)
        self.tape_list.set_tape(tape)
        self.blocks.set_tape(tape)
        self._take_shown()

    @Slot(int)
    def _on_moved(self, index: int) -> None:
        self.strip.show_row(index)
        self.pencil.show_row(index)
        if self.pencil.shown is not self._seen:
            self._take_shown()
        for view in (self.tape_list, self.blocks, *self._numbered):
            view.show_row(index)

    @Slot(object)
    def _on_cell(self, cell: Cell | None) -> None:
        for view in self._numbered:
            view.show_cell(cell)
        self.pencil.show_cell(cell)
        self._mark()
        self.changed.emit()

    @Slot(bool)
    def _on_pencil(self, on: bool) -> None:
        self.strip.pencil.setChecked(on)
        self._arrange()
        self.changed.emit()

    @Slot()
    def _write_numbers(self) -> None:
        for view in (self.tape_list, self.blocks, *self._numbered):
            view.set_number_format(self.pencil.number_format(self._format))

    def _take_shown(self) -> None:
        self._seen = self.pencil.shown
        for view in self._numbered:
            view.set_tape(self._seen)

    @Slot()
    def _show_numbers(self) -> None:
        """Other numbers of the same tape are blank: the views show it again, at the same place."""
        if self.stepper.tape is not None:
            self._take_shown()
            for view in self._numbered:
                view.show_row(self.stepper.index)
            self._on_cell(self.stepper.cell)

    @Slot()
    def _mark(self) -> None:
        self.pencil.mark(self.tape_list, self.blocks)

    @Slot(int, int, int)
    def _on_edge(self, l: int, k: int, j: int) -> None:
        tape, row = self.stepper.tape, self.stepper.row
        if tape is not None and row is not None:
            example = self.network.canvas.example
            self.stepper.select(cell_of_edge(row, tape.moment.spec.L, l, k, j, example))

    @Slot(int, int)
    def _on_unit(self, l: int, k: int) -> None:
        tape, row = self.stepper.tape, self.stepper.row
        if tape is not None and row is not None:
            self.stepper.select(cell_of_unit(row, tape.moment.spec.L, l, k, self.network.canvas.example))

    @Slot()
    def _arrange(self) -> None:
        width, top = self.width(), self.strip.height()
        self.strip.setGeometry(0, 0, width, top)
        if self.pencil.is_on:
            height = self.pencil.strip.sizeHint().height()
            self.pencil.strip.setGeometry(0, top, width, height)
            top += height
        height = self.height() - top
        wanted, blocks_at = self._wanted, HAS_BLOCKS + (PENCIL_HEIGHT if self.pencil.is_on else 0)
        has_tape = width >= HAS_TAPE or "tape" in wanted
        has_network = width >= HAS_NETWORK or "network" in wanted
        has_blocks = self.height() >= blocks_at or "blocks" in wanted
        for view, is_there in (
            (self.tape_list, has_tape),
            (self.network, has_network),
            (self.blocks, has_blocks),
        ):
            view.setVisible(is_there)
        left = ((WIDTH if has_network else NARROWEST) + 1) if has_tape else 0
        right = NETWORK_WIDTH + 1 if has_network else 0
        below = self.blocks.sizeHint().height() + 1 if has_blocks else 0
        self.tape_list.setGeometry(0, top, max(0, left - 1), height)
        self.centre.setGeometry(left, top, width - left - right, height - below)
        self.network.setGeometry(width - right + 1, top, max(0, right - 1), height - below)
        self.blocks.setGeometry(left, top + height - below + 1, width - left, max(0, below - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        # What is seen between the panels is their separators.
        QPainter(self).fillRect(event.rect(), self._appearance.theme.color("line"))

"""The Step workspace: the tape at the left, the row's numbers in the middle, the network and the building blocks.

It arranges and connects. The `Stepper` knows where the window stands, views ask and show; the tape itself comes from
the worker that trains, so that stepping never touches a live number.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.step.moment import Columns
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.player.player import PACES
from gui.status_texts import Stepping
from gui.step.bar import StepBar
from gui.step.body import StepBody, height_for
from gui.step.building_blocks import BuildingBlocks
from gui.step.centre import StepCentre
from gui.step.chain_panel import ChainPanel
from gui.step.check_panel import CheckPanel
from gui.step.network.view import StepNetwork
from gui.step.number_format import NumberFormat
from gui.step.pencil.mode import PencilMode
from gui.step.status import stepping_of
from gui.step.stepper import Stepper
from gui.step.tape_list import TapeList
from gui.step.tape_views import TapeViews
from gui.step.why_panel import WhyPanel
from gui.tab_order import Part, by_columns, by_rows

PENCIL_HEIGHT = 100  # so much more the centre needs in pencil mode


class StepWorkspace(QWidget):
    """Signals: tape_requested(columns) and update_requested(), for the worker; status_changed(), what `stepping` says
    is new; sheet_requested(), examples_requested().
    """

    tape_requested = Signal(object)
    update_requested = Signal()
    status_changed = Signal()
    sheet_requested = Signal()
    examples_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Columns = "batch"
        self._is_new = True
        self._setup: tuple[Setup, Dataset] | None = None
        self.stepper = Stepper(self)
        self.bar = StepBar(appearance, [text for _, text in PACES], self)
        self.tape_list = TapeList(appearance)
        self.centre = StepCentre(appearance)
        self.network = StepNetwork(appearance)
        self.blocks = BuildingBlocks(appearance)
        self.chain, self.check, self.why = (
            ChainPanel(appearance),
            CheckPanel(appearance),
            WhyPanel(appearance),
        )
        for key, title, page in (
            ("chain", "Chain rule", self.chain),
            ("check", "Gradient check", self.check),
            ("why", "Why?", self.why),
        ):
            self.centre.add_page(key, title, page)
        self.pencil = PencilMode(appearance, self.stepper, self.centre, self)
        self.views = TapeViews(
            self.stepper,
            self.pencil,
            self.bar,
            self.tape_list,
            self.blocks,
            self.centre,
            self.network,
            (self.chain, self.check),
            self,
        )
        self._lay_out(appearance)
        self._connect()

    @property
    def tape(self) -> Tape | None:
        """The tape that is stepped through."""
        return self.stepper.tape

    @property
    def columns(self) -> Columns:
        """What is stepped through: "batch", "all" or the index of a training example."""
        return self._columns

    def set_columns(self, columns: object) -> None:
        """Let `open` ask for other columns; what this data does not have is the next batch."""
        count = self._setup[1].m if self._setup is not None else 0
        if columns == "all" or (type(columns) is int and 0 <= columns < count):
            self._columns = columns
        else:
            self._columns = "batch"

    def open(self) -> None:
        """Ask for the tape of the very next update."""
        self.tape_requested.emit(self._columns)

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Hear of an edit; another data set has other examples to choose from."""
        if self._setup is None or self._setup[1] is not dataset:
            self._columns = "batch"
            self._is_new = True
        self._setup = (setup, dataset)
        self.bar.set_training_examples(dataset.X_train.shape[1])

    def take_tape(self, tape: Tape) -> None:
        """Step through this tape: at the same row where the run stands still; from the beginning after an update, and
        where the examples are others.
        """
        before = self.stepper.tape
        moved = before is None or before.moment.iteration != tape.moment.iteration
        at_end = self.stepper.is_at_end
        is_new, self._is_new = self._is_new, False
        keeps = before is not None and not (moved and at_end) and not is_new
        self.stepper.set_tape(tape, keep_place=keeps)
        self._ask_for_height()
        if is_new:
            self.pencil.begin()

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write all numbers with other decimals."""
        self.views.set_number_format(number_format)

    def stepping(self) -> Stepping | None:
        """What the status bar says; None before the first tape."""
        if self.tape is None or self._setup is None:
            return None
        place = self.stepper.index, self.stepper.cell
        shown, playing, on = self.pencil.shown, self.stepper.is_playing, self.pencil.is_on
        return stepping_of(shown, *place, *self._setup, is_playing=playing, hides_numbers=on)

    def tab_parts(self) -> list[Part]:
        """Where Tab goes."""
        parts = [Part(self.bar, by_columns), Part(self.pencil.strip, by_columns)]
        return parts + [
            Part(view, by_rows) for view in (self.tape_list, self.centre, self.network, self.blocks)
        ]

    def close_down(self) -> None:
        """Nothing goes on by itself any more."""
        self.stepper.stop()
        self.check.close_down()
        self.pencil.close_down()

    def _lay_out(self, appearance: Appearance) -> None:
        self._body = StepBody(appearance, self.tape_list, self.centre, self.network, self.blocks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pencil.strip)
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        stepper, bar, pencil = self.stepper, self.bar, self.pencil
        bar.follow_player(stepper)
        stepper.moved.connect(self._on_moved)
        stepper.playing_changed.connect(self.status_changed)
        self.views.changed.connect(self.status_changed)
        bar.columns_chosen.connect(self._on_columns)
        bar.update_requested.connect(self.update_requested)
        bar.pencil_toggled.connect(pencil.set_on)
        bar.sheet_requested.connect(self.sheet_requested)
        bar.examples_requested.connect(self.examples_requested)
        pencil.toggled.connect(self._on_pencil)
        pencil.new_exercise_requested.connect(self.examples_requested)

    @Slot(int)
    def _on_moved(self, index: int) -> None:
        assert self.tape is not None
        self.why.show_row(self.tape.rows[index])

    @Slot(bool)
    def _on_pencil(self, on: bool) -> None:
        self.bar.set_pencil(on)
        self._ask_for_height()

    def _ask_for_height(self) -> None:
        """What the matrices need more than those of one example do."""
        examples = 0 if self.tape is None else self.tape.moment.m
        self._body.ask_for_height(max(PENCIL_HEIGHT if self.pencil.is_on else 0, height_for(examples)))

    @Slot(object)
    def _on_columns(self, columns: Columns) -> None:
        self._columns = columns
        self.open()

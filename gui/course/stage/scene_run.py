"""The network of a lesson's scenes: a project and a training thread of its own, beside the playground's.

One thread serves all scenes of a lesson: another scene is another set-up that it takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from engine.data import Dataset, DataSpec
from engine.given import fault_of_given
from engine.session import Change, ParameterChange
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui import edits
from gui.data_loading import DataLoader, Loaded
from gui.document import Document
from gui.editing import Editing
from gui.training.controller import TrainingController
from gui.training.run_state import RunState

if TYPE_CHECKING:
    from engine.step.moment import Columns


@dataclass(frozen=True)
class Opening:
    """How a scene begins: its set-up, so many updates made at once, and whether it runs on from there."""

    setup: Setup
    updates: int = 0
    runs: bool = False


class SceneRun(QObject):
    """`open` begins a scene; nothing is there before the first one.

    Signals: opened(), data and network are those of the scene; setup_changed(), also by an edit or undo;
    parameter_changed(), a number was typed; snapshot_taken(Snapshot); tape_taken(Tape);
    state_changed(RunState, str); failed(str), one sentence why the scene can't be.
    """

    opened = Signal()
    setup_changed = Signal()
    parameter_changed = Signal()
    snapshot_taken = Signal(object)
    tape_taken = Signal(object)
    state_changed = Signal(object, str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = DataLoader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        self._opening: Opening | None = None
        self._document: Document | None = None
        self._editing: Editing | None = None
        self._controller: TrainingController | None = None
        self._wishes: dict[str, object] = {}
        self._snapshot: Snapshot | None = None
        self._is_loading = False
        self._paints = False
        self._is_as_trained = True

    @property
    def setup(self) -> Setup | None:
        """The set-up of now, edits included; None before the first scene is there."""
        return None if self._document is None or self._is_loading else self._document.setup

    @property
    def dataset(self) -> Dataset | None:
        """Its data."""
        return None if self._document is None or self._is_loading else self._document.dataset

    @property
    def snapshot(self) -> Snapshot | None:
        """The newest numbers of this scene."""
        return self._snapshot

    @property
    def state(self) -> RunState:
        """What the thread does."""
        return RunState.IDLE if self._controller is None else self._controller.state

    @property
    def is_running(self) -> bool:
        """Whether it trains on by itself."""
        return self.state is RunState.RUNNING

    @property
    def is_settled(self) -> bool:
        """Whether every command is carried out and shown."""
        return not self._is_loading and (self._controller is None or self._controller.is_settled)

    @property
    def is_as_trained(self) -> bool:
        """Whether the same set-up with as many updates gives these very numbers: nothing was edited on the way."""
        # What was undone may be a reset: its numbers came back from before, edits and all.
        is_undone = self._document is not None and self._document.undo_stack.canRedo()
        return self._is_as_trained and not is_undone

    @property
    def undo_stack(self) -> QUndoStack | None:
        """The edits made in this scene."""
        return None if self._document is None else self._document.undo_stack

    @property
    def editing(self) -> Editing | None:
        """What turns wishes of views into edits."""
        return self._editing

    @property
    def controller(self) -> TrainingController | None:
        """The thread's other end."""
        return self._controller

    def open(self, opening: Opening) -> None:
        """Begin a scene; `opened` follows, at once for data that are quickly made, or `failed`."""
        fault = fault_of_given(opening.setup.data, opening.setup.network, opening.setup.weights)
        if self._controller is not None:
            self._controller.pause()
        self._opening, self._snapshot, self._is_loading = opening, None, True
        if fault:
            self._on_failed(fault)
            return
        self._loader.request(opening.setup.data, "", "", opening.setup)

    def request_data(self, spec: DataSpec, text: str, merge_key: str) -> None:
        """Take other data, as an edit of this scene."""
        if not self._is_loading:
            self._loader.request(spec, text, merge_key)

    def set_wishes(self, wishes: dict[str, object]) -> None:
        """What the visible views want to be computed; remembered for the thread that is to come."""
        self._wishes |= wishes
        if self._controller is not None:
            self._controller.set_wishes(**wishes)

    def set_painting(self, paints: bool) -> None:
        """Whether frames of this run reach the screen."""
        self._paints = paints
        if self._controller is not None:
            self._controller.set_painting(paints)

    @Slot()
    def on_painted(self) -> None:
        """A frame of the window is on the screen."""
        if self._controller is not None:
            self._controller.on_painted()

    def run(self) -> None:
        """Train on."""
        if self._controller is not None:
            self._controller.run()

    def pause(self) -> None:
        """Stop after the update in hand."""
        if self._controller is not None:
            self._controller.pause()

    def advance(self, updates: int = 1) -> None:
        """Make so many updates, then pause."""
        if self._controller is not None:
            self._controller.advance(updates)

    def record_tape(self, columns: Columns) -> None:
        """Have the very next update written down."""
        if self._controller is not None:
            self._controller.record_tape(columns)

    def close_down(self) -> None:
        """End the threads."""
        self._loader.close()
        if self._controller is not None:
            self._controller.close()

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        opening = self._opening
        if loaded.setup is None and self._document is not None and not self._is_loading:
            setup = self._document.setup
            self._document.push(edits.set_data(setup, loaded.dataset, loaded.text, loaded.merge_key))
            return
        if opening is None or loaded.setup is None or loaded.setup is not opening.setup:
            return  # of a scene that was left before its data came
        self._is_loading = False
        if self._document is None:
            self._begin(loaded.setup, loaded.dataset)
        else:
            self._document.begin_with(loaded.setup, loaded.dataset)
        self._is_as_trained = True
        if opening.updates:
            self.advance(opening.updates)
        if opening.runs:
            self.run()
        self.opened.emit()

    def _begin(self, setup: Setup, dataset: Dataset) -> None:
        self._document = document = Document(setup, dataset, self)
        self._editing = Editing(document, self)
        self._controller = controller = TrainingController(document.setup, dataset, self)
        controller.set_painting(self._paints)
        controller.set_wishes(**self._wishes)
        document.changed.connect(self._on_changed)
        document.parameter_changed.connect(self._on_parameter_changed)
        controller.snapshot_taken.connect(self._on_snapshot)
        controller.tape_taken.connect(self._on_tape)
        controller.state_changed.connect(self.state_changed)
        self.setup_changed.emit()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        assert self._controller is not None
        # A run that begins again is the set-up's own; any other edit leaves numbers that came about another way.
        self._is_as_trained = change.restart
        self._controller.apply(change)
        self.setup_changed.emit()

    @Slot(object)
    def _on_parameter_changed(self, change: ParameterChange) -> None:
        assert self._controller is not None
        self._is_as_trained = False
        self._controller.set_parameter(change)
        self.parameter_changed.emit()

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._is_loading or self._editing is None:
            return
        self._snapshot = snapshot
        self._editing.show_snapshot(snapshot)
        self.snapshot_taken.emit(snapshot)

    @Slot(object)
    def _on_tape(self, tape: object) -> None:
        if not self._is_loading:
            self.tape_taken.emit(tape)

    @Slot(str)
    def _on_failed(self, message: str) -> None:
        self._is_loading = False
        self._opening = None
        self.failed.emit(message)

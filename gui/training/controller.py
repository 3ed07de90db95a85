"""The GUI side of training: verbs for the window, a frame timer that pulls the newest snapshot, and the states.

The worker's thread belongs to this object. Nothing is emitted a step: the timer takes what lies in the mailbox.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from engine.data import Dataset
from engine.session import Change, ParameterChange, Session
from engine.setup import Setup
from engine.snapshot import Snapshot, Wishes
from gui.training.commands import (
    Advance,
    Apply,
    Command,
    CopyRun,
    Pause,
    RecordTape,
    Run,
    SetParameter,
    SetSpeed,
    SetWishes,
    Stop,
)
from gui.training.mailbox import Gate, Mailbox
from gui.training.run_state import RunState
from gui.training.speed import DEFAULT_SPEED, SPEEDS
from gui.training.worker import TrainingWorker

if TYPE_CHECKING:
    from engine.step.moment import Columns

FRAME_MS = 16
LATE_MS = 2  # a snapshot that just missed its frame is looked for again soon, not a whole frame later ...
LATE_LOOKS = (
    4  # ... but so often only: where an update takes longer than a frame, looking costs more than it brings
)
JOIN_SECONDS = 0.9
IDLE_FRAMES = 30  # so many frames without news, then the timer rests


class TrainingController(QObject):
    """Signals: snapshot_taken(Snapshot), at frame rate; state_changed(RunState, str), rarely, with what to say;
    tape_taken(Tape), once for each `record_tape`; run_copied(label, RunCopy, or None for want of memory), for each
    `copy_run`.
    """

    snapshot_taken = Signal(object)
    tape_taken = Signal(object)
    run_copied = Signal(object, object)
    state_changed = Signal(object, str)

    def __init__(self, setup: Setup, dataset: Dataset, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mailbox = Mailbox()
        self._gate = Gate()
        self._worker = TrainingWorker(Session(setup, dataset), self._mailbox, self._gate)
        self._state = RunState.IDLE
        self._speed_index = DEFAULT_SPEED
        self._wishes = Wishes()
        self._revision = 0
        self._quiet_frames = 0
        self._late_looks = 0
        self._paints = True
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self._worker.start()
        self._timer.start()

    @property
    def state(self) -> RunState:
        """The state that was last announced."""
        return self._state

    @property
    def speed_index(self) -> int:
        """The position of the speed in SPEEDS."""
        return self._speed_index

    @property
    def is_settled(self) -> bool:
        """Whether every command is carried out and its snapshot shown."""
        worker = self._worker
        is_told = not worker.facts and not worker.tapes and not worker.copies
        return worker.is_settled and self._mailbox.taken.is_set() and is_told

    @property
    def is_polling(self) -> bool:
        """Whether the frame timer is on; it rests when nothing can come."""
        return self._timer.isActive()

    @Slot()
    def run(self, epochs: int | None = None) -> None:
        """Train on, for so many epochs or until paused."""
        self._post(Run(epochs))

    @Slot()
    def pause(self) -> None:
        """Stop after the update in hand."""
        self._post(Pause())

    @Slot()
    def toggle(self) -> None:
        """Run when paused, pause when running."""
        self._post(Pause() if self._state is RunState.RUNNING else Run())

    @Slot()
    def update_once(self) -> None:
        """Make exactly one update, then pause."""
        self._post(Advance(1))

    @Slot()
    def epoch_once(self) -> None:
        """Go to the end of the present epoch, then pause."""
        self._post(Advance(None))

    def advance(self, updates: int) -> None:
        """Make so many updates in one go, then pause; an edit or a pause meanwhile ends it earlier."""
        self._post(Advance(updates))

    def record_tape(self, columns: Columns) -> None:
        """Pause, and have the very next update recorded: "batch", "all" or the index of a training example."""
        self._post(RecordTape(columns))

    def copy_run(self, label: object) -> None:
        """Have the run copied as it stands now, while it goes on; `run_copied` follows with this label."""
        self._post(CopyRun(label))

    @Slot(int)
    def set_speed(self, index: int) -> None:
        """Take another speed from SPEEDS, also while running."""
        self._speed_index = index
        self._post(SetSpeed(SPEEDS[index]))

    def set_wishes(self, **wishes: Any) -> None:
        """Change a part of what is computed for the views."""
        changed = replace(self._wishes, **wishes)
        if changed != self._wishes:
            self._wishes = changed
            self._post(SetWishes(changed))

    def apply(self, change: Change) -> None:
        """Let the run follow an edit; older snapshots are not shown any more."""
        self._revision += 1
        self._post(Apply(change, self._revision))

    def set_parameter(self, change: ParameterChange) -> None:
        """Write one typed weight or bias into the running network."""
        self._post(SetParameter(change))

    def set_painting(self, paints: bool) -> None:
        """Whether frames reach the screen; a minimised window paints nothing, so nobody would open the gate."""
        self._paints = paints
        self._gate.open()

    @Slot()
    def on_painted(self) -> None:
        """The frame is on the screen: the worker may go on."""
        self._gate.open()

    def close(self) -> bool:
        """End the thread; False if an update of an enormous network is still under way."""
        self._timer.stop()
        self._worker.post(Stop())
        self._gate.open()
        self._worker.join(JOIN_SECONDS)
        return not self._worker.is_alive()

    def _post(self, command: Command) -> None:
        self._worker.post(command)
        self._quiet_frames = 0
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _on_frame(self) -> None:
        if self._is_late():
            return
        self._gate.close()
        self._announce_facts()
        while self._worker.tapes:
            self.tape_taken.emit(self._worker.tapes.popleft())
        snapshot = self._mailbox.take()
        current = snapshot is not None and snapshot.revision == self._revision
        if current:
            self.snapshot_taken.emit(snapshot)
        while self._worker.copies:
            self.run_copied.emit(*self._worker.copies.popleft())
        if not current or not self._paints:
            self._gate.open()
        if snapshot is not None:
            self._worker.wake()
        self._rest_when_quiet(snapshot)

    def _is_late(self) -> bool:
        """Whether it trains and nothing new is there yet: then the timer looks again in a moment."""
        waits = self._state is RunState.RUNNING and self._mailbox.is_empty and not self._worker.facts
        self._late_looks = self._late_looks + 1 if waits else 0
        is_late = 0 < self._late_looks <= LATE_LOOKS
        interval = LATE_MS if is_late else FRAME_MS
        if interval != self._timer.interval():  # setting it anew would put off the next frame
            self._timer.setInterval(interval)
        return is_late

    def _announce_facts(self) -> None:
        while self._worker.facts:
            fact = self._worker.facts.popleft()
            self._state = RunState(fact.state)
            self.state_changed.emit(self._state, fact.detail)

    def _rest_when_quiet(self, snapshot: Snapshot | None) -> None:
        self._quiet_frames = 0 if snapshot is not None or not self.is_settled else self._quiet_frames + 1
        if self._quiet_frames > IDLE_FRAMES:
            self._timer.stop()

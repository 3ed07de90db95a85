"""The thread that trains: drain commands, update for a moment, publish, make way for the window.

It knows no mathematics (`engine.Session` does) and no widget. Every way out of its loop leaves a named state.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.session import Session
from engine.snapshot import Wishes
from gui.training.commands import (
    Advance,
    Apply,
    Command,
    CopyRun,
    Fact,
    Pause,
    RecordTape,
    Run,
    RunCopy,
    SetParameter,
    SetSpeed,
    SetWishes,
    Stop,
)
from gui.training.mailbox import Gate, Mailbox
from gui.training.pace import Pace, UpdateRate
from gui.training.run_state import RunState
from gui.training.speed import DEFAULT_SPEED, SPEEDS

if TYPE_CHECKING:
    from engine.step.moment import Columns
    from engine.step.tape import Tape

LONG_PART = 0.002  # seconds of updates between two looks at the commands and the gate


class TrainingWorker(threading.Thread):
    """Owns the session while it lives. Talk to it with `post`; hear from it through mailbox and facts."""

    def __init__(self, session: Session, mailbox: Mailbox, gate: Gate) -> None:
        # A daemon: a single update of an enormous network must not keep a closed program alive.
        super().__init__(name="training", daemon=True)
        self.facts: deque[Fact] = deque()
        self.tapes: deque[Tape] = deque(maxlen=1)
        self.copies: deque[tuple[object, RunCopy | None]] = deque()
        self._session = session
        self._mailbox = mailbox
        self._gate = gate
        self._commands: deque[Command] = deque()
        self._wake = threading.Event()
        self._state = RunState.IDLE
        self._wishes = Wishes()
        self._revision = 0
        self._pace = Pace(SPEEDS[DEFAULT_SPEED])
        self._rate = UpdateRate()
        self._last_epoch: int | None = None
        self._stopping = False
        self._dirty = True
        self._edited = True
        self._resting = False

    def post(self, command: Command) -> None:
        """Hand over a command; it is carried out between two updates."""
        self._commands.append(command)
        self._wake.set()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is under way: no command waits, nothing trains, nothing is left to publish."""
        return self._resting and not self._commands

    def wake(self) -> None:
        """Look again: a snapshot was taken or the gate opened."""
        self._wake.set()

    def run(self) -> None:
        while not self._stopping:
            try:
                self._turn()
            except Exception as error:  # noqa: BLE001  (whatever broke: a named state, and told like any thread's fault)
                self._dirty = False
                self._enter(RunState.FAILED, f"{type(error).__name__}: {error}")
                threading.excepthook(
                    threading.ExceptHookArgs((type(error), error, error.__traceback__, self))
                )

    def _turn(self) -> None:
        self._wake.clear()
        self._drain()
        if self._stopping:
            return
        if self._state is RunState.RUNNING:
            self._train_for_a_moment()
        elif self._dirty:
            self._publish()
        else:
            self._resting = True
            self._wake.wait()
            self._resting = False

    def _drain(self) -> None:
        while self._commands and not self._stopping:
            self._carry_out(self._commands.popleft())

    def _carry_out(self, command: Command) -> None:
        match command:
            case Apply() | SetParameter():
                self._edit(command)
            case Run(epochs):
                self._begin(epochs)
            case Pause():
                if self._state is RunState.RUNNING:
                    self._enter(RunState.PAUSED)
            case Advance(updates):
                self._advance(updates)
            case SetSpeed(speed):
                self._pace = Pace(speed)
            case SetWishes(wishes):
                self._wishes = wishes
                self._dirty = self._edited = True
            case RecordTape() | CopyRun():
                self._take_down(command)
            case Stop():
                self._stopping = True

    def _edit(self, command: Apply | SetParameter) -> None:
        if isinstance(command, Apply):
            self._session.apply(command.change)
            self._revision = command.revision
        else:
            self._session.set_parameter(command.change)
        self._after_edit()

    def _after_edit(self) -> None:
        self._dirty = self._edited = True
        if self._state is RunState.RUNNING:
            return
        fresh = self._session.trainer.iteration == 0
        state = RunState.IDLE if fresh else RunState.PAUSED
        self._enter(RunState.DIVERGED if self._session.divergence else state)

    def _begin(self, epochs: int | None) -> None:
        if not self._state.may_train:
            return
        self._last_epoch = None if epochs is None else self._session.trainer.epoch + epochs
        self._rate.restart(self._session.trainer.iteration)
        self._enter(RunState.RUNNING)

    def _advance(self, updates: int | None) -> None:
        if not self._state.may_train:
            return
        self._run_on(self._session.updates_to_epoch_end if updates is None else updates)
        self._enter(RunState.PAUSED)
        self._check_divergence()

    def _run_on(self, updates: int) -> None:
        """So many updates, in parts that leave the window its turns; fewer if the run breaks or is called off."""
        part = 1
        while updates > 0 and self._session.divergence is None and not self._is_called_off():
            part = min(part, updates)
            began = time.perf_counter()
            self._session.run_updates(part)
            updates -= part
            while self._commands and isinstance(self._commands[0], CopyRun):
                self._carry_out(self._commands.popleft())
            part = part * 2 if time.perf_counter() - began < LONG_PART else max(1, part // 2)
            self._gate.pass_through()

    def _is_called_off(self) -> bool:
        # By index: others append meanwhile, only this thread takes away.
        waiting = range(len(self._commands))
        return any(isinstance(self._commands[index], Apply | Pause | Stop) for index in waiting)

    def _take_down(self, command: RecordTape | CopyRun) -> None:
        if isinstance(command, RecordTape):
            self._record_tape(command.columns)
        else:
            self._copy_run(command.label)

    def _record_tape(self, columns: Columns) -> None:
        if self._state is RunState.RUNNING:
            self._enter(RunState.PAUSED)
        from engine.step.moment import take_moment  # only Step needs it, and a start is short
        from engine.step.tape import record_tape

        self.tapes.append(record_tape(take_moment(self._session.trainer, columns)))

    def _copy_run(self, label: object) -> None:
        session = self._session
        copy = None
        with suppress(MemoryError):  # who waits for it must hear of it, and the run goes on
            copy = RunCopy(session.setup, session.dataset, session.project_state())
        self.copies.append((label, copy))

    def _train_for_a_moment(self) -> None:
        self._gate.pass_through()
        updates = self._pace.updates_now(self._session, self._mailbox.taken.is_set())
        if updates:
            began = time.perf_counter()
            self._session.run_updates(self._up_to_the_end(updates))
            self._pace.learn(updates, time.perf_counter() - began)
            self._dirty = True
            self._check_divergence()
            self._check_end()
        if (
            self._state is RunState.RUNNING
            and self._dirty
            and self._pace.may_publish(self._mailbox.taken.is_set())
        ):
            self._publish()
        elif not updates:
            self._wake.wait(self._pace.pause())

    def _up_to_the_end(self, updates: int) -> int:
        if self._last_epoch is None:
            return updates
        trainer = self._session.trainer
        left = self._last_epoch * trainer.updates_per_epoch - trainer.iteration
        return max(1, min(updates, left))

    def _check_divergence(self) -> None:
        if self._session.divergence is not None and self._state is not RunState.DIVERGED:
            self._enter(RunState.DIVERGED)

    def _check_end(self) -> None:
        if self._last_epoch is not None and self._session.trainer.epoch >= self._last_epoch:
            self._last_epoch = None
            if self._state is RunState.RUNNING:
                self._enter(RunState.FINISHED)

    def _enter(self, state: RunState, detail: str = "") -> None:
        if state is not RunState.RUNNING:
            self._last_epoch = None
        self._state = state
        self._dirty = self._dirty or state is not RunState.FAILED
        self.facts.append(Fact(state.value, detail))

    def _publish(self) -> None:
        began = time.perf_counter()
        rate = self._rate.per_second(self._session.trainer.iteration)
        # What stays on the screen, or answers an edit, must not be a moment old in any part.
        measures = self._state is not RunState.RUNNING or self._edited or self._pace.should_measure()
        snapshot = self._session.observe(self._wishes, self._revision, self._state.value, rate, measures)
        self._dirty = self._edited = False
        self._pace.published(time.perf_counter() - began, measures)
        self._mailbox.put(snapshot)

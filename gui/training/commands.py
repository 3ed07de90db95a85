"""What the window can tell the worker: frozen messages, drained between updates. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.data import Dataset
from engine.session import Change, ParameterChange
from engine.setup import Setup
from engine.snapshot import Wishes
from engine.training_state import TrainingState
from gui.training.speed import Speed

if TYPE_CHECKING:
    from engine.step.moment import Columns


@dataclass(frozen=True)
class Apply:
    """Take an edit of the document over; snapshots carry this revision from now on."""

    change: Change
    revision: int


@dataclass(frozen=True)
class SetParameter:
    """Write one typed weight or bias."""

    change: ParameterChange


@dataclass(frozen=True)
class Run:
    """Train until told otherwise, or for so many epochs."""

    epochs: int | None = None


@dataclass(frozen=True)
class Pause:
    """Stop after the update in hand."""


@dataclass(frozen=True)
class Advance:
    """Make so many updates, or go to the end of the epoch (None), and pause."""

    updates: int | None


@dataclass(frozen=True)
class SetSpeed:
    """Go at this speed from now on."""

    speed: Speed


@dataclass(frozen=True)
class SetWishes:
    """Compute this along with the snapshots from now on."""

    wishes: Wishes


@dataclass(frozen=True)
class RecordTape:
    """Pause, and record the very next update on these columns ("batch", "all" or a training example's index)."""

    columns: Columns


@dataclass(frozen=True)
class CopyRun:
    """Copy the run as it stands now, for a file; the copy comes back with this label."""

    label: object


@dataclass(frozen=True)
class Stop:
    """End the thread."""


Command = Apply | SetParameter | Run | Pause | Advance | SetSpeed | SetWishes | RecordTape | CopyRun | Stop


@dataclass(frozen=True)
class Fact:
    """A rare event on the way back: the run's new state, and what to say about it."""

    state: str
    detail: str = ""


@dataclass(frozen=True, eq=False)
class RunCopy:
    """A run of one moment with its set-up and data. Nothing in it changes any more."""

    setup: Setup
    dataset: Dataset
    state: TrainingState

"""A run as a value: everything that its further updates and its further history depend on.

`Trainer.state` is what updates depend on; here is the rest too, so that a run that was put away and taken up again is
the same as one that never stopped, also in what it records and in what it keeps when it breaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.history import History, HistoryRows
from engine.record_pace import RecordPace
from engine.snapshot import Divergence
from engine.trainer import Trainer
from engine.trainer_state import TrainerState


@dataclass(frozen=True, eq=False)
class TrainingState:
    """A copy of a run. last_good: the state that a run goes back to when J overflows; may be `now` itself."""

    now: TrainerState
    last_good: TrainerState | None
    pace: RecordPace
    history: HistoryRows
    divergence: Divergence | None


def state_of_training(trainer: Trainer) -> TrainingState:
    """A copy of a trainer's run; later updates do not change it."""
    pace = RecordPace(trainer.pace.cost, trainer.pace.stride, trainer.pace.left, trainer.pace.next_epoch)
    return TrainingState(trainer.state(), trainer.last_good, pace, trainer.history.rows(), trainer.divergence)


def go_on_from(trainer: Trainer, state: TrainingState, m: int) -> None:
    """Let a trainer of the same set-up, on m training examples, go on exactly where another one stood.

    Raises ValueError, and changes nothing, for a state of another network or of other data.
    """
    spec = trainer.network.spec
    for of in (state.now, state.last_good):
        if of is not None and of.checkpoint.theta.size != spec.parameter_count:
            held, needed = of.checkpoint.theta.size, spec.parameter_count
            raise ValueError(f"the run has {held} parameters, the network {needed}")
        if of is not None and of.order.examples.size != m:
            raise ValueError(f"the run is over {of.order.examples.size} training examples, the data has {m}")
        if of is not None and of.order.position >= trainer.updates_per_epoch:
            batches = trainer.updates_per_epoch
            raise ValueError(f"the run stands at batch {of.order.position} of an epoch of {batches}")
    if state.history.L != spec.L:
        raise ValueError(f"the history is of {state.history.L} layers, the network has {spec.L}")
    trainer.restore(state.now)
    trainer.pace = trainer.pace.going_on_from(state.pace)
    trainer.history = History.of(state.history)
    trainer.last_good = state.last_good
    trainer.divergence = state.divergence

"""What a run can go back to."""

from __future__ import annotations

from dataclasses import dataclass

from engine.epoch_order import OrderState
from engine.plan import Checkpoint


@dataclass(frozen=True, eq=False)
class TrainerState:
    """Everything that the next updates depend on, copied. Goes back in with `Trainer.restore`."""

    checkpoint: Checkpoint
    has_gradient: bool
    optimizer: str
    order: OrderState
    iteration: int

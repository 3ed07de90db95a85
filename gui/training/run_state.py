"""The states that a run can be in, and their words. No Qt."""

from __future__ import annotations

from enum import Enum


class RunState(Enum):
    """A run is always in exactly one of these."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    DIVERGED = "diverged"
    FAILED = "failed"

    @property
    def may_train(self) -> bool:
        """Whether another update can follow without a reset or an edit."""
        return self not in (RunState.DIVERGED, RunState.FAILED)

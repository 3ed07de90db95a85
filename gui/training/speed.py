"""How fast a run goes: from one update a second to as fast as the machine can. No Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Speed:
    """One position of the speed slider: so many updates a second, or so many epochs a frame, or neither: full."""

    label: str
    updates_per_second: float | None = None
    epochs_per_frame: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether nothing holds the engine back."""
        return self.updates_per_second is None and self.epochs_per_frame is None


SPEEDS = (
    Speed("1 update / s", updates_per_second=1),
    Speed("3 updates / s", updates_per_second=3),
    Speed("10 updates / s", updates_per_second=10),
    Speed("30 updates / s", updates_per_second=30),
    Speed("100 updates / s", updates_per_second=100),
    Speed("300 updates / s", updates_per_second=300),
    Speed("1 epoch / frame", epochs_per_frame=1),
    Speed("5 epochs / frame", epochs_per_frame=5),
    Speed("20 epochs / frame", epochs_per_frame=20),
    Speed("full speed"),
)
DEFAULT_SPEED = 6

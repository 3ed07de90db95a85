"""How often the ends of epochs are recorded: one by one at first, then more and more rarely."""

from __future__ import annotations

from dataclasses import dataclass

RECORDS_A_STRIDE = 128
SECOND_STRIDE = 8


@dataclass
class RecordPace:
    """Every epoch 128 times, then every 8th 128 times, every 16th ...: long runs pay almost nothing."""

    stride: int = 1
    left: int = RECORDS_A_STRIDE
    next_epoch: int = 1

    def is_due(self, epoch: int) -> bool:
        """Whether the end of this epoch is to be recorded; if so, the next one is fixed."""
        if epoch < self.next_epoch:
            return False
        self.left -= 1
        if not self.left:
            self.stride = max(SECOND_STRIDE, 2 * self.stride)
            self.left = RECORDS_A_STRIDE
        self.next_epoch = epoch + self.stride
        return True

    def epochs_left(self, epoch: int) -> int:
        """How many epochs may be run at a stretch after this one: at least 1."""
        return max(1, self.next_epoch - epoch)

    def begin_at(self, epoch: int) -> None:
        """The run was set to this epoch: the next end is recorded."""
        self.next_epoch = epoch + 1

"""How often the ends of epochs are recorded: one by one at first, then more and more rarely.

Recording measures every example. What that costs is counted in products, not taken from a clock, so that a run is
recorded at the same epochs whenever it is repeated.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

RECORDS_A_STRIDE = 128
SECOND_STRIDE = 8
FREE_PRODUCTS = 2_000_000_000  # of recording epoch after epoch: less than half a second
UPDATED_A_MEASURED = 4


@dataclass(frozen=True)
class RecordCost:
    """What one record takes: products of a pass over one example, examples of an epoch, examples measured."""

    products: int = 0
    updated: int = 1
    measured: int = 1

    @property
    def free_records(self) -> int:
        """How many ends of epochs may be recorded one after the other."""
        products = max(1, self.products * self.measured)
        return max(1, min(RECORDS_A_STRIDE, FREE_PRODUCTS // products))

    @property
    def least_stride(self) -> int:
        """Epochs from one record to the next where at most every fourth example that is passed is measured."""
        return -(-UPDATED_A_MEASURED * self.measured // self.updated)


@dataclass
class RecordPace:
    """Every epoch 128 times, then every 8th 128 times, every 16th ...: long runs pay almost nothing.

    Where measuring is dear (large networks with many examples) the first stride is shorter, and the second so long
    that a quarter as many examples are measured as are trained on.
    """

    cost: RecordCost = RecordCost()
    stride: int = 1
    left: int = RECORDS_A_STRIDE
    next_epoch: int = 1

    def __post_init__(self) -> None:
        self.set_cost(self.cost)

    def set_cost(self, cost: RecordCost) -> None:
        """Records cost this from now on: the network or the data is another."""
        self.cost = cost
        if self.stride == 1:
            self.left = min(self.left, cost.free_records)
        else:
            self.stride = max(self.stride, cost.least_stride)

    def is_due(self, epoch: int) -> bool:
        """Whether the end of this epoch is to be recorded; if so, the next one is fixed."""
        if epoch < self.next_epoch:
            return False
        self.left -= 1
        if not self.left:
            self.stride = max(SECOND_STRIDE, self.cost.least_stride, 2 * self.stride)
            self.left = RECORDS_A_STRIDE
        self.next_epoch = epoch + self.stride
        return True

    def epochs_left(self, epoch: int) -> int:
        """How many epochs may be run at a stretch after this one: at least 1."""
        return max(1, self.next_epoch - epoch)

    def begin_at(self, epoch: int) -> None:
        """The run was set to this epoch: the next end is recorded."""
        self.next_epoch = epoch + 1

    def going_on_from(self, old: RecordPace) -> RecordPace:
        """The pace of another trainer, at the cost of this one."""
        return replace(old, cost=self.cost)

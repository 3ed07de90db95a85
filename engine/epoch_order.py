"""The order of examples, and where in it a run is: reshuffled every epoch by a generator of its own."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class OrderState:
    """Everything that the further orders depend on; `examples` is never written to."""

    generator: dict[str, Any]
    examples: Index
    is_shuffled: bool
    position: int
    epoch: int


class EpochOrder:
    """`position` batches of the present epoch are done; `epoch` epochs are done.

    The order of an epoch is drawn when its first batch is asked for. One batch an epoch needs no order.
    """

    def __init__(self, seed: int) -> None:
        self.epoch = 0
        self.position = 0
        self.updates_per_epoch = 1
        self._generator = np.random.default_rng(seed)
        self._examples: Index = np.arange(0)
        self._is_shuffled = False

    @property
    def epoch_now(self) -> float:
        """Epochs with the begun part of the present one."""
        return self.epoch + self.position / self.updates_per_epoch

    @property
    def is_new(self) -> bool:
        """Whether the next `examples` draws a new order."""
        return not self._is_shuffled and self.updates_per_epoch > 1

    def examples(self) -> Index:
        """All examples in the order of the present epoch; draws it if it is new."""
        if self.is_new:
            # A new array each time: states that were taken share the old one, which is large for a large table.
            shuffled = self._examples.copy()
            self._generator.shuffle(shuffled)
            self._examples = shuffled
            self._is_shuffled = True
        return self._examples

    def upcoming(self, size: int) -> Index:
        """A copy of the next batch of so many in the order that `examples` is going to give; nothing is drawn."""
        order = self._examples.copy()
        if self.is_new:
            copy.deepcopy(self._generator).shuffle(order)
        return order[self.position * size : (self.position + 1) * size].copy()

    def advance(self, updates: int) -> bool:
        """Count updates, which must not pass the epoch's end (unless it is one batch). True at an end."""
        self.position += updates
        if self.position < self.updates_per_epoch:
            return False
        self.epoch += self.position // self.updates_per_epoch
        self.position = 0
        self._is_shuffled = False
        return True

    def begin(self, m: int, updates_per_epoch: int) -> None:
        """Other examples or another batch size: a begun epoch counts as done, a new one starts."""
        self.epoch += self.position > 0
        self.position = 0
        self.updates_per_epoch = updates_per_epoch
        self._is_shuffled = False
        if m != self._examples.size:
            self._examples = np.arange(m)

    def continue_from(self, old: EpochOrder) -> None:
        """Count on from another order, with its generator's state; its begun epoch counts as done."""
        self.epoch = old.epoch + (old.position > 0)
        self._generator.bit_generator.state = old._generator.bit_generator.state

    def state(self) -> OrderState:
        """A copy to `restore` from."""
        return OrderState(
            dict(self._generator.bit_generator.state),
            self._examples,
            self._is_shuffled,
            self.position,
            self.epoch,
        )

    def restore(self, state: OrderState) -> None:
        """Go back; with other examples or another batch size than then, to the start of that epoch."""
        self._generator.bit_generator.state = state.generator
        self.epoch, self.position, self._is_shuffled = state.epoch, 0, False
        if state.examples.size == self._examples.size and state.position < self.updates_per_epoch:
            self._examples = state.examples
            self.position, self._is_shuffled = state.position, state.is_shuffled

"""Batches in the order of an epoch: shuffled rows gathered into a window, with one tape for each place in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.costs import COSTS
from engine.network import Network
from engine.parameters import ParameterViews
from engine.plan.examples import Examples
from engine.plan.layers import Op
from engine.plan.outputs import scaled_targets
from engine.plan.tape import Plan

Array = NDArray[np.floating]
Order = NDArray[np.intp]

# Small enough to be still in the cache when its batches are used; a batch larger than that gets a window alone.
WINDOW_BYTES = 256_000
WINDOW_BATCHES = 256


class Batches:
    """The training examples in batches of `size`, the last one with what is left; `tail` ends every tape.

    A window holds as many gathered batches as fit in a bounded buffer: all of them when the data is small.
    With one batch an epoch nothing is shuffled, and only the rows of a large table are copied.
    """

    def __init__(
        self,
        network: Network,
        gradient: ParameterViews,
        examples: Examples,
        size: int | None,
        tail: Sequence[Op],
    ) -> None:
        m = examples.m
        self.size: int = min(size or m, m)
        self.updates_per_epoch: int = -(-m // self.size)
        self.is_full: bool = self.updates_per_epoch == 1
        self._left: int = m % self.size
        self._rows, labels = examples.rows, examples.labels
        self._targets = labels.with_values(scaled_targets(COSTS[network.spec.cost], labels.values, self.size))
        self._loaded: int | None = None
        self._window = self._window_batches()
        if self.is_full:
            everything = slice(0, m)
            self._window_X, self._window_targets = self._rows.part(everything), self._targets.part(everything)
        else:
            count = min(self._window * self.size, m)
            self._window_X = np.empty((count, self._rows.n), network.dtype)
            self._window_targets = np.empty((count, self._targets.n), network.dtype)
        self._plan = Plan(network, gradient, self.size)
        places = range(min(self._window, m // self.size))
        self._tapes = [[*self._tape(self._plan, place), *tail] for place in places]
        self._last_plan, self._last_tape = self._plan, self._tapes[-1]
        if self._left:
            self._last_plan = Plan(network, gradient, self._left)
            place = (self.updates_per_epoch - 1) % self._window
            self._last_tape = [*self._tape(self._last_plan, place), *tail]

    def run(self, position: int, order: Order, count: int) -> None:
        """Make `count` updates from batch `position` of the epoch on, not past its end.

        order: the examples in this epoch's order. A full batch is taken again and again, whatever count is.
        """
        while count:
            tapes = self._tapes * count if self.is_full else self._next_tapes(position, order, count)
            for tape in tapes:
                for op in tape:
                    op()
            position += len(tapes)
            count -= len(tapes)

    def forget_window(self) -> None:
        """The order has changed: gather again."""
        self._loaded = None

    def Z_L(self, position: int) -> Array:
        """Z[L] as the last update at this place of the epoch left it, (n[L], batch)."""
        plan = self._last_plan if position == self.updates_per_epoch - 1 else self._plan
        return plan.Z_L

    def _next_tapes(self, position: int, order: Order, limit: int) -> list[list[Op]]:
        """Tapes from `position` up to the end of its window, at most `limit`; the window is loaded."""
        start = position - position % self._window
        if self._loaded != start:
            self._load(start, order)
        stop = min(position + limit, start + self._window, self.updates_per_epoch)
        tapes = self._tapes[position - start : stop - start]
        if self._left and stop == self.updates_per_epoch:
            tapes = [*tapes[: stop - position - 1], self._last_tape]
        return tapes

    def _window_batches(self) -> int:
        bytes_a_batch: int = self.size * self._rows.n * self._rows.values.itemsize
        return min(self.updates_per_epoch, WINDOW_BATCHES, max(1, WINDOW_BYTES // bytes_a_batch))

    def _tape(self, plan: Plan, place: int) -> list[Op]:
        rows = slice(place * self.size, place * self.size + plan.m)
        return plan.tape(self._window_X[rows].T, self._window_targets[rows].T)

    def _load(self, start: int, order: Order) -> None:
        chosen = order[start * self.size : (start + self._window) * self.size]
        self._rows.take(chosen, self._window_X[: chosen.size])
        self._targets.take(chosen, self._window_targets[: chosen.size])
        if self._left and start + self._window >= self.updates_per_epoch:
            self._window_targets[chosen.size - self._left : chosen.size] *= self.size / self._left
        self._loaded = start

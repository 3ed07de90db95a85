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

WINDOW_BYTES = 2_000_000
WINDOW_BATCHES = 256


class Batches:
    """The training examples in batches of `size`, the last one with what is left.

    A window holds as many gathered batches as fit in a bounded buffer: all of them when the data is small.
    With one batch an epoch nothing is shuffled or copied.
    """

    def __init__(
        self, network: Network, gradient: ParameterViews, examples: Examples, size: int | None, tail: Sequence[Op]
    ) -> None:
        self.size: int = min(size or examples.m, examples.m)
        self.m = examples.m
        self.updates_per_epoch: int = -(-self.m // self.size)
        self.is_full = self.updates_per_epoch == 1
        self._X = examples.X_rows[: self.m]
        self._T = scaled_targets(COSTS[network.spec.cost], examples.Y_rows[: self.m], self.size)
        self._left: int = self.m % self.size
        self._window = self._window_batches()
        self._loaded: int | None = None
        self._window_X, self._window_T = self._X, self._T
        if not self.is_full:
            rows = min(self._window * self.size, self.m)
            self._window_X = np.empty((rows, self._X.shape[1]), self._X.dtype)
            self._window_T = np.empty((rows, self._T.shape[1]), self._T.dtype)
        self._plan = Plan(network, gradient, self.size)
        self._tapes = [[*self._tape(self._plan, i), *tail] for i in range(self.m // self.size)[: self._window]]
        self._last_plan, self._last_tape = self._plan, self._tapes[-1]
        if self._left:
            self._last_plan = Plan(network, gradient, self._left)
            place = (self.updates_per_epoch - 1) % self._window
            self._last_tape = [*self._tape(self._last_plan, place), *tail]

    def tapes_from(self, position: int, order: NDArray[np.intp], limit: int) -> list[list[Op]]:
        """Tapes of the next updates from this batch of the epoch on: at least 1, at most limit, up to the window's end.

        order: the examples in this epoch's order. A full batch gives the same tape again and again.
        """
        if self.is_full:
            return [self._tapes[0]] * limit
        start = position - position % self._window
        if self._loaded != start:
            self._load(start, order)
        stop = min(position + limit, start + self._window, self.updates_per_epoch)
        tapes = self._tapes[position - start : stop - start]
        if self._left and stop == self.updates_per_epoch:
            tapes = [*tapes[: stop - position - 1], self._last_tape]
        return tapes

    def forget_window(self) -> None:
        """The order has changed: gather again."""
        self._loaded = None

    def Z_L(self, position: int) -> Array:
        """Z[L] as the update at this place of the epoch left it."""
        plan = self._last_plan if position == self.updates_per_epoch - 1 else self._plan
        return plan.Z_L

    def _window_batches(self) -> int:
        bytes_a_batch: int = self.size * self._X.shape[1] * self._X.itemsize
        return min(self.updates_per_epoch, WINDOW_BATCHES, max(1, WINDOW_BYTES // bytes_a_batch))

    def _tape(self, plan: Plan, place: int) -> list[Op]:
        rows = slice(place * self.size, place * self.size + plan.Z_L.shape[1])
        return plan.tape(self._window_X[rows].T, self._window_T[rows].T)

    def _load(self, start: int, order: NDArray[np.intp]) -> None:
        chosen = order[start * self.size : (start + self._window) * self.size]
        # mode="clip" lets take write straight into out; the indices are a permutation, so none is clipped.
        np.take(self._X, chosen, 0, self._window_X[: chosen.size], "clip")
        np.take(self._T, chosen, 0, self._window_T[: chosen.size], "clip")
        if self._left and start + self._window >= self.updates_per_epoch:
            self._window_T[chosen.size - self._left : chosen.size] *= self.size / self._left
        self._loaded = start

"""Updates of one network, ready to run: batches, optimiser and regularisation bound to its parameters."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network import Network
from engine.parameters import ParameterViews
from engine.plan.batches import Batches, Order
from engine.plan.examples import Examples
from engine.plan.optimizers import BoundOptimizer
from engine.plan.tape import regularization_ops

Array = NDArray[np.floating]

ROOM_FOR_SUMS = 1e-18


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A copy of everything that an update changes: theta, the optimiser's memory and count, the gradient."""

    theta: Array
    memory: Array
    t: int
    gradient: Array


Broken = tuple[bool, ...]


class BoundUpdates:
    """Runs updates in place on network.theta. `bind` must be called again when rates or examples change.

    Broken tells of each layer (index 0 unused) whether [W | b] came out inf or NaN.

    gradient: dW, db of the last update, regularisation included. alpha: a 0-d array, read at each update.
    """

    def __init__(self, network: Network, examples: Examples, batch_size: int | None, optimizer: str) -> None:
        self._network = network
        self.alpha: Array = np.zeros((), network.dtype)
        self.gradient = ParameterViews(network.spec.sizes, np.zeros_like(network.theta))
        self.set_optimizer(optimizer)
        self.bind(examples, batch_size)

    def set_optimizer(self, key: str) -> None:
        """Another optimiser with an empty memory; `bind` must follow."""
        self.optimizer = BoundOptimizer(key, self._network.theta, self.gradient.flat, self.alpha)

    def bind(self, examples: Examples, batch_size: int | None) -> None:
        """Make the tapes for these examples and the network's present rates."""
        tail = [*regularization_ops(self._network, self.gradient.flat), *self.optimizer.ops]
        self.batches = Batches(self._network, self.gradient, examples, batch_size, tail)

    def run(self, position: int, order: Order, count: int) -> tuple[int, Broken | None]:
        """Make `count` updates from this batch of the epoch on; returns how many are good, and what broke.

        If something came out inf or NaN, they are replayed one by one, up to the last good one.
        """
        before = self.checkpoint()
        if self._run(position, order, count):
            return count, None
        self.go_back(before)
        for done in range(count):
            good = self.checkpoint()
            if not self._run((position + done) % self.batches.updates_per_epoch, order, 1):
                broken = tuple(not np.isfinite(Wb).all() for Wb in self._network.Wb)
                self.go_back(good)
                return done, broken
        return count, None

    def _run(self, position: int, order: Order, count: int) -> bool:
        """Make updates; False if something came out inf or NaN, or J is about to: sums of squares overflow."""
        self.batches.run(position, order, count)
        last = (position + count - 1) % self.batches.updates_per_epoch
        return (
            _all_finite(self._network.theta)
            and _squares_are_numbers(self.batches.Z_L(last))
            and _all_finite(self.optimizer.memory)
        )

    def checkpoint(self) -> Checkpoint:
        """Copy what an update changes."""
        optimizer, gradient = self.optimizer, self.gradient.flat
        return Checkpoint(self._network.theta.copy(), optimizer.memory.copy(), optimizer.t, gradient.copy())

    def go_back(self, checkpoint: Checkpoint) -> None:
        """Put a copy back."""
        self._network.theta[...] = checkpoint.theta
        self.optimizer.memory[...] = checkpoint.memory
        self.optimizer.t = checkpoint.t
        self.gradient.flat[...] = checkpoint.gradient

    def fill_gradient(self, examples: Examples) -> None:
        """dW, db of all training examples at the present parameters. If they are inf or NaN, the last ones stay."""
        m, total = examples.m, np.zeros_like(self.gradient.flat)
        views = ParameterViews(self._network.spec.sizes, total)
        with np.errstate(all="ignore"):
            for rows, labels in zip(examples.rows.parts(m), examples.labels.parts(m), strict=True):
                found = self._network.gradients(rows[:, :-1].T, labels.T)
                for l in range(1, self._network.spec.L + 1):
                    views.W[l][...] += found.dW[l] * (len(rows) / m)
                    views.b[l][...] += found.db[l] * (len(rows) / m)
            if _all_finite(total):
                self.gradient.flat[...] = total


def _all_finite(array: Array) -> bool:
    """One product tells it for most arrays; only a huge or a broken one is looked at number by number."""
    flat = array.ravel()
    return math.isfinite(flat.dot(flat)) or bool(np.isfinite(flat).all())


def _squares_are_numbers(Z: Array) -> bool:
    """Whether a squared error of these outputs, also summed over many more examples, is still a number."""
    flat = Z.ravel()
    return bool(flat.dot(flat) < ROOM_FOR_SUMS * np.finfo(Z.dtype).max)

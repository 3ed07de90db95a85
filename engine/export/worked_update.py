"""One update on a few examples, made by the engine: what an exported script writes out and is checked against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine import propagation
from engine.activations import FAR
from engine.costs import COSTS
from engine.data import Dataset
from engine.export.errors import ExportError
from engine.network import Network
from engine.optimizers import OPTIMIZERS
from engine.propagation import LayerCache
from engine.spec import NetworkSpec, TrainingSpec

Array = NDArray[np.floating]

MOST_EXAMPLES = 10
MOST_INPUT_NUMBERS = 2_000
MOST_PARAMETERS = 200_000
CLOSE = 1e-13
KINKED = ("relu", "leaky_relu")


@dataclass(frozen=True, eq=False)
class WorkedUpdate:
    """One update from an empty optimiser memory, in float64.

    X: (n[0], m), Y: (n[L], m). before, after: the network and what the update makes of it. J, J_after: the cost of
    these examples, regularisation included. caches, caches_after: of the forward passes, layer 1 first.
    """

    training: TrainingSpec
    X: Array
    Y: Array
    before: Network
    after: Network
    J: float
    J_after: float
    caches: tuple[LayerCache, ...]
    caches_after: tuple[LayerCache, ...]

    @property
    def spec(self) -> NetworkSpec:
        """The network's."""
        return self.before.spec

    @property
    def m(self) -> int:
        """How many examples there are."""
        return int(self.X.shape[1])

    def is_far(self, activation: str) -> bool:
        """Whether e to the power of some z of such a layer overflows."""
        return any(
            bool((np.abs(cache.Z) > FAR).any())
            for cache in (*self.caches, *self.caches_after)
            if cache.activation.key == activation
        )

    @property
    def log_loses_digits(self) -> bool:
        """Whether J from A[L], before or after, differs from J from Z[L]: where A has rounded close to 0 or 1."""
        line = COSTS[self.spec.cost].lines.J
        total = line.total
        if COSTS[self.spec.cost].lines.J_from_Z is None or total is None:
            return False
        penalties = self.before.regularization(), self.after.regularization()
        ends = self.caches[-1], self.caches_after[-1]
        for cache, J, penalty in zip(ends, (self.J, self.J_after), penalties, strict=True):
            with np.errstate(all="ignore"):
                from_A = line.factor * total(cache.A, self.Y) / self.m
            if not abs(from_A - (J - penalty)) <= CLOSE * abs(J):
                return True
        return False

    @property
    def meets_a_kink(self) -> bool:
        """Whether some z of a ReLU is exactly 0, where others take another slope than the notes."""
        return any(cache.activation.key in KINKED and bool((cache.Z == 0).any()) for cache in self.caches)


def work_out(network: Network, training: TrainingSpec, dataset: Dataset) -> WorkedUpdate:
    """Make one update of a copy on the first few training examples.

    Raises ExportError for a network that is too large for a text, or numbers that are not finite; ShapeError for
    data that doesn't fit.
    """
    if network.spec.parameter_count > MOST_PARAMETERS:
        raise ExportError(
            f"the network has {network.spec.parameter_count} parameters, too many for a script to read "
            f"(at most {MOST_PARAMETERS}); ONNX and NPZ take them"
        )
    require_finite(network)
    before = _twin(network)
    X, Y = before.as_examples(*_first_examples(dataset))
    after = _updated(before, training, X, Y)
    costs = before.cost(X, Y), after.cost(X, Y)
    if not np.isfinite((*costs, *after.theta)).all():
        raise ExportError(
            f"one update with alpha {training.alpha:g} leads to numbers that are not finite; choose a smaller alpha"
        )
    return WorkedUpdate(training, X, Y, before, after, *costs, _caches(before, X), _caches(after, X))


def require_finite(network: Network) -> None:
    """Raises ExportError naming the first W[l] or b[l] with a number that is not finite."""
    for l in range(1, network.spec.L + 1):
        for symbol, array in (("W", network.W[l]), ("b", network.b[l])):
            if not np.isfinite(array).all():
                raise ExportError(
                    f"{symbol}[{l}] holds a number that is not finite: there is nothing to export"
                )


def _first_examples(dataset: Dataset) -> tuple[Array, Array]:
    # The rows are asked, not X_train: of a large table that would be a copy of all of it.
    m = min(dataset.m, MOST_EXAMPLES, max(1, MOST_INPUT_NUMBERS // dataset.inputs))
    return dataset.rows.part(slice(0, m))[:, :-1].T, dataset.label_rows.part(slice(0, m)).T


def _twin(network: Network) -> Network:
    twin = Network(network.spec)
    twin.set_parameters(network.W[1:], network.b[1:])
    return twin


def _updated(before: Network, training: TrainingSpec, X: Array, Y: Array) -> Network:
    optimizer = OPTIMIZERS[training.optimizer]
    gradients, after = before.gradients(X, Y), before.copy()

    def update(arrays: Sequence[Array], slopes: Sequence[Array]) -> None:
        for array, slope in zip(arrays[1:], slopes[1:], strict=True):
            memory = {name: np.zeros_like(array) for name in optimizer.memory}
            optimizer.update(array, slope, memory, training.alpha, 1)

    with np.errstate(all="ignore"):
        update(after.W, gradients.dW)
        update(after.b, gradients.db)
    return after


def _caches(network: Network, X: Array) -> tuple[LayerCache, ...]:
    with np.errstate(all="ignore"):
        return tuple(propagation.forward(X, network.W[1:], network.b[1:], network.spec.layers)[1])

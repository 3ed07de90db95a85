"""The trainer: owns a run. One update after another on one network, with its history and its randomness.

It knows no thread and draws nothing. The arithmetic of an update is `engine.plan`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.divergence import first_break
from engine.evaluation import Evaluator, Measurement, RootMeanSquare
from engine.history import History
from engine.network import Gradients, Network
from engine.parameters import ParameterViews
from engine.plan import Batches, BoundOptimizer, Examples, Op, regularization_ops
from engine.snapshot import Divergence
from engine.spec import TrainingSpec

Array = NDArray[np.floating]

CHUNK = 32
RECORDS_A_STRIDE = 512


@dataclass(frozen=True)
class TrainerState:
    """Everything that the next updates depend on, copied. Goes back in with `Trainer.restore`."""

    theta: Array
    memory: Array
    optimizer: str
    t: int
    generator: dict[str, Any]
    order: NDArray[np.intp]
    is_shuffled: bool
    position: int
    iteration: int
    epoch: int


class Trainer:
    """Trains `network` in place on X (n[0], m), Y (n[L], m). Test examples are measured, never learned from.

    Mini-batches are reshuffled at the start of every epoch by a generator of its own (training.seed); the
    last batch holds what is left. Raises ShapeError for arrays that don't fit.
    """

    def __init__(
        self,
        network: Network,
        X: ArrayLike,
        Y: ArrayLike,
        training: TrainingSpec,
        X_test: ArrayLike | None = None,
        Y_test: ArrayLike | None = None,
    ) -> None:
        self.network = network
        self.iteration = 0
        self.epoch = 0
        self.divergence: Divergence | None = None
        self.history = History(network.spec.L)
        self._training = training
        self._generator = np.random.default_rng(training.seed)
        self._alpha = np.array(training.alpha, network.dtype)
        self._gradient = ParameterViews(network.spec.sizes, np.zeros_like(network.theta))
        self._has_gradient = False
        self._rms = RootMeanSquare(network.spec)
        self._optimizer = self._bind_optimizer(training.optimizer)
        self._record_stride, self._records_left, self._next_record = 1, RECORDS_A_STRIDE, 1
        self._take_data(X, Y, X_test, Y_test)

    # What can be asked.

    @property
    def training(self) -> TrainingSpec:
        """The optimiser, learning rate, batch size and seed of now."""
        return self._training

    @property
    def alpha(self) -> float:
        """The learning rate; setting it counts from the next update on. Raises SpecError unless positive."""
        return self._training.alpha

    @alpha.setter
    def alpha(self, alpha: float) -> None:
        self._training = replace(self._training, alpha=alpha)
        self._alpha[...] = alpha
        self.clear_divergence()

    @property
    def updates_per_epoch(self) -> int:
        """Number of batches, a last partial one included."""
        return self._batches.updates_per_epoch

    @property
    def iteration_in_epoch(self) -> int:
        """Updates made in the present epoch: 0 ... updates_per_epoch - 1."""
        return self._position

    @property
    def epoch_now(self) -> float:
        """The epoch with its begun part."""
        return self.epoch + self._position / self.updates_per_epoch

    @property
    def X(self) -> Array:
        """The training inputs, (n[0], m): a view."""
        return self._examples.X

    @property
    def Y(self) -> Array:
        """The training labels, (n[L], m): a view."""
        return self._examples.Y

    def next_batch(self) -> tuple[Array, Array]:
        """Copies of X and Y of the very next update, (n[0], m) and (n[L], m) of that batch."""
        chosen = self._batch(self._position)
        return self.X[:, chosen], self.Y[:, chosen]

    def gradient(self) -> Gradients:
        """Copies of dW, db of the last update; before the first (or after an edit) of all training examples.

        The cost in it is NaN where nobody measured it.
        """
        self._ensure_gradient()
        views = self._gradient
        return Gradients(
            tuple(dW.copy() for dW in views.W), tuple(db.copy() for db in views.b), float("nan")
        )

    def measure(self) -> Measurement:
        """Costs, accuracies and gradient sizes of now: one forward pass over all examples."""
        with np.errstate(all="ignore"):
            self._ensure_gradient()
            J, J_test, accuracy, accuracy_test = self.evaluator.measure()
            penalty = self.network.regularization()
            rms_dW, rms_db = self._rms(self._gradient.flat)
        return Measurement(J + penalty, J_test + penalty, penalty, accuracy, accuracy_test, rms_dW, rms_db)

    def record(self, measurement: Measurement | None = None) -> Measurement:
        """Append a row of now to the history; measures unless told. Returns the measurement."""
        now = self.measure() if measurement is None else measurement
        self.history.append(
            self.iteration,
            self.epoch_now,
            now.cost_train,
            now.cost_test,
            now.regularization,
            now.accuracy_train,
            now.accuracy_test,
            now.rms_dW,
            now.rms_db,
        )
        return now

    # What can be done.

    def step(self) -> None:
        """One update; nothing while the run is diverged."""
        self.run_updates(1)

    def run_updates(self, n: int) -> None:
        """n updates; fewer if the run diverges. Epoch ends are recorded, on long runs every 2nd, 4th ..."""
        with np.errstate(all="ignore"):
            while n > 0 and self.divergence is None:
                n -= self._run_chunk(min(n, CHUNK))

    def run_epochs(self, n: int) -> None:
        """Up to the end of the n-th epoch from here; a begun one is finished and counts as the first."""
        if n > 0:
            self.run_updates(n * self.updates_per_epoch - self._position)

    def clear_divergence(self) -> None:
        """Say that something was changed (parameters by hand, alpha, data): the run may go on."""
        self.divergence = None
        self._has_gradient = False

    def set_optimizer(self, key: str) -> None:
        """Another optimiser, its memory empty; parameters stay. Raises SpecError for an unknown key."""
        self._training = replace(self._training, optimizer=key)
        self._optimizer = self._bind_optimizer(key)
        self._bind_tapes()

    def set_batch_size(self, size: int | None) -> None:
        """Another batch size (None: all examples); a begun epoch ends here. Raises SpecError below 1."""
        self._training = replace(self._training, batch_size=size)
        self._end_begun_epoch()
        self._bind_tapes()

    def set_rates(self, l1: float, l2: float) -> None:
        """Other regularisation rates; parameters and order stay. Raises SpecError for a negative one."""
        self.network.set_rates(l1, l2)
        self._bind_tapes()

    def replace_data(
        self, X: ArrayLike, Y: ArrayLike, X_test: ArrayLike | None = None, Y_test: ArrayLike | None = None
    ) -> None:
        """Other examples for the same network; a begun epoch ends here. Raises ShapeError, nothing changed then."""
        checked = self._checked(X, Y, X_test, Y_test)
        self._end_begun_epoch()
        self._take_data(*checked)

    def continue_from(self, old: Trainer, history: History) -> None:
        """Go on counting where another trainer stopped, with this history. For a network that was rebuilt."""
        old_epoch_begun = old._position > 0
        self.iteration = old.iteration
        self.epoch = old.epoch + old_epoch_begun
        self._generator = old._generator
        self._record_stride, self._records_left = old._record_stride, old._records_left
        self._next_record = max(old._next_record, self.epoch + 1)
        self.history = history

    def state(self) -> TrainerState:
        """A copy of everything that the next updates depend on. The history is not in it."""
        return TrainerState(
            self.network.theta.copy(),
            self._optimizer.memory.copy(),
            self._training.optimizer,
            self._optimizer.t,
            dict(self._generator.bit_generator.state),
            self._order.copy(),
            self._is_shuffled,
            self._position,
            self.iteration,
            self.epoch,
        )

    def restore(self, state: TrainerState) -> None:
        """Go back to a state of a trainer of the same network spec and data: exact continuation.

        Raises ValueError for a state of another number of parameters.
        """
        if state.theta.shape != self.network.theta.shape:
            raise ValueError(
                f"the state holds {state.theta.size} parameters, the network has {self.network.theta.size}"
            )
        if state.optimizer != self._training.optimizer:
            self.set_optimizer(state.optimizer)
        self.network.theta[...] = state.theta
        self._optimizer.memory[...] = state.memory
        self._optimizer.t = state.t
        self._generator.bit_generator.state = state.generator
        fits = state.order.size == self._examples.m and state.position < self.updates_per_epoch
        self._order = state.order.copy() if fits else self._order
        self._is_shuffled, self._position = state.is_shuffled and fits, state.position if fits else 0
        self.iteration, self.epoch = state.iteration, state.epoch
        self._next_record = self.epoch + 1
        self._batches.forget_window()
        self.clear_divergence()

    # How it is done.

    def _run_chunk(self, n: int) -> int:
        """At most n updates, up to the next point where the order changes or a row is recorded; returns how many."""
        if self._batches.is_full:
            n = min(n, max(1, self._next_record - self.epoch))
        elif not self._is_shuffled:
            self._shuffle()
        tapes = self._batches.tapes_from(self._position, self._order, n)
        before = self._save()
        for tape in tapes:
            for op in tape:
                op()
        if not self._is_finite(len(tapes)):
            self._find_divergence(tapes, before)
        else:
            self._advance(len(tapes))
        return len(tapes)

    def _advance(self, updates: int) -> None:
        self._has_gradient = True
        self.iteration += updates
        self._position += updates
        if self._position >= self.updates_per_epoch:
            self.epoch += self._position // self.updates_per_epoch
            self._position %= self.updates_per_epoch
            self._is_shuffled = False
            if self.epoch >= self._next_record:
                self._record_epoch()

    def _record_epoch(self) -> None:
        self.record()
        self._records_left -= 1
        if not self._records_left:
            self._record_stride *= 2
            self._records_left = RECORDS_A_STRIDE
        self._next_record = self.epoch + self._record_stride

    def _shuffle(self) -> None:
        self._generator.shuffle(self._order)
        self._is_shuffled = True
        self._batches.forget_window()

    def _batch(self, position: int) -> NDArray[np.intp]:
        if not self._batches.is_full and not self._is_shuffled:
            self._shuffle()
        size = self._batches.size
        return self._order[position * size : (position + 1) * size]

    def _save(self) -> tuple[Array, Array, int]:
        return self.network.theta.copy(), self._optimizer.memory.copy(), self._optimizer.t

    def _go_back(self, saved: tuple[Array, Array, int]) -> None:
        self.network.theta[...], self._optimizer.memory[...], self._optimizer.t = saved

    def _is_finite(self, updates: int) -> bool:
        last = (self._position + updates - 1) % self.updates_per_epoch
        arrays = (self.network.theta, self._optimizer.memory, self._batches.Z_L(last))
        return all(_all_finite(array) for array in arrays)

    def _find_divergence(self, tapes: Sequence[Sequence[Op]], before: tuple[Array, Array, int]) -> None:
        """Replay the chunk update by update; keep the parameters of the last good one and say where it broke."""
        self._go_back(before)
        for tape in tapes:
            good = self._save()
            for op in tape:
                op()
            if not self._is_finite(1):
                broken = [bool(np.isfinite(Wb).all()) for Wb in self.network.Wb]
                self._go_back(good)
                chosen = self._batch(self._position)
                symbol, layer = first_break(self.network, self.X[:, chosen], self.Y[:, chosen], broken)
                self.divergence = Divergence(self.iteration + 1, layer, symbol)
                self._has_gradient = False
                return
            self._advance(1)

    def _ensure_gradient(self) -> None:
        if not self._has_gradient:
            gradients = self.network.gradients(self.X, self.Y)
            for l in range(1, self.network.spec.L + 1):
                self._gradient.W[l][...] = gradients.dW[l]
                self._gradient.b[l][...] = gradients.db[l]
            self._has_gradient = True

    def _bind_optimizer(self, key: str) -> BoundOptimizer:
        return BoundOptimizer(key, self.network.theta, self._gradient.flat, self._alpha)

    def _bind_tapes(self) -> None:
        tail = [*regularization_ops(self.network, self._gradient.flat), *self._optimizer.ops]
        size = self._training.batch_size
        self._batches = Batches(self.network, self._gradient, self._examples, size, tail)
        self.clear_divergence()

    def _end_begun_epoch(self) -> None:
        self.epoch += self._position > 0
        self._position = 0
        self._is_shuffled = False

    def _checked(
        self, X: ArrayLike, Y: ArrayLike, X_test: ArrayLike | None, Y_test: ArrayLike | None
    ) -> tuple[Array, Array, Array | None, Array | None]:
        X, Y = self.network.as_examples(X, Y)
        if X_test is None or Y_test is None or np.shape(X_test)[-1:] == (0,):
            return X, Y, None, None
        return X, Y, *self.network.as_examples(X_test, Y_test, "_test")

    def _take_data(
        self, X: ArrayLike, Y: ArrayLike, X_test: ArrayLike | None, Y_test: ArrayLike | None
    ) -> None:
        self._examples = Examples(*self._checked(X, Y, X_test, Y_test))
        self.evaluator = Evaluator(self.network, self._examples)
        self._order: NDArray[np.intp] = np.arange(self._examples.m)
        self._position = 0
        self._is_shuffled = False
        self._bind_tapes()


def _all_finite(array: Array) -> bool:
    """One product tells it for most arrays; only a huge or a broken one is looked at number by number."""
    flat = array.reshape(-1)
    return bool(np.isfinite(flat.dot(flat))) or bool(np.isfinite(flat).all())

"""The trainer: owns a run. One update after another on one network, with its history and its randomness.

It knows no thread and draws nothing. The arithmetic of an update is `engine.plan`'s.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.divergence import first_break
from engine.epoch_order import EpochOrder
from engine.evaluation import Evaluator, Measurement, RootMeanSquare
from engine.history import History
from engine.network import Gradients, Network
from engine.plan import BoundUpdates, Examples
from engine.record_pace import RecordCost, RecordPace
from engine.snapshot import Divergence
from engine.spec import TrainingSpec
from engine.trainer_state import TrainerState

Array = NDArray[np.floating]

CHUNK = 32


class Trainer:
    """Trains `network` in place on X (n[0], m), Y (n[L], m). Test examples are measured, never learned from.

    Mini-batches are reshuffled at the start of every epoch by a generator of its own (training.seed); the
    last batch holds what is left. Raises ShapeError for arrays that don't fit.

    iteration: updates made. divergence: None, or where the run broke; it then stands still, with the last
    good parameters. records_epochs: whether `history` gets a row at the ends of epochs; pace: of which ones.
    last_good: the run as it was last recorded, to go back to where J overflows.
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
        self._begin(network, Examples.checked(network, X, Y, X_test, Y_test), training)

    @classmethod
    def of_examples(cls, network: Network, examples: Examples, training: TrainingSpec) -> Trainer:
        """A trainer on these examples themselves, uncopied."""
        trainer = cls.__new__(cls)
        trainer._begin(network, examples, training)
        return trainer

    def _begin(self, network: Network, examples: Examples, training: TrainingSpec) -> None:
        self.network = network
        self.iteration = 0
        self.divergence: Divergence | None = None
        self.last_good: TrainerState | None = None
        self.history = History(network.spec.L)
        self.records_epochs = True
        self._training, self._examples = training, examples
        self.evaluator = Evaluator(network, self._examples)
        self._updates = BoundUpdates(network, self._examples, training.batch_size, training.optimizer)
        self._updates.alpha[...] = training.alpha
        self._order = EpochOrder(training.seed)
        self.pace = RecordPace(self._cost_of_a_record())
        self._rms = RootMeanSquare(network.spec)
        self._has_gradient = False
        self._begin_epoch()

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
        self._updates.alpha[...] = alpha
        self.divergence = None

    @property
    def epoch(self) -> int:
        """Epochs done."""
        return self._order.epoch

    @property
    def iteration_in_epoch(self) -> int:
        """Updates made in the present epoch: 0 ... updates_per_epoch - 1."""
        return self._order.position

    @property
    def updates_per_epoch(self) -> int:
        """Number of batches, a last partial one included."""
        return self._updates.batches.updates_per_epoch

    @property
    def X(self) -> Array:
        """The training inputs, (n[0], m): a view, or of a large table a copy."""
        return self._examples.X

    @property
    def Y(self) -> Array:
        """The training labels, (n[L], m): a view, or of a large table a copy."""
        return self._examples.Y

    def next_batch(self) -> tuple[Array, Array]:
        """Copies of X and Y of the very next update, (n[0], m) and (n[L], m) of that batch. Nothing changes."""
        return self.examples(self.next_examples())

    def examples(self, chosen: NDArray[np.intp]) -> tuple[Array, Array]:
        """Copies of X and Y of these training examples."""
        return self._examples.taken(chosen)

    def next_examples(self) -> NDArray[np.intp]:
        """Which training examples, from 0, the very next update takes, in its order. Nothing changes."""
        return self._order.upcoming(self._updates.batches.size)

    def sample(self, most: int) -> tuple[Array, Array]:
        """Copies of X and Y of at most so many evenly taken training examples."""
        return self._examples.sample(most)

    def gradient(self) -> Gradients:
        """Copies of dW, db of the last update; before the first, or after an edit, of all training examples.

        The cost in it is NaN: an update does not need it, so nobody computed it.
        """
        self._ensure_gradient()
        views = self._updates.gradient
        dW, db = (tuple(array.copy() for array in arrays) for arrays in (views.W, views.b))
        return Gradients(dW, db, float("nan"))

    def measure(self) -> Measurement:
        """Costs, accuracies and gradient sizes of now: one forward pass over all examples."""
        with np.errstate(all="ignore"):
            self._ensure_gradient()
            J, J_test, accuracy, accuracy_test = self.evaluator.measure()
            penalty = self.network.regularization()
            rms_dW, rms_db = self._rms(self._updates.gradient.flat)
        return Measurement(J + penalty, J_test + penalty, penalty, accuracy, accuracy_test, rms_dW, rms_db)

    def record(self) -> Measurement:
        """Append a row of now to the history. Returns what was measured."""
        now = self.measure()
        self.history.append(
            self.iteration,
            self._order.epoch_now,
            now.cost_train,
            now.cost_test,
            now.regularization,
            now.accuracy_train,
            now.accuracy_test,
            now.rms_dW,
            now.rms_db,
        )
        if math.isfinite(now.cost_train) and self.divergence is None:
            self.last_good = self.state()
        return now

    # What can be done.

    def step(self) -> None:
        """One update; nothing while the run is diverged."""
        self.run_updates(1)

    def run_updates(self, n: int) -> None:
        """n updates; fewer if the run diverges."""
        with np.errstate(all="ignore"):
            while n > 0 and self.divergence is None:
                n -= self._run_chunk(min(n, CHUNK))

    def run_epochs(self, n: int) -> None:
        """Up to the end of the n-th epoch from here; a begun one is finished and counts as the first."""
        if n > 0:
            self.run_updates(n * self.updates_per_epoch - self.iteration_in_epoch)

    def clear_divergence(self) -> None:
        """Say that parameters were changed by hand: the run may go on, the last gradient is no longer theirs."""
        self.divergence = None
        self._has_gradient = False
        self.last_good = None

    def set_optimizer(self, key: str) -> None:
        """Another optimiser, its memory empty; parameters stay. Raises SpecError for an unknown key."""
        self._training = replace(self._training, optimizer=key)
        self._updates.set_optimizer(key)
        self._bind()

    def set_batch_size(self, size: int | None) -> None:
        """Another batch size (None: all examples); a begun epoch ends here. Raises SpecError below 1."""
        self._training = replace(self._training, batch_size=size)
        self._bind()
        self._begin_epoch()

    def set_rates(self, l1: float, l2: float) -> None:
        """Other regularisation rates; parameters and order stay. Raises SpecError for a negative one."""
        self.network.set_rates(l1, l2)
        self._bind()

    def replace_examples(self, examples: Examples) -> None:
        """Other examples, which fit the network, uncopied; a begun epoch ends here."""
        self._examples = examples
        self.evaluator = Evaluator(self.network, self._examples)
        self.pace.set_cost(self._cost_of_a_record())
        self._bind()
        self._begin_epoch()

    def continue_from(self, old: Trainer, history: History) -> None:
        """Go on counting where another trainer stopped, with this history: for a network that was rebuilt."""
        self.iteration = old.iteration
        self.history = history
        self._order.continue_from(old._order)
        self.pace = self.pace.going_on_from(old.pace)

    def state(self) -> TrainerState:
        """A copy of everything that the next updates depend on. The history is not in it."""
        return TrainerState(
            self._updates.checkpoint(),
            self._has_gradient,
            self._training.optimizer,
            self._order.state(),
            self.iteration,
        )

    def restore(self, state: TrainerState) -> None:
        """Go back to a state of a trainer of the same network spec and data: exact continuation.

        Raises ValueError for a state of another number of parameters.
        """
        if state.checkpoint.theta.shape != self.network.theta.shape:
            held, needed = state.checkpoint.theta.size, self.network.theta.size
            raise ValueError(f"the state holds {held} parameters, the network has {needed}")
        if state.optimizer != self._training.optimizer:
            self.set_optimizer(state.optimizer)
        self._updates.go_back(state.checkpoint)
        self._updates.batches.forget_window()
        self._order.restore(state.order)
        self.pace.begin_at(self.epoch)
        self.iteration = state.iteration
        self.divergence = None
        self._has_gradient = state.has_gradient

    # How it is done.

    def _run_chunk(self, n: int) -> int:
        """At most n updates, up to the next point where the order changes or a row is due; returns how many."""
        if self.updates_per_epoch > 1:
            n = min(n, self.updates_per_epoch - self._order.position)
        elif self.records_epochs:
            n = min(n, self.pace.epochs_left(self.epoch))
        done, broken = self._updates.run(self._order.position, self._order_of_epoch(), n)
        if done:
            self._has_gradient = True
            self.iteration += done
            at_end = self._order.advance(done)
            if at_end and self.records_epochs and self.pace.is_due(self.epoch):
                self.record()
        if broken is not None:
            symbol, layer = first_break(self.network, *self.next_batch(), broken)
            self._keep_what_was_good(Divergence(self.iteration + 1, layer, symbol))
        return n

    def _keep_what_was_good(self, divergence: Divergence) -> None:
        """Finite parameters may still be so huge that J is not a number: then those of the last record are kept."""
        if self.last_good is not None and not math.isfinite(self.evaluator.measure()[0]):
            self.restore(self.last_good)
        self.divergence = divergence

    def _cost_of_a_record(self) -> RecordCost:
        examples = self._examples
        return RecordCost(self.network.spec.parameter_count, examples.m, examples.m + examples.m_test)

    def _order_of_epoch(self) -> NDArray[np.intp]:
        if self._order.is_new:
            self._updates.batches.forget_window()
        return self._order.examples()

    def _ensure_gradient(self) -> None:
        if not self._has_gradient:
            self._updates.fill_gradient(self._examples)
            self._has_gradient = True

    def _bind(self) -> None:
        self._updates.bind(self._examples, self._training.batch_size)
        self.clear_divergence()

    def _begin_epoch(self) -> None:
        self._order.begin(self._examples.m, self.updates_per_epoch)

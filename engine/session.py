"""One run while it is being edited: the trainer, the data and what was put by for undo.

An edit keeps every trained number that it need not touch. What an edit takes away is put by under the
edit's name, so that undoing it brings the lost numbers back. It knows no thread and no window.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

import numpy as np

from engine.data import Dataset
from engine.history import History
from engine.network import Network
from engine.observe import Observer
from engine.run import build_trainer, examples_of
from engine.setup import Setup
from engine.snapshot import Divergence, Snapshot, Wishes
from engine.spec import NetworkSpec
from engine.trainer import Trainer
from engine.trainer_state import TrainerState
from engine.training_state import TrainingState, go_on_from, state_of_training
from engine.transplant import transplant

PUT_BY_BYTES = 200_000_000

Origin = tuple[int | None, ...]


@dataclass(frozen=True)
class Change:
    """One edit, undo or redo: the new set-up and data, and where layers and inputs come from.

    layer_origin[l-1] is the old number of new layer l, input_origin[j] the old index of input j; None: new.
    restart: begin again from fresh weights, or where `state` stands: the run of a project, which fits set-up and data
    (`engine.project.resume` has found that out). store names the run as it was; recall names the run put by
    earlier that lost numbers (or, with restart, everything) are taken from.
    """

    setup: Setup
    dataset: Dataset
    layer_origin: Origin
    input_origin: Origin
    restart: bool = False
    store: str = ""
    recall: str = ""
    state: TrainingState | None = None


@dataclass(frozen=True)
class ParameterChange:
    """One number typed by hand: w[l]_k,j, or b[l]_k where j is None. k and j count from 0."""

    l: int
    k: int
    j: int | None
    value: float


@dataclass(frozen=True)
class _PutBy:
    """A run as it was before an edit."""

    network: Network
    state: TrainerState
    history: History


class Session:
    """Owns one trainer at a time. `apply` follows the document, `run_updates` trains, `observe` shows.

    It begins afresh, or exactly where the run of a project stands: `state`. Raises ValueError for one that is not of
    this set-up and data.
    """

    def __init__(self, setup: Setup, dataset: Dataset, state: TrainingState | None = None) -> None:
        self._setup = setup
        self._dataset = dataset
        self._trainer = build_trainer(setup, dataset)
        self._observer = Observer(dataset)
        self._put_by: OrderedDict[str, _PutBy] = OrderedDict()
        if state is None:
            self._trainer.record()
        else:
            go_on_from(self._trainer, state, dataset.m)

    @property
    def setup(self) -> Setup:
        """The set-up of now: that of the last change."""
        return self._setup

    @property
    def trainer(self) -> Trainer:
        """The trainer of now; an edit may replace it."""
        return self._trainer

    @property
    def dataset(self) -> Dataset:
        """The data of now."""
        return self._dataset

    @property
    def stored_names(self) -> tuple[str, ...]:
        """The runs that are put by for undo, the oldest first."""
        return tuple(self._put_by)

    @property
    def divergence(self) -> Divergence | None:
        """Where the run broke, if it did."""
        return self._trainer.divergence

    @property
    def updates_to_epoch_end(self) -> int:
        """How many updates are left in the present epoch; a whole epoch at its start."""
        per_epoch = self._trainer.updates_per_epoch
        return per_epoch - self._trainer.iteration_in_epoch

    def run_updates(self, count: int) -> None:
        """Make so many updates; fewer if the run diverges."""
        self._trainer.run_updates(count)

    def observe(
        self,
        wishes: Wishes,
        revision: int,
        state: str,
        updates_per_second: float,
        is_complete: bool = True,
    ) -> Snapshot:
        """A frozen picture of now; one that is not complete may have dear parts of a moment ago."""
        return self._observer.observe(self._trainer, wishes, revision, state, updates_per_second, is_complete)

    def project_state(self) -> TrainingState:
        """A copy of the run for a project; with `setup` it is what another session can go on from."""
        return state_of_training(self._trainer)

    def set_parameter(self, change: ParameterChange) -> None:
        """Write one weight or bias; a diverged run may go on from here."""
        network = self._trainer.network
        if change.j is None:
            network.b[change.l][change.k, 0] = change.value
        else:
            network.W[change.l][change.k, change.j] = change.value
        self._trainer.clear_divergence()

    def apply(self, change: Change) -> None:
        """Take an edit over, keeping what it need not touch."""
        recalled = self._put_by.get(change.recall)
        if change.store:
            self._store(change.store)
        before, self._setup = self._setup, change.setup
        new_data = change.dataset is not self._dataset
        self._dataset = change.dataset
        if new_data:
            self._observer = Observer(change.dataset)
        if change.restart:
            self._restart(change.state, recalled)
        elif _needs_another_network(before.network, change.setup.network):
            self._rebuild(change, recalled)
        else:
            self._tune(before, new_data)

    def _restart(self, state: TrainingState | None, recalled: _PutBy | None) -> None:
        self._trainer = build_trainer(self._setup, self._dataset)
        if state is not None:
            go_on_from(self._trainer, state, self._dataset.m)
        elif recalled is not None and recalled.network.spec == self._setup.network:
            self._trainer.restore(recalled.state)
            self._trainer.history = recalled.history
        else:
            self._trainer.record()

    def _rebuild(self, change: Change, recalled: _PutBy | None) -> None:
        old = self._trainer
        network = transplant(
            old.network,
            change.setup.network,
            change.layer_origin,
            change.input_origin,
            seed=change.setup.weights_seed,
            base=recalled.network if recalled is not None else None,
        )
        history = old.history.remapped(change.layer_origin)
        self._trainer = build_trainer(self._setup, self._dataset, network)
        self._trainer.continue_from(old, history)

    def _tune(self, before: Setup, new_data: bool) -> None:
        trainer, after = self._trainer, self._setup
        trainer.clear_divergence()
        if after.network != before.network:
            trainer.set_rates(after.network.l1, after.network.l2)
        if after.training.alpha != before.training.alpha:
            trainer.alpha = after.training.alpha
        if after.training.optimizer != before.training.optimizer:
            trainer.set_optimizer(after.training.optimizer)
        if after.training.batch_size != before.training.batch_size:
            trainer.set_batch_size(after.training.batch_size)
        if new_data:
            trainer.replace_examples(examples_of(self._dataset, trainer.network))

    def _store(self, name: str) -> None:
        trainer = self._trainer
        self._put_by[name] = _PutBy(trainer.network.copy(), trainer.state(), trainer.history.copy())
        self._put_by.move_to_end(name)
        while len(self._put_by) > 1 and self._bytes_put_by() > PUT_BY_BYTES:
            self._put_by.popitem(last=False)

    def _bytes_put_by(self) -> int:
        # Optimiser state is at most two more vectors of the same length. Runs may share an order: it counts once.
        orders = {
            id(order): order.nbytes for order in (item.state.order.examples for item in self._put_by.values())
        }
        parameters = sum(4 * np.asarray(item.network.theta).nbytes for item in self._put_by.values())
        return parameters + sum(orders.values())


def _needs_another_network(before: NetworkSpec, after: NetworkSpec) -> bool:
    same = (before.inputs, before.layers, before.cost) == (after.inputs, after.layers, after.cost)
    return not same

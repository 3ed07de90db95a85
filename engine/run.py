"""From a set-up to something that trains: the data, the network with its start weights, the trainer."""

from __future__ import annotations

from engine.data import Dataset, build_dataset
from engine.network import Network
from engine.setup import Setup
from engine.trainer import Trainer


def build_trainer(setup: Setup, dataset: Dataset, network: Network | None = None) -> Trainer:
    """A trainer for a set-up that fits the data; without a network, one with fresh weights by the set-up's seed."""
    if network is None:
        network = Network(setup.network, seed=setup.weights_seed)
    data = dataset
    return Trainer(network, data.X_train, data.Y_train, setup.training, data.X_test, data.Y_test)


def build(setup: Setup) -> tuple[Setup, Dataset, Trainer]:
    """Data and trainer of a set-up, with the set-up fitted to the data (n[0], output layer, cost).

    Raises what `build_dataset` raises for data that can't be made.
    """
    dataset = build_dataset(setup.data)
    fitted = setup.fitted_to(dataset)
    return fitted, dataset, build_trainer(fitted, dataset)

"""From a set-up to something that trains: the data, the network with its start weights, the trainer."""

from __future__ import annotations

from engine.data import Dataset, build_dataset
from engine.network import Network
from engine.plan import Examples
from engine.setup import Setup
from engine.trainer import Trainer


def build_trainer(setup: Setup, dataset: Dataset, network: Network | None = None) -> Trainer:
    """A trainer for a set-up that fits the data; without a network, one with the set-up's start weights."""
    if network is None:
        network = start_network(setup)
    return Trainer.of_examples(network, examples_of(dataset, network), setup.training)


def start_network(setup: Setup) -> Network:
    """The network at its start: the given weights, or fresh ones by the set-up's seed.

    Raises ShapeError for given weights of another network.
    """
    network = Network(setup.network, seed=setup.weights_seed)
    if setup.weights is not None:
        setup.weights.put_into(network)
    return network


def examples_of(dataset: Dataset, network: Network) -> Examples:
    """The rows of the data themselves as a trainer of this network takes them. Raises ShapeError."""
    return Examples.fitting(network, dataset.rows, dataset.label_rows, dataset.m)


def build(setup: Setup) -> tuple[Setup, Dataset, Trainer]:
    """Data and trainer of a set-up, with the set-up fitted to the data (n[0], output layer, cost).

    Raises what `build_dataset` raises for data that can't be made.
    """
    dataset = build_dataset(setup.data)
    fitted = setup.fitted_to(dataset)
    return fitted, dataset, build_trainer(fitted, dataset)

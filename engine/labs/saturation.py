"""The lab of saturation (C7): the scale of the start decides where on g the units stand, and so how fast they learn.

A 2-8-8-1 network on the circle starts from W = scale times Xavier's. Of both hidden layers the activations a and the
slopes g'(z) over all training examples are counted, and the cost is followed for some updates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.data import DataSpec
from engine.labs.row import LabRow, Setting, Settings
from engine.propagation import forward
from engine.run import build
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.trainer import Trainer

Array = NDArray[np.float64]

UNITS = 8
BATCH = 10
CHUNK = 20
BINS = 40
FLAT = 0.05  # a slope below this share of the largest one: the unit hardly learns from this example
HIDDEN = ("tanh", "sigmoid", "relu", "leaky_relu")
LARGEST_SLOPE = {"sigmoid": 0.25}
BOUNDS = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}


@dataclass(frozen=True, eq=False)
class Spread:
    """How a and g'(z) of all hidden units are spread at the start. Counts are shares of 1 in bins between edges.

    saturated: the share of slopes below 5 % of the largest slope of g. mean_slope: their mean.
    """

    a_edges: Array
    a_shares: Array
    slope_edges: Array
    slope_shares: Array
    saturated: float
    mean_slope: float


@dataclass(frozen=True, eq=False)
class Descent:
    """J over all training examples at updates 0, 20, 40, ..."""

    updates: Array
    J: Array
    diverged: bool = False


def trainer_of(settings: Settings, scale: float) -> Trainer:
    """The network at its start, W = scale times Xavier's, with its data."""
    seed = int(settings["seed"])
    hidden = LayerSpec(UNITS, str(settings["activation"]))
    spec = NetworkSpec(2, (hidden, hidden, LayerSpec(1, "sigmoid")))
    training = TrainingSpec(alpha=float(settings["alpha"]), batch_size=BATCH, seed=seed)
    trainer = build(Setup(DataSpec("circle"), spec, training, weights_seed=seed))[2]
    trainer.records_epochs = False
    for W_l in trainer.network.W[1:]:
        W_l *= scale
    trainer.clear_divergence()
    return trainer


def spread_of(settings: Settings) -> Spread:
    """The hidden units at the start."""
    trainer = trainer_of(settings, float(settings["scale"]))
    key = str(settings["activation"])
    activation = ACTIVATIONS[key]
    with np.errstate(all="ignore"):
        network = trainer.network
        caches = forward(trainer.X, network.W[1:], network.b[1:], network.spec.layers)[1][:-1]
        slopes = np.concatenate([activation.slope(c.Z, c.A, c.leaky_slope).ravel() for c in caches])
    a = np.concatenate([cache.A.ravel() for cache in caches])
    low, high = BOUNDS.get(key, (min(0.0, float(a.min())), max(1.0, float(a.max()))))
    largest = LARGEST_SLOPE.get(key, 1.0)
    a_shares, a_edges = np.histogram(a, BINS, (low, high))
    slope_shares, slope_edges = np.histogram(slopes, BINS, (0.0, largest))
    return Spread(
        a_edges,
        a_shares / a.size,
        slope_edges,
        slope_shares / slopes.size,
        float(np.mean(slopes < FLAT * largest)),
        float(slopes.mean()),
    )


def descent(settings: Settings, scale: float) -> Iterator[Descent]:
    """The cost after 0, 20, 40, ... updates up to the wanted number, from this scale of the start."""
    trainer = trainer_of(settings, scale)
    updates, J = [0], [trainer.measure().cost_train]
    yield Descent(np.array(updates), np.array(J))
    while updates[-1] < int(settings["updates"]):
        trainer.run_updates(min(CHUNK, int(settings["updates"]) - updates[-1]))
        if trainer.divergence is not None:
            yield Descent(np.array(updates), np.array(J), diverged=True)
            return
        updates.append(trainer.iteration)
        J.append(trainer.measure().cost_train)
        yield Descent(np.array(updates), np.array(J))


@dataclass(frozen=True, eq=False)
class Study:
    """All that is seen: the start, the cost from there, and the cost from scale 1."""

    spread: Spread
    here: Descent
    usual: Descent


def study(settings: Settings) -> Iterator[Study]:
    """The start, then both descents side by side."""
    spread = spread_of(settings)
    pair = (descent(settings, float(settings["scale"])), descent(settings, 1.0))
    here, usual = next(pair[0]), next(pair[1])
    yield Study(spread, here, usual)
    while True:
        later = [next(run, None) for run in pair]
        if later == [None, None]:
            return
        here, usual = later[0] or here, later[1] or usual
        yield Study(spread, here, usual)


def facts(settings: Settings) -> dict[str, float]:
    """saturated (percent), mean_slope, J0 and J at the wanted number of updates, J_1: the same from scale 1."""
    spread = spread_of(settings)
    *_, here = descent(settings, float(settings["scale"]))
    *_, usual = descent(settings, 1.0)
    return {
        "saturated": 100 * spread.saturated,
        "mean_slope": spread.mean_slope,
        "J0": float(here.J[0]),
        "J": float(here.J[-1]),
        "J_1": float(usual.J[-1]),
    }


ROW = LabRow(
    "saturation",
    "Saturation",
    "C7",
    "Large start weights push sigmoid and tanh onto their flat ends, and learning stalls from the start",
    {
        "activation": Setting("tanh", choices=HIDDEN, about="of the hidden units"),
        "scale": Setting(1.0, 0.01, 100.0, about="W starts as so many times Xavier's"),
        "alpha": Setting(0.1, 0.001, 3.0, about="learning rate"),
        "updates": Setting(1000, 0, 3000, about="how long the cost is followed"),
        "seed": Setting(0, 0, 999, about="of W and of the mini-batches"),
    },
    facts,
)

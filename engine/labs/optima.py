"""The lab of local optima (C2): XOR on a 2-2-1 tanh network from many seeds, W = randn, b = 0, all four points a batch.

Some runs end near J = 0, others stay for good where half of the points remain undecided: J = (log 2)/2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.labs.row import LabRow, Setting, Settings
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.trainer import Trainer

Array = NDArray[np.float64]

X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
Y = np.array([[0.0, 1.0, 1.0, 0.0]])
SPEC = NetworkSpec(2, (LayerSpec(2, "tanh"), LayerSpec(1, "sigmoid")))
POINTS = 100  # of each curve
GOOD = 0.05  # J below it: every point is decided, and rightly


@dataclass(frozen=True, eq=False)
class Run:
    """One seed. updates and J: (points,), the curve from the start on; yhat: (4,), of the four points at the end."""

    seed: int
    updates: Array
    J: Array
    yhat: Array

    @property
    def is_good(self) -> bool:
        """Whether it found its way down."""
        return bool(self.J[-1] < GOOD)


def start_of(seed: int) -> Network:
    """The 2-2-1 network of a seed: W = randn, b = 0."""
    network = Network(SPEC)
    rng = np.random.default_rng(seed)
    for W_l in network.W[1:]:
        W_l[...] = rng.standard_normal(W_l.shape)
    return network


def run_of(seed: int, alpha: float, updates: int) -> Run:
    """Train one seed for so many updates."""
    trainer = Trainer(start_of(seed), X, Y, TrainingSpec(alpha=alpha))
    trainer.records_epochs = False
    moments = np.unique(np.linspace(0, updates, POINTS).astype(int))
    J = []
    for moment in moments:
        trainer.run_updates(int(moment) - trainer.iteration)
        J.append(trainer.network.cost(X, Y))
    return Run(seed, moments.astype(float), np.array(J), trainer.network.forward(X)[0])


def runs(settings: Settings) -> Iterator[Run]:
    """One seed after the other."""
    for seed in range(int(settings["seeds"])):
        yield run_of(seed, float(settings["alpha"]), int(settings["updates"]))


def facts(settings: Settings) -> dict[str, float]:
    """good and stuck: how many seeds end where; J_good and J_stuck: the median of either; log2_half: (log 2)/2."""
    found = list(runs(settings))
    good = [float(run.J[-1]) for run in found if run.is_good]
    stuck = [float(run.J[-1]) for run in found if not run.is_good]
    return {
        "good": float(len(good)),
        "stuck": float(len(stuck)),
        "J_good": float(np.median(good)) if good else float("nan"),
        "J_stuck": float(np.median(stuck)) if stuck else float("nan"),
        "log2_half": float(np.log(2) / 2),
    }


ROW = LabRow(
    "optima",
    "Local optima",
    "C2",
    "The cost of a network is no bowl: where a run ends depends on where it starts",
    {
        "seeds": Setting(20, 1, 50, about="how many starts are tried"),
        "alpha": Setting(0.3, 0.01, 3.0, about="learning rate"),
        "updates": Setting(3000, 100, 10_000, about="of each run"),
    },
    facts,
)

"""The lab of symmetry (C7): hidden units that start alike stay alike, units that start differently part.

A 2-4-1 network learns the same data from two starts side by side; of every hidden unit k the weights w[1]_k1 and
w[1]_k2 are kept after each update.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data import DataSpec
from engine.labs.row import LabRow, Setting, Settings
from engine.run import build
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec

Array = NDArray[np.float64]

UNITS = 4
BATCH = 10
CHUNK = 10
CONSTANT = 0.5
NOISE = 20  # percent
DATA = ("gauss", "xor", "circle")
STARTS = ("zeros", "constant", "small_random", "xavier")
ACTIVATIONS = ("tanh", "sigmoid", "relu")
SIDES = ("left", "right")


@dataclass(frozen=True, eq=False)
class Paths:
    """One network after some updates. W1: (updates + 1, units, 2), the hidden units' weights from the start on.

    W2: (updates + 1, units); b2: (updates + 1,), the output's bias; J: (updates + 1,), over all training examples.
    """

    W1: Array
    W2: Array
    b2: Array
    J: Array

    @property
    def updates(self) -> int:
        """Updates made."""
        return len(self.J) - 1

    @property
    def spread(self) -> Array:
        """(updates + 1,): the largest difference between two hidden units in any of their weights; 0: identical."""
        return np.asarray((self.W1.max(axis=1) - self.W1.min(axis=1)).max(axis=1))


def setup_of(settings: Settings, side: str) -> Setup:
    """The set-up of a side, "left" or "right"; its start "constant" is put in by `Learner`."""
    start = str(settings[side])
    spec = NetworkSpec(
        2,
        (LayerSpec(UNITS, str(settings["activation"])), LayerSpec(1, "sigmoid")),
        initialization="zeros" if start == "constant" else start,
    )
    seed = int(settings["seed"])
    training = TrainingSpec(alpha=float(settings["alpha"]), batch_size=BATCH, seed=seed)
    return Setup(DataSpec(str(settings["data"]), noise=NOISE), spec, training, weights_seed=seed)


class Learner:
    """One network that is trained update by update, with its weights kept."""

    def __init__(self, setup: Setup, start: str) -> None:
        self._trainer = build(setup)[2]
        self._trainer.records_epochs = False
        if start == "constant":
            for W_l in self._trainer.network.W[1:]:
                W_l[...] = CONSTANT
        self._kept: list[tuple[Array, Array, float, float]] = []
        self._keep()

    def run(self, updates: int) -> None:
        """So many updates."""
        for _ in range(updates):
            self._trainer.step()
            self._keep()

    def _keep(self) -> None:
        network = self._trainer.network
        J = self._trainer.measure().cost_train
        W1, W2 = (np.array(W_l, np.float64) for W_l in network.W[1:])
        self._kept.append((W1, W2[0], float(network.b[2][0, 0]), J))

    def paths(self) -> Paths:
        """What was kept so far."""
        W1, W2, b2, J = (np.array(part) for part in zip(*self._kept, strict=True))
        return Paths(W1, W2, b2, J)


def race(settings: Settings) -> Iterator[tuple[Paths, Paths]]:
    """Both networks after 0, 10, 20, ... updates up to the wanted number."""
    pair = tuple(Learner(setup_of(settings, side), str(settings[side])) for side in SIDES)
    left = int(settings["updates"])
    yield pair[0].paths(), pair[1].paths()
    while left > 0:
        for learner in pair:
            learner.run(min(CHUNK, left))
        left -= CHUNK
        yield pair[0].paths(), pair[1].paths()


def facts(settings: Settings) -> dict[str, float]:
    """spread, J, largest |w[1]|, |w[2]| and b2 of both sides after the wanted number of updates."""
    found: dict[str, float] = {}
    for side in SIDES:
        learner = Learner(setup_of(settings, side), str(settings[side]))
        learner.run(int(settings["updates"]))
        paths = learner.paths()
        found |= {
            f"spread_{side}": float(paths.spread[-1]),
            f"J_{side}": float(paths.J[-1]),
            f"largest_W1_{side}": float(np.abs(paths.W1[-1]).max()),
            f"largest_W2_{side}": float(np.abs(paths.W2[-1]).max()),
            f"b2_{side}": float(paths.b2[-1]),
        }
    return found


ROW = LabRow(
    "symmetry",
    "Symmetry",
    "C7",
    "Hidden units that start alike stay alike for ever; a small random start lets them part",
    {
        "left": Setting("zeros", choices=STARTS, about="how W of the left network starts"),
        "right": Setting("small_random", choices=STARTS, about="how W of the right network starts"),
        "activation": Setting("tanh", choices=ACTIVATIONS, about="of the hidden units"),
        "data": Setting("circle", choices=DATA, about="what is learned"),
        "alpha": Setting(0.5, 0.01, 5.0, about="learning rate of both"),
        "updates": Setting(400, 0, 1000, about="how many updates are made"),
        "seed": Setting(0, 0, 999, about="of W and of the mini-batches"),
    },
    facts,
)

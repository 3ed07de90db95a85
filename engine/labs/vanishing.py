"""The lab of vanishing gradients (C6, C8): two deep networks side by side, and how large dW[l] is in every layer.

Data, batches and seed are the same for both; only the activation and the start of W differ. A layer's number is the
root mean square of the entries of dW[l] of an update's mini-batch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data import DataSpec
from engine.initializers import INITIALIZERS
from engine.labs.row import LabRow, Setting, Settings
from engine.run import build
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.trainer import Trainer

Array = NDArray[np.float64]

UNITS = 8
BATCH = 30
LAST = 20  # updates whose mean is called "now"
CHUNK = 10  # updates between two reports
HIDDEN = ("sigmoid", "tanh", "relu", "leaky_relu")
SIDES = ("left", "right")


@dataclass(frozen=True, eq=False)
class Progress:
    """One network after some updates. sizes: (updates, L), row t the rms of dW[1] ... dW[L] in update t + 1.

    now: (L,), the mean of the last updates. J and accuracy (percent) over the training examples.
    """

    sizes: Array
    now: Array
    J: float
    accuracy: float
    diverged: bool = False

    @property
    def updates(self) -> int:
        """Updates made."""
        return len(self.sizes)

    @property
    def means(self) -> Array:
        """(updates, L): sizes, each the mean of the last 20 updates up to there."""
        sums = np.cumsum(np.vstack((np.zeros((1, self.sizes.shape[1])), self.sizes)), axis=0)
        ends = np.arange(1, len(sums))
        begins = np.maximum(ends - LAST, 0)
        return np.asarray((sums[ends] - sums[begins]) / (ends - begins)[:, np.newaxis])

    @property
    def ratio(self) -> float:
        """How many times larger the gradient of the last layer is than that of layer 1; NaN before an update."""
        return float(self.now[-1] / self.now[0]) if self.updates and self.now[0] > 0 else float("nan")


def setup_of(settings: Settings, side: str) -> Setup:
    """The set-up of a side, "left" or "right": L - 1 hidden layers of 8 units on the circle."""
    hidden = LayerSpec(UNITS, str(settings[side]))
    layers = (*(hidden for _ in range(int(settings["layers"]) - 1)), LayerSpec(1, "sigmoid"))
    return Setup(
        DataSpec("circle"),
        NetworkSpec(2, layers, initialization=str(settings[f"{side}_start"])),
        TrainingSpec(alpha=float(settings["alpha"]), batch_size=BATCH, seed=int(settings["seed"])),
        weights_seed=int(settings["seed"]),
    )


class Contender:
    """One network that is trained update by update, with its gradients kept."""

    def __init__(self, setup: Setup) -> None:
        self._trainer: Trainer = build(setup)[2]
        self._trainer.records_epochs = False
        self._sizes: list[Array] = []

    def run(self, updates: int) -> None:
        """So many updates; fewer if the run diverges."""
        for _ in range(updates):
            self._trainer.step()
            if self._trainer.divergence is not None:
                return
            dW = self._trainer.gradient().dW[1:]
            self._sizes.append(np.array([np.sqrt(np.mean(dW_l**2)) for dW_l in dW]))

    def progress(self) -> Progress:
        """Where it stands."""
        L = self._trainer.network.spec.L
        sizes = np.array(self._sizes).reshape(-1, L)
        now = sizes[-LAST:].mean(axis=0) if len(sizes) else np.full(L, np.nan)
        measured = self._trainer.measure()
        accuracy = 100 * (measured.accuracy_train or 0.0)  # two classes: there always is one
        return Progress(sizes, now, measured.cost_train, accuracy, self._trainer.divergence is not None)


def race(settings: Settings) -> Iterator[tuple[Progress, Progress]]:
    """Both networks after 0, 10, 20, ... updates up to the wanted number."""
    pair = tuple(Contender(setup_of(settings, side)) for side in SIDES)
    left = int(settings["updates"])
    yield pair[0].progress(), pair[1].progress()
    while left > 0:
        for contender in pair:
            contender.run(min(CHUNK, left))
        left -= CHUNK
        yield pair[0].progress(), pair[1].progress()


def facts(settings: Settings) -> dict[str, float]:
    """ratio, J, accuracy and dW1 ... dWL of both sides after the wanted number of updates."""
    found: dict[str, float] = {}
    for side in SIDES:
        contender = Contender(setup_of(settings, side))
        contender.run(int(settings["updates"]))
        now = contender.progress()
        found |= {f"ratio_{side}": now.ratio, f"J_{side}": now.J, f"accuracy_{side}": now.accuracy}
        found |= {f"dW{l}_{side}": float(size) for l, size in enumerate(now.now, start=1)}
    return found


ROW = LabRow(
    "vanishing",
    "Vanishing gradients",
    "C8",
    "How much of the gradient reaches the first layers of a deep network, for two activations and starts of W",
    {
        "layers": Setting(6, 2, 10, about="L, the output layer counted"),
        "left": Setting("sigmoid", choices=HIDDEN, about="activation of the left network's hidden layers"),
        "left_start": Setting(
            "xavier", choices=tuple(INITIALIZERS), about="how W of the left network starts"
        ),
        "right": Setting("relu", choices=HIDDEN, about="activation of the right network's hidden layers"),
        "right_start": Setting("he", choices=tuple(INITIALIZERS), about="how W of the right network starts"),
        "alpha": Setting(0.1, 1e-4, 10.0, about="learning rate of both"),
        "updates": Setting(300, 0, 1000, about="how many updates are made"),
        "seed": Setting(3, 0, 999, about="of W and of the mini-batches"),
    },
    facts,
)

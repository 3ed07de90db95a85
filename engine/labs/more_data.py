"""The lab of data and size (C1): the test error against m, for three sizes of network and a kernel SVM.

The examples are drawn at random and labelled by a fixed network, the teacher, which no learner sees. The three
networks are trained live. The SVM's errors were measured once with scikit-learn by script/make_svm_curve and lie in
assets/data/more_data_svm.csv.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.data.location import data_folder
from engine.labs.row import LabRow, Setting, Settings
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.trainer import Trainer

Array = NDArray[np.floating]

INPUTS, TEACHER_UNITS = 6, 10
TEST_EXAMPLES = 4000
COUNTS = (30, 100, 300, 1000, 3000, 10_000)
SIZES: dict[str, tuple[int, ...]] = {"small": (2,), "medium": (8,), "large": (32, 32)}
ALPHA, BATCH = 0.003, 32
SVM_FILE = "more_data_svm.csv"


@dataclass(frozen=True, eq=False)
class Examples:
    """X (6, m) and Y (1, m) of the largest training set, whose first columns are the smaller ones; and of the test."""

    X: Array
    Y: Array
    X_test: Array
    Y_test: Array


@dataclass(frozen=True)
class Outcome:
    """One network after its training: which size, on how many examples, and its test error in percent."""

    size: str
    m: int
    error: float


@lru_cache(maxsize=1)
def examples() -> Examples:
    """The examples; the same on every machine."""
    rng = np.random.default_rng(1)
    X_test = rng.standard_normal((INPUTS, TEST_EXAMPLES))
    X = rng.standard_normal((INPUTS, max(COUNTS)))
    return Examples(X, _labels(X), X_test, _labels(X_test))


def _labels(X: Array) -> Array:
    """What the teacher says, (1, m): a 6-10-10-1 tanh network whose two answers are equally frequent."""
    rng = np.random.default_rng(0)
    W1 = 1.5 * rng.standard_normal((TEACHER_UNITS, INPUTS))
    b1 = rng.standard_normal((TEACHER_UNITS, 1))
    W2 = 1.2 * rng.standard_normal((TEACHER_UNITS, TEACHER_UNITS))
    b2 = rng.standard_normal((TEACHER_UNITS, 1))
    W3 = rng.standard_normal((1, TEACHER_UNITS))

    def answer(inputs: Array) -> Array:
        return np.asarray(W3 @ np.tanh(W2 @ np.tanh(W1 @ inputs + b1) + b2))

    middle = np.median(answer(rng.standard_normal((INPUTS, 20_000))))
    return (answer(X) > middle).astype(float)


def spec_of(size: str) -> NetworkSpec:
    """The network of a size: tanh inside, sigmoid out."""
    hidden = tuple(LayerSpec(units, "tanh") for units in SIZES[size])
    return NetworkSpec(INPUTS, (*hidden, LayerSpec(1, "sigmoid")))


def error_of(network: Network) -> float:
    """Percent of the test examples that it gets wrong."""
    data = examples()
    return 100 * float(np.mean((network.forward(data.X_test) > 0.5) != data.Y_test))


def outcomes(settings: Settings) -> Iterator[Outcome | None]:
    """One outcome after the other, the small sets first; None at times in between, so that it can be stopped."""
    data, updates, seed = examples(), int(settings["updates"]), int(settings["seed"])
    for m in COUNTS:
        for size in SIZES:
            network = Network(spec_of(size), seed=seed)
            training = TrainingSpec("adam", ALPHA, min(BATCH, m), seed)
            trainer = Trainer(network, data.X[:, :m], data.Y[:, :m], training)
            trainer.records_epochs = False
            while trainer.iteration < updates:
                trainer.run_updates(min(500, updates - trainer.iteration))
                yield None
            yield Outcome(size, m, error_of(network))


@lru_cache(maxsize=1)
def svm_errors() -> dict[int, float]:
    """m to the SVM's test error in percent, as it was measured."""
    rows = np.loadtxt(data_folder() / SVM_FILE, delimiter=",", skiprows=1)
    return {int(m): float(error) for m, error in rows}


def facts(_settings: Settings) -> dict[str, float]:
    """svm_30, svm_100, ...: the SVM's test errors in percent. The networks' take longer: they are trained live."""
    return {f"svm_{m}": error for m, error in svm_errors().items()}


ROW = LabRow(
    "more-data",
    "More data, bigger network",
    "C1",
    "The error against the number of examples, for three sizes of network and a simpler model",
    {
        "m": Setting(1000, COUNTS[0], COUNTS[-1], about="the number of examples that is read off"),
        "updates": Setting(6000, 500, 20_000, about="of each network's training"),
        "seed": Setting(0, 0, 999, about="of the networks' start weights"),
    },
    facts,
)

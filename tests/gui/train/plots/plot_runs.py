"""Snapshots for the tests of the plots: made up where a value must be exact, trained where a picture must be real."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from engine.data import DataSpec
from engine.observe import Observer
from engine.run import build
from engine.setup import Setup
from engine.snapshot import Curves, Divergence, Snapshot, Wishes
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from tests.gui.train.output.output_runs import run_of

NAN = float("nan")


def setup_of(L: int = 3, **network: Any) -> Setup:
    hidden = tuple(LayerSpec(4) for _ in range(L - 1))
    training = TrainingSpec(batch_size=10)
    return Setup(network=NetworkSpec(2, (*hidden, LayerSpec(1, "sigmoid")), **network), training=training)


def dataset():
    return run_of("circle").dataset


def snapshot(
    train: Any = (0.7, 0.5, 0.3),
    test: Any = None,
    rms: Any = None,
    L: int = 3,
    now: tuple[float, float] | None = None,
    rms_now: Any = None,
    state: str = "paused",
    regularization: float = 0.05,
    broken: bool = False,
    **fields: Any,
) -> Snapshot:
    """Row i is epoch i. train, test: costs or (low, high); rms: (rows, L); now: the present costs, else the last."""
    low, high = _pair(train)
    test_low, test_high = _pair(test if test is not None else (low + 0.1, high + 0.1))
    rows = len(low)
    sizes = np.full((rows, L), 10.0) ** -np.arange(1, L + 1) if rms is None else np.asarray(rms, float)
    rest = {"regularization": np.full(rows, regularization), "accuracy_train": np.full(rows, NAN)}
    rest |= {"accuracy_test": np.full(rows, NAN), "rms_dW": sizes, "rms_db": sizes}
    epochs = np.arange(rows, dtype=float)
    curves = Curves(
        (epochs * 25).astype(np.int64),
        epochs,
        {"cost_train": low, "cost_test": test_low, **rest},
        {"cost_train": high, "cost_test": test_high, **rest},
    )
    last = (low[-1], test_low[-1]) if rows else (NAN, NAN)
    sizes_now = tuple(rms_now if rms_now is not None else sizes[-1] if rows else [NAN] * L)
    made = Snapshot(
        revision=0,
        iteration=25 * max(0, rows - 1),
        epoch=max(0, rows - 1),
        sizes=(2, *[4] * (L - 1), 1),
        W=(None,) * (L + 1),
        b=(None,) * (L + 1),
        dW=(None,) * (L + 1),
        db=(None,) * (L + 1),
        cost_train=float((now or last)[0]),
        cost_test=float((now or last)[1]),
        regularization=regularization,
        accuracy_train=None,
        accuracy_test=None,
        rms_dW=tuple(float(size) for size in sizes_now),
        rms_db=tuple(float(size) for size in sizes_now),
        curves=curves,
        state=state,
        divergence=Divergence(1, 1, "W") if broken else None,
    )
    return replace(made, **fields)


def long_snapshot(rows: int = 2048, L: int = 3, **fields: Any) -> Snapshot:
    """A million noisy updates, as the history keeps them: buckets of low and high."""
    generator = np.random.default_rng(0)
    low = generator.uniform(0.1, 0.2, rows)
    rms = 10.0 ** generator.uniform(-4, -1, (rows, L))
    return snapshot((low, low + generator.uniform(0, 0.3, rows)), rms=rms, L=L, **fields)


def trained(activation: str, hidden: tuple[int, ...], epochs: int = 20) -> tuple[Setup, Snapshot]:
    layers = (*(LayerSpec(n, activation) for n in hidden), LayerSpec(1, "sigmoid"))
    asked = Setup(
        DataSpec("circle", seed=2), NetworkSpec(2, layers), TrainingSpec(alpha=0.03, batch_size=10), 1
    )
    setup, data, trainer = build(asked)
    trainer.record()
    trainer.run_epochs(epochs)
    return setup, Observer(data).observe(trainer, Wishes(unit_grid=0, output_grid=0, distributions=True), 0)


def _pair(values: Any) -> tuple[np.ndarray, np.ndarray]:
    if isinstance(values, tuple) and len(values) == 2 and np.ndim(values[0]) == 1:
        return np.asarray(values[0], float), np.asarray(values[1], float)
    array = np.asarray(values, float)
    return array, array.copy()

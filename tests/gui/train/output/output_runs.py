"""Really trained runs for the tests of the output column: short, seeded, made once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from engine.data import Dataset, DataSpec
from engine.observe import Observer
from engine.run import build
from engine.setup import Setup
from engine.snapshot import Snapshot, Wishes
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec

EPOCHS = {"circle": 60, "digits": 3}


@dataclass(frozen=True)
class Run:
    """A set-up, its data and moments of its training."""

    setup: Setup
    dataset: Dataset
    trainer: Any

    def snapshot(self, **wishes: Any) -> Snapshot:
        wanted = replace(Wishes(unit_grid=0, output_grid=40), **wishes)
        return Observer(self.dataset).observe(self.trainer, wanted, 0)


@cache
def run_of(source: str, **data: Any) -> Run:
    network = NetworkSpec(2, (LayerSpec(6), LayerSpec(1, "sigmoid")))
    training = TrainingSpec(optimizer="adam", alpha=0.02, batch_size=20)
    setup, dataset, trainer = build(Setup(DataSpec(source, seed=1, **data), network, training))
    trainer.run_epochs(EPOCHS.get(source, 20))
    return Run(setup, dataset, trainer)

"""Really trained runs, and places, for the tests of the network drawing: short, seeded, made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from engine.data import Dataset, DataSpec
from engine.observe import Observer
from engine.run import build
from engine.setup import Setup
from engine.snapshot import Snapshot, Wishes
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from gui.train.network.geometry import place_network
from gui.train.network.head_places import head_height
from gui.train.network.places import Places, Shape

UPDATES = 60


@dataclass(frozen=True)
class Run:
    """A set-up, its data and a moment of its training."""

    setup: Setup
    dataset: Dataset
    trainer: Any

    def snapshot(self, state: str = "paused", **wishes: Any) -> Snapshot:
        wanted = Wishes(**{"unit_grid": 24, "output_grid": 0, "confusion": False, **wishes})
        return Observer(self.dataset).observe(self.trainer, wanted, 0, state)


@cache
def run_of(
    source: str = "circle", hidden: tuple[int, ...] = (4, 2), activation: str = "tanh", **data: Any
) -> Run:
    layers = (*(LayerSpec(units, activation) for units in hidden), LayerSpec(1, "sigmoid"))
    training = TrainingSpec(optimizer="adam", alpha=0.02, batch_size=20)
    setup, dataset, trainer = build(Setup(DataSpec(source, seed=1, **data), NetworkSpec(2, layers), training))
    trainer.run_updates(UPDATES)
    return Run(setup, dataset, trainer)


@cache
def places_of(sizes: tuple[int, ...], width: float = 776, height: float = 517, **shape: Any) -> Places:
    """Places in a view of this size, its heads taken off."""
    described = Shape(sizes, **{"is_low": height < 450, **shape})
    return place_network(described, width, height - head_height(described, width))

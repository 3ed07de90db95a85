"""Tapes to step through in the tests of the window."""

from __future__ import annotations

from functools import cache

from engine.asset_paths import asset_path
from engine.run import build
from engine.setup import Setup, read_setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.exercises import load_preset
from engine.step.moment import take_moment
from engine.step.tape import Tape, record_tape


@cache
def worked_example() -> Tape:
    """C9: 2-3-1, one example, 17 rows."""
    _, _, trainer = build(load_preset("worked-example"))
    return record_tape(take_moment(trainer))


@cache
def start_network(updates: int = 20) -> Tape:
    """The circle's 2-4-2-1 after some updates, a batch of 10."""
    _, _, trainer = build(Setup())
    trainer.run_updates(updates)
    return record_tape(take_moment(trainer))


@cache
def diverged_network() -> Tape:
    """The plane's 2-6-6-1 that diverges at update 343: J is 1.5e289, and all units of its first layer are dead."""
    _, _, trainer = build(read_setup(asset_path("setups", "diverged.json")))
    trainer.record()
    trainer.run_updates(1000)
    return record_tape(take_moment(trainer))


@cache
def tall_network() -> Tape:
    """2-64-32-1 on the circle."""
    network = NetworkSpec(2, (LayerSpec(64, "relu"), LayerSpec(32, "relu"), LayerSpec(1, "sigmoid")))
    _, _, trainer = build(Setup(network=network, training=TrainingSpec("adam", 0.01, 10)))
    return record_tape(take_moment(trainer))

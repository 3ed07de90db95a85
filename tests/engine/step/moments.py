"""Trainers and moments for the tests of the tape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from engine.spec import NetworkSpec, TrainingSpec
from engine.step.moment import Columns, Moment, take_moment
from engine.step.row import Row
from engine.step.tape import Tape, record_tape
from engine.trainer import Trainer
from tests.engine.networks import HIDDEN, all_ends, examples_for, network_spec, random_network

RATES: tuple[dict[str, float], ...] = ({}, {"l1": 0.02, "l2": 0.3})


def trainer_of(spec: NetworkSpec, m: int = 7, seed: int = 0, **training: Any) -> Trainer:
    X, Y = examples_for(spec, m, seed)
    wishes = {"alpha": 0.05, "seed": 3, **training}
    return Trainer(random_network(spec, seed), X, Y, TrainingSpec(**wishes))


def moment_of(
    spec: NetworkSpec, m: int = 7, columns: Columns = "batch", updates: int = 0, **more: Any
) -> Moment:
    trainer = trainer_of(spec, m, **more)
    trainer.run_updates(updates)
    return take_moment(trainer, columns)


def tape_of(spec: NetworkSpec, m: int = 7, columns: Columns = "batch", updates: int = 0, **more: Any) -> Tape:
    return record_tape(moment_of(spec, m, columns, updates, **more))


def all_specs() -> Iterator[NetworkSpec]:
    """Every cost and output with every hidden activation, regularisation off and on."""
    for cost, output in all_ends():
        for hidden in HIDDEN:
            for rates in RATES:
                yield network_spec((3, 4, 2), (hidden, output), cost, **rates)


def name_of(spec: NetworkSpec) -> str:
    activations = "-".join(layer.activation for layer in spec.layers)
    return f"{activations} {spec.cost}{' regularised' if spec.l1 else ''}"


def saturated_spec(cost: str, output: str) -> NetworkSpec:
    return network_spec((2, 3, 3), ("tanh", output), cost)


def saturated_tape(cost: str, output: str, size: float, m: int = 5) -> Tape:
    """Outputs that have rounded to 0 or 1, with labels that are right and labels that are wrong."""
    spec = saturated_spec(cost, output)
    X, Y = examples_for(spec, m, 4)
    network = random_network(spec, 4)
    network.W[2][...] *= size
    return record_tape(take_moment(Trainer(network, X, Y, TrainingSpec())))


def cells(row: Row) -> Iterator[tuple[int, int, int]]:
    """(equation, k, i) of every cell of every result of a row."""
    for index, equation in enumerate(row.equations):
        for k, i in np.ndindex(equation.result.array.shape):
            yield index, k, i


def names(tape: Tape) -> Sequence[str]:
    return [row.name for row in tape.rows]

"""Every number that a scene shows when it opens, by a plain name: what facts and questions compute with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from engine.evaluation import Measurement
from engine.labs import table as labs
from engine.lessons.errors import LessonFault
from engine.lessons.lesson import GraphValues, LabValues, Scene, StepValues, TrainValues
from engine.lessons.setups import dataset_of
from engine.run import build_trainer
from engine.step.moment import Array, take_moment
from engine.step.tape import Tape, record_tape
from engine.trainer import Trainer

# Of larger arrays only the first rows and columns have names.
MOST_ROWS, MOST_COLUMNS = 64, 64
OPTIONAL_PERCENT = float("nan")

Values = dict[str, float]


def scene_values(scene: Scene) -> Values:
    """The numbers by name (docs/lessons.md lists them). Takes up to about two seconds: not for the window's thread.

    Raises ValueError with one sentence where they can't be computed.
    """
    values = scene.opened_with
    if isinstance(values, TrainValues):
        return _train_values(values)
    if isinstance(values, StepValues):
        return _step_values(values)
    if isinstance(values, GraphValues):
        return _graph_values(values)
    return _lab_values(values)


def tape_of(values: StepValues) -> Tape:
    """The tape that a step scene opens with. Raises LessonFault for an example that does not exist."""
    return _tape(values, _trained(values)[0])


def _trained(values: TrainValues | StepValues) -> tuple[Trainer, Measurement]:
    """The trainer after the scene's updates, and what was measured at its start."""
    trainer = build_trainer(values.setup, dataset_of(values.setup.data))
    trainer.records_epochs = False
    start = trainer.record()
    trainer.run_updates(values.updates)
    return trainer, start


def _tape(values: StepValues, trainer: Trainer) -> Tape:
    columns = values.columns
    try:
        return record_tape(take_moment(trainer, columns if isinstance(columns, str) else columns - 1))
    except IndexError as error:
        raise LessonFault(1, f"columns: {error}") from error


def _train_values(values: TrainValues) -> Values:
    trainer, start = _trained(values)
    found = _measured(trainer, start)
    for l in range(1, trainer.network.spec.L + 1):
        found |= _cells(f"W{l}", trainer.network.W[l]) | _cells(f"b{l}", trainer.network.b[l], vector=True)
    return found


def _measured(trainer: Trainer, start: Measurement) -> Values:
    now, spec = trainer.measure(), trainer.network.spec
    found: Values = {
        "J0": start.cost_train,
        "J": now.cost_train,
        "parameters": spec.parameter_count,
        "L": spec.L,
        "m": trainer.Y.shape[1],
        "alpha": trainer.alpha,
        "updates": trainer.iteration,
        "epochs": trainer.epoch,
        "updates_per_epoch": trainer.updates_per_epoch,
    }
    optional = {
        "J0_test": start.cost_test,
        "J_test": now.cost_test,
        "accuracy0": _percent(start.accuracy_train),
        "accuracy": _percent(now.accuracy_train),
        "accuracy0_test": _percent(start.accuracy_test),
        "accuracy_test": _percent(now.accuracy_test),
    }
    found |= {name: value for name, value in optional.items() if np.isfinite(value)}
    found |= {f"n{l}": float(n) for l, n in enumerate(spec.sizes)}
    if trainer.divergence is not None:
        found["diverged_at"] = trainer.divergence.iteration
    for l in range(1, spec.L + 1):
        found |= {f"dW{l}": now.rms_dW[l - 1], f"db{l}": now.rms_db[l - 1]}
    return {name: float(value) for name, value in found.items()}


def _percent(share: float | None) -> float:
    return 100 * share if share is not None else OPTIONAL_PERCENT


def _step_values(values: StepValues) -> Values:
    trainer, start = _trained(values)
    found = _measured(trainer, start)
    tape = _tape(values, trainer)
    moment = tape.moment
    found |= {"J_train": found["J"], "J": tape.cost_before, "J_after": tape.cost_after, "m": float(moment.m)}
    found |= _cells("X", moment.X) | _cells("Y", moment.Y)
    for l in range(1, moment.spec.L + 1):
        found |= _cells(f"W{l}", moment.W[l]) | _cells(f"b{l}", moment.b[l], vector=True)
    for row in tape.rows:
        if row.symbol == "J":
            continue
        is_bias = row.symbol in ("b", "db")
        name = f"{row.symbol}{row.layer}" + ("new" if row.phase == "update" else "")
        found |= _cells(name, row.value, vector=is_bias)
    return found


def _cells(name: str, array: Array, *, vector: bool = False) -> Values:
    """ "W1_2_1": row 2, column 1; of a bias, a vector, "b1_2"."""
    return {
        f"{name}_{k}" if vector else f"{name}_{k}_{j}": float(array[k - 1, j - 1])
        for k in range(1, min(array.shape[0], MOST_ROWS) + 1)
        for j in range(1, (1 if vector else min(array.shape[1], MOST_COLUMNS)) + 1)
    }


def _graph_values(values: GraphValues) -> Values:
    from engine.graph import build_graph, nudge

    graph = build_graph(values.expression, share=values.share)
    evaluation = graph.at(values.at)
    found: Values = {}
    for node in graph.nodes:
        found.setdefault(f"d{node.name}", evaluation.derivatives[node.index])
    # A variable that is called da wins over the derivative by a.
    found |= {node.name: evaluation.values[node.index] for node in graph.nodes}
    if values.nudge and not evaluation.faults:
        nudged = nudge(graph, values.at, values.nudge)
        for name, value in (("nudged", nudged.J_nudged), ("ratio", nudged.ratio)):
            found.setdefault(name, value)
    return found


def _lab_values(values: LabValues) -> Values:
    found = dict(_of_lab(values))
    if values.below is not None:
        for name, value in _of_lab(values.below):
            found[f"below_{name}"] = value
            found.setdefault(name, value)
    return found


def _of_lab(values: LabValues) -> Iterator[tuple[str, float]]:
    """Facts first, then the settings that are numbers and not facts already."""
    facts: Mapping[str, float] = labs.facts(values.key, values.settings)
    yield from ((name, float(value)) for name, value in facts.items())
    for name, value in values.settings.items():
        if name not in facts and isinstance(value, (int, float)) and not isinstance(value, bool):
            yield name, float(value)

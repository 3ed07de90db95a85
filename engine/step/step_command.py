"""Print one update in a terminal, number by number: `main.py step [FILE]`, as text or as one JSON object.

A project is stepped through from where it stands, with its parameters, the optimiser's memory and the very batch
that comes next. The tape goes to stdout, faults to stderr. Exit codes: 0 fine, 2 a file, example or argument that
can't be used, 3 the run diverged during the epochs before; the tape is then that of the last good update.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np

from engine.optimizers import OPTIMIZERS
from engine.project import Project
from engine.session import Session
from engine.setup import Setup
from engine.spec import TrainingSpec
from engine.step.exercises import PRESETS, load_preset
from engine.step.moment import take_moment
from engine.step.row import PHASES, Row
from engine.step.tape import Tape, record_tape
from engine.terminal import DIVERGED, INPUT_FAULTS, OK, fail, session_of, session_of_project, with_seed

WIDTH = 100


class StepError(ValueError):
    """Wishes that can't be met; one sentence says which."""


@dataclass(frozen=True)
class StepWishes:
    """What the command line asked for; None leaves it to the set-up.

    file or example, the key of a preset; epochs are trained first, a begun one counts as the first; columns: "batch",
    "all" or a training example from 1.
    """

    file: Path | None = None
    example: str | None = None
    optimizer: str | None = None
    alpha: float | None = None
    seed: int | None = None
    epochs: int = 0
    columns: Literal["batch", "all"] | int = "batch"


def step_in_terminal(wishes: StepWishes, *, as_json: bool) -> int:
    """Print the tape of the next update; returns the exit code."""
    try:
        session = _session(wishes)
        trainer = session.trainer
        trainer.run_epochs(wishes.epochs)
        columns = wishes.columns
        tape = record_tape(take_moment(trainer, columns if isinstance(columns, str) else columns - 1))
    except (*INPUT_FAULTS, StepError, IndexError) as error:
        return fail(str(error))
    print(json.dumps(as_object(tape), allow_nan=False) if as_json else as_text(tape, session.setup.title))
    broken = trainer.divergence
    if broken is None:
        return OK
    where = f"diverged at update {broken.iteration}: {broken.fault}"
    return fail(f"{where}; these are the last good parameters, of update {trainer.iteration}", DIVERGED)


def _session(wishes: StepWishes) -> Session:
    """A run that stands where the file does, with the learning rate and the optimiser that were asked for."""
    if wishes.example is None:
        session = session_of(wishes.file, wishes.seed)
    else:
        session = session_of_project(Project(with_seed(_example(wishes), wishes.seed)), None)
    trainer, training = session.trainer, session.setup.training
    wanted = _training(training, wishes)
    if wanted.alpha != training.alpha:
        trainer.alpha = wanted.alpha
    if wanted.optimizer != training.optimizer:
        trainer.set_optimizer(wanted.optimizer)  # another one begins with an empty memory
    return session


def _training(training: TrainingSpec, wishes: StepWishes) -> TrainingSpec:
    if wishes.optimizer is not None:
        training = replace(training, optimizer=wishes.optimizer)
    return training if wishes.alpha is None else replace(training, alpha=wishes.alpha)


def _example(wishes: StepWishes) -> Setup:
    if wishes.file is not None:
        raise StepError("a file and --example can't be used together")
    if wishes.example not in PRESETS:
        raise StepError(f"there is no example {wishes.example!r}; known are {', '.join(PRESETS)}")
    return load_preset(wishes.example)


def as_object(tape: Tape) -> dict[str, Any]:
    """The tape as what JSON can hold, numbers in full precision; one that is inf or NaN becomes None."""
    return {
        "rows": [_row_object(tape, row) for row in tape.rows],
        "cost_before": _finite(tape.cost_before),
        "cost_after": _finite(tape.cost_after),
    }


def _row_object(tape: Tape, row: Row) -> dict[str, Any]:
    content: dict[str, Any] = {
        "symbol": row.symbol,
        "layer": None if row.symbol == "J" else row.layer,
        "phase": row.phase,
        "formula": row.equation.formula,
        "numpy": row.numpy,
        "shape": list(row.value.shape),
        "value": _numbers(row.value),
        "meaning": row.meaning,
        "remarks": [remark.text for remark in row.remarks],
    }
    if row.phase == "update" and len(row.equations) > 1:
        content["memory"] = {
            equation.result.symbol[0]: _numbers(equation.result.array)
            for equation in row.equations[: row.main]
        }
    return content


def _numbers(array: np.ndarray[Any, Any]) -> list[list[float | None]]:
    return [[_finite(value) for value in line] for line in array.tolist()]


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def as_text(tape: Tape, title: str = "") -> str:
    """The tape as a table to read: number, name, shape, NumPy lines and values of every row, by phase."""
    lines = [*([title] if title else []), _description(tape)]
    for phase in PHASES:
        lines += ["", phase.capitalize()]
        for row in tape.rows:
            if row.phase == phase:
                lines += _row_text(row)
    difference = tape.cost_after - tape.cost_before
    lines += ["", f"J before {tape.cost_before:.8f}, after {tape.cost_after:.8f}: {difference:+.8f}"]
    return "\n".join(lines)


def _description(tape: Tape) -> str:
    moment = tape.moment
    spec, training = moment.spec, moment.training
    sizes = "-".join(str(n) for n in spec.sizes)
    activations = ", ".join(layer.activation for layer in spec.layers)
    update = f"update {moment.iteration + 1}, m = {moment.m}"
    return (
        f"{sizes} ({activations}), {OPTIMIZERS[training.optimizer].label}, alpha {training.alpha:g}, {update}"
    )


def _row_text(row: Row) -> list[str]:
    shape = f"({row.value.shape[0]}, {row.value.shape[1]})"
    lead = f"{row.index + 1:4}  {row.name:8}{shape:13}"
    code = row.numpy.split("\n")
    values = np.array2string(
        row.value, max_line_width=WIDTH, precision=8, threshold=64, edgeitems=3, suppress_small=True
    )
    return [
        f"{lead}{code[0]}",
        *(" " * len(lead) + line for line in code[1:]),
        *(" " * 6 + line for line in values.split("\n")),
        *(" " * 6 + remark.text for remark in row.remarks if remark.kind not in ("mean", "per_example")),
    ]

"""Train in a terminal: `main.py train [FILE]`. Prints cost and accuracy at the end, as text or as one JSON object.

The results go to stdout, the progress bar and faults to stderr. Exit codes: 0 trained, 2 a file that can't be
used or saved, 3 diverged, 130 interrupted; in the last two cases the results are those of the last good update.
A project goes on exactly where it stood; what is saved is one, whatever the run began with.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from signal import SIGINT, default_int_handler, signal
from typing import Any

from engine.data import SOURCES, Dataset
from engine.optimizers import OPTIMIZERS
from engine.project import Project, ProjectError, save_project
from engine.session import Session
from engine.setup import Setup
from engine.snapshot import Divergence
from engine.terminal import (
    BAD_FILE,
    DIVERGED,
    INPUT_FAULTS,
    INTERRUPTED,
    OK,
    fail,
    project_of,
    session_of_project,
)
from engine.trainer import Trainer

CHUNK_SECONDS = 0.05
BAR_WIDTH = 30
COLUMN, TOO_LONG = 14, 1e5  # width of a column of results; from here on with a power


@dataclass(frozen=True)
class Result:
    """What a run came to, since its start. Costs include the regularisation term; None: nothing to measure.

    seconds: of the training that was just done.
    """

    epochs: int
    iterations: int
    cost_train: float | None
    cost_test: float | None
    accuracy_train: float | None
    accuracy_test: float | None
    diverged: Divergence | None
    interrupted: bool
    seconds: float


def train_in_terminal(
    file: Path | None, epochs: int, seed: int | None, *, as_json: bool, save: Path | None = None
) -> int:
    """Train the set-up or project in `file` (or the first start's) and print the result; returns the exit code.

    seed decides the start weights and the shuffling; None leaves them to the set-up, and a project has its own.
    save: where the run is kept as a project.
    """
    try:
        project = project_of(file, seed)
        session = session_of_project(project, file)
    except INPUT_FAULTS as error:
        return fail(str(error))
    if not as_json:
        print(_description(session.setup, session.dataset), flush=True)
    before = session.trainer.iteration
    result = _train(session.trainer, epochs)
    print(json.dumps(asdict(result)) if as_json else _as_text(result, result.iterations - before))
    if save is not None and not _is_saved(project, session, save):
        return BAD_FILE
    if result.interrupted:
        return INTERRUPTED
    return DIVERGED if result.diverged else OK


def _is_saved(project: Project, session: Session, save: Path) -> bool:
    """Keep what the project held beside the run, but not a picture of another moment."""
    kept = replace(project, setup=session.setup, state=session.project_state(), preview=b"")
    try:
        save_project(kept, save)
    except ProjectError as error:
        fail(str(error))
        return False
    return True


def _train(trainer: Trainer, epochs: int) -> Result:
    """Up to the end of so many epochs from here; a begun one counts as the first."""
    begun, chunk = trainer.epoch, 1
    total = trainer.iteration
    if epochs:
        total += epochs * trainer.updates_per_epoch - trainer.iteration_in_epoch
    start = time.perf_counter()
    with _interruption() as interrupted, _progress_bar(epochs) as show:
        while trainer.iteration < total and trainer.divergence is None and not interrupted:
            before = time.perf_counter()
            trainer.run_updates(min(chunk, total - trainer.iteration))
            if time.perf_counter() - before < CHUNK_SECONDS:
                chunk *= 2
            show(trainer.epoch - begun)
        seconds = time.perf_counter() - start
    now = trainer.measure()
    return Result(
        epochs=trainer.epoch,
        iterations=trainer.iteration,
        cost_train=_known(now.cost_train),
        cost_test=_known(now.cost_test),
        accuracy_train=_known(now.accuracy_train),
        accuracy_test=_known(now.accuracy_test),
        diverged=trainer.divergence,
        interrupted=bool(interrupted),
        seconds=round(seconds, 3),
    )


def _known(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


@contextmanager
def _interruption() -> Iterator[list[int]]:
    """A list that is empty until Ctrl+C: the update that is being made is finished first."""
    caught: list[int] = []
    previous = signal(SIGINT, lambda number, _frame: caught.append(number))
    try:
        yield caught
    finally:
        signal(SIGINT, previous or default_int_handler)


@contextmanager
def _progress_bar(epochs: int) -> Iterator[Any]:
    """A function that shows the epoch on a terminal; it does nothing when stderr is a file or a pipe."""
    is_terminal = sys.stderr is not None and sys.stderr.isatty() and epochs > 0

    def show(epoch: int) -> None:
        if is_terminal:
            done = BAR_WIDTH * epoch // epochs
            bar = "#" * done + "-" * (BAR_WIDTH - done)
            print(f"\r[{bar}] epoch {epoch} of {epochs}", end="", file=sys.stderr, flush=True)

    show(0)
    try:
        yield show
    finally:
        if is_terminal:
            print(f"\r{' ' * (BAR_WIDTH + 40)}\r", end="", file=sys.stderr, flush=True)


def _description(setup: Setup, dataset: Dataset) -> str:
    network, training, table = setup.network, setup.training, setup.data.table
    name = setup.title or SOURCES[setup.data.source].label
    if table is not None:
        kind = "a number" if table.is_regression else f"{len(table.class_names)} classes"
        name = f"{table.source} (target: {table.target_name}, {kind}; scaling: {setup.data.scaling})"
    sizes = "-".join(str(n) for n in network.sizes)
    activations = ", ".join(layer.activation for layer in network.layers)
    lines = [
        f"{name}: {dataset.m} training, {dataset.m_test} test examples",
        *dataset.notes,
        f"Network {sizes} ({activations}), {network.parameter_count} parameters",
        f"{OPTIMIZERS[training.optimizer].label}, alpha {training.alpha:g}, batch {training.batch_size or 'all'}",
        "",
    ]
    return "\n".join(lines)


def _as_text(result: Result, updates: int) -> str:
    """updates: how many of the run's were made just now."""
    pace = f"{result.seconds:.2f} s ({updates / result.seconds if result.seconds else 0.0:,.0f}/s)"
    counted = f"{result.epochs} epochs, {result.iterations} updates"
    lines = [
        f"{counted} in {pace}"
        if updates == result.iterations
        else f"{counted}; {updates} of them now, in {pace}",
        f"{'':10}{'train':>{COLUMN}}{'test':>{COLUMN}}",
        f"{'cost':10}{_number(result.cost_train):>{COLUMN}}{_number(result.cost_test):>{COLUMN}}",
    ]
    if result.accuracy_train is not None:
        train, test = _percent(result.accuracy_train), _percent(result.accuracy_test)
        lines.append(f"{'accuracy':10}{train:>{COLUMN}}{test:>{COLUMN}}")
    if result.diverged is not None:
        broken = result.diverged
        lines += [
            f"Diverged at update {broken.iteration}: {broken.fault}.",
            f"The figures are those after update {result.iterations}. A smaller alpha, or scaled inputs, may help.",
        ]
    if result.interrupted:
        lines.append("Interrupted: the figures are those reached so far.")
    return "\n".join(lines)


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.6f}" if abs(value) < TOO_LONG else f"{value:.3e}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f} %"

"""What the commands of a terminal share: exit codes, what may be refused, and the run that a file holds."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from engine.data import DataError, DataSpec, TableError, is_table_file, preview, read_table
from engine.network import ShapeError
from engine.project import Project, ProjectError, is_project_file, read_project, resume
from engine.session import Session
from engine.setup import Setup, SetupError, read_setup
from engine.spec import SpecError

OK, BAD_FILE, DIVERGED, INTERRUPTED = 0, 2, 3, 130
# What a file of whatever kind may be refused for; each says why in one sentence.
INPUT_FAULTS = (SetupError, TableError, DataError, SpecError, ShapeError, ProjectError)


def session_of(file: Path | None, seed: int | None = None) -> Session:
    """The run of a file, where it stands; of a set-up, a table or nothing (the first start's) at its beginning.

    seed decides the start weights and the shuffling; None leaves them to the set-up. Raises one of INPUT_FAULTS, also
    for a seed of a project.
    """
    return session_of_project(project_of(file, seed), file)


def session_of_project(project: Project, file: Path | None) -> Session:
    """The same of a project that was read from this file. Raises one of INPUT_FAULTS."""
    return resume(project, file.name if file is not None else "the first start")[1]


def project_of(file: Path | None, seed: int | None = None) -> Project:
    """What a file holds as a project, see `session_of`."""
    if file is None or not is_project_file(file):
        return Project(with_seed(setup_of(file), seed))
    if seed is not None:
        raise ProjectError(f"{file.name} goes on with its own weights: leave --seed out, or take a set-up.")
    return read_project(file)


def setup_of(file: Path | None) -> Setup:
    """The set-up in a file, or one made for the table in it; without a file the first start's.

    Raises SetupError or TableError.
    """
    if file is None:
        return Setup()
    if not is_table_file(file):
        return read_setup(file)
    table = read_table(file, preview(file).choices())
    return replace(Setup(), data=DataSpec(source="csv", table=table))


def with_seed(setup: Setup, seed: int | None) -> Setup:
    """The same set-up with one seed for the start weights (given ones go) and the shuffling; None leaves both."""
    if seed is None:
        return setup
    return replace(setup, weights_seed=seed, weights=None, training=replace(setup.training, seed=seed))


def fail(problem: str, code: int = BAD_FILE) -> int:
    """Say it on stderr and return the code."""
    print(f"chalknet: {problem}", file=sys.stderr)
    return code

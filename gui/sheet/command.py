"""Make an exercise sheet without a window: `main.py sheet --exercise 7 --out exercise-7.pdf`.

Prints the file and its number of pages to stdout, faults to stderr. Exit codes: 0 fine, 2 a file, exercise or argument
that can't be used, or a sheet that can't be written.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from PySide6.QtGui import QGuiApplication

from engine.project import Project
from engine.session import Session
from engine.step.exercises import PRESETS, load_preset, new_exercise
from engine.step.moment import take_moment
from engine.step.tape import record_tape
from engine.terminal import INPUT_FAULTS, OK, fail, session_of, session_of_project
from gui.fonts import load_fonts
from gui.sheet.make import SheetError, make_sheet
from gui.titles import name_of


class WishError(ValueError):
    """Wishes that can't be met; one sentence says which."""


@dataclass(frozen=True)
class SheetWishes:
    """What the command line asked for. One of file, exercise (a seed) and example (the key of a preset) is set.

    sizes, activation, examples: of a new exercise, None for its own choice; columns: "batch", "all" or a training
    example from 1.
    """

    out: Path
    file: Path | None = None
    exercise: int | None = None
    example: str | None = None
    answers: bool = False
    paper: str = "a4"
    sizes: tuple[int, ...] | None = None
    activation: str | None = None
    examples: int | None = None
    columns: Literal["batch", "all"] | int = "batch"


def sheet_in_terminal(wishes: SheetWishes) -> int:
    """Write the sheet; returns the exit code."""
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    application.setApplicationName("Chalknet")
    load_fonts()
    try:
        session = _session(wishes)
        setup, columns = session.setup, wishes.columns
        moment = take_moment(session.trainer, columns if isinstance(columns, str) else columns - 1)
        title = name_of(setup, session.dataset)
        tape = record_tape(moment)
        pages = make_sheet(tape, title, setup.about, wishes.out, answers=wishes.answers, paper=wishes.paper)
    except (*INPUT_FAULTS, WishError, SheetError, IndexError) as error:
        return fail(str(error))
    print(f"{wishes.out}: {pages} page{'' if pages == 1 else 's'}")
    return OK


def _session(wishes: SheetWishes) -> Session:
    """A project goes on from where it stands; everything else begins."""
    asked = _asked(wishes)
    if wishes.exercise is not None:
        try:
            return session_of_project(Project(new_exercise(wishes.exercise, **asked)), None)
        except ValueError as error:
            raise WishError(str(error)) from error
    if asked:
        raise WishError(f"--{next(iter(asked))} belongs to a new exercise, with --exercise")
    if wishes.example is None:
        return session_of(wishes.file)
    if wishes.example not in PRESETS:
        raise WishError(f"there is no example {wishes.example!r}; known are {', '.join(PRESETS)}")
    return session_of_project(Project(load_preset(wishes.example)), None)


def _asked(wishes: SheetWishes) -> dict[str, Any]:
    """What was said of a new exercise."""
    return {
        name: value
        for name in ("sizes", "activation", "examples")
        if (value := getattr(wishes, name)) is not None
    }

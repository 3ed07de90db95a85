"""The commands that need no window: one row each. What they import is heavy, and not needed by --help."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from gui.arguments import (
    export_parser,
    graph_parser,
    lesson_check_parser,
    sheet_parser,
    step_parser,
    train_parser,
)


class UsageError(Exception):
    """What was asked for can't be done; one sentence says why."""


def _train(arguments: Sequence[str]) -> int:
    wishes = train_parser().parse_args(arguments)
    refuse(missing_file(wishes.file), _not_a_project(wishes.save), missing_folder(wishes.save))
    refuse(_not_writable(wishes.save))  # now, and not when an hour of training is done
    from engine.train_command import train_in_terminal

    return train_in_terminal(wishes.file, wishes.epochs, wishes.seed, as_json=wishes.json, save=wishes.save)


def _step(arguments: Sequence[str]) -> int:
    wishes = vars(step_parser().parse_args(arguments))
    as_json = wishes.pop("json")
    refuse(missing_file(wishes["file"]))
    from engine.step.step_command import StepWishes, step_in_terminal

    return step_in_terminal(StepWishes(**wishes), as_json=as_json)


def _export(arguments: Sequence[str]) -> int:
    wishes = export_parser().parse_args(arguments)
    refuse(missing_folder(wishes.out), missing_file(wishes.file), _not_writable(wishes.out))
    from engine.export.export_command import export_in_terminal

    return export_in_terminal(wishes.file, wishes.kind, wishes.out, wishes.epochs, wishes.seed)


def _sheet(arguments: Sequence[str]) -> int:
    wishes = vars(sheet_parser().parse_args(arguments))
    refuse(_not_a_pdf(wishes["out"]), missing_folder(wishes["out"]), missing_file(wishes["file"]))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # it draws, but shows nothing
    from gui.sheet.command import SheetWishes, sheet_in_terminal

    return sheet_in_terminal(SheetWishes(**wishes))


def _lesson_check(arguments: Sequence[str]) -> int:
    wishes = lesson_check_parser().parse_args(arguments)
    from engine.lessons.lesson_check import check_in_terminal, list_labs

    return list_labs() if wishes.labs else check_in_terminal(wishes.files)


def _graph(arguments: Sequence[str]) -> int:
    wishes = graph_parser().parse_args(_expression_last(arguments))
    from engine.graph.graph_command import graph_in_terminal

    return graph_in_terminal(wishes.text, wishes.at, as_json=wishes.json)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "train": _train,
    "step": _step,
    "export": _export,
    "sheet": _sheet,
    "graph": _graph,
    "lesson-check": _lesson_check,
}


def missing_file(file: Path | None) -> str | None:
    """Why this can't be read; None where it is a file, or where none was named."""
    if file is None or file.is_file():
        return None
    return f"{file} is a folder, not a file" if file.is_dir() else f"there is no file {file}"


def missing_folder(file: Path | None) -> str | None:
    """Why this can't be written; None where its folder is there, or where none was named."""
    if file is None or file.absolute().parent.is_dir():
        return None
    return f"the folder of {file} does not exist"


def _not_writable(file: Path | None) -> str | None:
    if file is None:
        return None
    if file.is_dir():
        return f"{file} can't be written: it is a folder"
    folder = file.absolute().parent
    return None if os.access(folder, os.W_OK) else f"{file} can't be written: its folder is write-protected"


def _not_a_project(file: Path | None) -> str | None:
    if file is None or file.suffix.lower() == ".chalk":
        return None
    return f"what is saved is a project: its name must end in .chalk, unlike {file}"


def _not_a_pdf(file: Path) -> str | None:
    return (
        None
        if file.suffix.lower() == ".pdf"
        else f"a sheet is a PDF: its name must end in .pdf, unlike {file}"
    )


def _expression_last(arguments: Sequence[str]) -> list[str]:
    """An expression may begin with a minus, as an option does: behind `--` it is none."""
    for place, argument in enumerate(arguments):
        is_option = argument in ("-h", "--help", "--json", "--at", "--") or argument.startswith("--at=")
        if argument.startswith("-") and not is_option and (place == 0 or arguments[place - 1] != "--at"):
            return [*arguments[:place], *arguments[place + 1 :], "--", argument]
    return list(arguments)


def refuse(*problems: str | None) -> None:
    """Nothing, or the first problem that there is. Raises UsageError."""
    for problem in problems:
        if problem is not None:
            raise UsageError(problem)

"""The command line: arguments to `Options`, then the window, or one of the commands that need none.

Qt is imported last. Exit codes: 0 fine, 2 for wrong arguments, a missing file, no display or missing libraries;
`train`, `step`, `export` and `lesson-check` add their own.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from gui.arguments import (
    export_parser,
    graph_parser,
    lesson_check_parser,
    sheet_parser,
    step_parser,
    train_parser,
    window_parser,
)
from gui.display import missing_library, why_no_display
from gui.options import Options
from gui.plain_imports import import_plainly

USAGE_ERROR = 2


def run_command(arguments: Sequence[str]) -> int:
    """Do what the arguments (without the program's name) say and return the exit code."""
    if arguments[:1] == ["train"]:
        return _train(arguments[1:])
    if arguments[:1] == ["step"]:
        return _step(arguments[1:])
    if arguments[:1] == ["export"]:
        return _export(arguments[1:])
    if arguments[:1] == ["sheet"]:
        return _sheet(arguments[1:])
    if arguments[:1] == ["graph"]:
        return _graph(arguments[1:])
    if arguments[:1] == ["lesson-check"]:
        return _lesson_check(arguments[1:])
    options = parse_options(arguments)
    problem = _file_problem(options) or _display_problem(options)
    return _open_window(options) if problem is None else _fail(problem)


def parse_options(arguments: Sequence[str]) -> Options:
    """Parse. Exits like argparse does: 0 after --help and --version, 2 with a message for wrong arguments."""
    return Options(**vars(window_parser().parse_args(arguments)))


def load_app() -> ModuleType:
    """Import `gui.app`. Raises ImportError when a package or a system library is missing."""
    gc.disable()  # a start makes much and drops little; `gui.app.run` switches the collector on again
    importlib.import_module("PySide6.QtCore")
    import_plainly()
    return importlib.import_module("gui.app")


def _missing_file(file: Path | None) -> str | None:
    if file is None or file.is_file():
        return None
    return f"{file} is a folder, not a file" if file.is_dir() else f"there is no file {file}"


def _missing_folder(file: Path | None) -> str | None:
    if file is None or file.absolute().parent.is_dir():
        return None
    return f"the folder of {file} does not exist"


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


def _file_problem(options: Options) -> str | None:
    return _missing_folder(options.screenshot) or _missing_file(options.file)


def _display_problem(options: Options) -> str | None:
    reason = why_no_display(os.environ)
    if reason is None:
        return None
    if options.is_unattended:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return None
    return f"{reason}; use --screenshot OUT.png, or start it with xvfb-run"


def _open_window(options: Options) -> int:
    try:
        app = load_app()
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    exit_code: int = app.run(options)
    return exit_code


def _train(arguments: Sequence[str]) -> int:
    wishes = train_parser().parse_args(arguments)
    problem = _missing_file(wishes.file) or _not_a_project(wishes.save) or _missing_folder(wishes.save)
    if problem is not None:
        return _fail(problem)
    try:
        from engine.train_command import INTERRUPTED, train_in_terminal  # NumPy, not needed by --help
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    try:
        return train_in_terminal(
            wishes.file, wishes.epochs, wishes.seed, as_json=wishes.json, save=wishes.save
        )
    except KeyboardInterrupt:  # before the first update: there is nothing to show yet
        return INTERRUPTED


def _step(arguments: Sequence[str]) -> int:
    wishes = vars(step_parser().parse_args(arguments))
    as_json = wishes.pop("json")
    problem = _missing_file(wishes["file"])
    if problem is not None:
        return _fail(problem)
    try:
        from engine.step.step_command import StepWishes, step_in_terminal  # NumPy, not needed by --help
        from engine.train_command import INTERRUPTED
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    try:
        return step_in_terminal(StepWishes(**wishes), as_json=as_json)
    except KeyboardInterrupt:  # during the epochs before: there is nothing to show yet
        return INTERRUPTED


def _export(arguments: Sequence[str]) -> int:
    wishes = export_parser().parse_args(arguments)
    problem = _missing_folder(wishes.out) or _missing_file(wishes.file)
    if problem is not None:
        return _fail(problem)
    try:
        from engine.export.export_command import export_in_terminal  # NumPy, not needed by --help
        from engine.train_command import INTERRUPTED
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    try:
        return export_in_terminal(wishes.file, wishes.kind, wishes.out, wishes.epochs, wishes.seed)
    except KeyboardInterrupt:  # during the epochs before: there is nothing to write yet
        return INTERRUPTED


def _sheet(arguments: Sequence[str]) -> int:
    wishes = vars(sheet_parser().parse_args(arguments))
    problem = _not_a_pdf(wishes["out"]) or _missing_folder(wishes["out"]) or _missing_file(wishes["file"])
    if problem is not None:
        return _fail(problem)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # it draws, but shows nothing
    try:
        from gui.sheet.command import SheetWishes, sheet_in_terminal
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    return sheet_in_terminal(SheetWishes(**wishes))


def _lesson_check(arguments: Sequence[str]) -> int:
    wishes = lesson_check_parser().parse_args(arguments)
    try:
        from engine.lessons.lesson_check import check_in_terminal, list_labs  # NumPy, not needed by --help
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    return list_labs() if wishes.labs else check_in_terminal(wishes.files)


def _graph(arguments: Sequence[str]) -> int:
    wishes = graph_parser().parse_args(_expression_last(arguments))
    try:
        from engine.graph.graph_command import graph_in_terminal  # NumPy, not needed by --help
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    return graph_in_terminal(wishes.text, wishes.at, as_json=wishes.json)


def _expression_last(arguments: Sequence[str]) -> list[str]:
    """An expression may begin with a minus, as an option does: behind `--` it is none."""
    for place, argument in enumerate(arguments):
        is_option = argument in ("-h", "--help", "--json", "--at", "--") or argument.startswith("--at=")
        if argument.startswith("-") and not is_option and (place == 0 or arguments[place - 1] != "--at"):
            return [*arguments[:place], *arguments[place + 1 :], "--", argument]
    return list(arguments)


def _fail(problem: str) -> int:
    print(f"chalknet: {problem}", file=sys.stderr)
    return USAGE_ERROR

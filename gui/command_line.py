"""The command line: arguments to `Options`, then the window, or `train` and `step` without one. Qt is imported last.

Exit codes: 0 fine, 2 for wrong arguments, a missing file, no display or missing libraries; `train` and `step` add
their own.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from gui.display import missing_library, why_no_display
from gui.options import WORKSPACES, Options
from gui.version import VERSION

USAGE_ERROR = 2
SIZE_LIMITS = (320, 8192)
MORE = """
chalknet train [FILE] --epochs N [--seed S] [--json]   trains in the terminal, without a window
chalknet step [FILE] [--example NAME] [--json]         prints the next update, number by number
"""


def run_command(arguments: Sequence[str]) -> int:
    """Do what the arguments (without the program's name) say and return the exit code."""
    if arguments[:1] == ["train"]:
        return _train(arguments[1:])
    if arguments[:1] == ["step"]:
        return _step(arguments[1:])
    options = parse_options(arguments)
    problem = _file_problem(options) or _display_problem(options)
    return _open_window(options) if problem is None else _fail(problem)


def parse_options(arguments: Sequence[str]) -> Options:
    """Parse. Exits like argparse does: 0 after --help and --version, 2 with a message for wrong arguments."""
    return Options(**vars(_parser().parse_args(arguments)))


def load_app() -> ModuleType:
    """Import `gui.app`. Raises ImportError when a package or a system library is missing."""
    gc.disable()  # a start makes much and drops little; `gui.app.run` switches the collector on again
    # Before Qt: PySide reads the source of every module that is imported after it.
    importlib.import_module("engine.session")
    return importlib.import_module("gui.app")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chalknet",
        allow_abbrev=False,
        description="A playground for neural networks: edit a network, watch it learn, stop at any moment.",
        epilog=MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("file", nargs="?", type=Path, metavar="FILE", help="a set-up (JSON), or a table (CSV) to import")
    add("--screenshot", type=Path, metavar="OUT.png", help="save a picture of the window and quit")
    add("--size", type=_size, metavar="WxH", help="size of the window, such as 1440x900")
    add("--theme", choices=("light", "dark"), help="instead of the system's")
    add("--workspace", choices=WORKSPACES, default=WORKSPACES[0], help="what the window shows")
    add("--epochs", type=_whole_number, metavar="N", help="train N epochs at once")
    add("--smoke-test", action="store_true", help="open the window, train, quit; 0 if all went well")
    add("--temp-profile", action="store_true", help="neither read nor write settings")
    add("--reset-settings", action="store_true", help="forget the window's state and choices, then start")
    add("--version", action="version", version=f"Chalknet {VERSION}")
    return parser


def _train_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chalknet train",
        allow_abbrev=False,
        description="Train without a window and print cost and accuracy. Exit code 3: the run diverged.",
    )
    add = parser.add_argument
    add("file", nargs="?", type=Path, metavar="FILE", help="a set-up (JSON), or a table (CSV)")
    add("--epochs", type=_whole_number, default=100, metavar="N", help="how many (default: 100)")
    add("--seed", type=_whole_number, metavar="S", help="of the start weights and of the shuffling")
    add("--json", action="store_true", help="print one JSON object")
    return parser


def _step_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chalknet step",
        allow_abbrev=False,
        description="Print the next update, number by number. Exit code 3: the run diverged in the epochs before.",
    )
    add = parser.add_argument
    add("file", nargs="?", type=Path, metavar="FILE", help="a set-up (JSON), or a table (CSV)")
    add("--example", metavar="NAME", help="an exercise that comes along, such as worked-example")
    add("--optimizer", metavar="KEY", help="instead of the set-up's, such as adam")
    add("--alpha", type=float, metavar="A", help="learning rate instead of the set-up's")
    add("--seed", type=_whole_number, metavar="S", help="of the start weights and of the shuffling")
    add("--epochs", type=_whole_number, default=0, metavar="N", help="train so many first (default: 0)")
    add(
        "--columns",
        type=_columns,
        default="batch",
        metavar="batch|all|N",
        help="or the N-th training example",
    )
    add("--json", action="store_true", help="print one JSON object")
    return parser


def _columns(text: str) -> str | int:
    if text in ("batch", "all"):
        return text
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or int(text) == 0:
        raise argparse.ArgumentTypeError(f"must be batch, all or a number from 1, not {text!r}")
    return int(text)


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"must be a whole number from 0 to 999999999, not {text!r}")
    return int(text)


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text, re.ASCII)
    if match is None:
        raise argparse.ArgumentTypeError(f"must look like 1440x900, not {text!r}")
    width, height = int(match[1]), int(match[2])
    low, high = SIZE_LIMITS
    if not (low <= width <= high and low <= height <= high):
        raise argparse.ArgumentTypeError(f"width and height must lie between {low} and {high}, not {text!r}")
    return width, height


def _missing_file(file: Path | None) -> str | None:
    if file is None or file.is_file():
        return None
    return f"{file} is a folder, not a file" if file.is_dir() else f"there is no file {file}"


def _file_problem(options: Options) -> str | None:
    picture = options.screenshot
    if picture is not None and not picture.absolute().parent.is_dir():
        return f"the folder of {picture} does not exist"
    return _missing_file(options.file)


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
    wishes = _train_parser().parse_args(arguments)
    problem = _missing_file(wishes.file)
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
        return train_in_terminal(wishes.file, wishes.epochs, wishes.seed, as_json=wishes.json)
    except KeyboardInterrupt:  # before the first update: there is nothing to show yet
        return INTERRUPTED


def _step(arguments: Sequence[str]) -> int:
    wishes = vars(_step_parser().parse_args(arguments))
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


def _fail(problem: str) -> int:
    print(f"chalknet: {problem}", file=sys.stderr)
    return USAGE_ERROR

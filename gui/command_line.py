"""The command line: arguments to `Options`, then the window, or one of the commands that need none.

Qt is imported last. Exit codes: 0 fine, 2 for wrong arguments, a missing file, no display or missing libraries,
130 after Ctrl+C; `train`, `step`, `export` and `lesson-check` add their own.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from engine.playground_address import is_address
from gui.arguments import window_parser
from gui.display import missing_library, why_no_display
from gui.options import Options
from gui.plain_imports import import_plainly
from gui.terminal_commands import COMMANDS, UsageError, missing_file, missing_folder, refuse

USAGE_ERROR, INTERRUPTED = 2, 130


def run_command(arguments: Sequence[str]) -> int:
    """Do what the arguments (without the program's name) say and return the exit code."""
    try:
        if arguments and arguments[0] in COMMANDS:
            return COMMANDS[arguments[0]](arguments[1:])
        options = parse_options(arguments)
        refuse(
            missing_folder(options.screenshot),
            missing_file(options.file),
            _display_problem(options),
            _no_graph(options),
        )
        app = load_app()
    except UsageError as error:
        return _fail(str(error))
    except ImportError as error:
        problem = missing_library(error)
        if problem is None:
            raise
        return _fail(problem)
    except KeyboardInterrupt:  # before there was anything to show
        return INTERRUPTED
    exit_code: int = app.run(options)
    return exit_code


def parse_options(arguments: Sequence[str]) -> Options:
    """Parse. Exits like argparse does: 0 after --help and --version, 2 with a message for wrong arguments."""
    values = vars(window_parser().parse_args(arguments))
    named = values.pop("file")
    if named is not None and is_address(named):
        return Options(address=named, **values)
    return Options(file=None if named is None else Path(named), **values)


def load_app() -> ModuleType:
    """Import `gui.app`. Raises ImportError when a package or a system library is missing."""
    gc.disable()  # a start makes much and drops little; `gui.app.run` switches the collector on again
    importlib.import_module("PySide6.QtCore")
    import_plainly()
    return importlib.import_module("gui.app")


def _display_problem(options: Options) -> str | None:
    reason = why_no_display(os.environ)
    if reason is None:
        return None
    if options.is_unattended and "QT_QPA_PLATFORM" not in os.environ:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return None
    return f"{reason}; use --screenshot OUT.png, or start it with xvfb-run"


def _no_graph(options: Options) -> str | None:
    """What is wrong with an expression that nobody is there to correct."""
    if not (options.expression and options.is_unattended):
        return None
    from engine.graph import ExpressionFault, build_graph

    try:
        build_graph(options.expression)
    except ExpressionFault as fault:
        return f"--expression, {fault}"
    return None


def _fail(problem: str) -> int:
    print(f"chalknet: {problem}", file=sys.stderr)
    return USAGE_ERROR

"""Programs in processes of their own that keep what is unsaved in one folder, and how they are killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from engine.project import ProjectError, read_project

ROOT = Path(__file__).resolve().parents[2]
INTERVAL_MS = 200
GIVE_UP_SECONDS = 60
PROGRAM = f"""
import sys
from gui.projects import autosave
autosave.INTERVAL_MS = {INTERVAL_MS}
from gui.command_line import load_app, parse_options
app = load_app()
sys.exit(app.run(parse_options(sys.argv[1:])))
"""


def start_training(home: Path) -> subprocess.Popen[bytes]:
    """The real program, without a screen: it trains for ever, and keeps itself often."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(home / "data")}
    environment["XDG_CONFIG_HOME"] = environment["HOME"] = str(home / "home")
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "--epochs", "1000000"],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.DEVNULL,
    )


def kill(program: subprocess.Popen[bytes]) -> None:
    """As a power cut does: nothing is tidied up."""
    program.kill()
    program.wait()


def autosaves_of(home: Path) -> list[Path]:
    """What the programs with this home have kept."""
    return sorted(home.glob("**/autosave/*.chalk"))


def iteration_in(file: Path) -> int:
    """Where the run in a file stands; 0 for one that is not there any more."""
    try:
        state = read_project(file).state
    except ProjectError:
        return 0
    return state.now.iteration if state is not None else 0


def until(is_so: Callable[[], bool]) -> None:
    """Wait for another process, which has no signal for us; gives up after a minute."""
    end = time.monotonic() + GIVE_UP_SECONDS
    while not is_so():
        assert time.monotonic() < end, "nothing came of it in a minute"


def goes_on(file: Path) -> None:
    """Wait until a file is kept again, further on."""
    first = iteration_in(file)
    until(lambda: iteration_in(file) > first)

"""Run as a program: saves 100 projects of two kinds in turn to one file, and tells when each is there.

A second argument is the number of a call to the system at which it kills itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from engine.project import save_project
from engine.setup import Setup
from tests.engine.project.runs import project_of, session_of, setup_of

SAVES = 100
NOTES = ("first", "second" * 10_000)


def main() -> None:
    path = Path(sys.argv[1])
    calls_left = [int(sys.argv[2]) if len(sys.argv) > 2 else -1]
    for name in ("fsync", "replace", "fstat", "unlink"):
        setattr(os, name, deadly(getattr(os, name), calls_left))
    session = session_of(setup_of("iris"), 50)
    projects = [project_of(session, notes=notes) for notes in NOTES]
    projects[0] = project_of(session_of(Setup(), 10), notes=NOTES[0])
    for k in range(SAVES):
        save_project(projects[k % 2], path)
        print(k, flush=True)


def deadly(call: Callable[..., Any], left: list[int]) -> Callable[..., Any]:
    """The same call; the one at which the count is over is the last thing that this program does."""

    def counted(*arguments: Any, **more: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), 9)
        return call(*arguments, **more)

    return counted


if __name__ == "__main__":
    main()

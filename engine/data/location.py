"""Where the files that come along lie, in a source tree and in a packaged program."""

from __future__ import annotations

import sys
from pathlib import Path


def data_folder() -> Path:
    """The folder assets/data: the sets that come along."""
    return _assets() / "data"


def exercise_folder() -> Path:
    """The folder assets/exercises: set-ups whose next update is worked through by hand."""
    return _assets() / "exercises"


def setup_folder() -> Path:
    """The folder assets/setups: set-ups to open."""
    return _assets() / "setups"


def lesson_folder() -> Path:
    """The folder assets/lessons: the course."""
    return _assets() / "lessons"


def _assets() -> Path:
    """Beside the packages, or inside what a packaged program unpacked."""
    root = getattr(sys, "_MEIPASS", None)
    base = Path(root) if root is not None else Path(__file__).resolve().parents[2]
    return base / "assets"

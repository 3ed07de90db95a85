"""Where the data files lie, in a source tree and in a packaged program."""

from __future__ import annotations

import sys
from pathlib import Path


def data_folder() -> Path:
    """The folder assets/data: beside the packages, or inside what a packaged program unpacked."""
    root = getattr(sys, "_MEIPASS", None)
    base = Path(root) if root is not None else Path(__file__).resolve().parents[2]
    return base / "assets" / "data"

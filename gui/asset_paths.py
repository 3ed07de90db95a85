"""Where the bundled files are: beside the packages, or in the unpacked folder of a frozen program."""

from __future__ import annotations

import sys
from pathlib import Path


def asset_path(*parts: str) -> Path:
    """The path of a bundled file: `asset_path("fonts", "Inter-Regular.otf")`. It need not exist."""
    frozen_folder: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(frozen_folder) if frozen_folder else Path(__file__).resolve().parent.parent
    return root.joinpath("assets", *parts)

"""Where the files that come along lie: beside the packages in a source folder and in a wheel, or in what a packaged
program unpacked. The one place that knows.
"""

from __future__ import annotations

import sys
from pathlib import Path


def asset_path(*parts: str) -> Path:
    """The path of a bundled file: `asset_path("fonts", "Inter-Regular.otf")`. It need not exist."""
    frozen_folder: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(frozen_folder) if frozen_folder else Path(__file__).resolve().parent.parent
    return root.joinpath("assets", *parts)

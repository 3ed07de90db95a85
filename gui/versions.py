"""The versions of what Chalknet is made with. Asks what is loaded, or what was installed; loads nothing."""

from __future__ import annotations

import platform
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

UNKNOWN = "(unknown version)"


def versions() -> dict[str, str]:
    """By name, in the order in which they are said."""
    return {
        "Python": platform.python_version(),
        "Qt": qVersion() or UNKNOWN,
        "PySide6": pyside_version,
        "NumPy": np.__version__,
        "pyqtgraph": version_of("pyqtgraph"),
        "ziamath": version_of("ziamath"),
    }


def version_of(package: str) -> str:
    """The version of a package: its own word if it is loaded, otherwise what it was installed as."""
    loaded = getattr(sys.modules.get(package), "__version__", "")
    if loaded:
        return str(loaded)
    folder = installed_as(package)
    return folder.stem.split("-")[1] if folder is not None else UNKNOWN


@cache
def installed_as(package: str) -> Path | None:
    """The folder in which the installer noted a package's version and licence, or None.

    importlib.metadata knows it too, but takes a tenth of a second to be loaded.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return next(Path(spec.origin).parent.parent.glob(f"{package}-*.dist-info"), None)

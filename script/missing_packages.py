"""Print the Debian packages that this Linux lacks for a purpose. Only the standard library, Python 3.11.

Purposes: run (Qt and a .venv), package (PyInstaller), display (an X server without a screen). A library counts as
there if it can be loaded: that holds on every distribution, whatever the package is called.
"""

from __future__ import annotations

import ctypes
import importlib.util
import shutil
import sys
import sysconfig

# Library to package. The first six are enough to draw offscreen, the others are for a window under X.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PYTHON = f"python{sys.version_info[0]}.{sys.version_info[1]}"


def missing_packages(*purposes: str) -> list[str]:
    """The packages to install, in the order of the purposes."""
    missing = {"run": _missing_to_run, "package": _missing_to_package, "display": _missing_for_display}
    return [package for purpose in purposes for package in missing[purpose]()]


def _missing_to_run() -> list[str]:
    packages = [package for library, package in QT_LIBRARIES.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        packages.append(f"{PYTHON}-venv")
    return packages


def _missing_to_package() -> list[str]:
    """PyInstaller reads binaries with objdump and takes Python's own library along, which Debian splits off."""
    packages = [] if shutil.which("objdump") else ["binutils"]
    library = sysconfig.get_config_var("INSTSONAME")
    if sysconfig.get_config_var("Py_ENABLE_SHARED") and not _loads(str(library)):
        packages.append(f"lib{PYTHON}")
    return packages


def _missing_for_display() -> list[str]:
    return [] if shutil.which("Xvfb") else ["xvfb"]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    print(" ".join(missing_packages(*(sys.argv[1:] or ["run"]))))

"""Whether a window can open here, found out before Qt is asked: Qt ends the process when it can't.

No Qt import. On Windows and macOS there is always a display.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

TIMEOUT_SECONDS = 3.0
LIBXCB = "libxcb.so.1"
SHARED = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")
NEEDS_X11 = "xcb"
NEEDS_WAYLAND = "wayland"


def why_no_display(environ: Mapping[str, str], system: str = sys.platform) -> str | None:
    """One clause that says why no window can open, or None if one can."""
    if not system.startswith("linux"):
        return None
    wanted = environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if wanted and not wanted.startswith((NEEDS_X11, NEEDS_WAYLAND)):
        return None
    reasons = []
    if not wanted.startswith(NEEDS_X11) and environ.get("WAYLAND_DISPLAY"):
        reasons.append(_why_no_wayland(environ))
    if not wanted.startswith(NEEDS_WAYLAND) and environ.get("DISPLAY"):
        reasons.append(_why_no_x11(environ["DISPLAY"]))
    if not reasons:
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    return None if None in reasons else reasons[-1]


def missing_library(error: ImportError) -> str | None:
    """What to do when Qt can't be loaded for want of a system library; None if `error` is something else."""
    match = SHARED.search(str(error))
    if match is not None:
        return f"the system library {match[1]} is missing; {_advice()}"
    if (error.name or "").split(".")[0] in ("PySide6", "pyqtgraph", "numpy"):
        return f"the package {error.name} is missing; start with ./script/run, which installs it"
    return None


def _why_no_wayland(environ: Mapping[str, str]) -> str | None:
    name = environ["WAYLAND_DISPLAY"]
    path = Path(environ.get("XDG_RUNTIME_DIR", "")) / name
    if _connects(str(path)):
        return _why_no_plugin("libqwayland.so")
    return f"the Wayland display {name} does not answer"


def _why_no_x11(display: str) -> str | None:
    try:
        xcb = ctypes.CDLL(LIBXCB)
    except OSError:
        return _without(LIBXCB)
    if not _accepts(xcb, display):
        return f"the display {display} does not answer or does not let this user in"
    return _why_no_plugin("libqxcb.so")


def _accepts(xcb: ctypes.CDLL, display: str) -> bool:
    """The whole handshake, permission included."""
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _connects(path: str) -> bool:
    import socket  # Wayland's alone

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(TIMEOUT_SECONDS)
            link.connect(path)
    except OSError:
        return False
    return True


def _why_no_plugin(name: str) -> str | None:
    """Load Qt's platform plugin as Qt will: a missing system library shows here with its name."""
    package = importlib.util.find_spec("PySide6")
    if package is None or package.origin is None:
        return None
    plugin = Path(package.origin).parent / "Qt" / "plugins" / "platforms" / name
    if not plugin.exists():
        return None
    try:
        ctypes.CDLL(str(plugin), mode=os.RTLD_LAZY)
    except OSError as error:
        # PyInstaller says in its own words that something failed; what it was stands behind that.
        said = SHARED.search(f"{error}\n{error.__cause__ or error.__context__ or ''}")
        return _without(said[1] if said is not None else f"that {name} needs")
    return None


def _without(library: str) -> str:
    return f"the system library {library} is missing ({_advice()})"


def _advice() -> str:
    """A packaged program has no scripts beside it, and brings all other libraries along."""
    if hasattr(sys, "_MEIPASS"):
        return "install libegl1, libgl1 and for Wayland libwayland-cursor0, as Debian calls them"
    return "./script/run installs or names what Qt needs"

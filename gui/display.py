"""Whether a window can open here, found out before Qt is asked: Qt ends the process when it can't.

No Qt import. On Windows and macOS there is always a display.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

X11_TIMEOUT_SECONDS = 3.0
X11_TCP_PORT = 6000
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
    match = re.search(r"(\S+\.so[.\d]*): cannot open shared object file", str(error))
    if match is not None:
        return f"the system library {match[1]} is missing; ./script/run installs or names what Qt needs"
    if (error.name or "").split(".")[0] in ("PySide6", "pyqtgraph", "numpy"):
        return f"the package {error.name} is missing; start with ./script/run, which installs it"
    return None


def _why_no_wayland(environ: Mapping[str, str]) -> str | None:
    name = environ["WAYLAND_DISPLAY"]
    path = Path(environ.get("XDG_RUNTIME_DIR", "")) / name
    if _connects(socket.AF_UNIX, str(path)):
        return _why_no_plugin("libqwayland.so")
    return f"the Wayland display {name} does not answer"


def _why_no_x11(display: str) -> str | None:
    xcb = _load_xcb()
    if not (_listens(display) if xcb is None else _accepts(xcb, display)):
        return f"the display {display} does not answer or does not let this user in"
    return _why_no_plugin("libqxcb.so")


def _load_xcb() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None


def _accepts(xcb: ctypes.CDLL, display: str) -> bool:
    """The whole handshake, permission included."""
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _listens(display: str) -> bool:
    """Whether something listens there; for systems on which libxcb itself is missing."""
    match = re.fullmatch(r"(?:unix)?([^:]*):(\d{1,5})(?:\.\d+)?", display)
    if match is None:
        return False
    host, number = match[1], int(match[2])
    if host:
        return _connects(socket.AF_INET, (host, X11_TCP_PORT + number))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where every X server listens
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, "\0" + path)


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as link:
            link.settimeout(X11_TIMEOUT_SECONDS)
            link.connect(address)
    except (OSError, OverflowError):
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
        library = str(error).split(":")[0]
        return f"the system library {library} is missing (./script/run installs or names what Qt needs)"
    return None

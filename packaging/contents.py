"""What goes into the package and what stays out: the one list that chalknet.spec, the checks and the tests read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

# What the program, and pyqtgraph while it is imported, need of PySide6. Every other module stays out.
QT_MODULES = {"QtCore", "QtDBus", "QtGui", "QtOpenGL", "QtOpenGLWidgets", "QtSvg", "QtWidgets"}
# pyqtgraph imports these two by a name that it puts together, and does not start without them.
HIDDEN_QT_MODULES = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")
# Qt's libraries of those modules and of the plugins below.
QT_LIBRARIES = {*(name.removeprefix("Qt") for name in QT_MODULES), "XcbQpa", "WaylandClient"}

# Group to the plugins that are kept, without lib and suffix. Windows, X11, Wayland, macOS and no display.
QT_PLUGINS = {
    "platforms": {"qwindows", "qcocoa", "qxcb", "qwayland", "qoffscreen"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "platformthemes": {"qxdgdesktopportal"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"adwaita", "bradient"},
}

# What libraries import only if it is there, or for parts of them that are not used.
EXCLUDED_MODULES = (
    # pyqtgraph's optional companions and its examples
    *("matplotlib", "PIL", "scipy", "h5py", "colorcet", "cupy", "numba", "OpenGL", "IPython", "jupyter_rfb"),
    *("pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter", "pyqtgraph.console"),
    # only there where the tests' packages are installed, too: the same package is built beside them
    "typing_extensions",
    # windows and tests of others
    *("tkinter", "_tkinter", "turtle", "idlelib", "pytest", "unittest.mock", "test", "lib2to3"),
    *("numpy.f2py", "numpy.distutils", "numpy.testing.tests", "numpy._core.tests", "numpy.conftest"),
    # makers of packages, databases, and what would talk to a network
    *(
        "setuptools",
        "pkg_resources",
        "pip",
        "distutils",
        "ensurepip",
        "sqlite3",
        "readline",
        "_ssl",
        "_hashlib",
    ),
)

# PyInstaller's preparations for programs that start themselves again as workers, and for searches among packages:
# Chalknet does neither, and each is an import before the window can show.
UNUSED_PREPARATIONS = {"pyi_rth_multiprocessing", "pyi_rth_pyqtgraph_multiprocess", "pyi_rth_pkgutil"}

PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(?P<group>[^/]+)/(?:lib)?(?P<name>[^/.]+)\.(?:so|dll|dylib)$")
QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6?(?P<name>[A-Z]\w*?)(?:\.so[.\d]*|\.dll|\.framework/.*|\.dylib)$")
# Of the kept packages: translations of Qt's own dialogs, a software OpenGL for Windows, colour maps that nobody shows.
UNWANTED = re.compile(
    r"PySide6/(?:Qt/)?translations/|opengl32sw\.dll$|pyqtgraph/(?:colors/maps|examples|icons/peegee)/|\.pyi$|/tests/"
)


def excluded_qt_modules(present: Iterable[str]) -> list[str]:
    """The modules to leave out, as PyInstaller wants them. present: the names of all of PySide6's modules."""
    return [f"PySide6.{name}" for name in sorted(present) if name not in QT_MODULES]


def without_unwanted(binaries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """A hook's list of (file, folder inside the package) without what does not belong into the package."""
    return [(file, folder) for file, folder in binaries if is_wanted(f"{folder}/{Path(file).name}")]


def is_wanted(name: str) -> bool:
    """Whether a file belongs into the package. name: its path inside the package."""
    path = name.replace("\\", "/")
    if UNWANTED.search(path):
        return False
    plugin = PLUGIN.search(path)
    if plugin:
        return plugin["name"] in QT_PLUGINS.get(plugin["group"], set())
    if "/plugins/" in path and "PySide6" in path:
        return False
    library = QT_LIBRARY.search(path) if "PySide6" in path or "/" not in path else None
    return library is None or library["name"] in QT_LIBRARIES

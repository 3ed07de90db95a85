"""What goes into the package: names of files as PyInstaller gives them, on three systems."""

from __future__ import annotations

from pathlib import Path

import PySide6
import pytest
from contents import (
    EXCLUDED_MODULES,
    HIDDEN_QT_MODULES,
    QT_MODULES,
    excluded_qt_modules,
    is_wanted,
    without_unwanted,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
        "PySide6\\Qt6Widgets.dll",
        "libQt6XcbQpa.so.6",
        "PySide6/QtOpenGL.abi3.so",
        "libxcb-cursor.so.0",
        "numpy/_core/_multiarray_umath.cpython-311-x86_64-linux-gnu.so",
        "assets/lessons/02-data.md",
        "ziamath/fonts/STIXTwoMath-Regular.ttf",
    ],
)
def test_that_what_the_program_needs_goes_in(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\imageformats\\qpdf.dll",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
        "PySide6\\Qt6Pdf.dll",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_de.qm",
        "pyqtgraph/colors/maps/CET-L1.csv",
        "numpy/_core/tests/data/umath-validation-set-sin.csv",
    ],
)
def test_that_what_nobody_uses_stays_out(name: str) -> None:
    assert not is_wanted(name)


def test_that_a_hook_loses_unwanted_plugins_only() -> None:
    folder = "PySide6/Qt/plugins/platforms"
    kept, lost = (f"/x/{folder}/libqxcb.so", folder), (f"/x/{folder}/libqvnc.so", folder)
    assert without_unwanted([kept, lost]) == [kept]


def test_that_every_module_of_qt_is_kept_or_excluded() -> None:
    present = [path.stem for path in Path(PySide6.__file__).parent.glob("Qt*.pyi")]
    assert set(present) >= QT_MODULES
    excluded = excluded_qt_modules(present)
    assert "PySide6.QtQml" in excluded
    assert not set(excluded) & {*HIDDEN_QT_MODULES, "PySide6.QtWidgets"}
    assert len(excluded) == len(present) - len(QT_MODULES)


def test_that_what_the_program_imports_is_not_excluded() -> None:
    """Read from the source: an import of an excluded module would work here and fail in the package."""
    excluded = {
        *EXCLUDED_MODULES,
        *excluded_qt_modules(p.stem for p in Path(PySide6.__file__).parent.glob("Qt*.pyi")),
    }
    for folder in ("engine", "gui"):
        for path in (ROOT / folder).rglob("*.py"):
            words = {
                word for line in path.read_text(encoding="utf-8").splitlines() for word in imported(line)
            }
            assert not words & excluded, path


def imported(line: str) -> list[str]:
    words = line.split()
    return words[1:2] if words[:1] in (["import"], ["from"]) else []


@pytest.mark.parametrize("name", ["matplotlib", "PIL", "tkinter", "pytest", "scipy"])
def test_that_big_strangers_are_excluded(name: str) -> None:
    assert name in EXCLUDED_MODULES

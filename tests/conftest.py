"""What every test gets: no display, no settings of the person who runs it, and nothing left running behind it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.leftovers import Leftovers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

POINTER_MS = 60  # only with --headed: so long a display may take to report where its pointer is

# Read once by NumPy; the same as main.py sets.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--headed", action="store_true", help="show the windows on the real display")


def pytest_configure(config: pytest.Config) -> None:
    if not config.getoption("--headed"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Python's caches next to the files are no litter: without them each program that a test starts compiles everything.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end; the collector need not walk over it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application of pytest-qt, with the bundled fonts: widgets measure text as in the program."""
    from gui.fonts import font, load_fonts

    load_fonts()
    qapp.setOrganizationName("Chalknet")
    qapp.setApplicationName("Chalknet tests")
    qapp.setFont(font("body"))
    return qapp


@pytest.fixture(scope="session", autouse=True)
def _windows_are_active_when_shown(request: pytest.FixtureRequest) -> Iterator[None]:
    """On a real display a window gets the keyboard a moment after `show`, and the pointer's move comes back from the
    display; offscreen both happen at once.
    """
    with pytest.MonkeyPatch.context() as patch:
        if request.config.getoption("--headed"):
            _wait_for_the_display(patch)
        yield


def _wait_for_the_display(monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    show = QWidget.show

    def show_and_wait(widget: QWidget) -> None:
        show(widget)
        if widget.isWindow() and widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog):
            widget.activateWindow()
            QTest.qWaitForWindowActive(widget, 1000)

    monkeypatch.setattr(QWidget, "show", show_and_wait)
    move = QtBot.mouseMove

    def move_and_wait(*place: object, **more: object) -> None:
        move(*place, **more)
        QTest.qWait(POINTER_MS)

    monkeypatch.setattr(QtBot, "mouseMove", staticmethod(move_and_wait))


@pytest.fixture(scope="session")
def _settings_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that no test had before; nobody makes them until something is remembered there."""
    base = tmp_path_factory.mktemp("settings")
    return (base / str(number) for number in count())


def _keep_settings_in(folder: Path) -> None:
    from PySide6.QtCore import QSettings, QStandardPaths

    QStandardPaths.setTestModeEnabled(True)
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


@pytest.fixture(autouse=True)
def _nothing_found_and_nothing_left_behind(_settings_folders: Iterator[Path]) -> Iterator[None]:
    """No settings of anybody; and a test fails that ends with a running thread, a ticking timer or an open window.

    One fixture for both: each costs its share in every one of thousands of tests.
    """
    if "PySide6.QtCore" in sys.modules:
        _keep_settings_in(next(_settings_folders))
    leftovers = Leftovers()
    yield
    found = leftovers.find()
    leftovers.forget()
    if found:
        pytest.fail("left behind: " + "; ".join(found), pytrace=False)

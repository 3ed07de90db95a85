"""What every test gets: no display, no settings of the person who runs it, and nothing left running behind it."""

from __future__ import annotations

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


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application of pytest-qt, with the bundled fonts: widgets measure text as in the program."""
    from gui.fonts import font, load_fonts

    load_fonts()
    qapp.setOrganizationName("Chalknet")
    qapp.setApplicationName("Chalknet tests")
    qapp.setFont(font("body"))
    return qapp


@pytest.fixture(autouse=True)
def _windows_are_active_when_shown(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a real display a window gets the keyboard a moment after `show`, and the pointer's move comes back from the
    display; offscreen both happen at once.
    """
    if not request.config.getoption("--headed") or "PySide6.QtWidgets" not in sys.modules:
        return
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


@pytest.fixture(autouse=True)
def _settings_in_a_temporary_folder(_settings_folders: Iterator[Path]) -> None:
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings, QStandardPaths

        QStandardPaths.setTestModeEnabled(True)
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(next(_settings_folders)))


@pytest.fixture(autouse=True)
def _nothing_left_behind(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that ends with a running thread, a ticking timer or an open window, and says where it began."""
    leftovers = Leftovers(monkeypatch)
    yield
    found = leftovers.find()
    if found:
        pytest.fail("left behind: " + "; ".join(found), pytrace=False)

"""The real window for the stories in this folder: driven as a person does, closed at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from engine.data import build_dataset
from engine.setup import Setup
from gui.app import SWITCH_INTERVAL  # noqa: F401  (importing the program's own start must work here)
from gui.appearance import Appearance
from gui.main_window import MainWindow
from gui.settings import Settings

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def user_lessons(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person's own lessons lie, in a folder of the test's own."""
    folder = tmp_path_factory.mktemp("lessons")
    monkeypatch.setattr("gui.workspaces.course_place.user_lesson_folder", lambda: folder)
    return folder


@pytest.fixture
def open_window(qapp: QApplication, qtbot) -> Iterator[OpenWindow]:
    """A function that opens a window with a set-up, in a theme and a size, and waits until it is complete.

    settings: those of a window before, as after a new start.
    """
    windows: list[MainWindow] = []

    def open_it(
        setup: Setup | None = None,
        theme: str = "light",
        size: tuple[int, int] = (1440, 900),
        settings: Settings | None = None,
    ) -> MainWindow:
        setup = setup or Setup()
        dataset = build_dataset(setup.data)
        appearance = Appearance(theme)
        window = MainWindow(appearance, settings or Settings(temporary=True))
        windows.append(window)
        window.fill(setup.fitted_to(dataset), dataset)
        window.restore(QSize(*size))
        window.show()
        window.finish_building()
        qtbot.waitUntil(lambda: window.last_snapshot is not None)
        return window

    yield open_it
    for window in windows:
        window.projects.asks = False
        window.close()
        window.deleteLater()
        # At once: what is still there would be restyled by the next line, all of it.
        qapp.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The window of the first start."""
    return open_window()

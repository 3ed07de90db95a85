"""A stage in a window of a lesson's size, closed at the end, and what the tests of scenes share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from gui.appearance import Appearance
from gui.course.stage.stage import Stage
from tests.gui.course.stage.scenes import scene

SIZE = (936, 760)
Show = Callable[..., None]


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    """An empty stage on the screen."""
    stage = Stage(Appearance("light"))
    stage.resize(*SIZE)
    stage.show()
    yield stage
    stage.close_down()
    stage.close()
    stage.deleteLater()


@pytest.fixture
def show(stage: Stage, qtbot) -> Show:
    """Shows a scene with these values and waits until nothing is under way."""

    def show_it(values: Any, *lit: str) -> None:
        stage.show_scene(scene(values, *lit))
        qtbot.waitUntil(lambda: stage.is_settled)

    return show_it

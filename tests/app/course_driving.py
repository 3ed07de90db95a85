"""How the stories drive Course and Graph in the real window: keys, clicks, and waiting for what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.data.location import lesson_folder
from engine.lessons import GraphValues, LabValues, Scene, TrainValues, read_lesson
from engine.snapshot import Snapshot
from gui.course.text.rich_text import RichText
from gui.course.workspace import CourseWorkspace
from gui.labs.halo import Halo
from gui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier
PLACES = {"train": Qt.Key.Key_1, "step": Qt.Key.Key_2, "graph": Qt.Key.Key_3, "course": Qt.Key.Key_4}
PATIENCE_MS = 20_000


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
    """Press a key where the keyboard is."""
    window.activateWindow()
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def click(widget: QWidget) -> None:
    """Click in the middle of a widget, which must be there to be clicked."""
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def go_to(window: MainWindow, key: str) -> None:
    """Ctrl+1 to Ctrl+4."""
    press(window, PLACES[key], CTRL)
    assert window.workspaces.current == key


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Until nothing is under way in the workspaces."""
    qtbot.waitUntil(lambda: window.workspaces.is_settled, timeout=PATIENCE_MS)


def open_course(window: MainWindow, qtbot: QtBot) -> CourseWorkspace:
    """Ctrl+4, and wait until the lessons are read."""
    go_to(window, "course")
    course = window.workspaces.course_place.course
    qtbot.waitUntil(lambda: bool(course.library.entries) and course.is_settled, timeout=PATIENCE_MS)
    return course


def open_lesson(window: MainWindow, qtbot: QtBot, slug: str, page: int = 0) -> CourseWorkspace:
    """A page of a lesson, as a click in the contents opens it."""
    course = open_course(window, qtbot)
    course.contents.lesson_requested.emit(slug, page)
    assert course.shown == "lesson"
    settle(window, qtbot)
    return course


def rect_in(widget: QWidget, ancestor: QWidget) -> QRect:
    """A widget's rectangle in the coordinates of one that it lies in."""
    return QRect(widget.mapTo(ancestor, QPoint(0, 0)), widget.size())


def is_whole(words: RichText) -> bool:
    """Whether all of a text lies inside its widget, line below line."""
    laid = words.laid_out()
    inside = all(
        placed.x >= 0 and placed.x + placed.piece.width <= words.width() + 0.5 for placed in laid.placed()
    )
    in_order = all(upper.bottom <= lower.top + 0.5 for upper, lower in pairwise(laid.lines))
    return inside and in_order and laid.height <= words.height() + 0.5


def is_in_sight(widget: QWidget) -> bool:
    """Whether all of a widget lies inside everything that it lies in: nothing is scrolled away or cut."""
    ancestor = widget.parentWidget()
    while ancestor is not None:
        if not ancestor.rect().contains(rect_in(widget, ancestor)):
            return False
        ancestor = ancestor.parentWidget()
    return widget.isVisible() and not widget.size().isEmpty()


def halo_round(target: QWidget, parent: QWidget) -> bool:
    """Whether a yellow halo of the parent lies round a widget that is seen as a whole."""
    place = rect_in(target, parent) & parent.rect()
    halos = [child for child in parent.children() if isinstance(child, Halo)]
    return is_in_sight(target) and any(halo.isVisible() and halo.geometry().contains(place) for halo in halos)


STILL = ("lab", "train")  # where the arrows turn pages


def place_where(fits: Callable[[Scene, Scene], bool]) -> tuple[str, int]:
    """The first page of the course, neither first nor last of its lesson, that fits with the one before it."""
    for path in sorted(lesson_folder().glob("*.md")):
        scenes = read_lesson(path).scenes
        for index in range(1, len(scenes) - 1):
            if fits(scenes[index], scenes[index - 1]):
                return path.stem, index
    raise LookupError


def is_quiet_run(scene: Scene, before: Scene) -> bool:
    """A network that waits, untrained, behind a page where the arrows turn pages."""
    values = scene.values
    return isinstance(values, TrainValues) and not values.run and not values.updates and before.kind in STILL


TRAIN = place_where(is_quiet_run)
STEP = place_where(lambda scene, _: scene.kind == "step")
GRAPH = place_where(lambda scene, _: isinstance(scene.values, GraphValues) and len(scene.values.at) == 3)
LAB = place_where(lambda scene, _: isinstance(scene.values, LabValues) and scene.values.key == "activations")
NUMBER = place_where(lambda scene, _: scene.question is not None and scene.question.kind == "number")
TYPED_GRAPH = place_where(
    lambda scene, _: scene.kind == "graph" and scene.question is not None and scene.question.kind == "number"
)


def parameters(snapshot: Snapshot) -> list[np.ndarray]:
    """Every W and b of now."""
    return [np.array(part) for part in (*snapshot.W[1:], *snapshot.b[1:])]


def assert_same(left: Iterable[object], right: Iterable[object]) -> None:
    """Arrays that are equal to the last bit."""
    for one, other in zip(left, right, strict=True):
        np.testing.assert_array_equal(one, other)

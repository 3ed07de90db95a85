"""A person's own lessons in the real window: dropped, broken, written from what the screen shows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from engine.lessons import faults_of, read_lesson, scene_values
from gui.graph.state import GraphState
from tests.app.course_driving import (
    LAB,
    assert_same,
    click,
    go_to,
    open_course,
    open_lesson,
    parameters,
    press,
    settle,
)

LESSON = """---
title: {title}
chapter: C6
order: 90
minutes: 3
about: A lesson of the person's own
---
# The only page
Nothing but a curve.

```scene
lab = "activations"
{more}```
"""


def write(folder: Path, name: str, title: str = "Mine", more: str = "") -> Path:
    path = folder / name
    path.write_text(LESSON.format(title=title, more=more), encoding="utf-8")
    return path


def drop(window, path: Path) -> None:
    """Drop a file on the window as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    under, copy = window.rail, Qt.DropAction.CopyAction  # anywhere: it is the window that takes it
    place = under.mapTo(window, under.rect().center())
    events = (
        QDragEnterEvent(place, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
        QDropEvent(QPointF(place), copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    for event in events:
        QApplication.sendEvent(window, event)
        assert event.isAccepted()


def test_that_a_lesson_dropped_on_the_window_is_opened(window, qtbot, tmp_path):
    drop(window, write(tmp_path, "guest.md", "Guest"))
    course = window.workspaces.course_place.course
    qtbot.waitUntil(lambda: course.shown == "lesson")
    settle(window, qtbot)
    assert (window.workspaces.current, course.title) == ("course", "Guest")
    click(course.lessons.bar.contents)
    drop(window, write(tmp_path, "other.md", "Other"))
    settle(window, qtbot)
    assert course.title == "Other"


def test_that_a_broken_lesson_is_named_and_everything_else_goes_on(window, qtbot, user_lessons):
    write(user_lessons, "torn.md", "Torn", "lit = z\n")
    (user_lessons / "binary.md").write_bytes(b"\xff\xfe\x00---")
    write(user_lessons, "mine.md", "Mine")
    course = open_course(window, qtbot)
    rows = {row.text(): row for section in course.contents.sections for row in section.broken}
    assert set(rows) == {"torn.md", "binary.md"}
    assert [row.entry.slug for row in course.contents.sections[-1].rows] == ["mine"]
    course.contents.listing.ensureWidgetVisible(rows["torn.md"])
    click(rows["torn.md"])
    settle(window, qtbot)
    assert course.shown == "editor"
    assert course.editor.code.line == 13
    press(window, Qt.Key.Key_PageDown)
    click(course.editor.bar.leave)
    course.contents.listing.ensureWidgetVisible(rows["binary.md"])
    click(rows["binary.md"])
    assert course.shown == "contents"
    assert "binary.md" in window.status.message
    course.contents.lesson_requested.emit("mine", 0)
    settle(window, qtbot)
    assert course.stage.kind == "lab"


def test_that_a_broken_lesson_dropped_on_the_window_opens_in_the_editor(window, qtbot, tmp_path):
    drop(window, write(tmp_path, "torn.md", "Torn", "lit = z\n"))
    course = window.workspaces.course_place.course
    qtbot.waitUntil(lambda: course.shown == "editor")
    settle(window, qtbot)
    assert course.editor.faults.rows


def new_lesson(window, qtbot, user_lessons) -> Path:
    """File, "New lesson from this screen", and Save; the lesson that is there then."""
    window.menus.actions["new_lesson"].trigger()
    course = window.workspaces.course_place.course
    assert course.shown == "editor"
    settle(window, qtbot)
    assert course.editor.faults.rows == []
    click(course.editor.bar.save)
    settle(window, qtbot)
    path = user_lessons / "my-lesson.md"
    assert faults_of(path) == []
    click(course.editor.bar.leave)
    course.contents.lesson_requested.emit("my-lesson", 0)
    assert course.shown == "lesson"
    settle(window, qtbot)
    return path


def test_that_a_new_lesson_from_train_shows_the_same_numbers(window, qtbot, user_lessons):
    window.controller.advance(37)
    qtbot.waitUntil(lambda: window.controller.is_settled and window.last_snapshot.iteration == 37)
    path = new_lesson(window, qtbot, user_lessons)
    stage = window.workspaces.course_place.course.stage
    assert stage.kind == "train"
    assert_same(parameters(stage.scene._run.snapshot), parameters(window.last_snapshot))
    values = scene_values(read_lesson(path).scenes[0])
    assert values["W1_1_1"] == window.last_snapshot.W[1][0, 0]


def test_that_a_new_lesson_from_step_shows_the_same_row(window, qtbot, user_lessons):
    go_to(window, "step")
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None)
    step.stepper.go_to_phase("backward")
    new_lesson(window, qtbot, user_lessons)
    scene = window.workspaces.course_place.course.stage.scene
    assert scene.stepper.row.name == step.stepper.row.name
    np.testing.assert_array_equal(scene.stepper.row.value, step.stepper.row.value)


def test_that_a_new_lesson_from_graph_shows_the_same_step(window, qtbot, user_lessons):
    go_to(window, "graph")
    graph = window.workspaces.graph_place.graph
    graph.set_state(GraphState("f = exp(-a*b) + a", {"a": 0.25, "b": -1.5}, 2))
    state = graph.state()
    new_lesson(window, qtbot, user_lessons)
    course = window.workspaces.course_place.course
    assert course.stage.kind == "graph"
    taken = course.stage.take()
    assert (taken.text, dict(taken.at), taken.event) == (state.text, dict(state.at), state.event)
    assert course.stage.scene.stepper.evaluation.values == graph.stepper.evaluation.values


def test_that_a_new_lesson_from_a_lesson_begins_with_its_scene_as_it_is_now(window, qtbot, user_lessons):
    course = open_lesson(window, qtbot, *LAB)
    course.stage.scene.labs[0]._change(z=2.5)
    new_lesson(window, qtbot, user_lessons)
    assert course.stage.scene.labs[0].settings()["z"] == 2.5

"""Course in the real window: lessons beside the playground, taken over into it, and written from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.data.location import lesson_folder
from engine.labs.table import LABS
from engine.setup import Setup
from gui.step.selection import Cell
from gui.training.run_state import RunState
from gui.unattended import Unattended
from tests.app.course_driving import (
    CTRL,
    GRAPH,
    LAB,
    NUMBER,
    PATIENCE_MS,
    STEP,
    TRAIN,
    TYPED_GRAPH,
    assert_same,
    click,
    go_to,
    open_course,
    open_lesson,
    parameters,
    press,
    settle,
)


def run_for(window, qtbot, updates: int) -> None:
    """Let a lesson's scene run for so many updates, and pause it."""
    stage = window.workspaces.course_place.course.stage
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: int(stage.counter_text.replace(",", "")) >= updates, timeout=PATIENCE_MS)
    press(window, Qt.Key.Key_Space)
    settle(window, qtbot)


def test_that_the_contents_show_every_lesson_and_every_lab(window, qtbot):
    course = open_course(window, qtbot)
    sections = course.contents.sections
    assert [row.entry.slug for section in sections for row in section.rows] == [
        entry.slug for entry in course.library.entries
    ]
    assert {chip.key_of_lab for section in sections for chip in section.chips} == set(LABS)
    assert window.rail.current() == "course"


@pytest.mark.parametrize(
    ("words", "found"), [("lambda", "learning rate"), ("Hadamard", "element"), ("backprop", "backward")]
)
def test_that_the_search_finds_what_other_books_call_it(window, qtbot, words, found):
    course = open_course(window, qtbot)
    field = course.contents.aside.search
    field.setFocus()
    QTest.keyClicks(field, words)
    assert course.contents.hits
    scenes = [hit.entry.lesson.scenes[hit.page] for hit in course.contents.hits]
    assert any(found in f"{scene.title} {scene.text}".lower() for scene in scenes)
    hit = course.contents.hits[0]
    click(hit)
    assert (course.lessons.entry, course.lessons.index) == (hit.entry, hit.page)
    settle(window, qtbot)


def test_that_progress_is_kept_and_resumed_in_a_new_window(open_window, qtbot):
    first, (slug, page) = open_window(), NUMBER
    course = open_lesson(first, qtbot, slug, page)
    card = course.lessons.column.page.card
    QTest.keyClicks(card.typed.field, "987654")
    QTest.keyClick(card.typed.field, Qt.Key.Key_Return)
    settle(first, qtbot)
    press(first, Qt.Key.Key_PageDown)
    settle(first, qtbot)
    stopped = course.place
    first.close()
    second = open_window(settings=first.settings)
    course = open_course(second, qtbot)
    row = next(r for s in course.contents.sections for r in s.rows if r.entry.slug == slug)
    assert row.facts() == f"page {page + 2} of {len(row.entry.lesson.scenes)}"
    assert course.contents.aside.resume.text() == "Continue"
    click(course.contents.aside.resume)
    assert course.place == stopped
    settle(second, qtbot)
    press(second, Qt.Key.Key_PageUp)
    settle(second, qtbot)
    assert card_answer(course) == ("987654", False)


def card_answer(course) -> tuple[str, bool | None]:
    answer = course.lessons.column.page.card.answer
    return answer.given, answer.is_right


def test_that_a_trained_scene_is_taken_over_into_train_as_one_undo_step(window, qtbot):
    before, before_weights = window.document.setup, parameters(window.last_snapshot)
    course = open_lesson(window, qtbot, *TRAIN)
    run_for(window, qtbot, 20)
    snapshot = course.stage.scene._run.snapshot
    before_it, steps = (course.place, course.stage.counter_text), window.document.undo_stack.count()
    click(course.lessons.bar.playground)
    qtbot.waitUntil(lambda: window.document.undo_stack.count() == steps + 1)
    assert window.workspaces.current == "train"
    qtbot.waitUntil(lambda: window.controller.is_settled)
    assert window.document.setup.network.sizes == snapshot.sizes
    assert_same(parameters(window.last_snapshot), parameters(snapshot))
    go_to(window, "course")
    assert (course.place, course.stage.counter_text) == before_it
    assert_same(parameters(course.stage.scene._run.snapshot), parameters(snapshot))
    go_to(window, "train")
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.controller.is_settled)
    assert window.document.setup == before
    assert_same(parameters(window.last_snapshot), before_weights)


def test_that_a_stepped_scene_is_taken_over_into_step(window, qtbot):
    course = open_lesson(window, qtbot, *STEP)
    place, tape = course.place, course.stage.scene.stepper.tape
    steps = window.document.undo_stack.count()
    click(course.lessons.bar.playground)
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None and step.tape.moment.spec == tape.moment.spec)
    assert (window.workspaces.current, window.document.undo_stack.count()) == ("step", steps + 1)
    assert_same(step.tape.moment.W[1:], tape.moment.W[1:])
    assert_same(step.tape.moment.b[1:], tape.moment.b[1:])
    go_to(window, "course")
    assert course.place == place
    assert course.stage.scene.stepper.tape is tape


@pytest.mark.parametrize("columns", ["batch", "all", 2])
def test_that_step_goes_on_at_the_row_and_number_of_the_lesson(window, qtbot, columns):
    scene = open_lesson(window, qtbot, *STEP).stage.scene
    scene.strip.columns_chosen.emit(columns)
    qtbot.waitUntil(lambda: scene.is_settled)
    scene.stepper.go_to(1)
    scene.stepper.select(Cell(scene.stepper.row.main, 1, 0))
    click(window.workspaces.course_place.course.lessons.bar.playground)
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None and step.stepper.cell is not None)
    assert (step.columns, step.stepper.index) == (columns, 1)
    assert step.stepper.cell == scene.stepper.cell
    assert step.tape.rows[1].value.tolist() == scene.stepper.tape.rows[1].value.tolist()


def test_that_a_graph_scene_is_taken_over_into_graph(window, qtbot):
    course = open_lesson(window, qtbot, *GRAPH)
    press(window, Qt.Key.Key_Right)
    name = course.stage.scene.stepper.variable
    course.stage.scene.views.variables.value_changed.emit(name, 7.0)
    state = course.stage.take()
    assert state.at[name] == 7.0
    click(course.lessons.bar.playground)
    assert window.workspaces.current == "graph"
    assert window.workspaces.graph_place.graph.state() == state
    go_to(window, "course")
    assert course.stage.take() == state


def test_that_a_lesson_leaves_the_playground_as_it_was(window, qtbot):
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration > 20)
    open_lesson(window, qtbot, *TRAIN)
    qtbot.waitUntil(lambda: window.controller.is_settled)
    assert window.controller.state is RunState.PAUSED
    setup, snapshot = window.document.setup, window.last_snapshot
    run_for(window, qtbot, 20)
    course = window.workspaces.course_place.course
    course.stage.scene.strip.alpha_changed.emit(0.7)
    press(window, Qt.Key.Key_R)
    press(window, Qt.Key.Key_Comma)
    settle(window, qtbot)
    for key in ("train", "course", "train"):
        go_to(window, key)
    assert (window.document.setup, window.last_snapshot) == (setup, snapshot)
    assert window.document.undo_stack.count() == 0
    press(window, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: window.last_snapshot.iteration == snapshot.iteration + 1)


def test_that_undo_in_a_scene_is_the_scenes_own(window, qtbot):
    window.editing.set_alpha(0.3)
    course = open_lesson(window, qtbot, *TRAIN)
    run = course.stage.scene._run
    before = run.setup
    course.stage.scene.network.units_requested.emit(1, 5)
    assert run.setup.network.sizes[1] == 5
    press(window, Qt.Key.Key_Z, CTRL)
    assert run.setup == before
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.document.setup.training.alpha == 0.3
    press(window, Qt.Key.Key_Y, CTRL)
    assert run.setup.network.sizes[1] == 5
    settle(window, qtbot)
    go_to(window, "train")
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.document.setup.training.alpha == Setup().training.alpha
    assert run.setup.network.sizes[1] == 5


def test_that_undo_in_a_scene_without_edits_changes_nothing(window, qtbot):
    window.editing.set_alpha(0.3)
    open_lesson(window, qtbot, *LAB)
    press(window, Qt.Key.Key_Z, CTRL)
    course = open_lesson(window, qtbot, *STEP)
    press(window, Qt.Key.Key_Z, CTRL)
    click(course.lessons.bar.contents)
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.document.setup.training.alpha == 0.3


def test_that_the_keys_of_a_training_scene_run_it_update_it_and_begin_it_again(window, qtbot):
    course = open_lesson(window, qtbot, *TRAIN)
    press(window, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: course.stage.counter_text == "1")
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: course.lessons.bar.run.text() == "Pause")
    assert window.status.texts()[0] == "Running"
    qtbot.waitUntil(lambda: course.stage.counter_text not in ("1", "2"), timeout=PATIENCE_MS)
    press(window, Qt.Key.Key_Space)
    settle(window, qtbot)
    assert window.status.texts()[0] == "Paused"
    assert any(course.place in text for text in window.status.texts())
    press(window, Qt.Key.Key_R)
    settle(window, qtbot)
    assert course.stage.counter_text == "0"
    press(window, Qt.Key.Key_Left)  # where there are no steps, the arrows turn pages
    assert course.lessons.index == TRAIN[1] - 1
    press(window, Qt.Key.Key_Right)
    assert course.lessons.index == TRAIN[1]
    settle(window, qtbot)


@pytest.mark.parametrize("place", [STEP, GRAPH])
def test_that_the_arrows_step_in_a_scene_with_steps_and_page_keys_turn_pages(window, qtbot, place):
    course = open_lesson(window, qtbot, *place)
    stepper = course.stage.scene.stepper
    press(window, Qt.Key.Key_Home)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Period, Qt.Key.Key_Left)
    assert [press(window, key) or stepper.index for key in keys] == [1, 2, 3, 2]
    press(window, Qt.Key.Key_End)
    assert stepper.is_at_end
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Space)
    assert course.is_running
    assert course.lessons.bar.run.text() == "Pause"
    press(window, Qt.Key.Key_Space)
    assert not course.is_running
    press(window, Qt.Key.Key_PageDown)
    assert course.lessons.index == place[1] + 1
    press(window, Qt.Key.Key_PageUp)
    assert course.lessons.index == place[1]
    settle(window, qtbot)


def test_that_the_page_is_turned_from_the_field_of_an_answer_but_arrows_stay_in_it(window, qtbot):
    course = open_lesson(window, qtbot, *TYPED_GRAPH)
    field = course.lessons.column.page.card.typed.field
    field.setFocus()
    QTest.keyClicks(field, "12.5")
    stepper = course.stage.scene.stepper
    index = stepper.index
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Period):
        press(window, key)
    assert (stepper.index, course.is_running) == (index, False)
    press(window, Qt.Key.Key_PageDown)
    assert course.lessons.index == TYPED_GRAPH[1] + 1
    settle(window, qtbot)


def test_that_every_lab_stands_alone_and_runs_by_its_keys(window, qtbot):
    course = open_course(window, qtbot)
    for key in LABS:
        open_and_run_lab(window, qtbot, course, key)
        click(course.lessons.bar.contents)
        assert course.shown == "contents", key


def open_and_run_lab(window, qtbot, course, key):
    chip = next(c for s in course.contents.sections for c in s.chips if c.key_of_lab == key)
    course.contents.listing.ensureWidgetVisible(chip)
    click(chip)
    settle(window, qtbot)
    assert window.isActiveWindow(), key  # no part of it was a window of its own for a moment
    assert course.place == f"Lab: {LABS[key].title}"
    assert not course.lessons.column.isVisible(), key
    (lab,) = course.stage.scene.labs
    assert (lab.key, lab.is_running) == (key, False)
    press(window, Qt.Key.Key_Space)
    assert lab.is_running or "run" not in course.stage.controls or lab.is_settled, key
    if lab.is_running:
        press(window, Qt.Key.Key_Space)
        assert not lab.is_running, key
    press(window, Qt.Key.Key_Period)
    settle(window, qtbot)


@pytest.mark.parametrize("place", [TRAIN, STEP, GRAPH])
def test_that_the_window_closes_while_a_scene_runs(window, qtbot, place):
    open_lesson(window, qtbot, *place)
    press(window, Qt.Key.Key_Space)
    course = window.workspaces.course_place.course
    qtbot.waitUntil(lambda: course.is_running)
    assert window.close()  # a thread that goes on for a second more fails the test


@pytest.mark.parametrize("key", [key for key, row in LABS.items() if row.settings])
def test_that_the_window_closes_while_a_lab_runs(window, qtbot, key):
    course = open_course(window, qtbot)
    course.contents.lab_requested.emit(key)
    course.stage.run()
    assert window.close()  # a thread that goes on for a second more fails the test


def test_that_the_window_closes_while_lessons_are_read_and_a_scene_is_made(window):
    go_to(window, "course")
    course = window.workspaces.course_place.course
    course.open_lesson(*TRAIN)
    assert window.close()  # a thread that goes on for a second more fails the test


def test_that_a_lesson_of_the_command_line_is_open_before_a_picture_is_taken(open_window, qtbot, tmp_path):
    path = tmp_path / "mine.md"
    path.write_bytes((lesson_folder() / "05-slopes.md").read_bytes())
    window = open_window()
    window.open_later(path)
    arrived = []
    unattended = Unattended(window, 0, lambda: 0, lambda: arrived.append(window.workspaces.current))
    unattended._poll.start()
    qtbot.waitUntil(lambda: bool(arrived), timeout=20000)
    unattended._poll.stop()
    assert arrived == ["course"]
    assert window.workspaces.course_place.course.lessons.entry.lesson.path == path

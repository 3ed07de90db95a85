"""Homework in the real window: a worked example from the gallery, its backward pass with a pencil, the score."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.step.tape import Tape
from gui.main_window import MainWindow


def open_example(window: MainWindow, key: str, qtbot) -> Tape:
    """File, Worked examples…, a click on a row."""
    window.menus.actions["examples"].trigger()
    gallery = window.workspaces.step_place.gallery
    qtbot.waitUntil(gallery.isVisible)
    QTest.mouseClick(gallery.rows[key], Qt.MouseButton.LeftButton)
    setup = gallery.rows[key].setup
    qtbot.waitUntil(lambda: window.document.setup.title == setup.title)
    step = window.workspaces.step
    qtbot.waitUntil(lambda: step.tape is not None and step.tape.moment.X.tolist() == [[0.5], [0.3]])
    return step.tape


def click(window: MainWindow, widget) -> None:
    window.activateWindow()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def type_answer(window: MainWindow, text: str, qtbot) -> None:
    """Into whatever has the keyboard, as a person does."""
    field = window.workspaces.step.pencil.answers.blank.field
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.workspaces.step.pencil.answers.judging.is_busy)


def test_the_backward_pass_of_the_worked_example_with_a_pencil(window, qtbot):
    tape = open_example(window, "worked-example", qtbot)
    step, mode = window.workspaces.step, window.workspaces.step.pencil
    assert window.workspaces.current == "step"
    assert window.document.undo_stack.undoText() == "Open Worked example"
    step.stepper.go_to_phase("backward")
    click(window, step.bar.pencil)
    QTest.mouseClick(
        mode.strip.scope, Qt.MouseButton.LeftButton, pos=mode.strip.scope.part_rect(1).center().toPoint()
    )
    assert mode.strip.tally.text() == "0 of 21 right, no slip"

    first = mode.answers.place
    type_answer(window, f"{-tape.rows[first.row].value[first.k, first.i]:.4f}", qtbot)
    assert mode.line.saying.word == "Wrong"
    assert mode.line.saying.text == "The sign is turned round."
    assert step.tape_list.rows._marks == {first.row: "wrong"}

    while mode.answers.place is not None:
        place = mode.answers.place
        type_answer(window, f"{tape.rows[place.row].value[place.k, place.i]:.4f}", qtbot)
    assert step.centre.page == "score"
    assert mode.score.page.summary.text() == "Backward phase: 21 of 21 right, 1 slip"
    assert mode.score.page.figures.text.startswith("20 right at once, 1 right later, 0 wrong")
    assert [made.words for made in mode.score.page.slips.slips] == ["sign turned round"]

    window.document.undo_stack.undo()
    qtbot.waitUntil(lambda: step.tape.moment.X.shape[1] > 1)


def test_keys_that_step_or_train_are_typed_into_the_field(window, qtbot):
    open_example(window, "worked-example", qtbot)
    step = window.workspaces.step
    click(window, step.bar.pencil)
    field = step.pencil.answers.blank.field
    qtbot.waitUntil(field.hasFocus)
    iteration, row = step.tape.moment.iteration, step.stepper.index
    QTest.keyClicks(field, "1.5,")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        QTest.keyClick(field, key)
    QTest.keyClicks(field, " 2r")
    assert field.text() == "1.5, 2r"
    assert (step.tape.moment.iteration, step.stepper.index) == (iteration, row)
    assert not step.stepper.is_playing
    QTest.keyClick(field, Qt.Key.Key_Escape)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert step.stepper.index == row + 1


def test_what_was_typed_is_there_again_after_a_visit_to_train(window, qtbot):
    open_example(window, "worked-example", qtbot)
    step = window.workspaces.step
    click(window, step.bar.pencil)
    type_answer(window, "7", qtbot)
    before = step.tape
    window.workspaces.show("train")
    window.workspaces.show("step")
    qtbot.waitUntil(lambda: step.tape is not before)
    step.pencil.begin()
    assert step.pencil.answers.blank.field.text() == "7"
    assert step.pencil.strip.tally.text() == "0 of 3 right, 1 slip"


def test_a_new_exercise_from_the_score_begins_with_its_first_blank(window, qtbot):
    open_example(window, "worked-example", qtbot)
    step = window.workspaces.step
    click(window, step.bar.pencil)
    click(window, step.pencil.strip.finish)
    click(window, step.pencil.score.page.new)
    gallery = window.workspaces.step_place.gallery
    assert gallery.isVisible()
    gallery.form.seed.setText("5")
    QTest.mouseClick(gallery.form.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.document.setup.title == "Exercise 5")
    qtbot.waitUntil(lambda: not step.pencil.answers.blank.field.isHidden())
    window.activateWindow()
    qtbot.waitUntil(step.pencil.answers.blank.field.hasFocus)
    assert step.centre.page == "numbers"
    assert step.stepper.index == 0

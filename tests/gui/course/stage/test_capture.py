"""What is captured shows the same numbers when it is shown again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.lessons import parse_lesson, write_scene
from engine.lessons.lesson import StepValues, TrainValues
from engine.run import build
from engine.setup import Setup
from gui.course.stage.capture import capture_playground, train_values, with_weights
from gui.step.selection import Cell
from tests.gui.course.stage.scenes import fitted, stored


def numbers_of(stage) -> list[np.ndarray]:
    return [np.array(part) for part in stage._run.snapshot.W[1:]]


def show_again(stage, qtbot) -> None:
    captured = stage.capture()
    stage.show_scene(captured)
    qtbot.waitUntil(lambda: stage.is_settled)


def all_equal(a, b) -> bool:
    return len(a) == len(b) and all(np.array_equal(x, y) for x, y in zip(a, b, strict=True))


def test_that_a_run_is_captured_by_the_number_of_its_updates(stage, show, qtbot):
    show(TrainValues(fitted(Setup()), updates=30, show=("network", "cost")))
    stage.step_once()
    qtbot.waitUntil(lambda: stage.counter_text == "31" and stage.is_settled)
    before = numbers_of(stage)
    values = stage.capture().values
    assert values == TrainValues(fitted(Setup()), updates=31, show=("network", "cost"))
    show_again(stage, qtbot)
    assert all_equal(numbers_of(stage), before)


def test_that_a_network_that_was_edited_on_the_way_is_captured_by_its_weights(stage, show, qtbot):
    show(TrainValues(fitted(Setup()), updates=30))
    stage.scene.network.units_requested.emit(1, 3)
    stage.step_once()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "31")
    before = numbers_of(stage)
    values = stage.capture().values
    assert values.updates == 0
    assert values.setup.weights is not None
    show_again(stage, qtbot)
    assert all_equal(numbers_of(stage), before)


def test_that_undoing_a_reset_brings_weights_that_are_captured(stage, show, qtbot):
    show(TrainValues(fitted(Setup()), updates=10))
    stage.scene.network.parameter_typed.emit(1, 0, 0, 1.5, 1)
    stage._run.editing.reset()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "0")
    stage.undo_stack.undo()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "10")
    before = numbers_of(stage)
    show_again(stage, qtbot)
    assert all_equal(numbers_of(stage), before)


def test_that_a_reset_run_is_captured_by_its_set_up_again(stage, show, qtbot):
    show(TrainValues(fitted(Setup()), updates=10))
    stage.scene.network.activation_requested.emit(1, "relu")
    stage._run.editing.reset()
    qtbot.waitUntil(lambda: stage.is_settled and stage.counter_text == "0")
    values = stage.capture().values
    assert (values.updates, values.setup.weights) == (0, None)
    assert values.setup.network.layer(1).activation == "relu"


def test_that_a_step_scene_is_captured_at_its_row_and_number(stage, show, qtbot):
    show(StepValues(fitted(Setup()), updates=20, row="Z[1]"))
    stepper = stage.scene.stepper
    stage.next_step()
    stepper.select(Cell(stepper.row.main, 1, 2))
    before = (stepper.index, stepper.cell, np.array(stepper.row.value))
    assert stage.capture().values == StepValues(fitted(Setup()), 20, "A[1]", (2, 3))
    show_again(stage, qtbot)
    assert (stepper.index, stepper.cell) == before[:2]
    assert np.array_equal(stepper.row.value, before[2])


@pytest.mark.parametrize("row", [1, 12, 17])
def test_that_every_row_is_found_again_by_what_is_captured(stage, show, qtbot, row):
    show(StepValues(stored("exercises", "worked-example.json"), row=row))
    show_again(stage, qtbot)
    assert stage.scene.stepper.index == row - 1


@pytest.mark.parametrize("kind", ["train", "step"])
def test_that_a_captured_scene_reads_back_from_a_lessons_file(stage, show, kind):
    is_train = kind == "train"
    setup = fitted(Setup())
    show(
        TrainValues(setup, updates=4)
        if is_train
        else StepValues(setup, updates=4, row="dW[2]", cell=(1, 2), columns=3)
    )
    if is_train:
        stage.scene.network.parameter_typed.emit(1, 0, 0, 1 / 3, 1)
    captured = stage.capture()
    front = "---\ntitle: A\nchapter: C1\norder: 1\nminutes: 5\nabout: b\n---\n"
    lesson = parse_lesson(front + write_scene(captured), "captured.md")
    assert lesson.scenes[0].values == captured.values


def test_that_a_run_too_long_for_a_lesson_is_captured_by_its_weights(stage, show):
    show(TrainValues(fitted(Setup()), updates=30))
    long_ago = replace(stage._run.snapshot, iteration=1_000_000)
    values = train_values(fitted(Setup()), long_ago, ("cost",), is_as_trained=True)
    assert values.updates == 0
    assert values.setup.weights is not None


def test_that_what_is_taken_into_the_playground_has_the_weights_of_now(stage, show):
    show(TrainValues(fitted(Setup()), updates=30))
    taken = stage.take()
    _, _, trainer = build(taken)
    assert all(np.array_equal(W, V) for W, V in zip(trainer.network.W[1:], numbers_of(stage), strict=True))


def test_that_a_fresh_network_is_taken_by_its_seed(stage, show):
    show(TrainValues(fitted(Setup())))
    assert stage.take() == fitted(Setup())


def test_that_a_large_network_keeps_its_seed(stage, show):
    show(TrainValues(fitted(Setup()), updates=2))
    snapshot = stage._run.snapshot
    assert with_weights(fitted(Setup()), snapshot, most=10).weights is None


def test_that_the_playground_is_captured_as_the_workspace_that_is_seen(stage, show):
    show(StepValues(fitted(Setup()), updates=5))
    setup, snapshot, tape = stage._run.setup, stage._run.snapshot, stage.scene.stepper.tape
    train = capture_playground("train", setup, snapshot).values
    step = capture_playground("step", setup, snapshot, tape=tape, row=4, cell=Cell(0, 0, 1)).values
    assert isinstance(train, TrainValues)
    assert train.setup.weights == step.setup.weights is not None
    assert (step.row, step.cell, step.columns) == (tape.rows[4].name, (1, 2), "batch")

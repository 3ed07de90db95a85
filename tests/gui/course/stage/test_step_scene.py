"""Scenes that step: the tape of the lesson's network, at the row and number that the lesson names."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.asset_paths import asset_path
from engine.lessons import read_lesson
from engine.lessons.lesson import StepValues, TrainValues
from engine.run import build
from engine.setup import Setup
from engine.step.moment import take_moment
from engine.step.tape import record_tape
from gui.course.stage.step_scene import StepScene
from gui.step.centre import TIGHT_PADDING
from gui.step.selection import Cell
from tests.gui.course.stage.scenes import fitted, scene, stored

EXAMPLE = ("exercises", "worked-example.json")


@pytest.fixture
def step(stage, show) -> StepScene:
    show(StepValues(stored(*EXAMPLE), row="dW[1]", cell=(2, 1)))
    assert isinstance(stage.scene, StepScene)
    return stage.scene


def test_that_a_scene_opens_at_the_row_and_number_of_the_lesson(stage, step):
    row = step.stepper.row
    assert row is not None
    assert row.name == "dW[1]"
    assert step.stepper.cell == Cell(row.main, 1, 0)
    assert (stage.counter_name, stage.counter_text) == ("Row", "12 of 17")
    assert stage.controls == {"steps"}


def test_that_the_tape_is_that_of_the_update_after_those_made(stage, show):
    show(StepValues(fitted(Setup()), updates=20, row=3))
    _, _, trainer = build(Setup())
    trainer.run_updates(20)
    expected = record_tape(take_moment(trainer))
    tape = stage.scene.stepper.tape
    assert tape.moment.iteration == 20
    assert np.array_equal(tape.row("dW", 1).value, expected.row("dW", 1).value)
    assert stage.scene.stepper.index == 2


def test_that_one_example_can_be_the_columns(stage, show):
    show(StepValues(fitted(Setup()), columns=7))
    assert stage.scene.stepper.tape.moment.columns == 6


def test_that_steps_go_both_ways(stage, step):
    stage.next_step()
    assert stage.counter_text == "13 of 17"
    stage.previous_step()
    stage.previous_step()
    assert stage.counter_text == "11 of 17"


def test_that_playing_can_be_paused(stage, step):
    stage.run()
    assert stage.is_running
    stage.pause()
    assert not stage.is_running


def test_that_the_strip_steps_and_jumps_to_phases(stage, step):
    step.strip.buttons["first"].click()
    assert step.stepper.index == 0
    step.strip.chips["backward"].click()
    assert step.stepper.row.phase == "backward"
    step.strip.buttons["last"].click()
    assert step.stepper.is_at_end


def test_that_next_at_the_end_makes_the_update_and_opens_the_one_after_it(stage, step, qtbot):
    step.stepper.last()
    step.strip.buttons["next"].click()
    qtbot.waitUntil(lambda: stage.is_settled and step.stepper.tape.moment.iteration == 1)
    assert step.stepper.index == 0


def test_that_other_examples_can_be_chosen(stage, show, qtbot):
    show(StepValues(fitted(Setup())))
    stage.scene.strip.columns_chosen.emit("all")
    qtbot.waitUntil(lambda: stage.is_settled and stage.scene.stepper.tape.moment.m == 250)


def test_that_a_lesson_can_begin_in_pencil_mode(stage, show):
    show(StepValues(stored(*EXAMPLE), row="Z[1]", pencil=True))
    assert stage.scene.pencil.is_on
    assert stage.scene.strip.pencil.isChecked()
    assert np.isnan(stage.scene.pencil.shown.row("Z", 1).value).any()
    show(StepValues(stored(*EXAMPLE), row="Z[1]"))
    assert not stage.scene.pencil.is_on


def test_that_an_example_that_is_not_there_is_said_on_the_stage(stage, qtbot):
    with qtbot.waitSignal(stage.failed):
        stage.show_scene(scene(StepValues(stored(*EXAMPLE), columns=3)))
    assert "no training example 3, there is only one" in stage.notice.text()


def test_that_the_stage_recovers_from_a_scene_that_failed(stage, show, qtbot):
    with qtbot.waitSignal(stage.failed):
        stage.show_scene(scene(StepValues(stored(*EXAMPLE), columns=3)))
    show(StepValues(stored(*EXAMPLE)))
    assert stage.counter_text == "1 of 17"
    assert stage.scene.isVisible()


def test_that_leaving_a_step_scene_stops_its_playing(stage, step, show):
    stage.run()
    show(TrainValues(fitted(Setup())))
    assert not step.stepper.is_playing


@pytest.mark.parametrize(
    ("width", "has_tape", "has_network"), [(776, False, False), (936, True, False), (1416, True, True)]
)
def test_that_a_wide_stage_has_the_tape_and_the_network_too(stage, step, width, has_tape, has_network):
    stage.resize(width, 760)
    assert (step.views.tape_list.isVisible(), step.views.network.isVisible()) == (has_tape, has_network)


def test_that_buttons_and_chips_fit_into_the_narrowest_stage(stage, step):
    stage.resize(776, 584)
    row = [*step.strip.buttons.values(), *step.strip.chips.values(), step.strip.pencil]
    edges = [(widget.x(), widget.x() + widget.width()) for widget in row if widget.isVisible()]
    assert all(right <= left for (_, right), (left, _) in itertools.pairwise(edges))
    assert edges[-1][1] <= 776


def test_that_beginning_again_goes_to_the_first_row(stage, step):
    stage.restart()
    assert stage.counter_text == "1 of 17"


def areas(step):
    area = step.views.centre.numbers.equations
    return area, [placed.block for picture in area.pictures for placed in picture.arrangement.matrices]


@pytest.mark.parametrize(("width", "height"), [(936, 788), (1416, 968)])
@pytest.mark.parametrize("cell", [None, (2, 3)])
def test_that_all_matrices_of_a_batch_are_in_sight(stage, show, width, height, cell):
    stage.resize(width, height)
    show(StepValues(fitted(Setup()), row="Z[1]", cell=cell))
    area, blocks = areas(stage.scene)
    assert area.verticalScrollBar().maximum() == 0
    assert area.widget().height() <= area.viewport().height()
    assert all(block.columns.shown >= min(6, block.columns.count) for block in blocks)


def test_that_the_building_blocks_give_way_to_the_matrices(stage, step):
    stage.resize(936, 788)
    assert step.views.blocks.isVisible()
    assert step.views.blocks.is_folded
    stage.resize(1416, 968)
    assert not step.views.blocks.is_folded


def test_that_building_blocks_that_a_lesson_speaks_of_are_open(stage, show):
    stage.resize(936, 788)
    show(StepValues(stored(*EXAMPLE)), "blocks")
    assert not stage.scene.views.blocks.is_folded
    show(StepValues(stored(*EXAMPLE)))
    assert stage.scene.views.blocks.is_folded


def test_that_building_blocks_that_were_opened_by_hand_stay_open(stage, step):
    stage.resize(936, 788)
    step.views.blocks.set_folded(False)
    stage.resize(936, 780)
    assert not step.views.blocks.is_folded


@pytest.mark.parametrize("size", [(776, 584), (936, 788)])
def test_that_no_bracket_leaves_the_padding(stage, show, size):
    stage.resize(*size)
    lesson = read_lesson(asset_path("lessons", "08-without-loops.md"))
    show(lesson.scenes[5].opened_with)
    area, blocks = areas(stage.scene)
    right = max(block.body.right + block.frame for block in blocks)
    assert right <= stage.scene.views.centre.width() - 2 * TIGHT_PADDING
    assert area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0

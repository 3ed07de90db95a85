"""The check boxes under the output picture."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.data import DataSpec, GivenExamples, build_dataset
from gui.appearance import Appearance
from gui.train.output.options import OutputOptions
from gui.train.output.scene import MOST_POINTS, Points, Scene, build_scene
from gui.widgets.numbers import grouped_text


@pytest.fixture
def options(qtbot):
    made = OutputOptions(Appearance("light"))
    qtbot.addWidget(made)
    made.set_scene(build_scene(build_dataset(DataSpec("circle")), ("inputs", 0, 1)))
    made.resize(340, 60)
    made.show()
    qtbot.waitExposed(made)
    return made


def crowded(train, test):
    def points(count):
        return Points(np.zeros((2, count)), np.zeros(count, np.int64), np.zeros(count, np.int64))

    scene = build_scene(build_dataset(DataSpec("circle")), ("inputs", 0, 1))
    values = {name: getattr(scene, name) for name in Scene.__dataclass_fields__}
    return Scene(**{**values, "train": points(train), "test": points(test)})


def test_that_training_points_are_on_and_the_others_off(options):
    assert [box.isChecked() for box in (options.train, options.test, options.discretise)] == [
        True,
        False,
        False,
    ]


def test_that_the_boxes_tell_what_was_chosen(qtbot, options):
    with qtbot.waitSignal(options.points_toggled, timeout=1000) as toggled:
        qtbot.mouseClick(options.test, Qt.MouseButton.LeftButton)
    assert toggled.args == [True, True]
    with qtbot.waitSignal(options.discretise_toggled, timeout=1000) as toggled:
        qtbot.keyClick(options.discretise, Qt.Key.Key_Space)
    assert toggled.args == [True]


@pytest.mark.parametrize("width", [280, 300, 340, 500])
def test_that_the_boxes_fit_side_by_side(options, width):
    options.resize(width, 60)
    boxes = [options.train, options.test, options.discretise]
    for before, after in pairwise(boxes):
        assert before.geometry().right() < after.geometry().left()
    assert boxes[-1].geometry().right() <= width - 10
    for box in boxes:
        assert box.height() >= 24
        assert box.width() >= box.sizeHint().width()


def test_that_narrow_boxes_keep_their_full_accessible_names(options):
    options.resize(290, 60)
    assert options.train.text() == "Training"
    assert options.train.accessibleName() == "Training points"
    options.resize(340, 60)
    assert options.train.text() == "Training points"


def test_that_a_sample_of_many_points_is_said(options):
    before = options.height_for(340)
    options.set_scene(crowded(12_000, MOST_POINTS + 1))
    assert options.note == f"Points drawn: {grouped_text(MOST_POINTS)} of {grouped_text(12_000)} training"
    assert options.height_for(340) > before
    options.test.setChecked(True)
    assert options.note.endswith(f", {grouped_text(MOST_POINTS)} of {grouped_text(MOST_POINTS + 1)} test")
    options.train.setChecked(False)
    options.test.setChecked(False)
    assert options.note == ""


def test_that_draw_mode_says_what_a_click_does(options):
    options.set_draw_mode(True, 1)
    assert options.note == "Click or drag adds class 1, Shift-click removes"
    options.set_draw_mode(False, 1)
    assert options.note == ""


def test_that_test_points_can_be_shown_only_where_there_are_some(options):
    assert options.test.isEnabled()
    dataset = build_dataset(DataSpec("given", given=GivenExamples(((0.5,), (0.3,)), ((1.0,),))))
    options.set_scene(build_scene(dataset, ("inputs", 0, 1)))
    assert not options.test.isEnabled()
    assert "no test examples" in options.test.toolTip()
    options.set_scene(build_scene(build_dataset(DataSpec("circle")), ("inputs", 0, 1)))
    assert options.test.isEnabled()
    assert "never learns from" in options.test.toolTip()


def test_that_the_boxes_say_so_while_all_points_are_shown_and_return_to_what_was_chosen(qtbot, options):
    with qtbot.assertNotEmitted(options.points_toggled):
        options.set_all_shown(True)
    assert [box.isChecked() for box in (options.train, options.test)] == [True, True]
    assert not options.train.isEnabled()
    assert not options.test.isEnabled()
    assert "all of them are shown" in options.test.toolTip()
    options.set_all_shown(False)
    assert [box.isChecked() for box in (options.train, options.test)] == [True, False]
    assert options.test.isEnabled()

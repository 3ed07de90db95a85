"""Choosing a plane through data of more than two inputs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from engine.data import DataSpec, build_dataset
from gui.appearance import Appearance
from gui.train.output.plane_chooser import PlaneChooser

COMPONENTS = ("components", 0, 1)


@pytest.fixture
def chooser(qtbot):
    made = PlaneChooser(Appearance("light"))
    qtbot.addWidget(made)
    made.resize(340, 90)
    made.set_dataset(build_dataset(DataSpec("iris")))
    made.show()
    qtbot.waitExposed(made)
    return made


def pick(qtbot, combo, index):
    """Choose an item as a person does, by keys."""
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def choose_kind(qtbot, chooser, index):
    middle = chooser.kind.part_rect(index).center().toPoint()
    qtbot.mouseClick(chooser.kind, Qt.MouseButton.LeftButton, pos=middle)


@pytest.mark.parametrize(
    ("source", "needed"), [("circle", False), ("iris", True), ("digits", True), ("multi_gauss", False)]
)
def test_that_it_is_needed_only_for_more_than_two_inputs(chooser, source, needed):
    chooser.set_dataset(build_dataset(DataSpec(source)))
    assert chooser.is_needed is needed


def test_that_all_features_of_the_plane_are_one_plane(chooser):
    chooser.set_dataset(build_dataset(DataSpec("circle", inputs=("x1", "x2", "x1_squared", "sin_x1"))))
    assert not chooser.is_needed
    assert chooser.plane == ("inputs", 0, 1)


def test_that_it_begins_with_the_principal_components(chooser):
    assert chooser.plane == COMPONENTS
    assert chooser.kind.key() == "components"
    assert not chooser.x_input.isVisible()


def test_that_two_inputs_are_chosen_by_name(qtbot, chooser):
    with qtbot.waitSignal(chooser.plane_chosen, timeout=1000) as chosen:
        choose_kind(qtbot, chooser, 0)
    assert chosen.args == [("inputs", 0, 1)]
    assert chooser.x_input.isVisible()
    assert [chooser.x_input.itemText(i) for i in range(4)] == list(
        build_dataset(DataSpec("iris")).input_names
    )
    pick(qtbot, chooser.y_input, 3)
    assert chooser.plane == ("inputs", 0, 3)


def test_that_the_same_input_twice_swaps_the_axes(qtbot, chooser):
    choose_kind(qtbot, chooser, 0)
    chooser.x_input.setCurrentIndex(1)
    chooser.x_input.activated.emit(1)
    assert chooser.plane == ("inputs", 1, 0)
    assert (chooser.x_input.key(), chooser.y_input.key()) == ("1", "0")


def test_that_the_inputs_are_remembered_while_components_are_shown(qtbot, chooser):
    choose_kind(qtbot, chooser, 0)
    chooser.x_input.setCurrentIndex(2)
    chooser.x_input.activated.emit(2)
    choose_kind(qtbot, chooser, 1)
    assert chooser.plane == COMPONENTS
    choose_kind(qtbot, chooser, 0)
    assert chooser.plane == ("inputs", 2, 1)


def test_that_the_choice_stays_for_another_sample_and_goes_for_other_inputs(qtbot, chooser):
    choose_kind(qtbot, chooser, 0)
    chooser.set_dataset(build_dataset(DataSpec("iris", seed=5, train_share=70.0)))
    assert chooser.plane == ("inputs", 0, 1)
    chooser.set_dataset(build_dataset(DataSpec("breast_cancer")))
    assert chooser.plane == COMPONENTS


def test_that_two_inputs_need_a_row_more(qtbot, chooser):
    before = chooser.height_for(340)
    choose_kind(qtbot, chooser, 0)
    assert chooser.height_for(340) >= before + 24


@pytest.mark.parametrize("width", [280, 300, 340])
def test_that_the_controls_fit_and_have_names(qtbot, chooser, width):
    choose_kind(qtbot, chooser, 0)
    chooser.resize(width, chooser.height_for(width))
    for control in (chooser.kind, chooser.x_input, chooser.y_input):
        assert control.geometry().right() <= width - 16
        assert control.geometry().bottom() < chooser.height()
        assert control.accessibleName()
    assert chooser.x_input.geometry().right() < chooser.y_input.geometry().left()

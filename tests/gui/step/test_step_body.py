"""How the parts of the Step workspace share its room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gui.appearance import Appearance
from gui.step.workspace import StepWorkspace
from tests.gui.step.tapes import start_network, worked_example

USUAL, LARGE = (1368, 816), (1848, 996)  # in windows of 1440 x 900 and 1920 x 1080


@pytest.fixture
def step(qtbot) -> Iterator[StepWorkspace]:
    step = StepWorkspace(Appearance("light"))
    qtbot.addWidget(step)
    step.resize(*USUAL)
    step.show()
    yield step
    step.close_down()


def seen_columns(step):
    """How many columns are seen of each matrix of the row."""
    pictures = step.centre.numbers.equations.pictures
    return [placed.block.columns for picture in pictures for placed in picture.arrangement.matrices]


def test_that_the_building_blocks_give_way_to_a_batch_of_ten_and_not_to_one_example(step):
    step.take_tape(start_network())
    assert step.blocks.is_folded
    step.take_tape(worked_example())
    assert not step.blocks.is_folded


def test_that_a_large_window_has_room_for_both(step):
    step.resize(*LARGE)
    step.take_tape(start_network())
    assert not step.blocks.is_folded
    for row in step.tape.rows:
        step.stepper.go_to(row.index)
        assert all(columns.is_whole for columns in seen_columns(step) if columns.count <= 4)


def test_that_what_was_opened_by_hand_stays_open(step):
    step.take_tape(start_network())
    step.blocks.set_folded(False)
    step.take_tape(worked_example())
    step.take_tape(start_network())
    assert not step.blocks.is_folded


@pytest.mark.parametrize(("symbol", "layer"), [("Z", 1), ("A", 1), ("Z", 2), ("dA", 1)])
def test_that_most_columns_of_a_batch_are_seen_at_the_usual_size(step, symbol, layer):
    step.take_tape(start_network())
    step.stepper.go_to(step.tape.row(symbol, layer).index)
    assert all(columns.shown >= min(6, columns.count) for columns in seen_columns(step))


@pytest.mark.parametrize(("symbol", "layer"), [("Z", 1), ("dA", 1)])
def test_that_all_ten_columns_are_seen_in_a_large_window(step, symbol, layer):
    step.resize(*LARGE)
    step.take_tape(start_network())
    step.stepper.go_to(step.tape.row(symbol, layer).index)
    assert all(columns.is_whole for columns in seen_columns(step))


def test_that_splitters_stay_where_they_were_dragged_to_while_the_examples_are_as_many(step):
    step.take_tape(start_network())
    step._body._whole.setSizes([320, 1048])
    dragged = step.tape_list.width()
    step.take_tape(start_network())
    assert step.tape_list.width() == dragged

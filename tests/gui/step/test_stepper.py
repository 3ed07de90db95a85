"""Where on the tape the window stands."""

from __future__ import annotations

import pytest

from gui.step.selection import Cell
from gui.step.stepper import Stepper
from tests.gui.step.tapes import start_network, worked_example


@pytest.fixture
def stepper(qtbot):
    stepper = Stepper()
    stepper.set_tape(worked_example(), keep_place=False)
    yield stepper
    stepper.stop()


def test_that_without_a_tape_every_key_does_nothing(qtbot):
    stepper = Stepper()
    for do in (stepper.next, stepper.previous, stepper.first, stepper.last, stepper.toggle_playing):
        do()
    stepper.go_to_phase("update")
    assert (stepper.index, stepper.row, stepper.is_playing, stepper.is_at_end) == (0, None, False, False)


def test_that_it_goes_forwards_and_backwards_and_stops_at_both_ends(stepper):
    stepper.previous()
    assert stepper.index == 0
    stepper.next()
    stepper.next()
    stepper.previous()
    assert stepper.index == 1
    stepper.last()
    stepper.next()
    assert stepper.index == 16
    assert stepper.is_at_end
    stepper.first()
    assert stepper.index == 0


@pytest.mark.parametrize(("phase", "name"), [("cost", "J"), ("backward", "dA[2]"), ("update", "W[1]")])
def test_that_a_phase_begins_with_its_first_row(stepper, phase, name):
    stepper.go_to_phase(phase)
    assert stepper.row.name == name


def test_that_views_hear_of_the_tape_then_the_row_then_the_cell(qtbot):
    stepper, heard = Stepper(), []
    stepper.tape_changed.connect(lambda tape: heard.append("tape"))
    stepper.moved.connect(lambda index: heard.append(f"row {index}"))
    stepper.cell_changed.connect(lambda cell: heard.append(f"cell {cell}"))
    stepper.set_tape(worked_example(), keep_place=False)
    stepper.next()
    assert heard == ["tape", "row 0", "cell None", "row 1", "cell None"]


def test_that_a_selected_number_goes_with_the_row(stepper):
    stepper.select(Cell(0, 2, 0))
    assert stepper.cell == Cell(0, 2, 0)
    stepper.next()
    assert stepper.cell is None


@pytest.mark.parametrize("cell", [Cell(1, 0, 0), Cell(0, 3, 0), Cell(0, 0, 1), Cell(0, -1, 0)])
def test_that_a_number_that_the_row_has_not_is_not_selected(stepper, cell):
    stepper.select(Cell(0, 0, 0))
    stepper.select(cell)
    assert stepper.cell is None


def test_that_playing_goes_to_the_end_and_stops_there(qtbot, stepper):
    stepper.set_pace(2)
    stepper.go_to(14)
    with qtbot.waitSignal(stepper.playing_changed, check_params_cb=lambda playing: not playing, timeout=5000):
        stepper.toggle_playing()
    assert stepper.is_at_end
    assert not stepper.is_playing


def test_that_playing_at_the_end_begins_anew(stepper):
    stepper.last()
    stepper.toggle_playing()
    assert (stepper.index, stepper.is_playing) == (0, True)


def test_that_a_key_takes_over_from_playing(stepper):
    stepper.toggle_playing()
    stepper.next()
    assert (stepper.index, stepper.is_playing) == (1, False)


def test_that_another_tape_of_the_same_network_can_keep_the_place(stepper):
    stepper.go_to(11)
    stepper.set_tape(worked_example(), keep_place=True)
    assert stepper.row.name == "dW[1]"


def test_that_a_place_is_kept_by_name_in_a_deeper_network_and_else_given_up(stepper):
    stepper.go_to(11)
    stepper.set_tape(start_network(), keep_place=True)
    assert stepper.row.name == "dW[1]"
    stepper.go_to_phase("backward")
    assert stepper.row.name == "dA[3]"
    stepper.set_tape(worked_example(), keep_place=True)
    assert stepper.index == 0

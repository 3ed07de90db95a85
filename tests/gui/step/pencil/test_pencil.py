"""Pencil mode without a window: what is blank, where the next blank is, and what belongs to which update."""

from __future__ import annotations

import numpy as np
import pytest

from engine.run import build
from engine.step.exercises import load_preset
from engine.step.moment import take_moment
from engine.step.pencil import Place, Verdict
from engine.step.tape import record_tape
from gui.step.pencil.pencil import Pencil
from tests.gui.step.tapes import start_network, worked_example

DW1 = 11  # the row of dW[1]


@pytest.fixture
def pencil() -> Pencil:
    pencil = Pencil()
    pencil.set_tape(worked_example())
    pencil.is_on = True
    pencil.show_row(DW1)
    return pencil


def solve(pencil: Pencil, *places: Place) -> None:
    for place in places:
        pencil.paper.write(place, "1")
        pencil.paper.judge(place, "1", Verdict("right", 1.0, 4))


def test_off_it_hides_nothing(pencil):
    pencil.is_on = False
    assert pencil.shown is pencil.tape


def test_the_blanks_of_one_row_follow_the_row_that_is_looked_at(pencil):
    assert np.isnan(pencil.shown.rows[DW1].value).all()
    pencil.show_row(0)
    assert not np.isnan(pencil.shown.rows[DW1].value).any()
    assert np.isnan(pencil.shown.rows[0].value).all()


def test_what_is_shown_is_the_same_tape_until_something_is_solved(pencil):
    before = pencil.shown
    assert pencil.shown is before
    solve(pencil, Place(DW1, 0, 0))
    assert pencil.shown is not before
    assert pencil.shown.rows[DW1].value[0, 0] == pencil.tape.rows[DW1].value[0, 0]


def test_the_next_blank_is_the_one_beside_then_the_one_below_then_the_next_row(pencil):
    assert pencil.next_open(Place(DW1, 0, 0)) == Place(DW1, 0, 1)
    assert pencil.next_open(Place(DW1, 0, 1)) == Place(DW1, 1, 0)
    assert pencil.next_open(Place(DW1, 2, 1)) == Place(DW1 + 1, 0, 0)


def test_solved_blanks_are_passed_over(pencil):
    solve(pencil, Place(DW1, 0, 1))
    assert pencil.next_open(Place(DW1, 0, 0)) == Place(DW1, 1, 0)
    assert pencil.next_open(Place(DW1, 1, 0), forward=False) == Place(DW1, 0, 0)


def test_after_the_last_blank_of_a_phase_comes_the_one_that_was_left_out(pencil):
    pencil.scope = "phase"
    assert pencil.next_open(Place(12, 2, 0)) == Place(5, 0, 0)
    pencil.scope = "row"
    last = Place(16, 0, 0)
    assert pencil.next_open(last) is None


def test_the_first_blank_is_in_the_row_that_is_looked_at_if_it_has_one(pencil):
    pencil.scope = "phase"
    assert pencil.first_open() == Place(DW1, 0, 0)
    solve(pencil, *(Place(DW1, k, i) for k in range(3) for i in range(2)))
    assert pencil.first_open() == Place(5, 0, 0)


def test_what_was_typed_comes_back_for_the_same_update_recorded_again(pencil):
    pencil.paper.write(Place(DW1, 0, 0), "0.1")
    pencil.set_tape(start_network())
    assert pencil.paper.answer(Place(DW1, 0, 0)).text == ""
    _, _, trainer = build(load_preset("worked-example"))
    again = record_tape(take_moment(trainer))
    assert again is not worked_example()
    pencil.set_tape(again)
    assert pencil.paper.answer(Place(DW1, 0, 0)).text == "0.1"


def test_another_update_of_the_same_network_has_another_paper(pencil):
    pencil.paper.write(Place(DW1, 0, 0), "0.1")
    _, _, trainer = build(load_preset("worked-example"))
    trainer.step()
    pencil.set_tape(record_tape(take_moment(trainer)))
    assert pencil.paper.answer(Place(DW1, 0, 0)).text == ""


def test_rows_get_a_mark_when_all_of_them_is_right_or_some_of_them_is_wrong(pencil):
    solve(pencil, *(Place(0, k, 0) for k in range(3)), Place(1, 0, 0))
    pencil.paper.write(Place(2, 0, 0), "9")
    pencil.paper.judge(Place(2, 0, 0), "9", Verdict("wrong", 1.0, 4))
    pencil.paper.give(Place(3, 0, 0), 0.5)
    assert pencil.marks() == {0: "right", 2: "wrong", 3: "wrong"}


def test_J_is_hidden_while_something_before_it_is_blank(pencil):
    assert pencil.hidden_costs() == (False, True)
    pencil.show_row(0)
    assert pencil.hidden_costs() == (True, True)
    pencil.is_on = False
    assert pencil.hidden_costs() == (False, False)

"""The line about the selected number, and the check of single derivatives."""

from __future__ import annotations

import math

import pytest

from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.tape import record_tape
from gui.appearance import Appearance
from gui.formula_books.catalogue import small_moment
from gui.step.cell_check import TOO_MANY, derivative_check
from gui.step.check_line import CheckLine, Difference, error_text
from tests.gui.step.tapes import start_network, worked_example


@pytest.fixture
def line(qtbot, qapp):
    line = CheckLine(Appearance("light"))
    qtbot.addWidget(line)
    line.resize(650, 28)
    line.show()
    return line


def said(line):
    return [(piece.word, piece.value, piece.icon) for piece in line.pieces]


def test_that_a_derivative_is_said_with_its_check(line):
    line.show_value(0.01189768, Difference(0.01189768, 4.2e-11, agrees=True))
    assert said(line) == [
        ("unrounded", "0.01189768", ""),
        ("central difference", "0.01189768", ""),
        ("relative error", "4 · 10⁻¹¹", "check"),
    ]


def test_that_a_wrong_derivative_has_a_cross(line):
    line.show_value(0.2, Difference(0.1, 0.5, agrees=False))
    assert said(line)[-1] == ("relative error", "5 · 10⁻¹", "close")


def test_that_at_a_kink_nothing_is_judged(line):
    line.show_value(0.2, Difference(0.1, 0.5, agrees=False, is_kink=True))
    assert "kink" in said(line)[-1][0]


def test_that_the_value_in_full_is_in_the_tool_tip(line):
    line.show_value(-1 / 3, None)
    assert said(line) == [("unrounded", "−0.33333333", "")]
    assert line.toolTip().endswith("−0.3333333333333333")


def test_that_what_is_under_the_mouse_stands_there_for_a_while(line):
    line.show_value(0.5, None)
    before = line.grab().toImage()
    line.show_text("dW[1], row 1, column 1: 0.25000000")
    assert line.grab().toImage() != before
    line.show_text("")
    assert line.grab().toImage() == before


def test_that_nothing_selected_leaves_an_empty_line(line):
    line.show_value(math.nan, None)
    assert said(line) == [("unrounded", "NaN", "")]
    line.clear()
    assert said(line) == []


def test_that_errors_are_one_digit_and_a_power():
    assert [error_text(error) for error in (0.0, 3e-9, 0.25)] == ["0", "3 · 10⁻⁹", "2 · 10⁻¹"]


@pytest.mark.parametrize(("symbol", "layer"), [("dW", 1), ("dW", 2), ("db", 1), ("db", 3)])
def test_that_every_derivative_of_the_start_network_agrees_with_its_difference(symbol, layer):
    tape = start_network()
    result = tape.row(symbol, layer).equation.result
    rows, columns = result.array.shape
    for k, i in ((0, 0), (rows - 1, columns - 1)):
        difference = derivative_check(tape, result, k, i).difference
        assert difference is not None
        assert difference.agrees
        assert difference.numeric == pytest.approx(result.array[k, i], abs=1e-8)


@pytest.mark.parametrize("symbol", ["Z", "A", "dA", "dZ", "W", "b"])
def test_that_other_numbers_have_no_check(symbol):
    tape = worked_example()
    check = derivative_check(tape, tape.row(symbol, 1).equation.result, 0, 0)
    assert (check.difference, check.note) == (None, "")


def test_that_a_check_that_would_take_long_is_left_to_its_page():
    spec = NetworkSpec(2, (LayerSpec(60, "tanh"), LayerSpec(1, "sigmoid")))
    tape = record_tape(small_moment(spec, TrainingSpec(), 2000))
    check = derivative_check(tape, tape.row("dW", 1).equation.result, 0, 0)
    assert (check.difference, check.note) == (None, TOO_MANY)

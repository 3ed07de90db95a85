"""Shapes of a deep network against the engine's own arrays, and the hints about slips."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.shape_text import shape_text
from engine.labs.shapes import (
    MOST_LAYERS,
    SYMBOLS,
    judge,
    new_exercise,
    parse_sizes,
    shape_of,
    sizes_text,
)
from engine.labs.table import facts
from engine.spec import LayerSpec, NetworkSpec
from tests.engine.step.moments import tape_of

NOTES, M = (3, 5, 5, 3, 1), 10


def hint(symbol, l, answer):
    verdict = judge(symbol, l, answer, NOTES, M)
    assert not verdict.is_right
    return verdict.hint


def test_that_the_shapes_are_those_of_a_recorded_update():
    sizes, m = (2, 3, 5, 4, 1), 6
    layers = (*(LayerSpec(n, "tanh") for n in sizes[1:-1]), LayerSpec(1, "sigmoid"))
    tape = tape_of(NetworkSpec(2, layers), m)
    found = 0
    for row in tape.rows:
        if row.symbol in SYMBOLS and row.phase != "update":
            assert row.equation.result.array.shape == shape_of(row.symbol, row.layer, sizes, m)
            found += 1
    assert found >= 4 * (len(sizes) - 1)


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("l", [1, 2, 3, 4])
def test_that_the_right_shape_is_right_however_it_is_written(symbol, l):
    rows, columns = shape_of(symbol, l, NOTES, M)
    for text in (f"({rows}, {columns})", f"{rows}x{columns}", f"{rows}, {columns}", f"[{rows} {columns}]"):
        assert judge(symbol, l, text, NOTES, M).is_right


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("l", [1, 2, 3, 4])
@pytest.mark.parametrize("answer", ["2, 7", "5, 3", "(5,)", "5", "10, 5", "1,1", "()", "x", "", "3, 5, 1"])
def test_that_everything_else_is_wrong_and_has_a_hint(symbol, l, answer):
    verdict = judge(symbol, l, answer, NOTES, M)
    assert verdict.is_right == (verdict.shape == shape_of(symbol, l, NOTES, M))
    assert verdict.is_right != bool(verdict.hint)


def test_that_the_letter_m_stands_for_the_examples():
    assert judge("Z", 2, "(5, m)", NOTES, M).is_right


def test_that_the_letter_m_is_wrong_in_a_parameter_even_where_the_number_fits():
    assert not judge("W", 2, "5, m", NOTES, 5).is_right
    assert judge("W", 2, "5, 5", NOTES, 5).is_right


@pytest.mark.parametrize("symbol", ["W", "dW"])
def test_that_a_transposed_answer_is_told_so(symbol):
    assert hint(symbol, 1, "3, 5") == "Transposed: a row for each unit of layer 1, a column for each input."
    assert hint(symbol, 4, "3x1").startswith("Transposed")


@pytest.mark.parametrize("symbol", ["Z", "A", "dZ", "dA"])
def test_that_a_forgotten_m_is_told_so(symbol):
    assert hint(symbol, 1, "5, 1") == f"m is forgotten: {symbol} has a column for each example."


@pytest.mark.parametrize("symbol", ["b", "db", "W", "dW"])
def test_that_parameters_have_no_m(symbol):
    assert hint(symbol, 1, "5, 10").startswith("No m here")


@pytest.mark.parametrize(("symbol", "l", "answer"), [("W", 1, "5, 5"), ("Z", 1, "3, 10"), ("b", 3, "5, 1")])
def test_that_the_shape_of_another_layer_is_told_so(symbol, l, answer):
    assert hint(symbol, l, answer).startswith("That belongs to another layer")


def test_that_an_array_of_one_axis_is_told_so():
    assert hint("b", 1, "(5,)") == "(5,) is neither row nor column: b[1] has rows and columns."


def test_that_half_an_answer_is_told_so():
    assert hint("W", 2, "5, 7").startswith("The rows are right.")
    assert hint("W", 2, "7, 5").startswith("The columns are right.")


@pytest.mark.parametrize("text", ["3-5-5-3-1", "3, 5, 5, 3, 1", " 3 5 5 3 1 ", "3–5–5–3–1"])
def test_that_sizes_are_read_as_people_write_them(text):
    assert parse_sizes(text) == NOTES
    assert parse_sizes(sizes_text(NOTES)) == NOTES


@pytest.mark.parametrize(
    "text", ["", "3", "3-0-1", "a-b", "3-1000", "-".join("2" * (MOST_LAYERS + 2)), "3.5-1"]
)
def test_that_sizes_that_are_no_network_are_refused(text):
    with pytest.raises(ValueError, match=r"number|layer|network"):
        parse_sizes(text)


@pytest.mark.parametrize("number", range(1, 20))
def test_that_a_new_exercise_has_different_neighbours_and_stays_the_same(number):
    sizes, m = new_exercise(number)
    assert (sizes, m) == new_exercise(number)
    assert 2 <= len(sizes) - 1 <= MOST_LAYERS
    assert all(np.diff(sizes))
    assert m > max(sizes)


def test_that_facts_give_every_shape():
    found = facts("shapes", {"sizes": "2-3-5-4-2-1"})
    assert (found["W3_rows"], found["W3_columns"]) == (4, 5)
    assert found["dZ5_columns"] == 10
    assert found["L"] == 5
    assert shape_text((4, 5)) == "(4, 5)"

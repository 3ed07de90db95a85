"""Broadcasting: what is said of two shapes against NumPy, and every NumPy line against the numbers beside it."""

from __future__ import annotations

import ast
from itertools import product

import numpy as np
import pytest

from engine.labs.array_lines import Line, Table
from engine.labs.broadcast import OPERATORS, broadcast, compute, require_small, sentences
from engine.labs.broadcasting import CALORIES, EXAMPLES, demonstration
from engine.labs.shape_text import parse_shape, shape_text
from engine.labs.table import checked, facts

SHAPES = [(), (1,), (3,), (4,), (1, 3), (4, 1), (4, 3), (2, 1, 3), (2, 4, 1)]


def settings(**values):
    return checked("broadcasting", values)


def run_code(line: Line):
    """The value of the last statement of a NumPy line."""
    names = {"np": np, **line.given}
    *before, last = ast.parse(line.code).body
    exec(compile(ast.Module(before, []), "line", "exec"), names)
    value = last.value
    return eval(compile(ast.Expression(value), "line", "eval"), names)


@pytest.mark.parametrize(("left", "right"), list(product(SHAPES, SHAPES)))
def test_that_the_shape_of_a_result_is_what_numpy_says(left, right):
    fit = broadcast(left, right)
    try:
        expected = np.broadcast_shapes(left, right)
    except ValueError:
        expected = None
    assert fit.result == expected
    assert bool(fit.blamed) == (expected is None)


def test_that_a_missing_axis_is_added_in_front_and_stretches():
    fit = broadcast((4, 3), (3,))
    assert [axis.fit for axis in fit.axes] == ["right", "same"]
    assert sentences(fit) == ("Axis 0: (3,) has none, so it gets a 1 in front, which stretches to 4.",)


def test_that_both_sides_can_stretch_at_once():
    assert [axis.fit for axis in broadcast((5, 1), (1, 4)).axes] == ["right", "left"]


def test_that_the_blamed_axis_is_named_with_both_lengths():
    fit = broadcast((4, 3), (4,))
    assert fit.blamed == (1,)
    assert sentences(fit) == ("Axis 1 is to blame: 3 against 4. They must be equal, or one of them 1.",)


@pytest.mark.parametrize("operator", OPERATORS)
def test_that_an_error_is_numpys_own(operator):
    result, error = compute(np.ones((4, 3)), np.ones(4), operator)
    assert result is None
    assert error == "operands could not be broadcast together with shapes (4,3) (4,)"


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("right", ["(3,)", "(4,)", "(4, 1)", "(2, 4, 3)"])
def test_that_every_numpy_line_gives_the_numbers_beside_it(example, operator, right):
    for line in demonstration(settings(example=example, operator=operator, right=right)).lines:
        if line.error:
            with pytest.raises(ValueError, match="shape") as fault:
                run_code(line)
            assert str(fault.value).strip() == line.error
        elif line.result is not None:
            value = np.asarray(run_code(line))
            assert value.shape == line.result.shape
            np.testing.assert_array_equal(value, line.result.array)


def test_that_the_calories_are_those_of_the_course():
    found = facts("broadcasting", {})
    assert [round(found[f"cal_{i}"], 1) for i in (1, 2, 3, 4)] == [59, 239, 155.4, 76.9]
    rows = [[round(found[f"percent_{k}_{i}"], 2) for i in (1, 2, 3, 4)] for k in (1, 2, 3)]
    assert rows == [
        [94.92, 0, 2.83, 88.43],
        [2.03, 43.51, 33.46, 10.40],
        [3.05, 56.49, 63.71, 1.17],
    ]


def test_that_the_percentages_of_every_food_add_up_to_100():
    last = demonstration(settings()).lines[-1]
    np.testing.assert_allclose(last.result.array, 100)


def test_that_the_rows_of_the_course_come_out():
    column = demonstration(settings(example="add_column")).lines[0]
    assert column.result.array.tolist() == [[101], [102], [103], [104]]
    row = demonstration(settings(example="add_row")).lines[-1]
    assert row.result.array.tolist() == [[101, 202, 303], [104, 205, 306]]


def test_that_what_only_acts_as_if_it_were_there_is_told_from_what_is():
    row = Table("v", np.array([1.0, 2.0]), (3, 2))
    assert row.is_stretched
    assert row.cells.tolist() == [[1, 2]] * 3
    assert row.is_copy.tolist() == [[False, False], [True, True], [True, True]]


def test_that_sums_lose_their_axis_unless_it_is_kept():
    shapes = [line.result.shape for line in demonstration(settings(example="sums")).lines]
    assert shapes == [(3,), (1, 3), (2,), (2, 1)]


def test_that_reshape_repeats_nothing():
    errors = [line.error for line in demonstration(settings(example="reshape")).lines if line.error]
    assert errors == ["cannot reshape array of size 4 into shape (3,4)"]


def test_that_an_array_of_one_axis_is_its_own_transpose():
    turned, dot, outer = demonstration(settings(example="rank_1")).lines
    assert turned.result.shape == (5,)
    assert dot.result.shape == ()
    assert float(dot.result.array) == facts("broadcasting", {})["dot"]
    assert outer.result.shape == (5, 5)


def test_that_a_number_says_what_it_is_made_of():
    first, percent, _ = demonstration(settings()).lines
    assert first.explain(0, 1) == "0.0 + 104.0 + 135.0 = 239.0"
    assert percent.explain(1, 2) == "100 · 52.0 / 155.4 = 33.46"
    assert percent.sources(1, 2)[1].sum() == 1


def test_that_sums_point_at_their_column_or_row():
    down, _, along, kept = demonstration(settings(example="sums")).lines
    assert down.sources(0, 1)[0].tolist() == [[False, True, False]] * 2
    assert along.sources(0, 1)[0].tolist() == [[False] * 3, [True] * 3]
    assert kept.sources(1, 0)[0].tolist() == [[False] * 3, [True] * 3]
    assert kept.explain(1, 0) == "4 + 5 + 6 = 15"


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("(4, 3)", (4, 3)),
        ("4x3", (4, 3)),
        ("4, 3", (4, 3)),
        ("(3,)", (3,)),
        ("3", (3,)),
        ("()", ()),
        ("[2;5]", (2, 5)),
        ("4 × m", (4, 10)),
    ],
)
def test_that_shapes_are_read_as_people_write_them(text, shape):
    assert parse_shape(text, {"m": 10}) == shape


@pytest.mark.parametrize("text", ["", "a", "(4, 3", "4, -3", "(0, 3)", "4.5"])
def test_that_what_is_no_shape_is_refused(text):
    with pytest.raises(ValueError, match=r"shape|length"):
        parse_shape(text)


def test_that_a_shape_is_written_as_numpy_writes_it():
    assert [shape_text(shape) for shape in ((), (3,), (4, 3))] == [str(s) for s in ((), (3,), (4, 3))]


@pytest.mark.parametrize(
    ("left", "right"), [("(1000, 1000)", "3"), ("(1000, 1)", "(1, 1000)"), ("1x1x1x1x1", "1")]
)
def test_that_shapes_too_long_to_be_shown_are_refused(left, right):
    with pytest.raises(ValueError, match="at most"):
        require_small(parse_shape(left), parse_shape(right))


def test_that_the_table_of_calories_has_a_row_for_each_nutrient():
    table = demonstration(settings()).lines[0].tables[0]
    assert table.array is CALORIES
    assert table.decimals == 1

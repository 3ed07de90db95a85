"""Numbers and names as the output column writes them."""

from __future__ import annotations

import pytest

from gui.train.output.texts import (
    class_label,
    class_name,
    legend_names,
    number,
    percent,
    short,
    shown_symbol,
    unit_symbol,
)
from gui.widgets.numbers import grouped_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.06963, "0.0696"),
        (-1.5, "\u22121.5000"),
        (-0.00001, "0.0000"),
        (123456.0, "123456.0000"),
        (2.5e9, "2.50·10⁹"),
        (float("inf"), "not finite"),
        (float("nan"), "not finite"),
    ],
)
def test_that_a_cost_has_four_decimals_and_a_true_minus(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(-1.0, "\u22121"), (-0.0, "0"), (0.12345, "0.123"), (12345.6, grouped_text(12346))]
)
def test_that_a_short_number_has_three_figures(value, text):
    assert short(value) == text


def test_that_a_share_is_a_percentage():
    assert percent(0.9564) == "95.6 %"


def test_that_units_count_from_one():
    assert unit_symbol(1, 1) == "a[1]₂"
    assert unit_symbol(3, 11) == "a[3]₁₂"


def test_that_the_shown_thing_has_a_symbol():
    assert shown_symbol(None, ("x₁",)) == "ŷ"
    assert shown_symbol((2, 0), ("x₁",)) == "a[2]₁"
    assert shown_symbol((0, 0), ("sin x₁",)) == "sin x₁"
    assert shown_symbol((0, 4), ("x₁",)) == "x₅"


def test_that_a_class_that_is_only_a_number_is_called_class():
    assert class_name(("0", "1"), 1) == "class 1"
    assert class_name(("setosa", "versicolor"), 1) == "versicolor"
    assert class_name((), 3) == "class 3"
    assert class_label(("class 0", "class 1"), 1) == "1"
    assert class_label(("setosa",), 0) == "setosa"


def test_that_a_legend_of_many_numbers_is_short():
    assert legend_names(("0", "1", "2")) == ("class 0", "class 1", "class 2")
    assert legend_names(tuple("0123456789")) == tuple("0123456789")

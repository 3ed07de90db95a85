"""Numbers as people type and read them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.number_combo import RATES
from gui.widgets.numbers import fixed_text, grouped_text, number_text, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.03", 0.03),
        ("0,03", 0.03),
        (" 1e-3 ", 0.001),
        ("\u22122", -2.0),
        ("10", 10.0),
        ("1\u00a0500", 1500.0),
    ],
)
def test_that_a_number_is_read_however_it_is_typed(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "  ", "abc", "1_000", "inf", "nan", "1e999", "0.0.3", "1,000.5"])
def test_that_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match=r"number|convert"):
        parse_number(text)


@pytest.mark.parametrize("value", RATES)
def test_that_usual_rates_are_written_out(value):
    assert "e" not in number_text(value)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_that_a_written_number_reads_back(value):
    assert math.isclose(parse_number(number_text(value)), value, rel_tol=1e-5, abs_tol=1e-300)


def test_that_a_negative_number_has_a_true_minus():
    assert number_text(-0.5) == "\u22120.5"
    assert fixed_text(-0.5, 2) == "\u22120.50"


def test_that_nothing_is_written_as_minus_zero():
    assert fixed_text(-0.0001, 2) == "0.00"
    assert number_text(-0.0) == "0"


def test_that_a_missing_number_is_a_dash():
    assert fixed_text(math.nan, 4) == "–"


def test_that_large_numbers_are_grouped():
    assert grouped_text(1234567.4) == "1\u00a0234\u00a0567"

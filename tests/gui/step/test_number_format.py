"""Numbers as Step writes them."""

from __future__ import annotations

import math

import pytest

from gui.step.number_format import NumberFormat, NumberStyle, constant_text, full_text, sign_text


@pytest.mark.parametrize("count", [1, 9])
def test_that_a_count_outside_two_to_eight_is_refused(count):
    with pytest.raises(ValueError, match=f"{count} decimals"):
        NumberFormat("decimals", count)


def test_that_a_label_says_what_is_counted():
    assert NumberFormat().label == "4 decimals"
    assert NumberFormat("digits", 3).label == "3 digits"


@pytest.mark.parametrize("count", range(2, 9))
def test_that_decimals_do_not_depend_on_the_size_of_the_numbers(count):
    styles = {NumberFormat("decimals", count).style_for(largest) for largest in (0.0, 1e-7, 0.5, 123.0)}
    assert styles == {NumberStyle(count)}


@pytest.mark.parametrize(
    ("largest", "text"),
    [(0.5, "0.3330"), (3.25, "0.333"), (123.0, "0.3"), (50_000.0, "0"), (0.04, "0.33300")],
)
def test_that_digits_are_those_of_the_largest_number(largest, text):
    assert NumberFormat("digits", 4).style_for(largest).text(0.333) == text


def test_that_digits_of_tiny_numbers_are_written_with_a_power():
    style = NumberFormat("digits", 3).style_for(4.2e-9)
    assert style.text(-4.2e-9) == "−4.20·10⁻⁹"
    assert style.text(0.0) == "0.00"


def test_that_a_matrix_without_a_number_still_has_a_style():
    assert NumberFormat("digits", 4).style_for(math.inf) == NumberStyle(3)
    assert NumberFormat("digits", 4).style_for(0.0) == NumberStyle(3)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-0.5, "−0.5000"),
        (-0.00001, "0.0000"),
        (1e6, "1.0000·10⁶"),
        (-2.5e12, "−2.5000·10¹²"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_that_a_number_has_a_true_minus_and_a_name_where_it_is_none(value, text):
    assert NumberStyle(4).text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.011897676, "0.01189768"), (0.0, "0.00000000"), (-3.2e-5, "−3.2000000·10⁻⁵"), (2e7, "2.0000000·10⁷")],
)
def test_that_a_number_in_full_has_eight_decimals_or_a_power(value, text):
    assert full_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"),
        (3.0, "3"),
        (1e-8, "10⁻⁸"),
        (-1e-8, "−10⁻⁸"),
        (2.5e-6, "2.5·10⁻⁶"),
        (0.0, "0"),
        (1 / 3, "0.333333"),
    ],
)
def test_that_a_factor_is_as_short_as_it_goes(value, text):
    assert constant_text(value) == text


def test_that_signs_are_those_of_mathematics():
    assert sign_text(" * ") == "∗"
    assert sign_text("/ (1 − 0.9^12) + 1e-8)") == "/ (1 − 0.9¹²) + 10⁻⁸)"
    assert sign_text("0.999^ᵗ") == "0.999ᵗ"
    assert sign_text("e^(−") == "e^(−"

"""How the plots write numbers."""

from __future__ import annotations

import pytest

from gui.train.plots.numbers import (
    epoch_text,
    power_text,
    range_texts,
    scientific_text,
    tick_text,
    value_text,
    value_texts,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0696, "0.070"),
        (0.10781, "0.108"),
        (0.0, "0.000"),
        (0.00961, "0.0096"),
        (0.00012, "1.2·10⁻⁴"),
        (-1.5, "\u22121.500"),
        (12.345, "12.35"),
        (1234.5, "1234"),
        (3e12, "3.0·10¹²"),
        (float("nan"), "–"),
        (float("inf"), "–"),
    ],
)
def test_that_a_value_is_short_and_has_a_true_minus(value, text):
    assert value_text(value) == text


def test_that_powers_have_raised_digits():
    assert power_text(-12) == "10⁻¹²"
    assert scientific_text(0.01325, 2) == "1.32·10⁻²"
    assert scientific_text(0.0) == "0"
    assert scientific_text(float("nan")) == "–"


def test_that_a_merged_row_is_written_as_a_range_only_where_its_ends_read_differently():
    assert range_texts([(0.1, 0.1), (0.1, 0.25)], 4) == ("0.1000", "0.1000 … 0.2500")
    assert range_texts([(5e-5, 0.0012)], 4) == ("0.0000500 … 0.0012000",)


@pytest.mark.parametrize(
    ("step", "top", "texts"),
    [
        (0.2, 0.8, ["0.0", "0.2", "0.4"]),
        (0.25, 1.0, ["0.00", "0.25", "0.50"]),
        (25.0, 125.0, ["0", "25", "50"]),
        (2500.0, 12500.0, ["0", "2.5k", "5k"]),
        (5e5, 2e6, ["0", "500k", "1000k"]),
        (2e-5, 1e-4, ["0", "2·10⁻⁵", "4·10⁻⁵"]),
        (2e12, 1e13, ["0", "2·10¹²", "4·10¹²"]),
    ],
)
def test_that_the_numbers_of_an_axis_have_equal_decimals(step, top, texts):
    assert [tick_text(i * step, step, top) for i in range(3)] == texts


def test_that_a_whole_epoch_has_no_decimals():
    assert [epoch_text(12.0), epoch_text(12.04)] == ["12", "12.04"]


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((0.00076, 0.00102), ("0.00076", "0.00102")),
        ((0.49, 0.541), ("0.490", "0.541")),
        ((0.0099, 0.0129), ("0.0099", "0.0129")),
        ((0.0696, 0.012), ("0.070", "0.012")),
        ((0.5, 0.00076, 0.00102), ("0.500", "0.00076", "0.00102")),
        ((7.6e-4, 8.8e-4), ("7.6·10⁻⁴", "8.8·10⁻⁴")),
        ((2e-8, 0.5), ("2.0·10⁻⁸", "5.0·10⁻¹")),
        ((1.5e289, 12.0), ("1.5·10²⁸⁹", "1.2·10¹")),
        ((0.0, 7.6e-4), ("0.000", "7.6·10⁻⁴")),
        ((float("nan"), 0.2), ("–", "0.200")),
        ((), ()),
    ],
)
def test_that_values_side_by_side_are_written_in_one_style(values, texts):
    assert value_texts(values) == texts

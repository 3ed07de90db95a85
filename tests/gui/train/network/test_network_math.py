"""Symbols and numbers of the value card."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.train.network.input_symbols import input_symbols, pixel_names
from gui.train.network.labels import signed_number
from gui.train.network.math import (
    Symbol,
    draw_symbol,
    number_for_card,
    plain_name,
    symbol_width,
    unit_symbol,
    weight_symbol,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4.36812, "4.368"),
        (-0.0172, "\u22120.0172"),
        (12.3456, "12.35"),
        (-123.456, "\u2212123.5"),
        (0.0, "0.0000"),
        (3.2e-5, "3.2·10⁻⁵"),
        (-1.25e7, "\u22121.2·10⁷"),
        (float("nan"), "not a number"),
        (float("-inf"), "\u2212∞"),
    ],
)
def test_that_a_card_shows_the_digits_that_count(value, text):
    assert number_for_card(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.43, "+1.43"),
        (-0.04, "\u22120.04"),
        (0.0, "0.00"),
        (0.001, "0.00"),
        (-0.001, "0.00"),
        (12.34, "+12.3"),
        (-345.6, "\u2212346"),
        (float("nan"), "–"),
        (float("inf"), "–"),
    ],
)
def test_that_a_signed_number_has_its_sign_and_stays_short(value, text):
    assert signed_number(value) == text


def test_that_indices_are_counted_from_1_with_the_unit_that_it_goes_to_first():
    assert weight_symbol(3, 0, 1) == Symbol("w", "[3]", "1,2")
    assert plain_name(unit_symbol("b", 2, 4)) == "b[2]5"


@pytest.mark.parametrize(
    ("name", "factors"),
    [
        ("x₁", (("", Symbol("x", "", "1")),)),
        ("x₂²", (("", Symbol("x", "2", "2")),)),
        ("x₁x₂", (("", Symbol("x", "", "1")), ("", Symbol("x", "", "2")))),
        ("sin x₂", (("sin ", Symbol("x", "", "2")),)),
        ("mean radius", ()),
        ("x₁ cm", ()),
        ("x1", (("", Symbol("x", "", "1")),)),
        ("y_12", (("", Symbol("y", "", "12")),)),
        ("x1 cm", ()),
        ("abc1", ()),
        ("7", ()),
        ("", ()),
    ],
)
def test_that_names_of_inputs_become_symbols_where_they_are(name, factors):
    assert input_symbols(name) == factors


def test_that_pixels_are_numbered():
    assert pixel_names(64)[0] == "x₁"
    assert pixel_names(64)[63] == "x₆₄"


def test_that_indices_stand_above_and_below_one_another(qapp):
    assert symbol_width(Symbol("w", "[3]", "1,2"), 15) < symbol_width(Symbol("w", "", "[3]1,2"), 15)
    picture = QImage(80, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    end = draw_symbol(painter, 10, 24, Symbol("w", "[3]", "1,2"), 15)
    painter.end()
    left = int(10 + symbol_width(Symbol("w"), 15))
    rows = [
        y for y in range(40) if any(picture.pixelColor(x, y).value() < 128 for x in range(left, int(end)))
    ]
    assert rows[0] < 14
    assert rows[-1] > 25

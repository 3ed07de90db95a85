"""Numbers as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.step.typed_number import TypedNumber, read_number


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("0.0348", 0.0348, 4),
        ("-0.0348", -0.0348, 4),
        ("−0,0348", -0.0348, 4),
        ("– 0.5", -0.5, 1),
        ("+.5", 0.5, 1),
        ("  12  ", 12, 0),
        ("3.", 3, 0),
        ("0.500", 0.5, 3),
        ("1.5e-3", 0.0015, 4),
        ("1,5E2", 150, 0),
        ("1.2345e1", 12.345, 3),
    ],
)
def test_that_a_number_is_read_with_its_decimals(text, value, decimals):
    assert read_number(text) == TypedNumber(value, decimals)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "-",
        ",",
        "abc",
        "1.2.3",
        "1,234.5",
        "1 234",
        "--1",
        "1e",
        "e5",
        "0x1",
        "nan",
        "inf",
        "1e999",
        "١",
        "1" * 50,
    ],
)
def test_that_what_is_no_number_is_not_read(text):
    assert read_number(text) is None


@given(
    value=st.floats(-1e6, 1e6), decimals=st.integers(0, 10), comma=st.booleans(), minus=st.sampled_from("-−")
)
def test_that_any_written_number_is_read_back(value, decimals, comma, minus):
    text = f"{value:.{decimals}f}"
    typed = text.replace(".", "," if comma else ".").replace("-", minus)
    assert read_number(typed) == TypedNumber(float(text), decimals)


@given(text=st.text(max_size=12))
def test_that_no_text_breaks_it(text):
    found = read_number(text)
    assert found is None or found.decimals >= 0

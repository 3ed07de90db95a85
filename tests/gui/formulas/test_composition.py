"""Placed glyphs as numbers and as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.formulas.composition import Bar, Composition, Mark, unpack

numbers = st.integers(-20000, 20000)
marks = st.builds(Mark, st.integers(1, 9999), numbers, numbers, st.integers(1, 3000))
bars = st.builds(Bar, numbers, numbers, st.integers(0, 9999), st.integers(0, 999))


@given(st.builds(Composition, numbers, numbers, numbers, st.tuples(marks, marks), st.tuples(bars)))
def test_a_composition_comes_back_from_its_text(composition):
    assert unpack(composition.pack()) == composition


def test_one_without_glyphs_or_bars_comes_back_too():
    empty = Composition(1, 2, 3, (), ())
    assert unpack(empty.pack()) == empty


@pytest.mark.parametrize("text", ["", "1 2 3", "1 2|3 4|", "1 2 3|4|", "a b c||"])
def test_a_text_that_is_no_composition_is_refused(text):
    with pytest.raises((ValueError, TypeError)):
        unpack(text)

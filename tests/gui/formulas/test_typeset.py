"""LaTeX to placed glyphs, by ziamath."""

from __future__ import annotations

import pytest

from gui.formulas.typeset import TypesetError, typeset, typeset_or_none


def glyphs(latex):
    return [mark.glyph for mark in typeset(latex).composition.marks]


def test_a_letter_stands_on_the_baseline_at_full_size():
    composition = typeset("X").composition
    (mark,) = composition.marks
    assert (mark.y, mark.scale) == (0, 1000)
    assert 600 < composition.ascent < 750
    assert abs(composition.descent) < 30
    assert 500 < composition.width < 1000


def test_an_index_is_smaller_and_higher_an_exponent_too():
    base, *index = typeset("Z^{[1]}").composition.marks
    assert all(mark.scale < base.scale and mark.y < base.y and mark.x > base.x for mark in index)


def test_a_fraction_has_a_bar_between_its_parts():
    composition = typeset(r"\frac{1}{m}").composition
    (bar,) = composition.bars
    above, below = composition.marks
    assert above.y < bar.y < below.y
    assert 40 < bar.height < 120
    assert bar.width > 400


def test_a_root_covers_what_is_under_it():
    composition = typeset(r"\sqrt{s}").composition
    assert composition.bars
    assert len(composition.marks) == 2


def test_every_glyph_comes_with_its_outline():
    made = typeset(r"W^{[1]} - \alpha\, dW^{[1]}")
    assert {mark.glyph for mark in made.composition.marks} <= set(made.outlines)
    assert all(outline.startswith("M ") and outline.endswith("Z") for outline in made.outlines.values())


def test_an_assignment_is_one_sign():
    assert len(glyphs("b := c")) == len(glyphs("b = c"))


def test_a_minus_after_an_equals_sign_belongs_to_what_follows():
    as_sign, as_difference = (typeset(latex).composition for latex in ("a = -b", "a - b"))
    gap_of_sign = as_sign.marks[3].x - as_sign.marks[2].x
    gap_of_difference = as_difference.marks[2].x - as_difference.marks[1].x
    assert gap_of_sign < gap_of_difference - 100


def test_a_function_keeps_away_from_its_neighbours():
    y, _, _, last, a = typeset(r"y \log a").composition.marks
    assert a.x - last.x > 600
    plain = typeset("y g a").composition.marks
    assert a.x - last.x > plain[2].x - plain[1].x + 100
    assert y.x < last.x


@pytest.mark.parametrize("latex", [r"\frac{", r"\left( x", "a^{1}^{2}", "", "   ", r"\begin{cases} 1"])
def test_latex_that_cannot_be_read_is_refused_by_one_kind_of_error(latex):
    with pytest.raises(TypesetError):
        typeset(latex)
    assert typeset_or_none(latex) is None


def test_a_sign_that_the_face_has_not_is_refused():
    with pytest.raises(TypesetError, match="no glyph"):
        typeset("\u4e2d")


def test_a_sign_put_together_from_pieces_is_refused_instead_of_left_out():
    with pytest.raises(TypesetError, match="pieces"):
        typeset(r"\left| W^{[l]} \right|")


def test_the_same_latex_gives_the_same_numbers():
    latex = r"J = -\frac{1}{m} \sum_i \left( y^{(i)} \log a^{(i)} \right)"
    assert typeset(latex) == typeset(latex)

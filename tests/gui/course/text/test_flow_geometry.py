"""Lines: broken at spaces only, on one base line, never into one another."""

from __future__ import annotations

from itertools import pairwise

from gui.course.text.flow_geometry import Paragraph, Piece, flow


def word(width, ascent=10.0, descent=3.0, space=4.0):
    return (Piece("word", "body", width, ascent, descent, space),)


def paragraph(words, **more):
    return Paragraph(tuple(words), 20.0, 10.0, 3.0, **more)


def test_words_are_put_into_lines_that_are_wide_enough():
    laid = flow([paragraph([word(40)] * 5)], 100)
    assert [len(line.placed) for line in laid.lines] == [2, 2, 1]
    assert all(p.x + p.piece.width <= 100 for p in laid.placed())


def test_pieces_of_one_word_are_never_parted():
    joined = (*word(30), *word(30, space=0))
    laid = flow([paragraph([word(60), joined])], 100)
    assert [len(line.placed) for line in laid.lines] == [1, 2]


def test_a_line_of_text_is_as_high_as_its_look_says():
    laid = flow([paragraph([word(10)]), paragraph([word(10)], gap=7)], 100)
    assert [line.top for line in laid.lines] == [0, 27]
    assert laid.height == 47


def test_a_tall_formula_makes_room_above_and_below():
    laid = flow([paragraph([word(30), word(30, ascent=25, descent=15), word(90)])], 100)
    first, second = laid.lines
    assert first.baseline - 25 >= first.top
    assert first.baseline + 15 <= first.bottom
    assert second.top == first.bottom


def test_everything_in_a_line_stands_on_one_base_line():
    laid = flow([paragraph([word(20), word(20, ascent=18), word(20, descent=9)])], 200)
    assert len({p.baseline for p in laid.placed()}) == 1


def test_a_word_that_is_too_wide_stands_alone():
    laid = flow([paragraph([word(20), word(300), word(20)])], 100)
    assert [len(line.placed) for line in laid.lines] == [1, 1, 1]


def test_a_marker_stands_in_the_margin_of_the_first_line_only():
    marker = Piece("1.", "body", 8, 10, 3, space=6)
    laid = flow([paragraph([word(60)] * 2, left=20, marker=marker)], 100)
    assert [p.x for p in laid.placed()] == [6, 20, 20]


def test_a_ground_reaches_round_its_lines():
    laid = flow([paragraph([word(10)] * 2, pad=5, breaks=frozenset({1}))], 100)
    (box,) = laid.boxes
    assert len(laid.lines) == 2
    assert box.top == 0
    assert box.height == laid.lines[-1].bottom + 5
    assert all(b.top >= a.bottom for a, b in pairwise(laid.lines))


def test_nothing_is_laid_out_without_words():
    assert flow([], 100).height == 0

"""What came of an exercise."""

from __future__ import annotations

from engine.step.pencil import Place, Verdict
from engine.step.score import Score

FIRST, SECOND, THIRD = Place(0, 0, 0), Place(0, 1, 0), Place(1, 0, 0)
RIGHT = Verdict("right", 0.3, 2)
WRONG = Verdict("wrong", 0.3, 2)
SIGN = Verdict("wrong", 0.3, 2, "sign", "The sign is turned round.")
UNREADABLE = Verdict("unreadable", 0.3, 2)


def counts(score: Score) -> tuple[int, int, int]:
    return score.right_at_once, score.right_later, score.wrong


def test_that_a_new_score_is_empty():
    assert counts(Score()) == (0, 0, 0)
    assert Score().slips == ()


def test_that_right_at_once_right_later_and_wrong_are_counted_by_place():
    score = Score()
    score.record(FIRST, RIGHT)
    score.record(SECOND, SIGN)
    score.record(SECOND, RIGHT)
    score.record(THIRD, WRONG)
    assert counts(score) == (1, 1, 1)


def test_that_a_right_answer_made_wrong_is_wrong():
    score = Score()
    score.record(FIRST, RIGHT)
    score.record(FIRST, WRONG)
    assert counts(score) == (0, 0, 1)


def test_that_what_can_not_be_read_does_not_count():
    score = Score()
    score.record(FIRST, UNREADABLE)
    assert counts(score) == (0, 0, 0)
    score.record(FIRST, RIGHT)
    assert counts(score) == (1, 0, 0)


def test_that_slips_are_listed_in_words_the_most_frequent_first():
    score = Score()
    score.record(FIRST, Verdict("wrong", 0.3, 2, "missing_1_m"))
    for place in (FIRST, SECOND, THIRD):
        score.record(place, SIGN)
    assert score.slips == (("sign", "sign turned round", 3), ("missing_1_m", "1/m missing", 1))


def test_that_the_same_verdict_said_twice_counts_once():
    score = Score()
    score.record(FIRST, SIGN)
    score.record(FIRST, SIGN)
    assert score.slips == (("sign", "sign turned round", 1),)


def test_that_a_cleared_score_begins_again():
    score = Score()
    score.record(FIRST, RIGHT)
    score.clear()
    assert counts(score) == (0, 0, 0)

"""What was written, what was said of it, and what that comes to."""

from __future__ import annotations

import pytest

from engine.step.pencil import Place, Verdict
from gui.step.pencil.paper import Paper

ONE, TWO, THREE = Place(0, 0, 0), Place(0, 1, 0), Place(1, 0, 0)
RIGHT, TURNED = Verdict("right", 0.5, 4), Verdict("wrong", 0.5, 4, "sign", "Turned.")


@pytest.fixture
def paper() -> Paper:
    return Paper()


def test_a_blank_is_empty_then_typed_then_right(paper):
    states = [paper.state(ONE)]
    paper.write(ONE, "0.5")
    states.append(paper.state(ONE))
    paper.judge(ONE, "0.5", RIGHT)
    assert [*states, paper.state(ONE)] == ["empty", "typed", "right"]


def test_another_text_takes_back_what_was_said(paper):
    paper.write(ONE, "-0.5")
    paper.judge(ONE, "-0.5", TURNED)
    assert paper.state(ONE) == "wrong"
    paper.write(ONE, "-0.51")
    assert paper.state(ONE) == "typed"


def test_a_verdict_of_a_text_that_is_gone_is_not_noted(paper):
    paper.write(ONE, "-0.5")
    paper.write(ONE, "0.5")
    assert not paper.judge(ONE, "-0.5", TURNED)
    assert paper.state(ONE) == "typed"
    assert paper.tally((ONE,)).slips == 0


def test_what_is_solved_can_not_be_written_over(paper):
    paper.write(ONE, "0.5")
    paper.judge(ONE, "0.5", RIGHT)
    paper.write(ONE, "7")
    assert paper.answer(ONE).text == "0.5"


def test_an_unreadable_text_is_no_slip(paper):
    paper.write(ONE, "abc")
    paper.judge(ONE, "abc", Verdict("unreadable", 0.5, 4, hint="Type a number"))
    assert paper.state(ONE) == "unreadable"
    assert paper.tally((ONE,)).slips == 0


def test_the_same_verdict_again_counts_once(paper):
    paper.write(ONE, "-0.5")
    paper.judge(ONE, "-0.5", TURNED)
    paper.judge(ONE, "-0.5", TURNED)
    assert paper.tally((ONE,)).slips == 1


def test_a_number_that_was_shown_counts_as_wrong_and_as_no_slip(paper):
    paper.give(ONE, 0.5)
    assert paper.is_solved(ONE)
    tally = paper.tally((ONE, TWO))
    assert (tally.right, tally.given, tally.slips, tally.is_done) == (0, 1, 0, False)
    assert paper.score((ONE, TWO)).wrong == 1


def test_later_answers_follow_from_what_was_typed_and_not_from_what_was_shown(paper):
    paper.write(ONE, "0.5")
    paper.write(TWO, "7")
    paper.write(THREE, "  ")
    paper.give(TWO, 0.25)
    assert paper.entries() == {ONE: "0.5"}


def test_the_tally_says_it_in_words(paper):
    paper.write(ONE, "-0.5")
    paper.judge(ONE, "-0.5", TURNED)
    paper.write(ONE, "0.5")
    paper.judge(ONE, "0.5", RIGHT)
    assert paper.tally((ONE, TWO, THREE)).text == "1 of 3 right, 1 slip"
    paper.give(TWO, 0.1)
    assert paper.tally((ONE, TWO, THREE)).text == "1 of 3 right, 1 shown, 1 slip"


def test_the_score_tells_right_at_once_from_right_later_and_has_the_hints(paper):
    for place, answers in ((ONE, (TURNED, RIGHT)), (TWO, (RIGHT,)), (THREE, (TURNED,))):
        for verdict in answers:
            paper.write(place, verdict.kind)
            paper.judge(place, verdict.kind, verdict)
    score = paper.score((ONE, TWO, THREE))
    assert (score.right_at_once, score.right_later, score.wrong) == (1, 1, 1)
    assert paper.hints((ONE, TWO, THREE)) == {"sign": "Turned."}


def test_erased_blanks_are_as_new(paper):
    paper.write(ONE, "-0.5")
    paper.judge(ONE, "-0.5", TURNED)
    paper.erase((ONE,))
    assert paper.state(ONE) == "empty"
    assert paper.score((ONE,)).wrong == 0

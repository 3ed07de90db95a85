"""Every fault of a question or a fact is found, at its true line, in words that say what to do."""

from __future__ import annotations

import pytest

from tests.engine.lessons.found_faults import check_said, found, only_fault
from tests.engine.lessons.lesson_texts import GRAPH, graph_page, lesson_text, line_of

NUMBER = '[question]\nkind = "number"\ntext = "?"\n'
CHOICE = '[question]\nkind = "choice"\ntext = "?"\n'


@pytest.mark.parametrize(
    ("block", "part", "says"),
    [
        ('[question]\nkind = "choose"', "kind = ", "did you mean choice?"),
        ('[question]\ntext = "What?"', "[question]", "kind is missing"),
        ('[question]\nkind = "number"\nanswer = 1', "[question]", "text is missing"),
        ('[question]\nkind = "number"\ntext = "?"', "[question]", "answer is missing"),
        (NUMBER + 'answer = "J + nix"', "answer = ", "no value 'nix'"),
        (NUMBER + 'answer = "J +"', "answer = ", "column 4"),
        (NUMBER + 'answer = 1\nchoices = ["a"]', "choices = ", "unknown"),
        (NUMBER + "answer = 1\ndecimals = 20", "decimals = ", "from 0 to 12"),
        (CHOICE + 'choices = ["a"]\nanswer = 1', "choices = ", "give 2 to 8 choices"),
        (CHOICE + 'choices = ["a", "a"]\nanswer = 1', "choices = ", "are the same"),
        (CHOICE + 'choices = ["a", "b"]\nanswer = 3', "answer = ", "from 1 to 2"),
        (CHOICE + 'choices = ["a", "b"]\nanswer = "a"', "answer = ", "the number of"),
        ('[question]\nkind = "shape"\ntext = "?"\nanswer = "four!"', "answer = ", "must be a shape"),
    ],
)
def test_a_question_is_checked_and_the_line_named(block: str, part: str, says: str) -> None:
    check_said(lesson_text(graph_page("It is 33, or 34.", block)), part, says)


@pytest.mark.parametrize(
    ("block", "part", "says"),
    [
        ('[[fact]]\nsays = "about ten"\nis = "J"', "says = ", "must be one number"),
        ('[[fact]]\nsays = "33"', "[[fact]]", "is is missing"),
        ('[[fact]]\nsays = "33"\nis = "J"\nwhy = "x"', "why = ", "unknown"),
        ('[fact]\nsays = "33"\nis = "J"', "[fact]", "[[fact]] in double brackets"),
        ('[[fact]]\nsays = "33"\nis = "K"', "[[fact]]", "no value 'K'"),
        ('[[fact]]\nsays = "33"\nis = "1 / 0"', "[[fact]]", "fact '33'"),
        ('[[fact]]\nsays = "34"\nis = "J"', "[[fact]]", "the text says '34', but J is 33"),
        ('[[fact]]\nsays = "11"\nis = "a + b * c"', "[[fact]]", "no text of this page says '11'"),
    ],
)
def test_a_fact_is_checked_and_the_line_named(block: str, part: str, says: str) -> None:
    check_said(lesson_text(graph_page("It is 33, or 34.", block)), part, says)


def test_the_second_fact_is_named_at_its_own_line() -> None:
    facts = '[[fact]]\nsays = "33"\nis = "J"\n\n[[fact]]\nsays = "6"\nis = "da"'
    text = lesson_text(graph_page("It is 33, and 6.", facts))
    line, says = only_fault(text)
    assert (line, says) == (line_of(text, 'says = "6"') - 1, "the text says '6', but da is 3")


def test_a_number_without_a_source_is_named_at_its_line_in_the_text() -> None:
    text = lesson_text(GRAPH, graph_page("First line.\n\nSecond line says 17.5 here."))
    line, says = only_fault(text)
    assert line == line_of(text, "17.5")
    assert 'says = "17.5"' in says
    assert 'given = ["17.5"]' in says


def test_a_number_behind_the_block_is_named_at_its_line_too() -> None:
    text = lesson_text(graph_page("Words.") + "\nAnd 17.5 behind.\n")
    assert only_fault(text)[0] == line_of(text, "17.5")


def test_numbers_of_a_question_need_a_source_but_wrong_choices_dont() -> None:
    asked = '[question]\nkind = "choice"\ntext = "Is it 70?"\nchoices = ["50", "60"]\nanswer = 2\nexplanation = "80."'
    text = lesson_text(graph_page("Words.", asked))
    assert [(line, words.split()[2]) for line, words in found(text)] == [
        (line_of(text, "text = "), "70"),
        (line_of(text, "choices = "), "60"),
        (line_of(text, "explanation = "), "80"),
    ]

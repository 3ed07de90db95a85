"""Every fault of a lesson is found, at its true line, in words that say what to do."""

from __future__ import annotations

import pytest

from tests.engine.lessons.found_faults import found, only_fault
from tests.engine.lessons.lesson_texts import (
    FRONT,
    GRAPH,
    TRAIN,
    graph_page,
    lesson_text,
    line_of,
)


def test_a_sound_lesson_has_no_fault() -> None:
    assert found(lesson_text(GRAPH, TRAIN.replace("2 inputs and 3 units", "some units"))) == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("title: A lesson", "", "title is missing"),
        ("chapter: C3", "chapter: 3", "chapter must be C1 to C9"),
        ("order: 7", "order: seven", "order must be a whole number"),
        ("minutes: 5", "minutes: 5000", "minutes must be a whole number from 0 to 600"),
        ("minutes: 5", "minuts: 5", "minuts is unknown; did you mean minutes?"),
        ("minutes: 5", "order: 8", "order stands here a second time"),
        ("minutes: 5", "five minutes", "must look like title: Activations"),
    ],
)
def test_the_front_matter_is_checked(before: str, after: str, says: str) -> None:
    text = lesson_text().replace(before, after or "about_: x")
    line, _ = next((line, words) for line, words in found(text) if says in words)
    assert line == (1 if not after else line_of(lesson_text(), before))


def test_a_lesson_without_front_matter_or_with_one_that_never_ends_says_so() -> None:
    assert only_fault(GRAPH)[0] == 1
    assert found("---\ntitle: x\n" + GRAPH)[0][1].startswith("the first --- is never closed")


def test_pages_are_checked() -> None:
    front_lines = FRONT.count("\n")
    assert only_fault(FRONT) == (front_lines, "the lesson has no page: a page begins with # and its title")
    assert only_fault(FRONT + "Hello\n" + GRAPH) == (
        front_lines + 1,
        "there is text before the first page: begin a page with # and its title",
    )
    line, says = only_fault(FRONT + "# Nothing here\nWords.\n")
    assert (line, says.startswith("the page 'Nothing here' has no ```scene block")) == (front_lines + 1, True)
    line, says = only_fault(FRONT + GRAPH + "\n```scene\nsame = true\n```\n")
    assert says.startswith("this page has a second ```scene block")
    text = lesson_text(graph_page("Words.\n\n## More"))
    assert only_fault(text)[0] == line_of(text, "## More")
    text = FRONT + "#\n" + GRAPH.split("\n", 1)[1]
    assert only_fault(text) == (front_lines + 1, "a page needs a title behind its #")


def test_a_block_that_is_never_closed_is_named_where_it_begins() -> None:
    text = lesson_text().rstrip().removesuffix("```")
    assert found(text)[0] == (
        line_of(text, "```scene"),
        "the block that ```scene begins is never closed: put ``` behind it",
    )


def test_a_dollar_without_a_partner_is_found() -> None:
    text = lesson_text(graph_page("First.\n\nHere is $a + b and no end."))
    line, says = only_fault(text)
    assert (line, "no partner" in says) == (line_of(text, "$a + b"), True)


def test_all_faults_are_told_at_once_in_the_order_of_the_lines() -> None:
    text = lesson_text(
        GRAPH.replace('"33"', '"34"'),
        TRAIN.replace("alpha", "alhpa"),
        graph_page("17.5"),
        front=FRONT.replace("C3", "X"),
    )
    lines = [line for line, _ in found(text)]
    assert len(lines) >= 4
    assert lines == sorted(lines)


def test_however_much_is_wrong_a_bounded_number_of_faults_is_told() -> None:
    text = lesson_text(graph_page(" ".join(f"{number}.75" for number in range(900))))
    assert len(found(text)) == 200

"""A search finds pages by words, formulas and the names that other books use."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.lessons import BrokenLesson, Lesson, LessonFault, parse_lesson, search
from engine.lessons.other_names import OTHER_NAMES
from engine.lessons.plain_text import plain_text
from engine.lessons.shown_text import shown_text
from tests.engine.lessons.lesson_texts import CHOICE, FRONT, graph_page, lesson_text


@pytest.fixture(name="lessons")
def _lessons() -> tuple[Lesson, ...]:
    first = lesson_text(
        graph_page(
            r"The learning rate $\alpha$ scales the step $W^{[1]} := W^{[1]} - \alpha\, dW^{[1]}$.",
            title="How far to go",
        ),
        graph_page(r"The **sigmoid** $\sigma(z)$ squashes; just look.", CHOICE, title="Squash"),
        front=FRONT.replace("A lesson", "Descent"),
    )
    second = lesson_text(
        graph_page(
            r"The cost $J$ is the average of the losses $L(a, y)$ over $n^{[1]}$ units.",
            title="What it costs",
        ),
        graph_page("A page about nothing much.", title="Pause"),
        front=FRONT.replace("A lesson", "Costs").replace("slope, rise over run", "penalty"),
    )
    return parse_lesson(first), parse_lesson(second)


def titles(lessons: tuple[Lesson, ...], words: str) -> list[str]:
    return [hit.lesson.scenes[hit.scene].title for hit in search(lessons, words)]


def test_words_are_found_in_titles_first_and_then_in_texts(lessons: tuple[Lesson, ...]) -> None:
    assert titles(lessons, "squash") == ["Squash"]
    assert titles(lessons, "AVERAGE units") == ["What it costs"]
    assert titles(lessons, "page nothing") == ["Pause"]
    assert titles(lessons, "zebra") == []
    assert titles(lessons, "  ") == []


def test_a_title_counts_more_than_a_text(lessons: tuple[Lesson, ...]) -> None:
    both = lesson_text(graph_page("We pause here.", title="Other"), graph_page("Words.", title="Pause"))
    assert titles((parse_lesson(both),), "pause") == ["Pause", "Other"]


@pytest.mark.parametrize(
    "words", ["alpha", "lambda", "eta", "LearningRate", "learning rate", "α", "λ", "η", "learningrate"]
)
def test_the_learning_rate_is_found_by_all_its_names(lessons: tuple[Lesson, ...], words: str) -> None:
    assert titles(lessons, words) == ["How far to go"]


@pytest.mark.parametrize("words", ["sigma(z)", "a(z)", "alpha(z)", "σ(z)", "sigmoid", "logistic function"])
def test_the_sigmoid_is_found_by_all_its_names(lessons: tuple[Lesson, ...], words: str) -> None:
    assert titles(lessons, words) == ["Squash"]


@pytest.mark.parametrize("words", ["J", "I", "L", "cost", "error function"])
def test_the_cost_is_found_by_all_its_names(lessons: tuple[Lesson, ...], words: str) -> None:
    assert titles(lessons, words) == ["What it costs"]


@pytest.mark.parametrize("words", ["h[l]", "m_0", "m_1", "lambda(i)", "loss", "d"])
def test_units_and_losses_are_found_by_other_names(lessons: tuple[Lesson, ...], words: str) -> None:
    assert titles(lessons, words) == ["What it costs"]


def test_formulas_questions_and_the_lessons_own_words_are_searched(lessons: tuple[Lesson, ...]) -> None:
    assert titles(lessons, "dW[1]") == ["How far to go"]
    assert titles(lessons, "which way") == ["Squash"]
    assert titles(lessons, "penalty") == ["What it costs"]


def test_a_symbol_is_not_found_inside_words(lessons: tuple[Lesson, ...]) -> None:
    assert titles(lessons, "j") == []


def test_an_excerpt_shows_the_place_in_plain_text(lessons: tuple[Lesson, ...]) -> None:
    (hit,) = search(lessons, "dW")
    assert "W[1] := W[1] − α dW[1]" in hit.excerpt
    assert "$" not in hit.excerpt
    text = "word " * 60 + "needle " + "word " * 60
    (hit,) = search((parse_lesson(lesson_text(graph_page(text))),), "needle")
    assert hit.excerpt.startswith("… word")
    assert hit.excerpt.endswith("word\u00a0…")
    ((start, end),) = hit.marks
    assert hit.excerpt[start:end] == "needle"
    assert "needle" in hit.excerpt
    assert len(hit.excerpt) < 160


@pytest.mark.parametrize("words", ["eta", "alpha", "learning rate", "α"])
def test_an_excerpt_marks_what_was_looked_for_by_whatever_name(
    lessons: tuple[Lesson, ...], words: str
) -> None:
    (hit,) = search(lessons, words)
    assert [hit.excerpt[start:end] for start, end in hit.marks] == ["learning rate", "α", "α"]


def test_an_excerpt_begins_with_a_sentence_and_parts_answers_from_one_another() -> None:
    question = '''[question]
kind = "choice"
text = "What happens?"
choices = ["The slope grows", "It shrinks", "Nothing"]
answer = 1
explanation = "So it is."'''
    page = graph_page("A first sentence. A *second* one:\n\n- with a point", question, title="Parts")
    lessons = (parse_lesson(lesson_text(page)),)
    assert search(lessons, "second")[0].excerpt.startswith("A second one: with a point. What happens?")
    assert search(lessons, "grows")[0].excerpt == "The slope grows. It shrinks. Nothing. So it is."


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        (r"$w := w - \alpha\, dw$ goes", "w := w − α dw goes"),
        (r"$x_1^2$ and $e^{-z}$", "x₁² and e^(−z)"),
        (r"$\hat{y} = \sigma(w^T x)$", "ŷ = σ(wᵀ x)"),
        (r"$\frac{1}{m} \sum_i$, $\frac{1-Y}{1-A^{[L]}}$", "1/m ∑_i, (1−Y)/(1−A[L])"),
        (r"$g^{[l]}(Z^{[l]})$ of [lesson 2](lesson:02-data)", "g[l](Z[l]) of lesson 2"),
        ("**Try** *it*, `a*b` at -3 and half-way", "Try it, a*b at −3 and half-way"),
    ],
)
def test_an_excerpt_reads_as_the_page_does(markdown: str, shown: str) -> None:
    assert shown_text(markdown) == shown


def test_broken_lessons_are_passed_over(lessons: tuple[Lesson, ...]) -> None:
    broken = BrokenLesson(Path("x.md"), LessonFault(1, "broken"))
    assert len(search((broken, *lessons), "sigmoid")) == 1


@pytest.mark.parametrize("words", ["(", "[", "a(b", "\\", "*", "$x^", "x" * 5000, "+ " * 300])
def test_anything_may_be_typed_into_the_search(lessons: tuple[Lesson, ...], words: str) -> None:
    assert isinstance(search(lessons, words), tuple)


def test_the_table_knows_every_other_name_of_the_course() -> None:
    known = {name for row in OTHER_NAMES for name in row.theirs}
    course = [
        "lambda",
        "eta",
        "LearningRate",
        "a(z)",
        "alpha(z)",
        "I",
        "L",
        "d",
        "lambda(i)",
        "y'",
        "h[l]",
        "m_0",
        "m_1",
    ]
    assert known.issuperset([*course, "theta", "circled dot", "rows as examples", "z = X W + B"])


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        (r"$W^{[1]}\, \alpha$", "W[1] alpha"),
        (r"$\frac{1}{m} \sum_i$", "(1)/(m) sum_i"),
        (r"$\hat{y} \odot z$", "yhat ⊙ z"),
        ("**bold** and *italics* and `code`", "bold and italics and code"),
        ("- a\n- b", "a b"),
        ("a * b", "a * b"),
    ],
)
def test_markdown_becomes_plain_words(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain

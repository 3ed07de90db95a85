"""Files with random faults: a lesson or faults with lines come out, never an exception, and never for long."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from engine.lessons import LessonFault, check_text, parse_lesson
from engine.lessons.reading import examine
from engine.lessons.text_numbers import formula_faults, stated_numbers
from engine.lessons.typed_figure import read_figure
from tests.engine.lessons.lesson_texts import CHOICE, GRAPH, STEP, TRAIN, graph_page, lesson_text

WHOLE = lesson_text(
    GRAPH, TRAIN.replace("updates = 25", "updates = 2"), STEP, graph_page("It is 33.", CHOICE)
)
SNIPPETS = (
    "---\n", "# ", "```scene\n", "```", "~~~\n", "$", "$$", "[[fact]]\n", "[question]\n",
    "same = true\n", 'lab = "activations"\n', 'workspace = "graph"\n', "settings = {}\n",
    "weights = []\n", "weights = [{ W = [[1]], b = [] }]\n", "data = { X = [], Y = [[]] }\n",
    "at = { a = {} }\n", "cell = [1]\n", "columns = true\n", "seed = -1\n",
    'network = { layers = "" }\n', 'row = "W[0]"\n', "1e309", "nan", "inf", "\x00", "\ufeff", "\r",
    "2024-01-01", "'''", '"""', "\\", "{", "}", "[", "]", "#", "=", "\n", "données", "−",
    "999999999999999999999999999999",
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The whole lesson with pieces taken out, doubled, moved or put in."""
    text = WHOLE
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        put = draw(st.sampled_from(SNIPPETS) | st.text(max_size=6) | st.just(text[start:end] * 2))
        text = text[:start] + put + text[end:]
    return text


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
@example("")
@example("---")
@example("---\n---\n# a\n```scene\n[[fact]]\n[[fact]]\n```")
@example(lesson_text(graph_page("x", "[question]\nkind = []\n")))
@example(lesson_text(graph_page("x", 'lit = [["a"]]\n')))
def test_a_damaged_lesson_has_faults_with_lines_or_is_sound(text: str) -> None:
    lesson, faults = check_text(text, "damaged")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= fault.line <= lines and fault.text for fault in faults)
    assert lesson is not None or faults


@settings(max_examples=80, deadline=None)
@given(damaged())
def test_what_the_checker_finds_sound_opens_and_what_opens_has_no_fault_of_format(text: str) -> None:
    examined = examine(text, "damaged")
    faults = examined.faults.in_order()
    if examined.lesson is not None:
        assert not faults
        assert parse_lesson(text, "damaged") == examined.lesson
    else:
        with pytest.raises(LessonFault) as raised:
            parse_lesson(text, "damaged")
        assert (raised.value.line, raised.value.text) == (faults[0].line, faults[0].text)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200) | st.text("0123456789.,-−· ⁻⁹^{}[]$`*e%\\cdotx\n", max_size=80))
def test_any_text_has_numbers_that_can_be_read(text: str) -> None:
    for stated in stated_numbers(text):
        assert read_figure(stated.written) == stated.figure
        assert stated.place >= 0
    assert isinstance(formula_faults(text), list)

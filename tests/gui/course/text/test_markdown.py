"""Markdown as lessons write it: blocks, spans, formulas, links, and text that only looks like something."""

from __future__ import annotations

import pytest

from gui.course.text.markdown import Span, formulas_in, parse_markdown, plain_text


def kinds(text):
    return [block.kind for block in parse_markdown(text)]


def spans(text):
    return parse_markdown(text)[0].spans


def test_blank_lines_part_paragraphs_and_single_line_ends_do_not():
    blocks = parse_markdown("One\ntwo.\n\nThree.")
    assert [block.spans[0].text for block in blocks] == ["One two.", "Three."]


def test_bold_italic_and_code_are_spans_of_their_own():
    assert spans("**Try it.** Drag *slowly*, then `np.dot`.") == (
        Span("Try it.", bold=True),
        Span(" Drag "),
        Span("slowly", italic=True),
        Span(", then "),
        Span("np.dot", "code"),
        Span("."),
    )


def test_a_formula_in_bold_text_stays_a_formula():
    assert spans("**drag $z$ now**") == (
        Span("drag ", bold=True),
        Span("z", "math", bold=True),
        Span(" now", bold=True),
    )


@pytest.mark.parametrize(
    "text", ["a * b and c * d", "5 $ and 6 $", "2**3 is 8", "an_index_with_lines", "[not a link]", "**"]
)
def test_what_only_looks_like_a_mark_stays_text(text):
    assert spans(text) == (Span(text),)


def test_a_backslash_takes_the_meaning_away():
    assert spans(r"\*no\* and \$5") == (Span("*no* and $5"),)


def test_a_display_formula_stands_by_itself_wherever_it_is_written():
    assert kinds("Before:\n$$a = b$$\n\nAfter.") == ["paragraph", "display", "paragraph"]
    assert kinds("$$\na = b\n\n+ c\n$$") == ["display"]
    assert kinds("Before $$a$$ after") == ["paragraph", "display", "paragraph"]


def test_lists_keep_their_marks_and_levels():
    blocks = parse_markdown("- one\n- two\n  goes on\n  - inner\n3. three")
    assert [(block.marker, block.level) for block in blocks] == [("•", 0), ("•", 0), ("•", 1), ("3.", 0)]
    assert blocks[1].spans[0].text == "two goes on"


def test_code_keeps_its_lines_and_its_blanks():
    (block,) = parse_markdown("```\nfor i in range(m):\n\n    z = 1\n```")
    assert block.kind == "code"
    assert block.spans[0].text == "for i in range(m):\n\n    z = 1"


def test_a_link_leads_to_a_lesson_and_nowhere_else():
    assert spans("See [Slopes](lesson:slopes).")[1] == Span("Slopes", link="slopes")
    assert spans("See [Slopes](https://example.org).") == (Span("See Slopes."),)


def test_every_formula_is_found():
    assert list(formulas_in("$a$ and **$b$**\n\n$$c$$\n\n- $d$")) == ["a", "b", "c", "d"]


def test_a_reader_without_eyes_gets_all_words():
    assert plain_text(parse_markdown("**One** $z$\n\n- two")) == "One z\n• two"


@pytest.mark.parametrize("text", ["", "\n\n", "```", "$$", "- ", "# ", "**a", "$a", "[a](", "~~~\n```"])
def test_no_text_is_too_odd(text):
    assert isinstance(parse_markdown(text), tuple)

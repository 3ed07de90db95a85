"""Every fault of a lesson is found, at its true line, in words that say what to do."""

from __future__ import annotations

import pytest

from engine.lessons import check_text
from tests.engine.lessons.lesson_texts import (
    FRONT,
    GRAPH,
    TRAIN,
    graph_page,
    lesson_text,
    line_of,
    scene_page,
)


def found(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.text) for fault in check_text(text, "lesson")[1]]


def only_fault(text: str) -> tuple[int, str]:
    faults = found(text)
    assert len(faults) == 1, faults
    return faults[0]


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


@pytest.mark.parametrize(
    ("block", "part", "says"),
    [
        ('lab = "x"\nseed = = 3', "seed = = 3", "not valid TOML"),
        ("same = true\nnote = no quotes", "note = no", "text stands in quotes"),
        ("same = true\nsame = true", "same = true\n```", "not valid TOML"),
        ("same = true\nlit = [", "lit = [", "not valid TOML"),
        ('note = "a"', 'note = "a"', "a scene needs one of lab"),
        ('workspace = "train"\nlab = "slope"', "lab = ", "it has lab and workspace"),
        ('workspace = "trian"', "workspace", "did you mean train?"),
        ('lab = "nowhere"', "lab = ", "there is no lab 'nowhere'"),
        ("lab = 3", "lab = 3", "lab must be text in quotes"),
        ("same = false", "same = ", "same can only be true"),
        ("same = true", "same = ", "there is none that could be read"),
        ('workspace = "train"\nalpha = 0.1', "alpha = 0.1", "'alpha' is unknown"),
        ('workspace = "train"\nupdate = 3', "update = 3", "did you mean updates?"),
        (
            'workspace = "train"\n\nsetup = "spirals"',
            "setup = ",
            "there is no set-up 'spirals'; did you mean spiral?",
        ),
        (
            'workspace = "train"\ndata = { source = "circel" }',
            "data = ",
            "data: source 'circel' is unknown; did you mean circle?",
        ),
        (
            'workspace = "train"\ndata = { noise = 300 }',
            "data = ",
            "data: noise must be from 0 to 80, not 300",
        ),
        ('workspace = "train"\ndata = { inputs = ["x9"] }', "data = ", "inputs 'x9' is unknown"),
        ('workspace = "train"\ndata = { X = [[1, 2]] }', "data = ", "Y is missing"),
        ('workspace = "train"\ndata = { X = [[1, 2]], Y = [[1]] }', "data = ", "X has 2 columns and Y has 1"),
        (
            'workspace = "train"\ndata = { source = "drawn", points = [[1, 2, 5]] }',
            "data = ",
            "point 1 must be",
        ),
        ('workspace = "train"\ndata = 5', "data = 5", "data must be a table"),
        (
            'workspace = "train"\nnetwork = { layers = "four tanh" }',
            "network = ",
            'layers are written "4 tanh, 1 sigmoid"',
        ),
        (
            'workspace = "train"\nnetwork = { layers = "4 tahn, 1 sigmoid" }',
            "network = ",
            "did you mean tanh?",
        ),
        (
            'workspace = "train"\nnetwork = { layers = "4 tanh, 2 softmax" }',
            "network = ",
            "need the output layer 1 sigmoid",
        ),
        (
            'workspace = "train"\nnetwork = { layers = "5000 tanh, 1 sigmoid" }',
            "network = ",
            "1 to 1000 units",
        ),
        (
            'workspace = "train"\nnetwork = { layers = "1000 tanh, 1000 tanh, 1 sigmoid" }',
            "network = ",
            "at most 300000",
        ),
        ('workspace = "train"\nnetwork = { layers = 4 }', "network = ", "layers must be text"),
        ('workspace = "train"\nnetwork = 4', "network = ", "network must be a table"),
        ('workspace = "train"\ntraining = { alpha = 0 }', "training = ", "alpha must be from 1e-09"),
        (
            'workspace = "train"\ntraining = { batch_size = 1.5 }',
            "training = ",
            "batch_size must be a whole number",
        ),
        (
            'workspace = "train"\nweights = [ { W = [[1]], b = [1] } ]',
            "weights = ",
            "weights are given for 1 layers",
        ),
        ('workspace = "train"\nweights = "zero"', "weights = ", "weights must be a list"),
        ('workspace = "train"\nupdates = 30000', "updates = ", "updates must be from 0 to 20000"),
        (
            'workspace = "train"\nsetup = "digits"\nupdates = 20000',
            "updates = ",
            "take too long when a scene opens",
        ),
        ('workspace = "train"\nrun = 1', "run = 1", "run must be true or false"),
        ('workspace = "train"\nshow = ["costs"]', "show = ", "did you mean cost?"),
        ('workspace = "train"\nlit = ["alhpa"]', "lit = ", "'alhpa' can't be lit here; did you mean alpha?"),
        ('workspace = "train"\nlit = "alpha"', "lit = ", "lit must be a list of texts"),
        ('workspace = "train"\ngiven = ["five"]', "given = ", "'five' is no number"),
        ('workspace = "step"\nrow = "dW[7]"', "row = ", "with layers from 1 to 3"),
        ('workspace = "step"\nrow = 99', "row = 99", "row must be from 1 to 25"),
        ('workspace = "step"\ncell = [0, 1]', "cell = ", "cell must be a row and a column from 1"),
        ('workspace = "step"\nrow = "J"\ncell = [2, 1]', "cell = ", "J has 1 rows and 1 columns"),
        ('workspace = "step"\ncolumns = "every"', "columns = ", "columns 'every' is unknown"),
        (
            'workspace = "step"\nsetup = "worked-example"\ncolumns = 5',
            "columns = ",
            "there is no training example 5",
        ),
        ('workspace = "graph"', "workspace = ", "expression is missing"),
        ('workspace = "graph"\nexpression = "3 * * 4"', "expression = ", "expression: column 5"),
        ('workspace = "graph"\nexpression = "a + b"\nat = { a = 1 }', "at = ", "a number for b is missing"),
        ('workspace = "graph"\nexpression = "a"\nat = { a = 1, z = 2 }', "at = ", "no variable 'z'"),
        ('workspace = "graph"\nexpression = "a"\nat = { a = "one" }', "at = ", "a must be a number"),
        (
            'workspace = "graph"\nexpression = "a * a"\nat = { a = 1 }\nevent = 9',
            "event = 9",
            "event must be from 0 to 1",
        ),
        (
            'workspace = "graph"\nexpression = "a * a"\nat = { a = 1 }\nnudge = "b"',
            "nudge = ",
            "no variable 'b'",
        ),
    ],
)
def test_a_block_is_checked_and_the_line_named(block: str, part: str, says: str) -> None:
    text = lesson_text(scene_page(block))
    assert any(line == line_of(text, part) and says in words for line, words in found(text)), found(text)


@pytest.mark.parametrize(
    ("block", "part", "says"),
    [
        ('[question]\nkind = "choose"', "kind = ", "did you mean choice?"),
        ('[question]\ntext = "What?"', "[question]", "kind is missing"),
        ('[question]\nkind = "number"\nanswer = 1', "[question]", "text is missing"),
        ('[question]\nkind = "number"\ntext = "?"', "[question]", "answer is missing"),
        ('[question]\nkind = "number"\ntext = "?"\nanswer = "J + nix"', "answer = ", "no value 'nix'"),
        ('[question]\nkind = "number"\ntext = "?"\nanswer = "J +"', "answer = ", "column 4"),
        ('[question]\nkind = "number"\ntext = "?"\nanswer = 1\nchoices = ["a"]', "choices = ", "unknown"),
        ('[question]\nkind = "number"\ntext = "?"\nanswer = 1\ndecimals = 20', "decimals = ", "from 0 to 12"),
        (
            '[question]\nkind = "choice"\ntext = "?"\nchoices = ["a"]\nanswer = 1',
            "choices = ",
            "give 2 to 8 choices",
        ),
        (
            '[question]\nkind = "choice"\ntext = "?"\nchoices = ["a", "a"]\nanswer = 1',
            "choices = ",
            "are the same",
        ),
        (
            '[question]\nkind = "choice"\ntext = "?"\nchoices = ["a", "b"]\nanswer = 3',
            "answer = ",
            "from 1 to 2",
        ),
        (
            '[question]\nkind = "choice"\ntext = "?"\nchoices = ["a", "b"]\nanswer = "a"',
            "answer = ",
            "the number of",
        ),
        ('[question]\nkind = "shape"\ntext = "?"\nanswer = "four!"', "answer = ", "must be a shape"),
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
def test_questions_and_facts_are_checked_and_the_line_named(block: str, part: str, says: str) -> None:
    text = lesson_text(graph_page("It is 33, or 34.", block))
    assert any(line == line_of(text, part) and says in words for line, words in found(text)), found(text)


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

"""What is printed: what is given, what is asked in which order, and what the answers say."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from engine.setup import Setup
from engine.spec import TrainingSpec
from engine.step.exercises import new_exercise
from engine.step.row import PHASES
from gui.sheet.faces import HEADING
from gui.sheet.marks import Circle, Math, Text
from gui.sheet.sheet import LONGEST_ABOUT, Sheet, compose_sheet
from tests.gui.sheet.sheets import boxes, formulas_of, marks, sheet, tape, tape_of, texts

pytestmark = pytest.mark.usefixtures("qapp")
MINUS = "\u2212"


def printed_numbers(of: Sheet) -> set[str]:
    return {text for text in texts(of) if re.fullmatch(rf"{MINUS}?\d+\.\d{{4}}", text)}


def rounded(array: np.ndarray) -> list[str]:
    return [f"{value:.4f}".replace("-", MINUS) for value in array.ravel()]


def test_that_every_operation_is_asked_in_the_order_of_the_tape() -> None:
    found = sheet("worked", answers=False)
    rows = tape("worked").rows
    numbers = [text for text in texts(found) if re.fullmatch(r"\d+", text)]
    in_order = [str(number) for number in range(1, len(rows) + 2)]
    assert [number for number in numbers if number in in_order][-len(in_order) :] == in_order
    latex = formulas_of(found)
    places = [latex.index(row.equation.formula) for row in rows]
    assert places == sorted(places)
    headings = [mark.text for mark in marks(found) if isinstance(mark, Text) and mark.size == HEADING]
    assert headings == ["Given", *(phase.capitalize() for phase in PHASES)]


def test_that_a_sheet_with_boxes_has_one_for_every_number_and_shows_none() -> None:
    found = sheet("worked", answers=False)
    asked = [row.value for row in tape("worked").rows]
    assert len(boxes(found)) == sum(value.size for value in asked) + 1  # J after the update
    assert not printed_numbers(found)
    assert not any(repr(float(value[0, 0])) in text for value in asked for text in texts(found))


def test_that_the_answers_show_every_number_with_four_decimals_and_a_true_minus() -> None:
    found = sheet("worked", answers=True)
    assert not boxes(found)
    shown = printed_numbers(found)
    for row in tape("worked").rows:
        assert set(rounded(row.value)) <= shown, row.name
    assert not any(re.search(r"-\d", text) for text in texts(found))


def test_that_the_answers_give_J_unrounded_before_and_after() -> None:
    words = " ".join(texts(sheet("worked", answers=True)))
    assert f"unrounded {tape('worked').cost_before!r}" in words
    assert f"unrounded {tape('worked').cost_after!r}" in words
    assert "The update has lowered J by 0.0428." in words


def test_that_the_answers_write_one_number_of_each_result_out() -> None:
    found = texts(sheet("worked", answers=True))
    assert "= 0.2 · 0.5 + 0.4 · 0.3 + 0.1 = 0.3200" in found
    assert f"= 1 · ({MINUS}0.0348) · 0.5 = {MINUS}0.0174" in found
    assert not any(" · " in text for text in texts(sheet("worked", answers=False)))


def test_that_a_power_is_raised_instead_of_written_with_a_hat() -> None:
    found = texts(sheet("worked", answers=True))
    place = found.index("= 1 / (1 + e")
    assert found[place + 1 : place + 3] == [f"{MINUS}0.32", ") = 0.5793"]
    assert not any("^" in text for text in found)


def test_that_all_that_is_given_is_printed() -> None:
    found = sheet("worked", answers=False)
    latex = formulas_of(found)
    for name in ("X", "Y", "W^{[1]}", "b^{[1]}", "W^{[2]}", "b^{[2]}"):
        assert name in latex
    shown = texts(found)
    for number in ("0.5", "0.3", "0.2", f"{MINUS}0.2", f"{MINUS}0.10", "0.05"):
        assert number in shown
    words = " ".join(shown)
    assert "Binary cross-entropy; log is the natural logarithm" in words
    assert "= 0.1" in words


def test_that_activations_are_explained_once_each() -> None:
    latex = formulas_of(sheet("deep", answers=False))
    assert sum(text.startswith("g(z) = ") for text in latex) == 2
    shown = texts(sheet("deep", answers=False))
    assert shown.count("with a = g(z)") == 1  # the slope of ReLU is not written with a


def test_that_a_small_network_is_drawn_and_a_large_one_is_not() -> None:
    assert sum(isinstance(mark, Circle) for mark in marks(sheet("worked", answers=False))) == 6
    assert not any(isinstance(mark, Circle) for mark in marks(sheet("wide", answers=False)))


def test_that_pages_are_numbered_and_named() -> None:
    found = sheet("deep", answers=True, title="Exercise 12")
    for number, page in enumerate(found.pages, start=1):
        words = [mark.text for mark in page.marks if getattr(mark, "text", "")]
        assert f"{number} of {len(found.pages)}" in words
        assert "Chalknet, exercise 12, answers" in words
        assert "Numbers with four decimals" in words


def test_that_there_is_a_line_for_the_name_on_the_boxes_and_a_word_on_the_answers() -> None:
    assert {"Name", "Date"} <= set(texts(sheet("exercise", answers=False)))
    answers = texts(sheet("exercise", answers=True))
    assert "Answers" in answers
    assert "Name" not in answers


def test_that_of_ten_examples_three_are_asked_and_what_adds_up_all_is_given() -> None:
    found = sheet("circle", answers=False)
    words = " ".join(texts(found))
    assert "Only a corner of X (2, 10) and Y (1, 10) is shown." in words
    assert words.count("Asked: the first 3 of 10 columns") == 1
    assert "Given, because it adds up all 10 examples" in words
    rows = tape("circle").rows
    per_example = [row for row in rows if row.symbol in ("Z", "A", "dZ", "dA")]
    updates = [row for row in rows if row.phase == "update"]
    assert len(boxes(found)) == sum(3 * row.value.shape[0] for row in per_example) + sum(
        row.value.size for row in updates
    )
    shown = printed_numbers(found)
    for row in rows:
        if row.symbol in ("dW", "db", "J"):
            assert set(rounded(row.value)) <= shown, row.name


def test_that_what_a_student_needs_for_a_box_is_on_the_sheet() -> None:
    """Whatever is summed over more than the printed corner is given, in large networks too."""
    found = sheet("large", answers=False)
    words = " ".join(texts(found))
    assert "Given, because it adds up all 20 inputs" in words
    assert "Given, because it adds up all 30 units of layer 1" in words
    asked = [row for row in tape("large").rows if row.symbol in ("A", "dZ", "W", "b", "dA")]
    assert 0 < len(boxes(found)) <= sum(9 for _ in asked)


def test_that_numbers_of_a_running_network_are_said_to_be_rounded() -> None:
    note = "Given numbers with four decimals are rounded"
    assert any(note in text for text in texts(sheet("circle", answers=False)))
    assert not any(note in text for text in texts(sheet("worked", answers=False)))


def test_that_an_optimisers_memory_is_given_and_every_line_of_its_update_is_asked() -> None:
    found = sheet("iris", answers=False)
    latex = formulas_of(found)
    assert latex.count("v_{W}^{[1]}") == 2  # given before, asked after
    assert {"a", "b", "c"} <= {text[-1] for text in texts(found) if re.fullmatch(r"\d+[abc]", text)}
    first = formulas_of(compose_sheet(tape_of(_with("adam")), "T", answers=False))
    assert first.count("v_{W}^{[1]}") == 1
    assert "v and s begin at 0" in texts(compose_sheet(tape_of(_with("adam")), "T", answers=False))


def _with(optimizer: str) -> Setup:
    return replace(new_exercise(1), training=TrainingSpec(optimizer))


def test_that_tiny_results_are_asked_with_digits_that_count() -> None:
    small = compose_sheet(tape_of(_with("adam")), "T", answers=False)
    assert any("four digits that count" in text for text in texts(small))
    answers = texts(compose_sheet(tape_of(_with("adam")), "T", answers=True))
    assert any(re.fullmatch(r"\d\.\d{3}·10⁻\S+", text) for text in answers)


def test_that_examples_of_a_batch_are_named() -> None:
    chosen = compose_sheet(tape_of(Setup(), columns=16), "Circle", answers=False)
    assert "This is training example 17." in texts(chosen)
    words = " ".join(texts(sheet("iris", answers=False)))
    numbers = ", ".join(str(number) for number in tape("iris").moment.example_numbers)
    assert f"The columns are the training examples {numbers}." in words


def test_that_a_dead_unit_is_pointed_out_with_the_answers_only() -> None:
    setup = new_exercise(4, (2, 2, 1), "relu")
    assert setup.weights is not None
    biases = ((-9.0, 0.1), *setup.weights.b[1:])
    dead = tape_of(replace(setup, weights=replace(setup.weights, b=biases)))
    with_answers = " ".join(texts(compose_sheet(dead, "T", answers=True)))
    assert "slope 0.0000" in with_answers
    assert "slope 0.0000" not in " ".join(texts(compose_sheet(dead, "T", answers=False)))


@pytest.mark.parametrize("title", ["", "  \n ", "A title " * 60, "x" * 400])
def test_that_any_title_and_any_text_make_a_sheet(title: str) -> None:
    found = compose_sheet(tape("exercise"), title, "word " * 5000 + "y" * 900, answers=False)
    assert len(found.pages) < 8
    assert len(" ".join(texts(found))) < LONGEST_ABOUT + 4000
    assert all(mark.bounds.right < found.paper.width for mark in marks(found))


def test_that_formulas_keep_their_size_on_every_page() -> None:
    rules = {row.equation.formula for row in tape("deep").rows}
    sizes = {
        mark.size
        for mark in marks(sheet("deep", answers=False))
        if isinstance(mark, Math) and mark.latex in rules
    }
    assert sizes == {13.0}

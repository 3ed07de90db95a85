"""What is chosen about a table, and how it is said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import Table, preview
from gui.importing.import_choices import (
    ImportChoices,
    column_note,
    counted,
    first_choices,
    preview_summary,
    sample_notes,
    size_text,
    table_summary,
    why_not,
    with_all_inputs,
    with_input,
    with_target,
)
from gui.widgets.numbers import grouped_text

ROWS = "width;height;code;kind;empty\n" + "".join(
    f"{i},5;{2 * i};{i % 3};{'ab'[i % 2]};\n" for i in range(12)
)


@pytest.fixture
def choices(tmp_path: Path) -> ImportChoices:
    path = tmp_path / "leaves.csv"
    path.write_text(ROWS, encoding="utf-8")
    return first_choices(preview(path), "none")


def test_that_the_likely_target_and_all_columns_of_numbers_are_chosen_first(choices: ImportChoices) -> None:
    assert (choices.target, choices.target_kind, choices.inputs) == (3, "class", {0, 1, 2})
    assert choices.csv.inputs == (0, 1, 2)


def test_that_another_target_frees_the_one_before(choices: ImportChoices) -> None:
    of_numbers = with_target(choices, 1)
    assert (of_numbers.target_kind, of_numbers.inputs) == ("number", {0, 2})
    assert with_target(of_numbers, 2).inputs == {0, 1}


def test_that_few_whole_numbers_are_taken_for_classes(choices: ImportChoices) -> None:
    assert with_target(choices, 2).target_kind == "class"


@pytest.mark.parametrize("column", [3, 4])
def test_that_target_and_empty_columns_cannot_be_ticked(choices: ImportChoices, column: int) -> None:
    assert with_input(choices, column, True) == choices
    assert why_not(choices.preview.columns[column], choices)


def test_that_text_can_only_be_the_target(choices: ImportChoices) -> None:
    assert "can only be the target" in why_not(choices.preview.columns[3], with_target(choices, 0))


def test_that_columns_can_be_ticked_one_by_one_or_all_at_once(choices: ImportChoices) -> None:
    assert with_input(choices, 1, False).inputs == {0, 2}
    assert with_all_inputs(choices, False).inputs == set()
    assert with_all_inputs(with_all_inputs(choices, False), True).inputs == {0, 1, 2}
    assert why_not(choices.preview.columns[0], choices) == ""


def test_that_choices_survive_another_way_of_reading_where_columns_are_the_same(
    choices: ImportChoices, tmp_path: Path
) -> None:
    made = with_input(with_target(choices, 2), 0, False)
    as_text = preview(tmp_path / "leaves.csv", decimal=".")
    again = first_choices(as_text, "min_max", made)
    assert (again.target, again.scaling, again.inputs) == (2, "min_max", {1})
    only_width = with_input(with_input(made, 0, True), 1, False)
    assert first_choices(as_text, "none", only_width).inputs == {1}, "width is text when read with points"
    without_names = first_choices(preview(tmp_path / "leaves.csv", header=False), "none", made)
    assert without_names.csv.names[0] == "column 1"


def test_that_each_column_says_what_it_is(choices: ImportChoices) -> None:
    notes = [column_note(column, choices) for column in choices.preview.columns]
    assert notes == ["number", "number", "number", "target", "empty"]
    assert column_note(choices.preview.columns[3], with_target(choices, 0)) == "text, 2 values"


def test_that_notes_are_sentences_and_leave_the_target_in_peace(choices: ImportChoices) -> None:
    assert sample_notes(choices) == ["Column empty is empty; left out."]
    assert any("kind" in note for note in sample_notes(with_target(choices, 0)))


def test_that_a_counted_table_is_summed_up_with_what_is_left_out() -> None:
    target = np.array([0, 1, 2] * 50)
    flowers = Table(
        ("a", "b", "c", "d"), np.zeros((4, 150)), target, ("x", "y", "z"), "kind", "iris.csv", 152, 2
    )
    assert table_summary(flowers) == "150 rows · 4 inputs · 3 classes · 2 incomplete rows will be left out"
    prices = Table(("a",), np.zeros((1, 3)), np.array([-1.5, 0.0, 2000.0]), (), "price", "homes.csv", 4, 1)
    assert table_summary(prices) == (
        "3 rows · 1 input · numbers from \u22121.5 to 2000 · 1 incomplete row will be left out"
    )


def test_that_an_uncounted_table_is_estimated(choices: ImportChoices) -> None:
    assert preview_summary(choices) == "12 rows · 3 inputs · 2 classes"
    assert preview_summary(with_target(choices, 1)) == "12 rows · 2 inputs · numbers"


@pytest.mark.parametrize(
    ("size", "text"),
    [(812, "812 bytes"), (3800, "3.8 kB"), (201_800_000, "201.8 MB"), (1_950_000_000, "1.95 GB")],
)
def test_that_sizes_are_readable(size: int, text: str) -> None:
    assert size_text(size) == text


def test_that_nouns_follow_their_number() -> None:
    assert [counted(1, "row"), counted(2, "class", "classes"), counted(1500, "row")] == [
        "1 row",
        "2 classes",
        f"{grouped_text(1500)} rows",
    ]

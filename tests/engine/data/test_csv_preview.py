"""The preview: kinds of columns, the likely target, encodings, what a person may overrule."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import preview

FLOWERS = (
    "length;width;note;colour;empty;count\n1,5;2;x;red;;1\n2,5;3;y;blue;;2\n3,5;?;z;red;;1\n4;5;w;blue;;2\n"
)


@pytest.fixture
def flowers(tmp_path: Path) -> Path:
    path = tmp_path / "flowers.csv"
    path.write_text(FLOWERS, encoding="utf-8")
    return path


def test_that_a_table_is_described_column_by_column(flowers: Path) -> None:
    seen = preview(flowers)
    assert (seen.delimiter, seen.decimal, seen.header) == (";", ",", True)
    assert [column.name for column in seen.columns] == ["length", "width", "note", "colour", "empty", "count"]
    assert [column.kind for column in seen.columns] == [
        "number",
        "number",
        "text",
        "class",
        "empty",
        "number",
    ]
    assert [column.distinct for column in seen.columns] == [4, 3, 4, 2, 0, 2]
    assert [column.missing for column in seen.columns] == [0, 1, 0, 0, 4, 0]
    assert [column.is_whole for column in seen.columns] == [False, True, False, False, False, True]
    assert seen.rows[0] == ("1,5", "2", "x", "red", "", "1")
    assert (seen.sample_rows, seen.rows_estimated, seen.is_whole) == (4, 4, True)
    assert seen.size == len(FLOWERS)
    assert seen.notes == (
        "column note holds text; left out of the inputs",
        "column colour holds text; left out of the inputs",
        "column empty is empty; left out",
    )


def test_that_the_likely_choices_are_the_class_and_all_numbers(flowers: Path) -> None:
    choices = preview(flowers).choices()
    assert choices.names[choices.target] == "colour"
    assert choices.target_kind == "class"
    assert [choices.names[k] for k in choices.inputs] == ["length", "width", "count"]


def test_that_another_target_is_taken_out_of_the_inputs(flowers: Path) -> None:
    choices = preview(flowers).choices(target=0)
    assert choices.target_kind == "number"
    assert [choices.names[k] for k in choices.inputs] == ["width", "count"]
    assert preview(flowers).choices(target=5).target_kind == "class"
    assert preview(flowers).choices(target=5, target_kind="number").target_kind == "number"


@pytest.mark.parametrize(
    ("header", "target"),
    [("a,Class,b", "Class"), ("y,a,b", "y"), ("a,b,c", "c"), ("a,target,label", "label")],
)
def test_that_a_column_called_like_a_target_is_proposed(tmp_path: Path, header: str, target: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{header}\n1.5,2.5,3.5\n4.5,5.5,6.5\n")
    seen = preview(path)
    assert seen.columns[seen.likely_target()].name == target


def test_that_the_person_may_overrule_every_guess(flowers: Path) -> None:
    seen = preview(flowers, header=False)
    assert seen.columns[0].name == "column 1"
    assert seen.sample_rows == 5
    assert seen.columns[0].kind == "text"
    assert preview(flowers, decimal=".").columns[0].kind == "text"
    assert seen.notes[0] == "no column holds numbers, as the table is read now"
    assert seen.choices().inputs == ()
    assert len(preview(flowers, delimiter=",").columns) == 2


def test_that_a_column_with_a_few_wrong_cells_is_pointed_out(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x,y\n" + "1,2\n" * 9 + "12 kg,2\n")
    assert preview(path).notes == ("column x holds numbers but for 1 cells, such as “12 kg”; left out",)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", "utf-8-sig"), ("utf-8-sig", "utf-8-sig"), ("latin-1", "latin-1"), ("cp1252", "latin-1")],
)
def test_that_the_usual_encodings_are_read(tmp_path: Path, encoding: str, expected: str) -> None:
    path = tmp_path / "größe.csv"
    path.write_text("größe;höhe\n1;2\n3;4\n", encoding=encoding)
    seen = preview(path)
    assert seen.encoding == expected
    assert seen.columns[0].name == "größe"


def test_that_only_the_beginning_of_a_large_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    rows = 60_000
    path.write_text("x,é\n" + "0.12345,0.54321\n" * rows, encoding="utf-8")
    seen = preview(path)
    assert not seen.is_whole
    assert seen.sample_rows < 20_000
    assert seen.rows_estimated == pytest.approx(rows, rel=0.01)
    assert len(seen.rows) == 20


def test_that_a_character_at_the_end_of_the_sample_may_be_cut(tmp_path: Path) -> None:
    for shift in range(3):
        path = tmp_path / "cut.csv"
        path.write_text("a" * shift + ",y\n" + "1,2,€€€€€€€\n" * 20_000, encoding="utf-8")
        assert preview(path).encoding == "utf-8-sig"


def test_that_a_wide_table_is_seen_although_a_line_is_longer_than_the_sample(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    row = ",".join(["0." + "1" * 58] * 4096)
    path.write_text(f"{row}\n" * 6)
    seen = preview(path)
    assert len(seen.columns) == 4096
    assert seen.sample_rows >= 2


def test_that_lines_in_front_of_the_table_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("sep=;\nMade by a program\n\nx;y\n1;2\n3;4\n5;6\n")
    seen = preview(path)
    assert (seen.delimiter, seen.header) == (";", True)
    assert [column.name for column in seen.columns] == ["x", "y"]
    assert seen.notes == ("1 rows of the sample have another number of cells",)


def test_that_a_long_cell_is_shown_shortened(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("x,y\n1," + "z" * 5000 + "\n")
    assert len(preview(path).rows[0][1]) == 80

"""Delimiter, decimal mark and header are recognised from a sample."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.csv_cells import is_missing, number_of, shortened
from engine.data.csv_format import (
    DELIMITERS,
    column_names,
    guess_decimal,
    guess_delimiter,
    guess_header,
    rows_of,
    usual_width,
)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n4,5,6\n", ","),
        ("a;b;c\n1;2;3\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("1,5;2,5;3,5\n2,5;3,5;4,5\n", ";"),
        ("1,5\t2,5\n2,5\t3,5\n", "\t"),
        ("name;size\nSmith, John;5\nDoe, Jane;6\n", ";"),
        ('name,size\n"Smith; John",5\n"Doe; Jane",6\n', ","),
        ("made by a program\nx;y\n1;2\n3;4\n5;6\n", ";"),
        ("sep=|\na;b;c|d;e\n1;2;3|4;5\n", "|"),
        ("only\n1\n2\n", ","),
    ],
)
def test_that_the_delimiter_is_recognised(text: str, delimiter: str) -> None:
    assert guess_delimiter(text) == delimiter


NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: f"{number:.3f}")


@given(
    rows=st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(NUMBERS, min_size=width, max_size=width), min_size=2, max_size=8)
    ),
    style=st.sampled_from([(d, m) for d in DELIMITERS for m in (".", ",") if d != m]),
    header=st.booleans(),
)
def test_that_a_written_table_of_numbers_reads_as_it_was_written(
    rows: list[list[str]], style: tuple[str, str], header: bool
) -> None:
    delimiter, mark = style
    lines = [delimiter.join(cell.replace(".", mark) for cell in row) for row in rows]
    if header:
        lines.insert(0, delimiter.join(f"name {k}" for k in range(len(rows[0]))))
    text = "\r\n".join(lines) + "\r\n"
    assert guess_delimiter(text) == delimiter
    read = rows_of(text, delimiter)
    assert guess_decimal(read) == mark
    assert guess_header(read, mark) == header
    data = read[1:] if header else read
    assert [[number_of(cell, mark) for cell in row] for row in data] == [
        [float(c) for c in row] for row in rows
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["x", "y"], ["1", "2"]], True),
        ([["1", "2"], ["3", "4"]], False),
        ([["x", "2001"], ["1", "2"]], False),
        ([["colour", "shape"], ["red", "round"], ["red", "flat"]], True),
        ([["red", "round"], ["blue", "flat"], ["red", "flat"]], False),
        ([["x", "y"]], False),
        ([["", ""], ["a", "b"]], False),
    ],
)
def test_that_a_header_is_recognised(rows: list[list[str]], expected: bool) -> None:
    assert guess_header(rows, ".") is expected


@pytest.mark.parametrize(
    ("cell", "decimal", "number"),
    [
        ("1.5", ".", 1.5),
        (" -2e3 ", ".", -2000.0),
        ("1,5", ",", 1.5),
        ("-1,5E-2", ",", -0.015),
        ("7", ",", 7.0),
        ("1,5", ".", None),
        ("1.5", ",", None),
        ("1.234,5", ",", None),
        ("1,234.5", ".", None),
        ("1_000", ".", None),
        ("inf", ".", None),
        ("nan", ".", None),
        ("1e999", ".", None),
        ("0x10", ".", None),
        ("red", ".", None),
        ("", ".", None),
    ],
)
def test_that_a_cell_is_a_number_only_with_its_decimal_mark(
    cell: str, decimal: str, number: float | None
) -> None:
    assert number_of(cell, decimal) == number


@pytest.mark.parametrize("cell", ["", "  ", "NA", "n/a", "NaN", "null", "?", "-"])
def test_that_the_usual_words_for_nothing_are_missing_cells(cell: str) -> None:
    assert is_missing(cell)
    assert not is_missing("0")


def test_that_names_are_filled_in_and_made_to_differ() -> None:
    assert column_names(["a", "", " a ", "a (2)", "b\nc"], 6) == (
        "a",
        "column 2",
        "a (2)",
        "a (2) (2)",
        "b c",
        "column 6",
    )
    assert column_names(None, 2) == ("column 1", "column 2")


def test_that_blank_lines_are_no_rows_and_the_usual_width_wins() -> None:
    rows = rows_of('\n  \na, "b, c"\n1,2\n\n3\n,\n', ",")
    assert rows == [["a", "b, c"], ["1", "2"], ["3"], ["", ""]]
    assert usual_width(rows) == 2
    assert usual_width([]) == 0


def test_that_a_long_cell_is_shortened_for_a_message() -> None:
    assert shortened("ab\n c") == "ab c"
    assert shortened("x" * 50) == "x" * 39 + "…"

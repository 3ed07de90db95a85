"""Bad files: each gives one sentence that says what, where and what to do."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.data import CsvChoices, TableError, csv_rows, preview, read_table

CHOICES = CsvChoices(",", True, ".", ("x", "y"), 1, "number", (0,))

BINARY = {
    "zeros": b"\0" * 100,
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
    "control characters": bytes(range(1, 32)) * 20,
}


def preview_fault(path: Path) -> str:
    with pytest.raises(TableError) as caught:
        preview(path)
    return str(caught.value)


def reading_fault(path: Path, choices: CsvChoices = CHOICES) -> str:
    with pytest.raises(TableError) as caught:
        read_table(path, choices)
    return str(caught.value)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "t.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "t.csv is empty: choose a file with rows"),
        (b"\n \n\t\n", "t.csv holds only blank lines: choose a file with rows"),
        (BINARY["zeros"], "t.csv is not text: choose a CSV file"),
        (BINARY["png"], "t.csv is not text: choose a CSV file"),
        (BINARY["control characters"], "t.csv is not text: choose a CSV file"),
        (b"PK\x03\x04rest", "t.csv is a workbook or an archive, not text: save the sheet as CSV"),
        (b"\xd0\xcf\x11\xe0rest", "t.csv is a workbook or an archive, not text: save the sheet as CSV"),
        ("x,y\n1,2\n".encode("utf-16"), "t.csv is UTF-16 text: save it as UTF-8 and open that"),
        ("x,y\n1,2\n".encode("utf-16-le"), "t.csv is UTF-16 text: save it as UTF-8 and open that"),
        ("x,y\n1,2\n".encode("utf-16-be"), "t.csv is UTF-16 text: save it as UTF-8 and open that"),
        (b"x\n1\n2\n", "t.csv has one column only: a table needs an input and a target; check the delimiter"),
        (
            b"x,y\na,b\nc,d\n",
            "t.csv has no column of numbers: at least one input must hold numbers",
        ),
        (
            ",".join(["1"] * 4097).encode() + b"\n",
            "t.csv has 4097 columns, the limit is 4096: take a part of them",
        ),
        (b'x,y\n1,2\n3,"4\n5,6\n', "(unexpected end of data): is a quotation mark open?"),
        (b'x,y\n1,"' + b"z\n" * 100_000, "is a quotation mark open?"),
        (b"9" * 9_000_000, "t.csv, line 1 is longer than 4000000 characters: not a table"),
    ],
)
def test_that_the_preview_of_a_bad_file_says_what_is_wrong(
    tmp_path: Path, content: bytes, message: str
) -> None:
    fault = preview_fault(written(tmp_path, content))
    assert fault.endswith(message)
    assert "\n" not in fault


@pytest.mark.parametrize("read", [preview_fault, reading_fault])
def test_that_files_that_are_none_are_said(tmp_path: Path, read: object) -> None:
    assert callable(read)
    assert read(tmp_path) == f"{tmp_path.name} is a folder: choose a file in it"
    assert read(tmp_path / "no.csv").startswith(
        "no.csv can't be read (No such file or directory): check its place"
    )
    assert "is not a file name" in read(Path("a\0b"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.csv")
        assert read(tmp_path / "pipe.csv").startswith("pipe.csv is not an ordinary file")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_that_a_file_without_permission_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "x,y\n1,2\n")
    path.chmod(0)
    assert "can't be read (Permission denied): check its place and its permissions" in preview_fault(path)


@pytest.mark.parametrize("read", [preview_fault, reading_fault])
def test_that_a_file_of_more_than_2_gb_is_refused_before_it_is_read(tmp_path: Path, read: object) -> None:
    assert callable(read)
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"x,y\n1,2\n")
        file.truncate(2_100_000_000)
    assert read(path) == "huge.csv has 2.1 GB, the limit is 2 GB: take a part of its rows"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "x,y\n1,2\nred,3\n",
            "t.csv, line 3, column x: “red” is not a number: leave the column out, or correct",
        ),
        ("x,y\n1,2\n\n3,blue\n", "t.csv, line 4, column y: “blue” is not a number"),
        (
            'x,y\n1,2\n"1,5",3\n',
            "t.csv, line 3, column x: “1,5” is not a number: choose the decimal comma, or",
        ),
        ("x,y\n1,2\n1_000,3\n", "t.csv, line 3, column x: “1_000” is not a number"),
        ("x,y\n1,2\n1e999,3\n", "t.csv, line 3, column x: the number is infinite or too large"),
        ("x,y\n1,2\n3,-inf\n", "t.csv, line 3, column y: the number is infinite or too large"),
        (
            "x,y\n1,2\n" + "7" * 10_001 + ",3\n",
            "t.csv, line 3, column x: the cell is longer than 10000 characters",
        ),
        ('x,y\n1,2\n"' + "7\n" * 6000 + '",3\n', "column x: the cell is longer than 10000 characters"),
        ('x,y\n1,2\n"' + "z\n" * 90_000, "is a quotation mark open?"),
        ("x,y\n1," + "7" * 4_000_001 + "\n", "t.csv, line 2 is longer than 4000000 characters"),
        ('x,y\n1,2\n3,"4\n5,6\n7,8\n', "t.csv, line 5: unexpected end of data; is a quotation mark open?"),
        ('x,y\n1,2\n"3,4\n5,6\n7,"8\n9,1\n' + "1,2\n" * 50, "expected after"),
        (
            'x,y\n1,2\n"3,4\n5,6\n7",8,9\n' + "1,2\n" * 50,
            "t.csv, lines 3 to 5: a quotation mark opens a cell",
        ),
        (
            "x,y\n1,2,3\n4,5,6\n1,2\n",
            "t.csv, line 2 has 3 cells instead of 2, and so have 2 of 3 rows: check",
        ),
        ("x,y\n" + "1,2,3\n" * 5000, "t.csv, line 2 has 3 cells instead of 2, and so have 1001 of 1001 rows"),
        ("x,y\n1,2\n3,\n", "t.csv has 1 complete rows of 2: at least 2 are needed"),
        ("x,y\n", "t.csv has 0 complete rows of 0: at least 2 are needed"),
        ("x,y\n1,2\n3,4\n\0,5\n", "t.csv is not text: choose a CSV file"),
        ("x,y\n" + "1,2\n" * 300_000 + "\0", "t.csv is not text (it holds a zero byte): choose a CSV file"),
    ],
)
def test_that_a_bad_table_is_named_by_line_and_column(tmp_path: Path, text: str, message: str) -> None:
    assert message in reading_fault(written(tmp_path, text))


def test_that_too_many_classes_are_refused_at_the_65th(tmp_path: Path) -> None:
    path = written(tmp_path, "x,y\n" + "".join(f"1,c{k}\n" for k in range(100)))
    fault = reading_fault(path, replace(CHOICES, target_kind="class"))
    assert (
        fault
        == "t.csv, line 66, column y: more than 64 different classes: choose another target, or a number"
    )
    path = written(tmp_path, "x,y\n" + "".join(f"1,c{k}\n" for k in range(64)))
    assert len(read_table(path, replace(CHOICES, target_kind="class")).class_names) == 64


def test_that_a_single_class_is_refused(tmp_path: Path) -> None:
    fault = reading_fault(written(tmp_path, "x,y\n1,a\n2,a\n"), replace(CHOICES, target_kind="class"))
    assert fault == "t.csv: column y holds a single class: choose another target"


def test_that_the_limit_of_rows_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "x,y\n" + "1,2\n" * 50)
    monkeypatch.setattr(csv_rows, "MAX_ROWS", 40)
    assert reading_fault(path) == "t.csv has more than 40 rows, the limit: take a part of them"
    monkeypatch.setattr(csv_rows, "MAX_NUMBERS", 60)
    assert reading_fault(path) == "t.csv has more than 30 rows, the limit: choose fewer inputs"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"inputs": ()}, "t.csv: no column is chosen as input: choose at least one of numbers"),
        ({"inputs": (0, 1)}, "t.csv: a column can be target or input, once: choose again"),
        ({"inputs": (0, 0)}, "t.csv: a column can be target or input, once: choose again"),
        ({"target": 2}, "t.csv has no such column: choose target and inputs again"),
        ({"inputs": (-1,)}, "t.csv has no such column: choose target and inputs again"),
        ({"names": ("x",)}, "t.csv has 1 columns: from 2 to 4096 are possible"),
    ],
)
def test_that_choices_that_do_not_fit_are_said(
    tmp_path: Path, changes: dict[str, object], message: str
) -> None:
    path = written(tmp_path, "x,y\n1,2\n3,4\n")
    assert reading_fault(path, replace(CHOICES, **changes)) == message  # type: ignore[arg-type]


@given(content=st.binary(max_size=300) | st.text("01.,;\t|\"'\n\r-ex_ é", max_size=300).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_that_any_file_is_read_or_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, content)
    try:
        table = read_table(path, preview(path).choices())
    except TableError as error:
        fault = str(error)
    else:
        fault = ""
        assert table.X.shape[1] == table.rows_read - table.rows_incomplete >= 2
    assert not fault or re.fullmatch(r"t\.csv\b.*\w.*", fault)

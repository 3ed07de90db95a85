"""Sheets as PDF files: pages, paper, names, equal bytes, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gui.sheet.make import SheetError, make_sheet, pdf_of, write_file
from gui.version import VERSION
from tests.gui.sheet.sheets import sheet, tape

pytestmark = pytest.mark.usefixtures("qapp")
DATE = re.compile(rb"D:\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def pages_in(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", data))


def text_of(entry: str, data: bytes) -> str:
    found = re.search(rb"/%s \(\xfe\xff(.*?[^\\])\)" % entry.encode(), data, re.DOTALL)
    assert found is not None
    return re.sub(rb"\\(.)", rb"\1", found[1]).decode("utf-16-be")


@pytest.mark.parametrize(
    ("paper", "box"), [("a4", b"0 0 595.000000 842.000000"), ("letter", b"0 0 612.000000 792.000000")]
)
@pytest.mark.parametrize("answers", [False, True])
def test_that_a_sheet_becomes_a_pdf_with_all_its_pages(
    tmp_path: Path, paper: str, box: bytes, answers: bool
) -> None:
    path = tmp_path / "sheet.pdf"
    pages = make_sheet(tape("worked"), "Worked example", "Some words.", path, answers=answers, paper=paper)
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert pages == pages_in(data) == len(sheet("worked", answers=answers, paper=paper).pages) >= 2
    assert set(re.findall(rb"/MediaBox \[(.*?)\]", data)) == {box}
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_pdf_says_what_it_is_and_what_made_it() -> None:
    data = pdf_of([sheet("exercise", answers=True)])
    assert text_of("Title", data) == "Exercise 7, answers"
    assert text_of("Creator", data) == f"Chalknet {VERSION}"


def test_that_equal_sheets_are_equal_files_but_for_the_date() -> None:
    one, other = (DATE.sub(b"", pdf_of([sheet("exercise", answers=False)])) for _ in range(2))
    assert one == other
    assert len(one) < len(pdf_of([sheet("exercise", answers=False)]))


def test_that_boxes_and_answers_go_into_one_file() -> None:
    both = [sheet("exercise", answers=answers) for answers in (False, True)]
    assert pages_in(pdf_of(both)) == sum(len(one.pages) for one in both)


def test_that_fonts_are_part_of_the_file() -> None:
    data = pdf_of([sheet("exercise", answers=True)])
    assert {b"Inter-Regular", b"Inter-SemiBold", b"STIXTwoMath"} <= set(
        re.findall(rb"/BaseFont /([\w-]+)", data)
    )
    assert data.count(b"/FontFile") >= 3


def test_that_a_sheet_that_cannot_be_written_leaves_the_old_file_whole(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="can't be written"):
        make_sheet(tape("exercise"), "Exercise 7", "", tmp_path / "no" / "such.pdf")
    with pytest.raises(SheetError, match="can't be written"):
        write_file(tmp_path, b"data")
    assert list(tmp_path.iterdir()) == []


def test_that_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_that_an_unknown_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        make_sheet(tape("exercise"), "Exercise 7", "", tmp_path / "a.pdf", paper="a3")

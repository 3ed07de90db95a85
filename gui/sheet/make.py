"""Sheets as PDF files: `make_sheet` lays a tape out and writes it, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from engine.step.tape import Tape
from gui.sheet.paint import paint_page
from gui.sheet.paper import Paper
from gui.sheet.sheet import Sheet, compose_sheet
from gui.version import VERSION
from gui.whole_file import write_whole

RESOLUTION = 1200  # dots per inch, finer than any printer's
PAGE_SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
NAMESPACE = QUuid("{5f7f5ad6-3a2c-4d0e-9a39-7c1d6b0d2c11}")  # any; equal titles get equal identifiers


class SheetError(OSError):
    """A sheet that can't be written; one sentence says why."""


def make_sheet(
    tape: Tape, title: str, about: str, path: Path, *, answers: bool = False, paper: str = "a4"
) -> int:
    """Write a tape as an exercise sheet and return how many pages it has. Raises SheetError."""
    sheet = compose_sheet(tape, title, about, answers=answers, paper=paper)
    write_file(path, pdf_of([sheet]))
    return len(sheet.pages)


def pdf_of(sheets: Sequence[Sheet]) -> bytes:
    """One PDF with all pages of these sheets, which are on equal paper."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, sheets[0].paper, sheets[0].title)
    painter = QPainter(writer)
    for index, page in enumerate(page for sheet in sheets for page in sheet.pages):
        if index:
            writer.newPage()
        paint_page(painter, page, RESOLUTION)
    painter.end()
    return bytes(buffer.data().data())


def write_file(path: Path, data: bytes) -> None:
    """Write all of it or nothing; a file that was there stays whole if that fails. Raises SheetError."""
    if reason := write_whole(path, data):
        raise SheetError(f"{path} can't be written: {reason}")


def _writer(buffer: QBuffer, paper: Paper, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(
        QPageLayout(QPageSize(PAGE_SIZES[paper.key]), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    writer.setTitle(title)
    writer.setCreator(f"Chalknet {VERSION}")
    writer.setDocumentId(QUuid.createUuidV5(NAMESPACE, title.encode()))
    return writer

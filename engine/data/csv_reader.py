"""Read a whole text table into arrays: line by line, bounded in memory, cancellable.

What its columns mean was decided before (`engine.data.csv_preview`); what becomes of a row is decided in
`engine.data.csv_rows`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.data.csv_file import (
    Cancelled,
    Lines,
    Progress,
    ReadingCancelled,
    checked_size,
    scan,
    unreadable,
)
from engine.data.csv_format import is_no_row
from engine.data.csv_preview import MAX_COLUMNS, CsvChoices
from engine.data.csv_rows import MAX_CELL, RowCollector
from engine.data.table import Table, TableError

SCAN_SHARE = 0.05
POLL_CELLS = 8_192


def read_table(
    path: Path, choices: CsvChoices, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Table:
    """The chosen columns of a file as a `Table`.

    progress gets 0 to 1. cancelled is asked every few milliseconds (it may block for a moment, to give other
    threads time) and ends the reading with ReadingCancelled. Rows with a missing cell in a chosen column, and
    up to 5 % of rows with another number of cells, are left out and counted. Raises TableError with one
    sentence: file, line, column, what is wrong, what to do.
    """
    path = Path(path)
    _check(path, choices)
    report, stop = progress or _ignore, cancelled or _never
    size = checked_size(path)
    found = scan(path, size, lambda share: report(SCAN_SHARE * share), stop)
    collector = RowCollector(path.name, choices, found.lines)
    try:
        with path.open(encoding=found.encoding, newline="") as file:
            source = Lines(file, path.name, MAX_CELL)
            rows = _numbered_rows(source, choices.delimiter, path.name)
            _collect(_polled(rows, found.lines, len(choices.names), report, stop), source, choices, collector)
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path.name} changed while it was read: read it again") from error
    table = collector.table()
    report(1.0)
    return table


def _numbered_rows(source: Lines, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the number of its last line."""
    reader = csv.reader(source, delimiter=delimiter, skipinitialspace=True, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise TableError(f"{name}, line {reader.line_num}: {error}; is a quotation mark open?") from error


def _polled(
    rows: Iterable[tuple[int, list[str]]], lines: int, width: int, report: Progress, stop: Cancelled
) -> Iterator[tuple[int, list[str]]]:
    """The same rows; on the way progress is told and the question is asked whether to go on."""
    every = max(1, POLL_CELLS // width)
    for count, (line, row) in enumerate(rows):
        if count % every == 0:
            if stop():
                raise ReadingCancelled
            report(min(1.0, SCAN_SHARE + (1 - SCAN_SHARE) * line / lines))
        yield line, row


def _collect(
    rows: Iterable[tuple[int, list[str]]], source: Lines, choices: CsvChoices, collector: RowCollector
) -> None:
    width, in_header, last_line = len(choices.names), choices.header, 0
    for line, row in rows:
        if last_line == 0 and is_no_row(row, is_first=True):
            pass
        elif len(row) != width:
            if line > last_line + 1:
                collector.refuse_open_quote(last_line + 1, line)
            if not is_no_row(row, is_first=False):
                collector.add_ragged(row, line)
        elif in_header:
            in_header = False
        else:
            collector.add(row, line, careful=source.is_unusual or line > last_line + 1)
        source.is_unusual = False
        last_line = line


def _check(path: Path, choices: CsvChoices) -> None:
    columns = range(len(choices.names))
    if not 2 <= len(choices.names) <= MAX_COLUMNS:
        raise TableError(
            f"{path.name} has {len(choices.names)} columns: from 2 to {MAX_COLUMNS} are possible"
        )
    if choices.target not in columns or any(k not in columns for k in choices.inputs):
        raise TableError(f"{path.name} has no such column: choose target and inputs again")
    if not choices.inputs:
        raise TableError(f"{path.name}: no column is chosen as input: choose at least one of numbers")
    if choices.target in choices.inputs or len(set(choices.inputs)) < len(choices.inputs):
        raise TableError(f"{path.name}: a column can be target or input, once: choose again")


def _ignore(share: float) -> None:
    pass


def _never() -> bool:
    return False

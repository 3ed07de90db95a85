"""A first look at a text table: how it is written, what its columns hold, and what one would choose.

Reads about 200 kB, whatever the size of the file; `engine.data.csv_reader` reads the whole.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.data.csv_cells import is_missing, number_of, shortened
from engine.data.csv_file import checked_size, read_sample
from engine.data.csv_format import (
    Rows,
    column_names,
    guess_decimal,
    guess_delimiter,
    guess_header,
    rows_of,
    usual_width,
)
from engine.data.table import TableError

MAX_COLUMNS = 4096
MAX_CLASSES = 64
MAX_CLASSES_OF_NUMBERS = 10
SHOWN_ROWS = 20
SHOWN_CHARACTERS = 80
MOSTLY = 0.8
TARGET_NAMES = ("class", "target", "label", "species", "diagnosis", "outcome", "y")

ColumnKind = Literal["number", "class", "text", "empty"]
TargetKind = Literal["number", "class"]


@dataclass(frozen=True)
class ColumnPreview:
    """One column of the sample. class: text with at most 64 values that repeat; text: any other text.

    distinct: different values, missing: cells that say nothing. is_whole: only whole numbers.
    """

    index: int
    name: str
    kind: ColumnKind
    distinct: int
    missing: int
    is_whole: bool = False

    @property
    def target_kind(self) -> TargetKind:
        """What one would learn from it: a class, if it is text or a few whole numbers; else a number."""
        few = self.is_whole and 2 <= self.distinct <= MAX_CLASSES_OF_NUMBERS
        return "class" if self.kind in ("class", "text") or few else "number"


@dataclass(frozen=True)
class CsvChoices:
    """What the person decided. names: of all columns; target and inputs are indices into them."""

    delimiter: str
    header: bool
    decimal: str
    names: tuple[str, ...]
    target: int
    target_kind: TargetKind
    inputs: tuple[int, ...]


@dataclass(frozen=True)
class Preview:
    """The sample of a file, read as `delimiter`, `decimal` and `header` say.

    rows: the first 20 data rows as text. sample_rows: how many data rows were looked at; is_whole: they are
    all. rows_estimated: about how many the file has. notes: what a person should know, a sentence each.
    """

    path: Path
    size: int
    encoding: str
    delimiter: str
    decimal: str
    header: bool
    columns: tuple[ColumnPreview, ...]
    rows: tuple[tuple[str, ...], ...]
    sample_rows: int
    is_whole: bool
    rows_estimated: int
    notes: tuple[str, ...]

    def choices(self, target: int | None = None, target_kind: TargetKind | None = None) -> CsvChoices:
        """What one would choose: the likeliest target, and every other column of numbers as input."""
        target = self.likely_target() if target is None else target
        inputs = tuple(c.index for c in self.columns if c.kind == "number" and c.index != target)
        names = tuple(column.name for column in self.columns)
        kind = target_kind or self.columns[target].target_kind
        return CsvChoices(self.delimiter, self.header, self.decimal, names, target, kind, inputs)

    def likely_target(self) -> int:
        """A column that is called like one, else the last one with classes, else the last with numbers."""
        named = [c.index for c in self.columns if c.name.lower() in TARGET_NAMES and c.kind != "empty"]
        classes = [c.index for c in self.columns if c.kind == "class"]
        numbers = [c.index for c in self.columns if c.kind == "number"]
        return (named or classes or numbers or [len(self.columns) - 1])[-1]


def preview(
    path: Path, delimiter: str | None = None, decimal: str | None = None, header: bool | None = None
) -> Preview:
    """Look at the first rows of a text table; what is None is guessed.

    A table without a column of numbers is refused only if everything was guessed: what the person overruled
    is shown. Raises TableError with one sentence for a file that can't be a table.
    """
    path = Path(path)
    all_guessed = delimiter is None and decimal is None and header is None
    text, encoding, is_whole = read_sample(path)
    delimiter = delimiter or guess_delimiter(text)
    rows, narrow = _sample_rows(path, text, delimiter, strict=is_whole)
    decimal = decimal or guess_decimal(rows)
    if header is None:
        header = guess_header(rows, decimal)
    names = column_names(rows[0] if header else None, len(rows[0]))
    data = rows[1:] if header else rows
    if not data:
        raise TableError(f"{path.name} has a header and no rows: choose a file with rows")
    columns = tuple(_column(k, name, [row[k] for row in data], decimal) for k, name in enumerate(names))
    if all_guessed and all(column.kind != "number" for column in columns):
        raise TableError(f"{path.name} has no column of numbers: at least one input must hold numbers")
    size = checked_size(path)
    share = 1.0 if is_whole else size / len(text.encode(encoding))
    return Preview(
        path=path,
        size=size,
        encoding=encoding,
        delimiter=delimiter,
        decimal=decimal,
        header=header,
        columns=columns,
        rows=tuple(tuple(shortened(cell, SHOWN_CHARACTERS) for cell in row) for row in data[:SHOWN_ROWS]),
        sample_rows=len(data),
        is_whole=is_whole,
        rows_estimated=round(len(data) * share),
        notes=_notes(columns, data, decimal, narrow),
    )


def _sample_rows(path: Path, text: str, delimiter: str, strict: bool) -> tuple[Rows, int]:
    """The rows that are as wide as most, and how many are not."""
    try:
        rows = rows_of(text, delimiter, strict=strict)
    except csv.Error as error:
        raise TableError(
            f"{path.name} can't be divided into cells ({error}): is a quotation mark open?"
        ) from error
    width = usual_width(rows)
    if width < 2:
        raise TableError(
            f"{path.name} has one column only: a table needs an input and a target; check the delimiter"
        )
    if width > MAX_COLUMNS:
        raise TableError(f"{path.name} has {width} columns, the limit is {MAX_COLUMNS}: take a part of them")
    usual = [row for row in rows if len(row) == width]
    return usual, len(rows) - len(usual)


def _column(index: int, name: str, cells: Sequence[str], decimal: str) -> ColumnPreview:
    known = [cell for cell in cells if not is_missing(cell)]
    numbers = [number for cell in known if (number := number_of(cell, decimal)) is not None]
    missing = len(cells) - len(known)
    if not known:
        return ColumnPreview(index, name, "empty", 0, missing)
    if len(numbers) == len(known):
        is_whole = all(number.is_integer() for number in numbers)
        return ColumnPreview(index, name, "number", len(set(numbers)), missing, is_whole)
    distinct = len(set(known))
    repeats = distinct <= MAX_CLASSES and distinct < len(known)
    return ColumnPreview(index, name, "class" if repeats else "text", distinct, missing)


def _notes(columns: Sequence[ColumnPreview], data: Rows, decimal: str, narrow: int) -> tuple[str, ...]:
    notes = []
    if all(column.kind != "number" for column in columns):
        notes.append("no column holds numbers, as the table is read now")
    if narrow:
        notes.append(f"{narrow} rows of the sample have another number of cells")
    for column in columns:
        if column.kind == "empty":
            notes.append(f"column {column.name} is empty; left out")
        elif column.kind in ("class", "text"):
            notes.append(_text_note(column, [row[column.index] for row in data], decimal))
    return tuple(notes)


def _text_note(column: ColumnPreview, cells: Sequence[str], decimal: str) -> str:
    known = [cell for cell in cells if not is_missing(cell)]
    wrong = [cell for cell in known if number_of(cell, decimal) is None]
    if len(wrong) <= (1 - MOSTLY) * len(known):
        example = f"“{shortened(wrong[0])}”"
        return f"column {column.name} holds numbers but for {len(wrong)} cells, such as {example}; left out"
    return f"column {column.name} holds text; left out of the inputs"

"""How a text table is written: which delimiter, which decimal mark, whether the first row names the columns.

Pure guesses from a sample of its text; the person may overrule each of them.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from engine.data.csv_cells import is_missing, number_of

DELIMITERS = (",", ";", "\t", "|")
DECIMALS = (".", ",")
GUESS_ROWS = 100
DELIMITER_LINE = "sep="

Rows = list[list[str]]


def rows_of(text: str, delimiter: str, limit: int | None = None, strict: bool = False) -> Rows:
    """The rows that are not blank, cells stripped.

    Raises csv.Error for a cell of more than 131 072 characters; if strict also for a quotation mark that is
    left open.
    """
    rows: Rows = []
    lines = io.StringIO(text, newline="")
    for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=strict):
        cells = [cell.strip() for cell in row]
        if not is_no_row(cells, is_first=not rows):
            rows.append(cells)
        if limit is not None and len(rows) >= limit:
            break
    return rows


def is_no_row(row: Sequence[str], is_first: bool) -> bool:
    """Whether a row is a blank line, or the line "sep=;" that some spreadsheets write first."""
    if len(row) > 1 or (row and row[0].strip()):
        return is_first and row[0].lower().startswith(DELIMITER_LINE)
    return True


def usual_width(rows: Sequence[Sequence[str]]) -> int:
    """How many cells most rows have; the wider of two that are as frequent."""
    widths = Counter(map(len, rows))
    return max(widths, key=lambda width: (widths[width], width), default=0)


def guess_delimiter(text: str) -> str:
    """The delimiter that gives the most even rows with the cleanest cells; a comma where none divides."""
    if text[:4].lower() == DELIMITER_LINE and text[4:5] in DELIMITERS:
        return text[4]
    scores = {delimiter: _score(text, delimiter) for delimiter in DELIMITERS}
    return max(DELIMITERS, key=lambda delimiter: scores[delimiter])


def _score(text: str, delimiter: str) -> tuple[float, int]:
    try:
        rows = rows_of(text, delimiter, GUESS_ROWS)
    except csv.Error:
        return 0.0, 0
    width = usual_width(rows)
    if width < 2:
        return 0.0, 0
    even = sum(len(row) == width for row in rows) / len(rows)
    cells = [cell for row in rows for cell in row]
    clean = sum(_is_clean(cell, delimiter) for cell in cells) / len(cells)
    return even * clean, width


def _is_clean(cell: str, delimiter: str) -> bool:
    """Whether nothing in a cell looks like a delimiter that was missed."""
    others = [other for other in DELIMITERS if other != delimiter and other in cell]
    return not others or number_of(cell, ",") is not None


def guess_decimal(rows: Sequence[Sequence[str]]) -> str:
    """The decimal mark that makes more cells numbers; a point where both make as many."""
    cells = [cell for row in rows[:GUESS_ROWS] for cell in row]
    counts = {mark: sum(number_of(cell, mark) is not None for cell in cells) for mark in DECIMALS}
    return "," if counts[","] > counts["."] else "."


def guess_header(rows: Sequence[Sequence[str]], decimal: str) -> bool:
    """Whether the first row names the columns: it holds no number, and the rows below differ in kind."""
    first, below = rows[0], rows[1 : GUESS_ROWS + 1]
    if not below or any(number_of(cell, decimal) is not None for cell in first):
        return False
    if any(number_of(cell, decimal) is not None for row in below for cell in row):
        return True
    repeated = sum(cell in {row[k] for row in below if k < len(row)} for k, cell in enumerate(first))
    return repeated == 0 and not all(is_missing(cell) for cell in first)


def column_names(row: Sequence[str] | None, width: int) -> tuple[str, ...]:
    """Names from a header row, or "column 1" ...; an empty name gets its number, a repeated one a count."""
    names: list[str] = []
    for k in range(width):
        name = " ".join(row[k].split()) if row is not None and k < len(row) else ""
        name = name or f"column {k + 1}"
        unique, count = name, 2
        while unique in names:
            unique, count = f"{name} ({count})", count + 1
        names.append(unique)
    return tuple(names)

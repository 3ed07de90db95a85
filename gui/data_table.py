"""Numbers of a view for other programs: a table with a header, in full precision. No Qt."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = Sequence[float | int | str] | NDArray[np.number]


@dataclass(frozen=True, eq=False)
class DataTable:
    """names: of the columns; columns: of equal length. A number that was not measured is NaN."""

    names: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def count(self) -> int:
        """How many numbers and words there are."""
        return sum(len(column) for column in self.columns)


def table_text(table: DataTable, separator: str = ",") -> str:
    """A line for the names, then one for each row; a point as decimal sign, every number reads back as itself.

    What was not measured is left empty. separator: "," for a CSV file, a tab for what spreadsheets paste.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\n")
    writer.writerow(table.names)
    cells = [_cells(column) for column in table.columns]
    writer.writerows(zip(*cells, strict=True))
    return text.getvalue()


def _cells(column: Column) -> list[str]:
    values = column.tolist() if isinstance(column, np.ndarray) else column
    return [_cell(value) for value in values]


def _cell(value: float | str) -> str:
    if isinstance(value, str):
        return value
    return "" if math.isnan(value) else repr(value)

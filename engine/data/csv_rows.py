"""Rows of text cells into arrays: numbers and classes of the chosen columns; faults by line and column."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray

from engine.data.csv_cells import is_missing, number_of, shortened, with_point
from engine.data.csv_preview import MAX_CLASSES, CsvChoices
from engine.data.table import Table, TableError

MAX_ROWS = 2_000_000
MAX_NUMBERS = 200_000_000
MAX_CELL = 10_000
BUFFERED_NUMBERS = 1 << 18
RAGGED_SHARE = 0.05
RAGGED_EARLY = 1000

Row = Sequence[str]


class RowCollector:
    """Takes the rows of one file and gives its `Table`. lines: at least as many as rows will come.

    The arrays are made at once for that many rows (memory that is not written to costs nothing); rows go
    there through a small buffer.
    """

    def __init__(self, name: str, choices: CsvChoices, lines: int) -> None:
        self._name = name
        self._choices = choices
        self._learns_class = choices.target_kind == "class"
        self._columns = choices.inputs if self._learns_class else (*choices.inputs, choices.target)
        self._pick = _picker(self._columns)
        self._values = array("d")
        self._classes: dict[str, int] = {}
        self._class_of = array("q")
        self._line_of = array("q")
        self._capacity = min(lines, MAX_ROWS, MAX_NUMBERS // len(self._columns))
        self._rows, self._codes = self._allocated()
        self._m = 0
        self._read = self._incomplete = self._ragged = 0
        self._first_ragged = (0, 0)

    def add(self, row: Row, line: int, careful: bool = False) -> None:
        """Take a row of the usual width. careful: every cell needs a look (an underscore, a long cell)."""
        self._read += 1
        cells, start = self._pick(row), len(self._values)
        added = not careful and self._added_quickly(cells, start)
        if not (added or self._added_with_care(cells, line)):
            self._incomplete += 1
            return
        if self._learns_class and not self._added_class(row[self._choices.target].strip(), line):
            del self._values[start:]
            self._incomplete += 1
            return
        self._line_of.append(line)
        if len(self._values) >= BUFFERED_NUMBERS:
            self._flush()

    def add_ragged(self, row: Row, line: int) -> None:
        """Count a row of another width as incomplete; too many of them are a fault of the file."""
        self._read += 1
        self._incomplete += 1
        self._ragged += 1
        if self._ragged == 1:
            self._first_ragged = (line, len(row))
        if self._ragged > RAGGED_EARLY and self._ragged > self._read / 2:
            self._refuse_ragged()

    def refuse_open_quote(self, first: int, last: int) -> NoReturn:
        """A row of another width over several lines: a stray quotation mark has swallowed rows."""
        what = "a quotation mark opens a cell that goes on over lines: take it out or close it"
        raise TableError(f"{self._name}, lines {first} to {last}: {what}")

    def table(self) -> Table:
        """What was read. Raises TableError if it is no use: uneven, too few rows, a single class."""
        if self._ragged > max(1, RAGGED_SHARE * self._read):
            self._refuse_ragged()
        self._flush()
        m, d, names = self._m, len(self._choices.inputs), self._choices.names
        if m < 2:
            raise TableError(f"{self._name} has {m} complete rows of {self._read}: at least 2 are needed")
        if 2 * m < self._capacity:
            self._rows, self._codes = self._rows[:m].copy(), self._codes[:m].copy()
        rows = self._rows[:m]
        class_names, target = self._ordered_classes() if self._learns_class else ((), rows[:, d].copy())
        rows[:, d] = 1
        return Table(
            names=tuple(names[k] for k in self._choices.inputs),
            X=rows[:, :d].T,
            target=target,
            class_names=class_names,
            target_name=names[self._choices.target],
            source=self._name,
            rows_read=self._read,
            rows_incomplete=self._incomplete,
            laid_out=rows,
        )

    def _allocated(self) -> tuple[NDArray[np.float64], NDArray[np.int16]]:
        """Rows of the inputs and one number more: the target while it is read, at last the one that training wants."""
        width = len(self._choices.inputs) + 1
        try:
            codes = np.empty(self._capacity if self._learns_class else 0, dtype=np.int16)
            return np.empty((self._capacity, width)), codes
        except MemoryError as error:
            gigabytes = 8e-9 * width * self._capacity
            raise TableError(
                f"{self._name} needs {gigabytes:.1f} GB of memory: choose fewer inputs"
            ) from error

    def _added_quickly(self, cells: Row, start: int) -> bool:
        """Append the numbers of a row; False, and nothing is appended, if `float` does not understand one."""
        try:
            self._values.extend(map(float, cells if self._choices.decimal == "." else map(with_point, cells)))
        except ValueError:
            del self._values[start:]
            return False
        return True

    def _added_with_care(self, cells: Row, line: int) -> bool:
        """Append the numbers of a row cell by cell; False if one is missing."""
        if any(is_missing(cell) for cell in cells):
            return False
        for k, cell in zip(self._columns, cells, strict=True):
            if len(cell) > MAX_CELL:
                self._refuse(
                    line, k, f"the cell is longer than {MAX_CELL} characters: is a quotation mark open?"
                )
            number = number_of(cell, self._choices.decimal)
            if number is None:
                self._refuse(line, k, f"“{shortened(cell)}” is not a number: {self._advice(cell)}")
            self._values.append(number)
        return True

    def _added_class(self, name: str, line: int) -> bool:
        """Append the number of a class; False if it is missing."""
        code = self._classes.get(name)
        if code is None:
            if is_missing(name):
                return False
            if len(name) > MAX_CELL:
                self._refuse(line, self._choices.target, f"the class is longer than {MAX_CELL} characters")
            if len(self._classes) == MAX_CLASSES:
                advice = f"more than {MAX_CLASSES} different classes: choose another target, or a number"
                self._refuse(line, self._choices.target, advice)
            code = self._classes[name] = len(self._classes)
        self._class_of.append(code)
        return True

    def _flush(self) -> None:
        block = np.frombuffer(self._values).reshape(-1, len(self._columns))
        lines, codes = np.frombuffer(self._line_of, np.int64), np.frombuffer(self._class_of, np.int64)
        if not np.isfinite(block).all():
            self._refuse_infinite(block, lines)
            complete = ~np.isnan(block).any(axis=1)
            self._incomplete += int((~complete).sum())
            block, codes = block[complete], codes[complete] if self._learns_class else codes
        start, end = self._m, self._m + len(block)
        if end > self._capacity:
            advice = "take a part of them" if self._capacity == MAX_ROWS else "choose fewer inputs"
            raise TableError(f"{self._name} has more than {self._capacity} rows, the limit: {advice}")
        self._rows[start:end, : block.shape[1]] = block
        if self._learns_class:
            self._codes[start:end] = codes
        self._m = end
        self._values, self._line_of, self._class_of = array("d"), array("q"), array("q")

    def _ordered_classes(self) -> tuple[tuple[str, ...], NDArray[Any]]:
        """Class names in the order of their numbers, else of the alphabet; and every row's place in them."""
        counts = np.bincount(self._codes[: self._m], minlength=len(self._classes))
        found = [name for name, code in self._classes.items() if counts[code]]
        name_of_target = self._choices.names[self._choices.target]
        if len(found) < 2:
            raise TableError(
                f"{self._name}: column {name_of_target} holds a single class: choose another target"
            )
        numbers = {name: number_of(name, self._choices.decimal) for name in found}
        are_numbers = all(number is not None for number in numbers.values())
        ordered = sorted(found, key=lambda name: ((numbers[name] if are_numbers else 0) or 0, name))
        place = np.zeros(len(self._classes), dtype=np.int16)
        for k, name in enumerate(ordered):
            place[self._classes[name]] = k
        return tuple(ordered), place[self._codes[: self._m]]

    def _advice(self, cell: str) -> str:
        other = "," if self._choices.decimal == "." else "."
        if number_of(cell, other) is not None:
            return f"choose the decimal {'comma' if other == ',' else 'point'}, or correct the cell"
        return "leave the column out, or correct the cell"

    def _refuse_infinite(self, block: NDArray[np.float64], lines: NDArray[np.int64]) -> None:
        rows, columns = np.nonzero(np.isinf(block))
        if len(rows):
            where = int(lines[rows[0]]), self._columns[columns[0]]
            self._refuse(*where, "the number is infinite or too large: correct the cell")

    def _refuse_ragged(self) -> NoReturn:
        line, cells = self._first_ragged
        raise TableError(
            f"{self._name}, line {line} has {cells} cells instead of {len(self._choices.names)}, and so have "
            f"{self._ragged} of {self._read} rows: check the delimiter"
        )

    def _refuse(self, line: int, column: int, what: str) -> NoReturn:
        raise TableError(f"{self._name}, line {line}, column {self._choices.names[column]}: {what}")


def _picker(columns: Sequence[int]) -> Callable[[Row], tuple[str, ...]]:
    if len(columns) > 1:
        return itemgetter(*columns)
    only = columns[0]
    return lambda row: (row[only],)

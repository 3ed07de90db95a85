"""Lines of array arithmetic to be shown: the arrays as tables, the NumPy line, what came out, and where from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.labs.broadcast import Broadcast
from engine.labs.shape_text import Shape, shape_text

Array = NDArray[np.floating]
Cells = NDArray[np.bool_]
Kind = Literal["", "each", "down", "along", "dot", "outer"]
MOST_DECIMALS, TINY = 2, 1e-9


@dataclass(frozen=True, eq=False)
class Table:
    """An array of at most two axes. acts_as: the shape that it is stretched to, its own where it is not.

    rows, columns: what the rows and columns are called.
    """

    name: str
    array: Array
    acts_as: Shape = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def shape(self) -> Shape:
        """The array's own shape."""
        return self.array.shape

    @property
    def is_stretched(self) -> bool:
        """Whether it acts as if it were larger."""
        return bool(self.acts_as) and np.prod(self.acts_as) != self.array.size

    @cached_property
    def cells(self) -> Array:
        """The numbers with two axes, as they are drawn: (n,) is one row, () one number; stretched where it acts so."""
        flat = self.array if self.array.ndim == 2 else self.array.reshape(1, -1)
        return np.broadcast_to(flat, self.drawn_shape)

    @property
    def drawn_shape(self) -> tuple[int, int]:
        """How many rows and columns are drawn, repeated ones with them."""
        shape = self.acts_as or self.shape
        rows, columns = (1, 1, *shape)[-2:]
        return rows, columns

    @cached_property
    def is_copy(self) -> Cells:
        """True, as drawn, for what only acts as if it were there."""
        own = (1, 1, *self.shape)[-2:]
        rows, columns = np.indices(self.drawn_shape)
        return (rows >= own[0]) | (columns >= own[1])

    @cached_property
    def decimals(self) -> int:
        """So many are needed to write its numbers, two at the most."""
        for decimals in range(MOST_DECIMALS):
            if np.abs(self.array - np.round(self.array, decimals)).max(initial=0.0) < TINY:
                return decimals
        return MOST_DECIMALS


@dataclass(frozen=True, eq=False)
class Line:
    """One calculation. code: the NumPy line, which works on the arrays of `given`; parts: tables and the signs between
    them, the result last, or none of it where `error` is NumPy's own text.

    kind: how a number of the result comes from the tables before it: each with each, a sum down the columns or along
    the rows, a product.
    """

    code: str
    parts: tuple[Table | str, ...]
    given: Mapping[str, Array] = field(default_factory=dict)
    kind: Kind = ""
    about: str = ""
    error: str = ""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, left to right."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    @property
    def result(self) -> Table | None:
        """What came out, None after an error and for what is not drawn."""
        return None if self.error or not self.tables else self.tables[-1]

    @property
    def shapes(self) -> str:
        """The shapes as in the line: "(3, 4) / (1, 4) → (3, 4)"."""
        if self.result is None:
            return ""
        *operands, result = self.tables
        before = ", ".join(shape_text(table.shape) for table in operands)
        return f"{before} → {shape_text(result.shape)}"

    def sources(self, row: int, column: int) -> tuple[Cells, ...]:
        """For each table before the result a mask, as drawn, of the cells that a number of the result is made of."""
        return tuple(self._source(table, row, column) for table in self.tables[:-1])

    def explain(self, row: int, column: int) -> str:
        """How a number of the result comes about: "100 · 52 / 155.4 = 33.46"; "" where there is nothing to say."""
        result = self.result
        if result is None or not self.kind:
            return ""
        told = number_text(float(result.cells[row, column]), result.decimals)
        if self.kind == "each":
            words = [
                part if isinstance(part, str) else number_text(float(part.cells[row, column]), part.decimals)
                for part in self.parts[:-2]
            ]
            return f"{' '.join(words)} = {told}"
        taken = [
            [number_text(float(value), table.decimals) for value in table.cells[mask]]
            for table, mask in zip(self.tables[:-1], self.sources(row, column), strict=True)
        ]
        return f"{' + '.join(_products(taken))} = {told}"

    def _source(self, table: Table, row: int, column: int) -> Cells:
        mask = np.zeros(table.drawn_shape, np.bool_)
        if self.kind == "each":
            mask[row, column] = True
        elif self.kind == "down":
            mask[:, column] = True
        elif self.kind == "along":
            mask[max(row, column), :] = True  # (n,) is drawn as a row, (n, 1) as a column
        elif self.kind == "outer":
            mask[(row, 0) if table.drawn_shape[1] == 1 else (0, column)] = True
        elif self.kind == "dot":
            mask[...] = True
        return mask


@dataclass(frozen=True, eq=False)
class Demonstration:
    """Columns of lines, and one sentence about them all. fit: how the two shapes of the last line fit, or None."""

    columns: tuple[tuple[Line, ...], ...]
    about: str
    fit: Broadcast | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, column by column."""
        return tuple(line for column in self.columns for line in column)


def number_text(value: float, decimals: int) -> str:
    """A number with a true minus, and no minus at zero."""
    text = f"{value:.{decimals}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def _products(taken: list[list[str]]) -> list[str]:
    """The terms of a sum: one number each, or the products of what stands at the same place of two arrays."""
    if len(taken) == 1:
        return [_guarded(text) if at else text for at, text in enumerate(taken[0])]
    left, right = taken
    return [
        f"{_guarded(a) if at else a}·{_guarded(b)}" for at, (a, b) in enumerate(zip(left, right, strict=True))
    ]


def _guarded(text: str) -> str:
    return f"({text})" if text.startswith("−") else text

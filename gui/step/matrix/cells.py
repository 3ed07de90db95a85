"""The numbers that are seen of a matrix, as texts and as places on the signed scale. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.step.row import Array, Operand, Remark
from gui.step.matrix.ranges import Extent, extent, family_of, family_ranges
from gui.step.matrix.window_geometry import AxisWindow
from gui.step.number_format import NumberFormat, NumberStyle

GIVEN, WHOLE = ("X", "Y"), 1e6
MOST_LOOKED_AT = 500_000
NOT_A_NUMBER = -1  # the index of a cell that is hatched


@dataclass(frozen=True, eq=False)
class Matrix:
    """A matrix with how it is shown. reach: the size of a number that has the strongest colour."""

    operand: Operand
    extent: Extent
    reach: float
    style: NumberStyle

    def text(self, row: int, column: int) -> str:
        """The number of a cell, as its matrix writes it."""
        return self.style.text(float(self.operand.array[row, column]))

    def shade(self, value: float) -> int:
        """The index of a value in a table of 256 colours, or NOT_A_NUMBER."""
        return int(shades(np.array([value]), self.reach)[0])


def shown_matrices(operands: list[Operand], number_format: NumberFormat) -> list[Matrix]:
    """The matrices of a row with their common ranges."""
    sized = [(operand, extent(operand.array)) for operand in operands]
    ranges = family_ranges(sized)
    return [
        Matrix(operand, size, ranges[family_of(operand)], _style(operand, size, number_format))
        for operand, size in sized
    ]


def too_small(matrices: Iterable[Matrix], number_format: NumberFormat) -> tuple[Remark, ...]:
    """A remark where matrices are written as nothing but zeros that are not 0."""
    names = dict.fromkeys(matrix.operand.name for matrix in matrices if _is_lost(matrix))
    if not names:
        return ()
    *others, last = names
    who = f"{', '.join(others)} and {last} are" if others else f"{last} is"
    return (Remark("small", f"{who} not 0, but too small for {number_format.label}: choose digits instead"),)


def _is_lost(matrix: Matrix) -> bool:
    largest = matrix.extent.largest
    return largest > 0 and not any(figure in "123456789" for figure in matrix.style.text(largest))


def _style(operand: Operand, size: Extent, number_format: NumberFormat) -> NumberStyle:
    """Labels and inputs that are whole numbers, such as 0 and 1, need no decimals."""
    if operand.symbol in GIVEN and size.largest < WHOLE and _is_whole(operand.array):
        return NumberStyle(0)
    return number_format.style_for(size.largest)


def _is_whole(array: Array) -> bool:
    """Whether all are whole numbers; very large arrays are not looked through."""
    first = array[:1]
    return array.size <= MOST_LOOKED_AT and bool(
        (first == np.rint(first)).all() and (array == np.rint(array)).all()
    )


def shades(values: Array, reach: float) -> NDArray[np.int16]:
    """Values as indices 0 (-reach) to 255 (reach); NOT_A_NUMBER for NaN, and the ends for what is infinite."""
    known = ~np.isnan(values)
    scaled = np.clip(np.where(known, values, 0.0) / reach, -1.0, 1.0)
    indices = np.rint((scaled + 1.0) * 127.5).astype(np.int16)
    indices[~known] = NOT_A_NUMBER
    return indices


def seen_values(array: Array, rows: AxisWindow, columns: AxisWindow) -> Array:
    """The cells that are seen, in the order of the places, the gaps left out."""
    seen_rows = [row for row in rows.slots() if row is not None]
    seen_columns = [column for column in columns.slots() if column is not None]
    return array[np.ix_(seen_rows, seen_columns)]


def widest_text(matrix: Matrix) -> tuple[str, bool]:
    """A text as wide as the widest number without its sign, and whether some number has a minus.

    Both ends of the range decide: all numbers of a matrix have the same decimals and figures of equal width.
    """
    texts = [matrix.style.text(value) for value in (matrix.extent.low, matrix.extent.high)]
    if not matrix.extent.is_finite:
        texts.append("NaN")
    return max((text.lstrip("−") for text in texts), key=len), matrix.extent.low < 0

"""Which numbers of an update are blanks: of one row, of its phase, or of all rows. No Qt."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray

from engine.step.pencil import Place
from engine.step.row import Array, Row
from engine.step.tape import Tape

ROW, PHASE, ALL = "row", "phase", "all"
SCOPES = ((ROW, "This row"), (PHASE, "This phase"), (ALL, "Whole update"))
MOST_WHOLE = 8  # rows and columns; of a larger matrix a few numbers are asked
FEW = 6
CORNER = 3  # columns

Cells = tuple[tuple[int, int], ...]


def asked_cells(row: Row) -> Cells:
    """The cells (k, i) of a row's result that are asked, row by row.

    Of a large matrix always the same few, in its corner if there is something there: they are seen together. What is no
    finite number is never asked.
    """
    is_finite = np.isfinite(row.value)
    if max(row.value.shape) <= MOST_WHOLE:
        return tuple((k, i) for k, i in np.argwhere(is_finite).tolist())
    pool = _pool(row.value, is_finite)
    # Only a choice that looks unordered and is the same every time.
    draw = random.Random(f"{row.name} {row.value.shape}")
    return tuple(sorted((k, i) for k, i in draw.sample(pool, min(FEW, len(pool)))))


def _pool(value: Array, is_finite: NDArray[np.bool_]) -> list[list[int]]:
    """The cells that a few are drawn from: numbers that say something, near the corner, as far as there are any."""
    corner = np.zeros(value.shape, np.bool_)
    columns = CORNER if value.shape[1] > MOST_WHOLE else value.shape[1]
    corner[:MOST_WHOLE, :columns] = True
    telling = is_finite & (value != 0)
    for choice in (telling & corner, telling):
        if choice.sum() >= FEW:
            return np.argwhere(choice).tolist()
    return np.argwhere(is_finite).tolist()


def rows_of(tape: Tape, scope: str, index: int) -> tuple[int, ...]:
    """The rows whose numbers are blanks while row `index` is looked at."""
    if scope == ROW:
        return (index,)
    phase = tape.rows[index].phase
    return tuple(row.index for row in tape.rows if scope == ALL or row.phase == phase)


def place_text(tape: Tape, place: Place) -> str:
    """A blank by its name: dW[1], row 2, column 1; J is one number."""
    row = tape.rows[place.row]
    if row.value.size == 1:
        return row.name
    if row.value.shape[1] == 1:
        return f"{row.name}, row {place.k + 1}"
    return f"{row.name}, row {place.k + 1}, column {place.i + 1}"

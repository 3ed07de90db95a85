"""Which numbers of an update are blanks: of one row, of its phase, or of all rows. No Qt."""

from __future__ import annotations

import random

import numpy as np

from engine.step.pencil import Place
from engine.step.row import Row
from engine.step.tape import Tape

ROW, PHASE, ALL = "row", "phase", "all"
SCOPES = ((ROW, "This row"), (PHASE, "This phase"), (ALL, "Whole update"))
MOST_WHOLE = 8  # rows and columns; of a larger matrix a few numbers are asked
FEW = 6

Cells = tuple[tuple[int, int], ...]


def asked_cells(row: Row) -> Cells:
    """The cells (k, i) of a row's result that are asked, row by row.

    Of a large matrix always the same few; numbers that are 0 only where there are no others. What is no finite number
    is never asked.
    """
    finite = np.argwhere(np.isfinite(row.value)).tolist()
    if max(row.value.shape) <= MOST_WHOLE:
        return tuple((k, i) for k, i in finite)
    telling = np.argwhere(np.isfinite(row.value) & (row.value != 0)).tolist()
    pool = telling if len(telling) >= FEW else finite
    # Only a choice that looks unordered and is the same every time.
    draw = random.Random(f"{row.name} {row.value.shape}")  # noqa: S311
    return tuple(sorted((k, i) for k, i in draw.sample(pool, min(FEW, len(pool)))))


def rows_of(tape: Tape, scope: str, index: int) -> tuple[int, ...]:
    """The rows whose numbers are blanks while row `index` is looked at."""
    if scope == ROW:
        return (index,)
    phase = tape.rows[index].phase
    return tuple(row.index for row in tape.rows if scope == ALL or row.phase == phase)


def places_of(tape: Tape, rows: tuple[int, ...]) -> tuple[Place, ...]:
    """The blanks of these rows in the order in which they are filled in."""
    return tuple(Place(index, k, i) for index in rows for k, i in asked_cells(tape.rows[index]))


def place_text(tape: Tape, place: Place) -> str:
    """A blank by its name: dW[1], row 2, column 1; J is one number."""
    row = tape.rows[place.row]
    if row.value.size == 1:
        return row.name
    if row.value.shape[1] == 1:
        return f"{row.name}, row {place.k + 1}"
    return f"{row.name}, row {place.k + 1}, column {place.i + 1}"

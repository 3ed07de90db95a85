"""What to say of a place that the command line asked for and that a tape does not have. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.step.tape import Tape


def what_there_is(tape: Tape, row: int, cell: tuple[int, int] | None) -> str:
    """row and cell count from 1. "" where both are there, or one sentence that says what there is instead."""
    count = len(tape.rows)
    if not 1 <= row <= count:
        return f"There is no row {row}: the tape has {count} rows"
    result = tape.rows[row - 1].equation.result
    rows, columns = result.array.shape
    if cell is None or (cell[0] <= rows and cell[1] <= columns):
        return ""
    size = f"{_counted(rows, 'row')} and {_counted(columns, 'column')}"
    return f"There is no cell {cell[0]},{cell[1]}: {result.name} has {size}"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"

"""What is said of a place that a tape does not have."""

from __future__ import annotations

import pytest

from gui.step.place_words import what_there_is
from tests.gui.step.tapes import worked_example


@pytest.mark.parametrize(("row", "cell"), [(1, None), (17, None), (1, (3, 1))])
def test_that_a_place_that_is_there_needs_no_word(row: int, cell: tuple[int, int] | None) -> None:
    assert what_there_is(worked_example(), row, cell) == ""


@pytest.mark.parametrize("row", [0, 18, 99])
def test_that_the_rows_of_the_tape_are_counted(row: int) -> None:
    assert what_there_is(worked_example(), row, None) == f"There is no row {row}: the tape has 17 rows"


@pytest.mark.parametrize("cell", [(4, 1), (1, 2), (99, 99)])
def test_that_the_numbers_of_the_row_are_counted(cell: tuple[int, int]) -> None:
    said = what_there_is(worked_example(), 1, cell)
    assert said == f"There is no cell {cell[0]},{cell[1]}: Z[1] has 3 rows and 1 column"

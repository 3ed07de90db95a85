"""Which numbers are asked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.step.pencil import Place
from gui.step.pencil.blanks import ALL, FEW, PHASE, ROW, asked_cells, place_text, rows_of
from tests.gui.step.tapes import start_network, tall_network, worked_example


def test_all_numbers_of_a_small_row_are_asked_row_by_row():
    assert asked_cells(worked_example().row("dW", 1)) == ((0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1))


def test_of_a_large_matrix_a_few_are_asked_and_always_the_same():
    row = tall_network().row("Z", 1)
    cells = asked_cells(row)
    assert len(set(cells)) == FEW
    assert cells == asked_cells(row) == tuple(sorted(cells))


def test_the_few_of_a_wide_matrix_stand_in_its_first_columns():
    row = start_network().row("Z", 1)
    assert row.value.shape == (4, 10)
    assert max(i for _, i in asked_cells(row)) < 3


def test_zeros_are_not_asked_of_a_large_matrix_that_has_others():
    row = tall_network().row("A", 1)
    assert (row.value == 0).any()
    assert all(row.value[cell] != 0 for cell in asked_cells(row))


def test_a_matrix_of_zeros_is_asked_all_the_same():
    row = tall_network().row("A", 1)
    equation = row.equation
    empty = replace(equation, result=replace(equation.result, array=np.zeros_like(row.value)))
    assert len(asked_cells(replace(row, equations=(empty,)))) == FEW


def test_what_is_no_number_is_not_asked():
    row = worked_example().row("dW", 1)
    array = row.value.copy()
    array[1, 0] = np.nan
    result = replace(row.equation.result, array=array)
    assert (1, 0) not in asked_cells(replace(row, equations=(replace(row.equation, result=result),)))


def test_a_scope_is_one_row_its_phase_or_all_rows():
    tape = worked_example()
    assert rows_of(tape, ROW, 6) == (6,)
    assert rows_of(tape, PHASE, 6) == tuple(range(5, 13))
    assert rows_of(tape, ALL, 6) == tuple(range(17))


def test_blanks_are_called_by_row_and_column_as_far_as_there_are_several():
    tape = worked_example()
    assert place_text(tape, Place(tape.row("dW", 1).index, 1, 0)) == "dW[1], row 2, column 1"
    assert place_text(tape, Place(tape.row("db", 1).index, 2, 0)) == "db[1], row 3"
    assert place_text(tape, Place(tape.row("J").index, 0, 0)) == "J"

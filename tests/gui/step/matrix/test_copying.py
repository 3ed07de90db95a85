"""Matrices as text for other programs."""

from __future__ import annotations

import numpy as np
import pytest

from engine.step.row import Operand
from gui.step.matrix.copying import MOST_CELLS, csv_text, is_copied, number_code, numpy_code
from tests.gui.step.tapes import start_network, worked_example

ODD = np.array([[1 / 3, -2e-17], [np.nan, np.inf], [-np.inf, 0.0]])


def operand(array, variable="dW1"):
    return Operand("dW[1]", "dW", variable, "dW", 1, array)


@pytest.mark.parametrize("array", [start_network().row("Z", 1).value, ODD, np.array([[0.1]])])
def test_that_the_numpy_code_gives_the_same_array_to_the_last_bit(array):
    names: dict[str, object] = {"np": np}
    exec(numpy_code(operand(array)), names)
    np.testing.assert_array_equal(names["dW1"], array)


def test_that_the_numpy_code_of_the_worked_example_reads_well():
    assert numpy_code(worked_example().row("Z", 1).equation.operands[0]) == (
        "W1 = np.array([[0.2, 0.4],\n               [0.1, 0.3],\n               [0.5, -0.2]])"
    )


def test_that_a_transposed_matrix_has_no_name_of_its_own():
    assert numpy_code(operand(np.array([[1.0]]), "X.T")) == "np.array([[1.0]])"


def test_that_a_table_gives_the_same_array():
    read = np.array([[float(cell) for cell in line.split(",")] for line in csv_text(ODD).splitlines()])
    np.testing.assert_array_equal(read, ODD)


def test_that_a_number_reads_back_as_itself():
    assert float(number_code(0.1 + 0.2)) == 0.1 + 0.2
    assert number_code(np.float64(-2e-7)) == "-2e-07"


def test_that_very_large_matrices_are_not_copied():
    assert is_copied(operand(np.zeros((784, 128))))
    assert not is_copied(operand(np.broadcast_to(0.0, (MOST_CELLS + 1, 1))))

"""Ranges, colours and texts of matrices, and their maps."""

from __future__ import annotations

import numpy as np
import pytest

from engine.step.row import Operand
from gui.step.matrix.cells import NOT_A_NUMBER, seen_values, shades, shown_matrices, too_small, widest_text
from gui.step.matrix.map_pixels import reduced
from gui.step.matrix.ranges import Extent, extent
from gui.step.matrix.window_geometry import AxisWindow
from gui.step.number_format import NumberFormat, NumberStyle
from tests.gui.step.tapes import worked_example


def operand(symbol, values):
    return Operand(f"{symbol}[1]", symbol, f"{symbol}1", symbol, 1, np.array(values, dtype=float))


def matrices(*operands):
    return shown_matrices(list(operands), NumberFormat())


def test_that_derivatives_of_a_row_share_one_range():
    row = worked_example().row("dW", 1)
    dZ, X, dW = matrices(*row.equation.operands, row.equation.result)
    assert dZ.reach == dW.reach == pytest.approx(0.0469307, abs=1e-6)
    assert X.reach == 1.0


def test_that_activations_beyond_one_have_a_range_of_their_own():
    small, large = (
        matrices(operand("A", [[0.2]])),
        matrices(operand("A", [[-3.0, 1.0]]), operand("X", [[2.0]])),
    )
    assert small[0].reach == 1.0
    assert [matrix.reach for matrix in large] == [3.0, 3.0]


def test_that_a_matrix_of_zeros_has_a_range():
    assert matrices(operand("dW", [[0.0, 0.0]]))[0].reach == 1.0


def test_that_an_extent_passes_over_what_is_not_finite():
    assert extent(np.array([[1.0, np.nan], [-np.inf, -2.0]])) == Extent(-2.0, 1.0, is_finite=False)
    assert extent(np.full((2, 2), np.nan)) == Extent(0.0, 0.0, is_finite=False)


def test_that_labels_and_inputs_that_are_whole_numbers_have_no_decimals():
    Y, X, Z = matrices(operand("Y", [[0, 1]]), operand("X", [[3, -16]]), operand("Z", [[1, 2]]))
    assert [matrix.style for matrix in (Y, X, Z)] == [NumberStyle(0), NumberStyle(0), NumberStyle(4)]
    assert matrices(operand("X", [[3, 0.5]]))[0].style == NumberStyle(4)


def test_that_shades_run_from_orange_to_blue_and_nan_has_none():
    values = np.array([[-9.0, -2.0, 0.0, 2.0, np.inf, -np.inf, np.nan]])
    assert shades(values, 2.0).tolist() == [[0, 0, 128, 255, 255, 0, NOT_A_NUMBER]]


def test_that_the_widest_text_is_as_wide_as_any_number_of_the_matrix():
    values = np.random.default_rng(3).normal(scale=40.0, size=(30, 30))
    matrix = matrices(operand("Z", values))[0]
    widest, has_minus = widest_text(matrix)
    texts = [matrix.text(k, i).removeprefix("−") for k, i in np.ndindex(30, 30)]
    assert has_minus
    assert len(widest) == max(map(len, texts))


def test_that_only_cells_in_sight_are_taken():
    array = np.arange(60.0).reshape(20, 3)
    seen = seen_values(array, AxisWindow(20, 3, 5), AxisWindow(3, 3))
    assert seen.tolist() == [array[5].tolist(), array[6].tolist(), array[19].tolist()]


def test_that_a_small_matrix_is_its_own_map():
    array = np.arange(6.0).reshape(2, 3)
    assert reduced(array, 100, 100) is array


@pytest.mark.parametrize("shape", [(64, 64), (100, 37), (12288, 209), (1, 12288)])
def test_that_a_map_is_never_larger_than_its_pixels(shape):
    array = np.random.default_rng(0).normal(size=shape)
    rows, columns = reduced(array, 50, 40).shape
    assert (rows, columns) == (min(shape[0], 50), min(shape[1], 40))


def test_that_a_single_large_number_is_seen_on_the_map():
    array = np.full((300, 200), 0.01)
    array[123, 77] = -5.0
    small = reduced(array, 30, 20)
    assert small.min() == -5.0
    assert np.argwhere(small == -5.0).tolist() == [[12, 7]]


def test_that_nan_is_seen_on_the_map():
    array = np.zeros((300, 200))
    array[10, 10] = np.nan
    assert np.isnan(reduced(array, 30, 20)).sum() == 1


def test_that_matrices_of_nothing_but_zeros_that_are_not_0_are_spoken_of():
    row = matrices(
        operand("dW", [[3e-6, 0.0]]), operand("db", [[-4e-300]]), operand("W", [[0.0]]), operand("b", [[1.0]])
    )
    (remark,) = too_small(row, NumberFormat())
    assert remark.text == "dW[1] and db[1] are not 0, but too small for 4 decimals: choose digits instead"


def test_that_numbers_that_can_be_read_are_not_spoken_of():
    values = [operand("dW", [[3e-6, 0.0]]), operand("W", [[0.0]])]
    for number_format in (NumberFormat("decimals", 6), NumberFormat("digits", 2)):
        assert too_small(shown_matrices(values, number_format), number_format) == ()

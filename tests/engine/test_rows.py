"""Rows of examples: put in order and scaled when they are taken, or laid out; views where nothing is to be done."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from engine import rows as rows_module
from engine.rows import Rows, with_ones

M, N = 30, 4
VALUES = np.random.default_rng(0).normal(size=(M, N))
ORDER = np.random.default_rng(1).permutation(M)[:20].astype(np.int32)
OFFSET, SIZE = np.arange(4.0), np.array([2.0, 0.5, 3.0, 1.0])


def scaled() -> Rows:
    return Rows(VALUES.copy(), ORDER.copy(), OFFSET.copy(), SIZE.copy())


@pytest.mark.parametrize("places", [slice(3, 9), slice(0, 20), np.array([4, 4, 0, 19]), np.arange(0)])
def test_that_rows_are_put_in_order_and_scaled_when_they_are_taken(places: slice | np.ndarray) -> None:
    expected = ((VALUES[ORDER] - OFFSET) / SIZE)[places]
    assert_array_equal(scaled().part(places), expected)
    out = np.empty_like(expected)
    scaled().take(places, out)
    assert_array_equal(out, expected)


def test_that_laid_out_rows_are_the_same_rows() -> None:
    laid_out = scaled().laid_out()
    assert laid_out.is_plain
    assert (laid_out.m, laid_out.n) == (20, N)
    assert_array_equal(laid_out.values, scaled().part(slice(0, 20)))
    assert scaled().laid_out("float32").values.dtype == np.float32


def test_that_a_part_is_a_view_where_nothing_is_to_be_done() -> None:
    plain = Rows(VALUES.copy())
    assert np.shares_memory(plain.part(slice(2, 5)), plain.values)
    assert not np.shares_memory(plain.part(np.array([2, 5])), plain.values)
    assert plain.laid_out().values is plain.values or np.shares_memory(plain.laid_out().values, plain.values)


@pytest.mark.parametrize("stop", [1, 6, 7, 20])
def test_that_parts_are_bounded_and_are_all_the_rows(stop: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_module, "ROWS_A_PART", 6)
    parts = list(scaled().parts(stop))
    assert max(map(len, parts)) <= 6
    assert_array_equal(np.vstack(parts), scaled().part(slice(0, stop)))


def test_that_nobody_can_write_into_rows() -> None:
    held = scaled()
    for array in (held.values, held.order, held.part(slice(0, 3)), Rows(VALUES.copy()).part(slice(0, 3))):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_that_other_values_keep_the_order() -> None:
    labels = Rows(np.eye(2), np.array([1, 0, 1], np.int16))
    assert_array_equal(labels.with_values(np.array([[5.0], [7.0]])).part(slice(0, 3)), [[7], [5], [7]])


def test_that_ones_stand_behind_the_inputs() -> None:
    assert_array_equal(with_ones(np.array([[1.0, 2.0], [3.0, 4.0]])), [[1, 3, 1], [2, 4, 1]])

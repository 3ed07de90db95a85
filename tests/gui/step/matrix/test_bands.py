"""Which operand cells a number is made of."""

from __future__ import annotations

import pytest

from engine.step.expansion import Expansion, Number
from gui.step.matrix.bands import bands
from gui.step.matrix.block_geometry import Span
from tests.gui.step.tapes import start_network, worked_example


def test_that_a_product_has_a_row_of_the_left_and_a_column_of_the_right():
    row = start_network().row("Z", 2)
    found = bands(row.equation.expand(1, 7))
    assert found == {0: (Span(1, 1, 0, 3),), 1: (Span(0, 3, 7, 7),), 2: (Span(1, 1, 0, 0),)}


def test_that_element_by_element_there_is_one_cell_each():
    row = worked_example().row("dZ", 1)
    assert bands(row.equation.expand(2, 0)) == {0: (Span(2, 2, 0, 0),), 1: (Span(2, 2, 0, 0),)}


def test_that_the_mean_of_dz_is_its_whole_row():
    row = start_network().row("db", 1)
    assert bands(row.equation.expand(2, 0)) == {0: (Span(2, 2, 0, 9),)}


def expansion(places):
    terms = tuple((Number(1.0, 0, *place),) for place in places)
    return Expansion("z", "z", ("2", Number(0.5)), terms, (), 0.0)


def test_that_scattered_cells_are_framed_one_by_one():
    assert bands(expansion([(0, 0), (1, 1)])) == {0: (Span(0, 0, 0, 0), Span(1, 1, 1, 1))}


def test_that_many_scattered_cells_are_framed_together():
    assert bands(expansion([(k, k) for k in range(30)])) == {0: (Span(0, 29, 0, 29),)}


@pytest.mark.parametrize("count", [2001, 12288])
def test_that_a_very_long_row_is_one_band(count):
    assert bands(expansion([(3, j) for j in range(count)])) == {0: (Span(3, 3, 0, count - 1),)}


def test_that_a_sum_without_operands_has_no_bands():
    assert bands(Expansion("z", "z", (Number(0.5),), ((Number(1.0),),), (), 0.5)) == {}

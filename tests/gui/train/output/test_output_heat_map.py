"""The moving layer of the output picture."""

from __future__ import annotations

import numpy as np
import pytest

from gui.train.output.heat_map import HeatMap

GOOD = np.linspace(0, 1, 1600, dtype=np.float32).reshape(1, 40, 40)


@pytest.fixture
def heat_map():
    return HeatMap()


def test_that_the_value_under_a_place_is_the_maps(heat_map):
    assert heat_map.is_empty
    assert heat_map.output_at(0.5, 0.5) is None
    assert heat_map.take(GOOD, is_unit=False)
    assert heat_map.output_at(0.0, 0.0) == pytest.approx([0.0])
    assert heat_map.output_at(0.5, 0.5) == pytest.approx([0.5], abs=1e-3)
    assert heat_map.output_at(1.0, 1.0) == pytest.approx([1.0])


def test_that_a_units_colour_positions_are_no_values(heat_map):
    heat_map.take(GOOD[0], is_unit=True)
    assert heat_map.output_at(0.5, 0.5) is None


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_that_a_broken_map_is_refused_after_a_good_one(heat_map, value):
    heat_map.take(GOOD, is_unit=False)
    broken = GOOD.copy()
    broken[0, 1, 2] = value
    assert not heat_map.take(broken, is_unit=False)
    assert not heat_map.take(None, is_unit=False)
    assert heat_map.output_at(1.0, 1.0) == pytest.approx([1.0])


def test_that_a_huge_map_is_shown_and_one_that_is_no_number_is_not(heat_map):
    assert heat_map.take(np.full((1, 40, 40), 1e30, np.float32), is_unit=False)
    heat_map.clear()
    assert heat_map.is_empty
    assert not heat_map.take(np.full((1, 40, 40), np.nan, np.float32), is_unit=False)

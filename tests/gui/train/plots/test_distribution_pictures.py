"""The steps of a histogram."""

from __future__ import annotations

import numpy as np
import pytest

from gui.train.plots.distribution_geometry import Cell
from gui.train.plots.distribution_pictures import HEADROOM, LayerPicture, histogram_outline, past_place

CELL = Cell(left=10.0, width=40.0, top=0.0, past_top=16.0, now_top=50.0, base=100.0)


def test_that_steps_begin_and_end_on_the_base_and_are_as_high_as_their_shares():
    outline = histogram_outline(CELL, np.array([0.0, 1.0, 0.5, 0.25]))
    assert outline[0].tolist() == [10.0, 100.0]
    assert outline[-1].tolist() == [50.0, 100.0]
    assert outline[3].tolist() == outline[3].tolist() == [20.0, 50.0 + HEADROOM]
    assert outline[4].tolist() == [30.0, 50.0 + HEADROOM]
    assert len(outline) == 2 * 4 + 2


@pytest.mark.parametrize(("reach", "text"), [(1.6467, "±1.65"), (0.012, "±0.012"), (3e-7, "±3.0·10⁻⁷")])
def test_that_the_range_is_short(reach, text):
    assert LayerPicture(1, reach, np.zeros(4), None).range_text == text


def test_that_a_single_moment_of_the_past_is_a_thin_row_above_now_and_many_fill_the_place():
    one, few, many = (past_place(CELL, moments) for moments in (1, 3, 64))
    assert one.height() <= 4.0
    assert few.height() == 3 * one.height()
    assert {place.bottom() for place in (one, few, many)} == {CELL.now_top}
    assert many.top() == CELL.past_top

"""Which numbers of the bottom axis are written."""

from __future__ import annotations

from itertools import pairwise

import pytest

from gui.train.plots.axis import LABEL_GAP, bottom_numbers, number_width, shown_numbers
from gui.train.plots.scale import Tick, epoch_scale, log_scale
from gui.train.plots.series import Box

TICKS = tuple(Tick(float(i), "0") for i in range(6))


def test_that_all_numbers_are_written_where_there_is_room():
    assert shown_numbers(TICKS, [0, 50, 100, 150, 200, 250], [20.0] * 6) == [0, 1, 2, 3, 4, 5]


def test_that_crowded_numbers_are_thinned_and_the_last_one_stays():
    assert shown_numbers(TICKS, [0, 20, 40, 60, 80, 100], [20.0] * 6) == [1, 3, 5]
    assert shown_numbers(TICKS, [0, 1, 2, 3, 4, 5], [20.0] * 6) == [5]
    assert shown_numbers((), [], []) == []


@pytest.mark.parametrize("last", [3.0, 123.0, 9_000.0, 12_000.0, 999_999.0])
@pytest.mark.parametrize("width", [120.0, 190.0, 260.0])
def test_that_numbers_never_touch(qapp, last, width):
    numbers = [place for place, _ in bottom_numbers(Box(44, 9, width, 120), epoch_scale(last))]
    assert len(numbers) >= 2
    for one, other in pairwise(numbers):
        assert other.left() - one.right() >= LABEL_GAP - 2.5


def test_that_the_widest_number_decides_the_margin(qapp):
    assert number_width(log_scale(1e-12, 1.0, 6)) > number_width(log_scale(1e-3, 1.0, 6)) > 10.0

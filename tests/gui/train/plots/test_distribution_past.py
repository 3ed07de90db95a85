"""The histograms of a run so far."""

from __future__ import annotations

import numpy as np
import pytest

from engine.snapshot import Histogram
from gui.train.plots.distribution_past import BINS, Past, profile


def histogram(reach, *filled):
    counts = np.zeros(41, np.int64)
    for place in filled:
        counts[place] += 1
    return Histogram(np.linspace(-reach, reach, 42), counts)


def test_that_the_past_covers_the_whole_run_in_bounded_rows():
    past = Past(capacity=8)
    for epoch in range(1000):
        past.offer(float(epoch), (histogram(1.0, 3),))
    epochs = [row.epoch for row in past.rows]
    assert len(epochs) <= 8
    assert epochs[0] == 0.0
    assert epochs[-1] > 500
    assert len(set(np.diff(epochs))) == 1


def test_that_clearing_begins_anew():
    past = Past(capacity=4)
    for epoch in range(9):
        past.offer(float(epoch), (histogram(1.0, 3),))
    past.clear()
    assert not past.rows
    assert past.offer(0.0, (histogram(1.0, 3),))


def test_that_the_reach_is_the_largest_of_all_rows():
    past = Past()
    past.offer(0.0, (histogram(1.0, 3), None))
    past.offer(1.0, (histogram(4.0, 3), histogram(9.0)))
    assert [past.reach(1), past.reach(2), past.reach(3)] == [4.0, 0.0, 0.0]


def test_that_a_row_is_full_where_its_values_were():
    past = Past()
    past.offer(0.0, (histogram(1.0, 20, 20, 40),))
    heat = past.heat(1, 1.0)
    assert heat.shape == (1, BINS)
    assert (heat[0, 20], heat[0, 40], heat[0, 5]) == (255, 128, 0)


def test_that_a_narrow_histogram_is_narrow_on_a_wider_range():
    shares = profile(histogram(1.0, *range(41)), 2.0, BINS)
    filled = np.flatnonzero(shares > 0.01)
    assert filled[0] == pytest.approx(10, abs=1)
    assert filled[-1] == pytest.approx(30, abs=1)
    assert shares.max() == 1.0


def test_that_an_empty_histogram_is_empty():
    assert not profile(histogram(1.0), 1.0, BINS).any()
    assert not profile(histogram(1.0, 3), 0.0, BINS).any()

"""An axis does not shrink while a run goes on."""

from __future__ import annotations

import numpy as np

from gui.train.plots.reach import Reach
from gui.train.plots.series import Series
from tests.gui.train.plots.plot_runs import snapshot


def series(*values):
    array = np.array(values)
    return Series(np.arange(len(array), dtype=float), array, array)


def test_that_zero_counts_for_the_largest_only():
    reach = Reach()
    reach.cover([series(0.0, 0.3), series(), series(0.1)])
    assert (reach.least_positive, reach.largest) == (0.1, 0.3)


def test_that_what_was_reached_is_kept_while_the_run_goes_on():
    reach = Reach()
    for values, iteration in (((5.0, 0.01), 10), ((0.5,), 20)):
        reach.follow(snapshot(iteration=iteration))
        reach.cover([series(*values)])
    assert (reach.least_positive, reach.largest) == (0.01, 5.0)


def test_that_a_reset_or_an_edit_begins_anew():
    for change in ({"iteration": 3}, {"iteration": 30, "revision": 1}):
        reach = Reach()
        reach.follow(snapshot(iteration=10))
        reach.cover([series(5.0)])
        reach.follow(snapshot(**change))
        reach.cover([series(0.5)])
        assert reach.largest == 0.5

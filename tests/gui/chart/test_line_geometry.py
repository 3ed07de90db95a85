"""Curves cut down to pixels."""

from __future__ import annotations

import numpy as np

from gui.chart.line_geometry import is_rough, runs, thinned


def test_that_gaps_part_a_curve():
    y = np.array([1, np.nan, 3, 4, np.inf, 6.0])
    parts = [part.tolist() for part, _ in runs(np.arange(6.0), y)]
    assert parts == [[0], [2, 3], [5]]


def test_that_a_curve_of_gaps_only_has_no_parts():
    assert runs(np.arange(3.0), np.full(3, np.nan)) == []


def test_that_a_million_points_become_a_few_per_pixel_and_no_spike_is_lost():
    x, y = np.linspace(0, 300, 1_000_000), np.zeros(1_000_000)
    y[123_456] = 7.0
    thin_x, thin_y = thinned(x, y)
    assert len(thin_x) <= 4 * 301
    assert thin_y.max() == 7.0
    assert (np.diff(thin_x) >= 0).all()


def test_that_few_points_stay_as_they_are():
    x = np.linspace(0, 300, 50)
    assert thinned(x, x)[0] is x


def test_that_a_path_that_turns_back_stays_as_it_is():
    x = np.tile([0.0, 1.0], 500)
    assert thinned(x, x)[0] is x


def test_that_noise_is_rough_and_a_bow_is_not():
    x = np.linspace(0, 3, 300)
    assert is_rough(np.random.default_rng(0).standard_normal(300))
    assert not is_rough(np.sin(x))

"""From the history to the few points that show it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.train.plots.scale import epoch_scale, log_scale, value_scale
from gui.train.plots.series import (
    Box,
    PixelRows,
    Series,
    epochs_to_now,
    make_series,
    nearest_row,
    path_points,
)
from tests.gui.train.plots.plot_runs import NAN, snapshot

BOX = Box(40.0, 10.0, 200.0, 100.0)


def points_of(series, scale=None, column=1.0):
    x_scale = epoch_scale(float(series.x[-1]))
    rows = PixelRows.of(series.x, x_scale, BOX, column)
    return path_points(series, rows, scale or value_scale(float(series.high.max()), 4), BOX)


def series_of(low, high=None):
    low = np.asarray(low, float)
    return Series(np.arange(len(low), dtype=float), low, low if high is None else np.asarray(high, float))


def test_that_a_short_curve_has_a_point_a_row():
    points = points_of(series_of([0.8, 0.4, 0.0]))
    assert points[:3, 1] == pytest.approx([10.0, 60.0, 110.0])
    assert np.all(np.diff(points[:, 0]) >= 0)


def test_that_a_merged_row_is_drawn_from_low_to_high():
    points = points_of(series_of([0.1, 0.2, 0.3], [0.1, 0.8, 0.3]))
    assert points[:, 1].min() == pytest.approx(10.0)
    assert len(points) == 5


@pytest.mark.parametrize("column", [1.0, 1.8])
@pytest.mark.parametrize("rows", [250, 2048, 20_000])
def test_that_a_long_curve_has_at_most_two_points_a_column_and_keeps_every_spike(rows, column):
    values = np.random.default_rng(1).uniform(0.2, 0.4, rows)
    values[[rows // 3, rows // 2]] = 0.8, 0.0
    points = points_of(series_of(values), column=column)
    assert len(points) <= 2 * (BOX.width / column + 2)
    assert points[:, 1].min() == pytest.approx(10.0)
    assert points[:, 1].max() == pytest.approx(110.0)


@settings(deadline=None)
@given(st.lists(st.floats(0.0, 1e6), min_size=1, max_size=600))
def test_that_no_point_lies_outside_the_box_and_x_never_falls(values):
    points = points_of(series_of(values), value_scale(max(values), 4))
    assert np.all(np.diff(points[:, 0]) >= -1e-9)
    assert points[:, 0].min() >= BOX.left - 1e-6
    assert points[:, 0].max() <= BOX.right + 1e-6
    assert points[:, 1].min() >= BOX.top - 1e-6
    assert points[:, 1].max() <= BOX.bottom + 1e-6


def test_that_zeros_on_a_log_axis_lie_on_the_axis_line():
    points = points_of(series_of([0.0, 0.1, 0.0]), log_scale(0.1, 0.1, 5))
    assert points[0, 1] == pytest.approx(BOX.bottom)
    assert points[2, 1] == pytest.approx(BOX.bottom)


def test_that_what_was_not_measured_or_is_not_finite_is_left_out():
    low = np.array([0.5, NAN, 0.3, np.inf])
    (series,) = make_series(np.arange(5.0), [low], [low], [NAN])
    assert series.x.tolist() == [0.0, 2.0]
    assert series.end == (2.0, 0.3)


def test_that_the_present_value_is_the_end_of_a_curve():
    row = np.array([0.5, 0.4])
    first, second = make_series(np.array([0.0, 1.0, 1.5]), [row, row], [row, row], [0.1, 0.2])
    assert first.end == (1.5, 0.1)
    assert second.end == (1.5, 0.2)
    assert first.x is second.x


def test_that_huge_values_are_clipped_before_they_are_drawn():
    low = np.array([0.5, 1e308])
    (series,) = make_series(np.arange(3.0), [low], [low], [1e308])
    assert np.isfinite(points_of(series)).all()


def test_that_the_nearest_row_is_found():
    epochs = np.array([0.0, 1.0, 4.0])
    assert [nearest_row(epochs, at) for at in (-3, 0.4, 2.4, 2.6, 99)] == [0, 0, 1, 2, 2]
    assert nearest_row(np.empty(0), 1.0) is None


def test_that_a_begun_epoch_is_counted_by_its_updates():
    begun = snapshot((0.7, 0.6), iteration=30)
    assert epochs_to_now(begun, 25).tolist() == pytest.approx([0.0, 1.0, 1.2])
    assert epochs_to_now(snapshot((), iteration=5, epoch=0), 25).tolist() == pytest.approx([0.2])


def test_that_a_straight_line_stays_straight_when_its_rows_share_columns():
    line = points_of(series_of(np.linspace(0.8, 0.0, 333)), value_scale(0.8, 4), column=2.0)
    x = (line[:, 0] - BOX.left) / BOX.width * epoch_scale(332.0).high / 332.0
    assert line[:, 1] == pytest.approx(BOX.top + x * BOX.height, abs=0.02)

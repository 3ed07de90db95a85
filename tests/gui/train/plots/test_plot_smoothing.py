"""Running means and bands."""

from __future__ import annotations

import numpy as np
import pytest

from gui.train.plots.scale import epoch_scale, log_scale
from gui.train.plots.series import Box, Series
from gui.train.plots.smoothing import LEAST_WINDOW, STEP, Windows, smooth

BOX = Box(44.0, 9.0, 300.0, 150.0)


def smoothed(epochs, values):
    series = Series(epochs, values, values)
    windows = Windows.of(epochs, epoch_scale(float(epochs[-1])), BOX)
    scale = log_scale(float(values.min()), float(values.max()), 5)
    return smooth(series, windows, scale, BOX), BOX.ys(scale, values), BOX.xs(epoch_scale(epochs[-1]), epochs)


def test_that_few_rows_are_shown_as_they_are():
    epochs = np.arange(11.0)
    shown, rows, places = smoothed(epochs, 10.0 ** -np.linspace(0, 3, 11))
    assert shown.mean == pytest.approx(np.column_stack([places, rows]))


@pytest.mark.parametrize(
    ("epochs", "has_band"),
    [
        (np.arange(11.0), False),
        (np.concatenate([np.linspace(0, 20, 200), np.arange(21.0, 41.0)]), False),
        (np.array([0.0, 0.0, 10.0, 10.0]), False),
        (np.linspace(0, 40, 300), True),
    ],
    ids=["few rows", "rows that stand further apart later", "two moments", "many rows"],
)
def test_that_there_is_a_band_over_the_whole_curve_or_none(epochs, has_band):
    shown, _, _ = smoothed(epochs, 10.0 ** np.random.default_rng(1).uniform(-4, 0, len(epochs)))
    assert (shown.band is not None) is has_band
    if has_band:
        tops, bottoms = np.split(shown.band[:, 1], 2)
        assert np.mean(bottoms[::-1] - tops > 1.0) > 0.9


def test_that_few_rows_end_at_the_value_of_now_though_the_row_before_is_near():
    epochs = np.array([0.0, 1.0, 2.0, 2.0])
    shown, rows, _ = smoothed(epochs, np.array([0.1, 0.2, 0.01, 0.3]))
    assert shown.mean[-1, 1] == rows[-1]


def test_that_each_point_is_the_mean_of_the_rows_in_its_window():
    epochs, values = np.linspace(0, 100, 2000), 10.0 ** np.random.default_rng(1).uniform(-4, 0, 2000)
    shown, rows, places = smoothed(epochs, values)
    count = len(shown.mean)
    assert count == pytest.approx(BOX.width / STEP, abs=2)
    for (x, y), high, low in zip(
        shown.mean, shown.band[:count, 1], shown.band[: count - 1 : -1, 1], strict=True
    ):
        inside = rows[np.abs(places - x) <= LEAST_WINDOW / 2 + 1e-9]
        assert y == pytest.approx(inside.mean())
        assert (high, low) == (inside.min(), inside.max())


def test_that_a_line_begins_at_the_first_row_and_ends_at_the_last():
    for rows in (1, 2, 500):
        epochs = np.linspace(0, 7, rows)
        shown, _, places = smoothed(epochs, np.full(rows, 0.5))
        assert (shown.mean[0, 0], shown.mean[-1, 0]) == (places[0], places[-1])

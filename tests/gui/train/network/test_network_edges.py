"""Edges as numbers: curves, strengths, distances."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from gui.train.network.edges import (
    STEPS,
    color_value,
    control_points,
    distances,
    points_along,
    shown_weights,
    strength_codes,
    weight_scale,
    width_of,
)
from tests.gui.train.network.network_runs import places_of

PLACES = places_of((2, 4, 2, 1))


def curves(l):
    return control_points(PLACES.gaps[l - 1], PLACES.columns[l - 1], PLACES.columns[l])


def test_that_an_edge_runs_level_from_tile_to_tile_with_handles_of_45_percent():
    points, gap = curves(2), PLACES.gaps[1]
    assert points.shape == (2, 4, 4, 2)
    start, first, second, end = points[1, 2]
    assert start.tolist() == [gap.left, PLACES.columns[1].tiles[2].frame.cy]
    assert end.tolist() == [gap.right, PLACES.columns[2].tiles[1].frame.cy]
    assert (first[1], second[1]) == (start[1], end[1])
    assert first[0] - start[0] == pytest.approx(0.45 * (gap.right - gap.left))
    assert end[0] - second[0] == pytest.approx(0.45 * (gap.right - gap.left))


def test_that_points_along_a_curve_begin_and_end_with_it():
    points = curves(1)
    along = points_along(points, 9)
    assert along.shape == (4, 2, 9, 2)
    assert np.allclose(along[:, :, 0], points[:, :, 0])
    assert np.allclose(along[:, :, -1], points[:, :, 3])
    assert np.allclose(along[:, :, 4], points.mean(axis=2) * 0.5 + points[:, :, 1:3].mean(axis=2) * 0.5)


@pytest.mark.parametrize(
    ("weights", "scale"),
    [([0.2, -1.0], 3.0), ([0.2, -4.5], 4.5), ([7.0], 7.0), ([np.nan, 3.5], 3.0), ([], 3.0)],
)
def test_that_the_scale_is_3_until_a_larger_weight_appears(weights, scale):
    assert weight_scale([None, np.array([weights])]) == scale


@pytest.mark.parametrize(
    ("weight", "width", "color"),
    [
        (3.0, 7.0, 1.0),
        (-3.0, 7.0, -1.0),
        (1.5, 4.0, 0.67),
        (-1.5, 4.0, -0.67),
        (1e-9, 1.0, 0.34),
        (0.0, 1.0, 0.0),
    ],
)
def test_that_width_and_colour_follow_the_weight(weight, width, color):
    code = int(strength_codes(np.array([[weight]]), 3.0, STEPS)[0, 0])
    assert width_of(code, STEPS) == pytest.approx(width)
    assert color_value(code, STEPS) == pytest.approx(color, abs=1e-9)


def test_that_there_are_not_more_than_24_pens_beside_zero():
    weights = np.linspace(-3, 3, 1001)[None]
    codes = set(strength_codes(weights, 3.0, STEPS - 1).ravel().tolist()) - {0}
    assert len(codes) == 24


def test_that_what_is_no_number_is_drawn_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        codes = strength_codes(np.array([[np.nan, np.inf, -np.inf, 1.0]]), 3.0, STEPS)
    assert codes.tolist() == [[0, STEPS + 1, -STEPS - 1, 1 + STEPS // 3]]


def test_that_only_the_weights_of_shown_units_are_drawn():
    places = places_of((64, 32, 1), 684, 440, firsts=(40, 3, 0))
    W = np.arange(32 * 64).reshape(32, 64)
    shown = shown_weights(W, places.columns[0], places.columns[1])
    assert shown[0].tolist() == [3 * 64 + j for j in places.columns[0].shown]
    assert len(shown) == len(places.columns[1].tiles)


def test_that_the_distance_to_a_curve_is_zero_on_it_and_grows_beside_it():
    along = points_along(curves(3))
    x, y = along[0, 1, 5]
    assert distances(along, x, y)[0, 1] == pytest.approx(0, abs=1e-9)
    level = points_along(control_points(PLACES.gaps[0], PLACES.columns[0], PLACES.columns[0]))
    assert distances(level, level[0, 0, 3, 0], level[0, 0, 3, 1] - 9)[0, 0] == pytest.approx(9)

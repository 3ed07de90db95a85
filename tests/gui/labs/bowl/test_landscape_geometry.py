"""A surface seen from the side."""

from __future__ import annotations

import numpy as np
import pytest

from gui.labs.bowl.landscape_geometry import LOWEST, STEEPEST, Eye, faces, frame_of, unit


def test_that_height_goes_up_on_the_screen():
    right, up, _depth = Eye().project(np.zeros(2), np.zeros(2), np.array([0.0, 1.0]))
    assert right[0] == right[1]
    assert up[1] > up[0]


def test_that_what_is_behind_is_deeper_and_higher():
    _right, up, depth = Eye(azimuth=0.0).project(np.zeros(2), np.array([-1.0, 1.0]), np.full(2, 0.5))
    assert depth[1] > depth[0]
    assert up[1] > up[0]


def test_that_turning_all_the_way_round_comes_back():
    eye = Eye(10.0)
    for _ in range(36):
        eye = eye.turned(10.0, 0.0)
    assert eye.azimuth == pytest.approx(10.0)


def test_that_one_can_not_look_from_below_nor_beyond_straight_above():
    assert Eye().turned(0, -999).elevation == LOWEST
    assert Eye().turned(0, 999).elevation == STEEPEST


@pytest.mark.parametrize("elevation", [LOWEST, 32.0, STEEPEST])
@pytest.mark.parametrize("azimuth", range(0, 360, 30))
def test_that_the_whole_surface_is_inside_whatever_way_it_is_turned(azimuth, elevation):
    eye = Eye(float(azimuth), elevation)
    x, y, z = (part.ravel() for part in np.meshgrid([-1.0, 1.0], [-1.0, 1.0], [0.0, 1.0]))
    right, up, _depth = eye.project(x, y, z)
    xs, ys = frame_of(500, 300, eye).pixels(right, up)
    assert xs.min() >= 0
    assert xs.max() <= 500
    assert ys.min() >= 0
    assert ys.max() <= 300


def test_that_the_farthest_face_comes_first():
    depth = np.add.outer(np.arange(3.0), np.zeros(3))
    order = faces(depth)
    assert len(order) == 4
    assert order[0].min() >= 3
    assert order[-1].max() <= 5


def test_that_values_outside_are_put_on_the_edge():
    assert unit(np.array([-9.0, 0.0, 5.0, 99.0]), 0.0, 10.0).tolist() == [-1, -1, 0, 1]

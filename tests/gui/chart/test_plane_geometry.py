"""Values to pixels and back, ticks, rounded axes."""

from __future__ import annotations

import numpy as np
import pytest

from gui.chart.items import Axis, Curve
from gui.chart.plane_geometry import Plane, nice_axis, tick_number, ticks_of

LINEAR, LOG = Axis(-6, 6), Axis(1e-6, 1, log=True)


@pytest.mark.parametrize(
    ("axis", "value", "pixel"), [(LINEAR, 0, 200), (LINEAR, 6, 300), (LOG, 1e-3, 200), (LOG, 1, 300)]
)
def test_that_a_value_has_its_pixel_and_the_pixel_its_value(axis, value, pixel):
    plane = Plane(100, 10, 300, 110, axis, Axis(0, 1))
    assert plane.x(value) == pytest.approx(pixel)
    assert plane.value_x(pixel) == pytest.approx(value)


def test_that_y_grows_upwards():
    plane = Plane(100, 10, 300, 110, LINEAR, Axis(0, 1))
    assert (plane.y(0), plane.y(1), plane.value_y(60)) == (110, 10, 0.5)


def test_that_pixels_outside_give_the_ends():
    plane = Plane(100, 10, 300, 110, LINEAR, Axis(0, 1))
    assert (plane.value_x(0), plane.value_x(999)) == (-6, 6)


def test_that_zero_on_a_log_axis_lies_far_below_and_breaks_nothing():
    plane = Plane(100, 10, 300, 110, LINEAR, LOG)
    assert plane.ys(np.array([0.0]))[0] > 1000


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 97, (0, 100)), (-0.3, 0.7, (-0.4, 0.8)), (27, 39, (25, 40)), (5, 5, (2, 8)), (0, 0, (-1, 1))],
)
def test_that_a_nice_axis_covers_its_values_with_round_ends(low, high, expected):
    axis = nice_axis(low, high)
    assert (axis.low, axis.high) == pytest.approx(expected)


def test_that_a_nice_log_axis_has_whole_decades():
    axis = nice_axis(0.003, 0.4, log=True)
    assert (axis.low, axis.high) == pytest.approx((0.001, 1))


def test_that_ticks_are_round_few_and_inside():
    ticks = ticks_of(Axis(-6, 6), 400, 56, 7)
    assert [tick.text for tick in ticks] == ["−6", "−4", "−2", "0", "2", "4", "6"]
    assert len(ticks_of(Axis(0, 1000), 4000, 56, 7)) <= 8


def test_that_given_ticks_are_taken_with_their_texts():
    ticks = ticks_of(Axis(0, 3, ticks=(1, (2, "two"))), 300, 56, 7)
    assert [(tick.value, tick.text) for tick in ticks] == [(1, "1"), (2, "two")]


def test_that_numbers_have_just_the_decimals_that_tell_them_apart():
    assert [tick_number(value, 0.001) for value in (2.0, 2.001)] == ["2", "2.001"]
    assert tick_number(2.5e8, 5e7) == "2.5·10⁸"


@pytest.mark.parametrize(
    ("low", "high", "log"), [(1, 1, False), (2, 1, False), (0, 1, True), (float("nan"), 1, False)]
)
def test_that_an_axis_without_length_is_refused(low, high, log):
    with pytest.raises(ValueError, match="axis"):
        Axis(low, high, log=log)


def test_that_a_curve_needs_as_many_y_as_x():
    with pytest.raises(ValueError, match="one length"):
        Curve([1, 2, 3], [1, 2])

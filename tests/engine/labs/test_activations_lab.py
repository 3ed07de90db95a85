"""The numbers of the activations lab (C6)."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.labs.activations import FUNCTIONS, course, saturated_bands, value_and_slope
from engine.labs.table import facts


def test_that_the_sigmoid_at_4_has_the_numbers_of_the_lesson():
    found = facts("activations", {"z": 4.0})
    assert found["a"] == pytest.approx(0.9820, abs=5e-5)
    assert found["slope"] == pytest.approx(0.0177, abs=5e-5)
    assert found["slope_power"] == pytest.approx(1.7e-9, rel=0.03)
    assert found["times_smaller"] == pytest.approx(14.15, abs=0.01)


def test_that_five_sigmoids_at_their_best_leave_a_thousandth():
    assert (
        facts("activations", {"z": 0})["slope_power"]
        == 0.25**5
        == facts("activations", {"z": 3})["best_power"]
    )


@pytest.mark.parametrize("function", FUNCTIONS)
def test_that_every_slope_agrees_with_central_differences(function):
    for z in (-5.5, -1.3, -0.2, 0.4, 2.0, 5.9):
        low, high = (value_and_slope(function, z + step, 0.1)[0] for step in (-1e-5, 1e-5))
        assert value_and_slope(function, z, 0.1)[1] == pytest.approx((high - low) / 2e-5, abs=1e-8)


def test_that_the_slopes_at_0_are_those_of_the_table():
    assert value_and_slope("relu", 0.0, 0.01)[1] == 1
    assert value_and_slope("leaky_relu", -1e-12, 0.01)[1] == 0.01


@pytest.mark.parametrize("function", ["sigmoid", "tanh"])
def test_that_a_saturated_band_begins_where_a_tenth_of_the_slope_is_left(function):
    edge = saturated_bands(function, 0.01)[1][0]
    largest = value_and_slope(function, 0.0, 0.01)[1]
    assert value_and_slope(function, edge, 0.01)[1] == pytest.approx(largest / 10)


def test_that_relu_is_off_below_0_and_leaky_relu_only_with_a_small_slope():
    assert saturated_bands("relu", 0.01) == ((-6, 0),)
    assert saturated_bands("leaky_relu", 0.01) == ((-6, 0),)
    assert saturated_bands("leaky_relu", 0.3) == ()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_that_curves_go_from_end_to_end_and_never_back(function):
    curve = course(function, 0.01)
    assert (curve.z[0], curve.z[-1]) == (-6, 6)
    assert (np.diff(curve.z) >= 0).all()
    gaps = int(np.isnan(curve.slope).sum())
    assert gaps == (0 if function in ("sigmoid", "tanh") else 1)


def test_that_a_slope_of_0_has_no_times():
    found = facts("activations", {"function": "relu", "z": -2})
    assert found["slope_power"] == 0
    assert "times_smaller" not in found
    assert all(math.isfinite(value) for value in found.values())

"""Ranges and ticks of the axes."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.train.plots.scale import LOG_FLOOR, epoch_scale, fine_log_scale, log_scale, nice_step, value_scale

POSITIVE = st.floats(1e-300, 1e299)


@given(st.floats(1e-11, 1e3), st.sampled_from([0.0, 0.01, 0.1, 0.3]))
def test_that_a_foot_keeps_0_apart_from_the_powers_of_ten(value, foot):
    scale = log_scale(1e-11, 1e3, 6)
    scale = scale.with_zero(foot) if foot else scale
    assert scale.fraction(value) >= foot * (1 - 1e-9)
    assert scale.value(scale.fraction(value)) == pytest.approx(value)
    assert scale.fraction(0.0) == 0.0
    assert scale.fractions(np.array([0.0, value])) == pytest.approx([0.0, scale.fraction(value)])
    if foot:
        assert scale.value(0.0) == 0.0
        assert scale.ticks[0] == (0.0, "0")


@given(POSITIVE)
def test_that_an_axis_of_epochs_covers_them_with_few_ticks(last):
    scale = epoch_scale(last)
    assert scale.low == 0.0
    assert last * (1 - 1e-6) <= scale.high <= 2.6 * last
    assert 3 <= len(scale.ticks) <= 6


@given(POSITIVE, st.integers(2, 6))
def test_that_an_axis_of_values_begins_at_0_and_covers_the_largest(largest, intervals):
    scale = value_scale(largest, intervals)
    assert scale.low == 0.0
    assert scale.high >= largest * (1 - 1e-6)
    assert 2 <= len(scale.ticks) <= intervals + 1


@given(POSITIVE, POSITIVE, st.integers(2, 8))
def test_that_a_log_axis_covers_its_data_down_to_the_floor(one, other, most):
    low, high = sorted((one, other))
    scale = log_scale(low, high, most)
    assert scale.low <= max(low, LOG_FLOOR) * (1 + 1e-6)
    assert scale.high >= min(max(high, LOG_FLOOR), 1e300) * (1 - 1e-6)
    assert scale.high / scale.low >= 999.0
    assert 1 <= len(scale.ticks) <= most + 1


@given(st.floats(1e-6, 1e6), st.floats(1.0, 500.0))
def test_that_a_fine_log_axis_covers_its_data_closely(low, ratio):
    scale = fine_log_scale(low, low * ratio, 5)
    assert scale.low <= low * (1 + 1e-6)
    assert scale.high >= low * ratio * (1 - 1e-6)
    assert scale.high / scale.low <= 100.0 * ratio * (1 + 1e-6)
    assert len(scale.ticks) >= 2


@pytest.mark.parametrize("last", [124.0, 123.2, 101.0])
def test_that_epochs_as_in_the_picture_end_at_125(last):
    assert [tick.text for tick in epoch_scale(last).ticks] == ["0", "25", "50", "75", "100", "125"]


def test_that_ticks_of_small_epochs_are_whole():
    assert [tick.text for tick in epoch_scale(12.0).ticks] == ["0", "5", "10", "15"]


def test_that_gradients_of_two_decades_get_room_upward():
    assert [tick.text for tick in log_scale(1.6e-3, 0.07, 6).ticks] == ["10⁻³", "10⁻²", "10⁻¹", "10⁰"]


def test_that_a_fine_log_axis_is_labelled_at_1_2_5():
    assert [tick.text for tick in fine_log_scale(0.06, 0.7, 5).ticks] == ["0.05", "0.1", "0.2", "0.5", "1"]


@pytest.mark.parametrize(
    "values", [(math.inf, -math.inf), (math.inf, 0.0), (math.nan, math.nan), (5e-324, 1e308)]
)
def test_that_axes_without_usable_data_are_still_axes(values):
    for scale in (
        log_scale(*values, 5),
        fine_log_scale(*values, 5),
        value_scale(values[1], 4),
        epoch_scale(values[1]),
    ):
        assert math.isfinite(scale.low)
        assert math.isfinite(scale.high)
        assert scale.low < scale.high


def test_that_fractions_run_from_0_to_1_and_never_outside():
    values = np.array([-5.0, 0.0, 0.4, 0.8, 99.0])
    assert value_scale(0.72, 4).fractions(values) == pytest.approx([0.0, 0.0, 0.5, 1.0, 1.0])
    assert log_scale(1e-3, 0.5, 6).fractions(np.array([0.0, 1e-3, 1e-2, 1.0])) == pytest.approx(
        [0, 0, 1 / 3, 1]
    )


@pytest.mark.parametrize(
    "scale", [value_scale(0.72, 4), log_scale(1e-9, 0.5, 6), fine_log_scale(0.1, 0.7, 5)]
)
def test_that_one_value_falls_where_an_array_of_it_falls(scale):
    for value in (0.0, 1e-5, 0.3, 0.9, 1e300):
        assert scale.fraction(value) == pytest.approx(scale.fractions(np.array([value]))[0])


def test_that_nice_steps_are_nice():
    assert [nice_step(rough) for rough in (0.18, 0.2, 0.21, 3.0, 24.0, 60.0)] == [
        0.2,
        0.2,
        0.25,
        5.0,
        25.0,
        100.0,
    ]

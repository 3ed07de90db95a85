"""The values along a slider: steps, ends that widen, sizes by powers."""

from __future__ import annotations

import pytest

from gui.graph.panels.slider_scale import SizeScale, SliderScale, round_up, scale_for


def test_that_zero_stands_in_the_middle():
    scale = SliderScale(10.0)
    assert (scale.share(0.0), scale.share(-10.0), scale.share(10.0)) == (0.5, 0.0, 1.0)


def test_that_a_place_gives_a_round_number():
    assert SliderScale(10.0).value_at(0.8147) == 6.3
    assert SliderScale(2.0).value_at(0.8147) == 1.26


def test_that_shift_gives_a_finer_one():
    assert SliderScale(10.0).value_at(0.8147, fine=True) == 6.29


def test_that_a_value_between_two_steps_goes_to_the_next_one():
    scale = SliderScale(10.0)
    assert (scale.moved(5.03, 1), scale.moved(5.03, -1)) == (5.1, 5.0)
    assert (scale.moved(5.0, 1), scale.moved(5.0, -1)) == (5.1, 4.9)


def test_that_a_step_never_leaves_the_ends():
    assert SliderScale(10.0).moved(9.95, 5) == 10.0


def test_that_zero_has_no_minus():
    assert str(SliderScale(10.0).moved(0.1, -1)) == "0.0"


@pytest.mark.parametrize(
    ("value", "reach"), [(3.0, 10.0), (-10.0, 10.0), (12.0, 20.0), (-130.0, 200.0), (1e9, 1e9)]
)
def test_that_the_ends_widen_to_a_round_number(value, reach):
    assert SliderScale(10.0).holding(value).reach == reach


def test_that_small_numbers_get_a_short_slider():
    assert scale_for([0.5, -0.25]).reach == 2.0
    assert scale_for([5.0, 0.1]).reach == 10.0
    assert scale_for([]).reach == 2.0


@pytest.mark.parametrize("size", [1e-12, 0.3, 1.0, 7.0, 1e200, 1e305])
def test_that_rounding_up_never_goes_below(size):
    assert size <= round_up(size) <= 2.5 * size


def test_that_sizes_are_gone_through_one_by_one():
    scale = SizeScale((0.001, 0.01, 0.1))
    assert scale.moved(0.001, 1) == 0.01
    assert scale.moved(0.02, 1) == 0.1
    assert scale.moved(0.02, -1) == 0.01
    assert scale.moved(0.1, 1) == 0.1
    assert scale.share(0.01) == pytest.approx(0.5)
    assert scale.value_at(0.6) == 0.01

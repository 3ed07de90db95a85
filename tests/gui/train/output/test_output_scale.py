"""From output values to colour positions."""

from __future__ import annotations

import numpy as np
import pytest

from gui.train.output.scale import PROBABILITY, Scale, range_scale, symmetric


def test_that_a_probability_of_a_half_is_neutral():
    assert PROBABILITY.position(np.array([0.0, 0.5, 1.0])).tolist() == [-1.0, 0.0, 1.0]


@pytest.mark.parametrize(
    ("low", "high", "scale"),
    [
        (-1.0, 1.0, Scale(0.0, 1.0)),
        (-3.0, 10.0, Scale(0.0, 10.0)),
        (200.0, 500.0, Scale(350.0, 150.0)),
        (-5.0, -1.0, Scale(-3.0, 2.0)),
        (0.0, 50.0, Scale(25.0, 25.0)),
    ],
)
def test_that_a_scale_is_round_zero_only_for_targets_of_both_signs(low, high, scale):
    assert range_scale(low, high) == scale
    assert (scale.low, scale.high) == (scale.middle - scale.half, scale.middle + scale.half)


@pytest.mark.parametrize("largest", [0.0, -1.0, float("nan"), float("inf")])
def test_that_a_scale_is_never_empty(largest):
    assert symmetric(largest) == Scale(0.0, 1.0)


def test_that_positions_stay_single_precision():
    values = np.array([220.0, 350.0], np.float32)
    positions = Scale(350.0, 150.0).position(values)
    assert positions.dtype == np.float32
    assert positions == pytest.approx([-130 / 150, 0.0])

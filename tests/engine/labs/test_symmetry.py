"""The lab of symmetry: units that start alike, and units that do not."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.symmetry import Learner, race, setup_of
from engine.labs.table import checked, facts


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_that_from_zeros_only_the_output_bias_moves(activation: str) -> None:
    found = facts("symmetry", {"activation": activation, "left": "zeros"})
    assert found["largest_W1_left"] == found["largest_W2_left"] == found["spread_left"] == 0
    assert found["b2_left"] != 0


def test_that_sigmoid_units_from_zeros_move_as_identical_copies() -> None:
    found = facts("symmetry", {"activation": "sigmoid", "left": "zeros"})
    assert found["spread_left"] == 0
    assert found["largest_W1_left"] > 0.1


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
def test_that_equal_weights_stay_equal_and_random_ones_part(activation: str) -> None:
    found = facts("symmetry", {"activation": activation, "left": "constant", "right": "xavier"})
    assert found["spread_left"] < 1e-12
    assert found["spread_right"] > 0.1
    assert found["J_right"] < found["J_left"]


def test_that_paths_begin_at_the_start_and_keep_every_update() -> None:
    settings = checked("symmetry", {"updates": 25})
    *_, (left, right) = race(settings)
    assert left.updates == right.updates == 25
    learner = Learner(setup_of(settings, "right"), "small_random")
    np.testing.assert_array_equal(right.W1[0], learner.paths().W1[0])
    assert np.abs(right.W1[0]).max() < 0.05

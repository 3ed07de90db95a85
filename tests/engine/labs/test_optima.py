"""The lab of local optima: the figures of the course."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.gradient_check import gradient_check
from engine.labs.optima import X, Y, run_of, start_of
from engine.labs.table import facts


def test_that_about_half_of_all_starts_are_stuck_at_half_of_log_2() -> None:
    found = facts("optima", {})
    assert 6 <= found["stuck"] <= 14
    assert found["good"] + found["stuck"] == 20
    assert found["J_stuck"] == pytest.approx(math.log(2) / 2, abs=0.003)
    assert found["J_good"] < 0.01


def test_that_a_good_run_answers_right_and_a_stuck_one_leaves_two_points_undecided() -> None:
    found = [run_of(seed, 0.3, 3000) for seed in range(8)]
    good = next(run for run in found if run.is_good)
    np.testing.assert_allclose(good.yhat, Y[0], atol=0.1)
    stuck = next(run for run in found if not run.is_good)
    assert np.sum(np.abs(stuck.yhat - 0.5) < 0.1) == 2


def test_that_a_stuck_run_has_come_to_rest() -> None:
    stuck = next(run for run in (run_of(seed, 0.3, 5000) for seed in range(8)) if not run.is_good)
    assert stuck.J[-20] - stuck.J[-1] < 1e-3


def test_that_its_gradients_are_right_at_the_start() -> None:
    for seed in range(3):
        assert gradient_check(start_of(seed), X, Y).worst.error < 1e-6

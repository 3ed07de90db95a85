"""The numbers of the neuron lab (C1): the engine's cost, gradients and descent."""

from __future__ import annotations

import numpy as np
import pytest

from engine.labs.neuron import PRICES, SIZES, cost, descend, examples, price
from engine.labs.table import facts


def test_that_the_cost_is_half_the_mean_of_the_squares():
    x, y = np.array(SIZES) / 100, np.array(PRICES) / 100_000
    by_hand = np.mean((np.maximum(0, 1.7 * x - 0.4) - y) ** 2) / 2
    assert cost(1.7, -0.4, "relu") == pytest.approx(by_hand)


def test_that_the_derivatives_agree_with_central_differences():
    found = facts("neuron", {"w": 1.7, "b": -0.4})
    dw = (cost(1.7 + 1e-6, -0.4, "relu") - cost(1.7 - 1e-6, -0.4, "relu")) / 2e-6
    db = (cost(1.7, -0.4 + 1e-6, "relu") - cost(1.7, -0.4 - 1e-6, "relu")) / 2e-6
    assert (found["dw"], found["db"]) == pytest.approx((dw, db), rel=1e-6)


def test_that_one_update_goes_against_the_slope():
    found = facts("neuron", {"w": 0.2, "b": 0.0, "alpha": 0.1})
    assert found["w_after"] == pytest.approx(0.2 - 0.1 * found["dw"])
    assert found["b_after"] == pytest.approx(-0.1 * found["db"])
    assert found["J_after"] < found["J"]


def test_that_descent_without_relu_finds_the_line_of_least_squares():
    X, Y = examples()
    slope, start = np.polyfit(X[0], Y[0], 1)
    last = list(descend(0.2, 0.0, "linear", 0.3))[-1]
    assert (last.w, last.b) == pytest.approx((slope, start), abs=1e-3)


def test_that_a_price_is_never_negative_with_relu_and_may_be_without():
    assert price(20, 3.0, -1.0, "relu") == 0.0
    assert price(20, 3.0, -1.0, "linear") == pytest.approx(-40_000)


def test_that_too_large_an_alpha_switches_the_unit_off_for_good():
    states = list(descend(0.2, 0.0, "relu", 1.2))
    assert states[-1].J == states[-2].J == pytest.approx(cost(-9, -9, "relu"))


def test_that_a_run_that_breaks_ends_with_its_last_good_state():
    states = list(descend(0.2, 0.0, "linear", 3.0))
    assert np.isfinite([state.J for state in states]).all()
    assert len(states) < 3000

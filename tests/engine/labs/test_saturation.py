"""The lab of saturation: large start weights, flat slopes, slow learning."""

from __future__ import annotations

import pytest

from engine.labs.saturation import spread_of, study
from engine.labs.table import checked, facts


@pytest.mark.parametrize("activation", ["tanh", "sigmoid"])
def test_that_larger_weights_saturate_more_units(activation: str) -> None:
    shares = [
        spread_of(checked("saturation", {"activation": activation, "scale": scale})).saturated
        for scale in (0.1, 1, 10, 100)
    ]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] > 0.85


def test_that_relu_does_not_care_about_the_scale() -> None:
    spreads = [
        spread_of(checked("saturation", {"activation": "relu", "scale": s})).mean_slope for s in (0.1, 10)
    ]
    assert spreads[0] == pytest.approx(spreads[1])


def test_that_saturated_units_learn_slowly_and_vanishing_weights_do_too() -> None:
    for scale in (0.01, 30):
        found = facts("saturation", {"scale": scale})
        assert found["J"] > 10 * found["J_1"]


def test_that_the_shares_add_up_to_one() -> None:
    spread = spread_of(checked("saturation", {"scale": 3, "activation": "leaky_relu"}))
    assert spread.a_shares.sum() == pytest.approx(1)
    assert spread.slope_shares.sum() == pytest.approx(1)


def test_that_both_descents_come_to_the_end_together() -> None:
    *_, last = study(checked("saturation", {"updates": 130}))
    assert last.here.updates[-1] == last.usual.updates[-1] == 130


def test_that_a_descent_that_breaks_says_so() -> None:
    *_, last = study(checked("saturation", {"activation": "leaky_relu", "scale": 100, "alpha": 3}))
    assert last.here.diverged

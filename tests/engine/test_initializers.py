from __future__ import annotations

import numpy as np
import pytest

from engine.initializers import INITIALIZERS

# The standard deviation that each formula has for n = 300 units over n_prev = 200.
SPREADS = {
    "zeros": 0.0,
    "small_random": 0.01,
    "uniform": 1 / np.sqrt(12),
    "xavier": np.sqrt(2 / 500),
    "he": np.sqrt(2 / 200),
}


def test_that_the_table_holds_what_the_design_names() -> None:
    assert set(INITIALIZERS) == set(SPREADS)


@pytest.mark.parametrize("key", list(INITIALIZERS))
def test_that_weights_have_the_shape_the_mean_and_the_spread_of_the_formula(key: str) -> None:
    W = INITIALIZERS[key].draw(np.random.default_rng(1), 300, 200)
    assert W.shape == (300, 200)
    assert W.dtype == np.float64
    assert W.std() == pytest.approx(SPREADS[key], rel=0.02)
    assert abs(W.mean()) <= 0.02 * SPREADS[key]


def test_that_uniform_stays_within_a_half() -> None:
    W = INITIALIZERS["uniform"].draw(np.random.default_rng(2), 100, 100)
    assert -0.5 <= W.min() < -0.49
    assert 0.49 < W.max() <= 0.5

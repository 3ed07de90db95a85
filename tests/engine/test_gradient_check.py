from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine import LayerSpec, NetworkSpec
from engine.activations import ACTIVATIONS
from engine.gradient_check import gradient_check
from tests.engine.networks import HIDDEN, all_ends, examples_for, network_spec, random_network

SHAPES = [(1, 1, 1), (3, 1, 2), (2, 20, 1), (2, 3, 3, 3, 3, 3, 3, 2)]


@pytest.mark.parametrize(("cost", "output"), list(all_ends()))
@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize(("l1", "l2"), [(0.0, 0.0), (0.02, 0.03)])
def test_that_backward_agrees_with_central_differences(
    cost: str, output: str, hidden: str, l1: float, l2: float
) -> None:
    spec = network_spec((3, 4, 3, 2), (hidden, hidden, output), cost, l1=l1, l2=l2)
    check = gradient_check(random_network(spec), *examples_for(spec, 6))
    assert check.worst.error < 1e-6


@pytest.mark.parametrize("sizes", SHAPES)
@pytest.mark.parametrize("m", [1, 7])
def test_that_every_shape_agrees(sizes: tuple[int, ...], m: int) -> None:
    spec = network_spec(sizes, (*["tanh"] * (len(sizes) - 2), "linear"))
    check = gradient_check(random_network(spec), *examples_for(spec, m))
    assert check.worst.error < 1e-6
    for l in range(1, spec.L + 1):
        assert check.dW[l].shape == check.dW_numeric[l].shape == check.dW_error[l].shape
        assert check.db[l].shape == check.db_numeric[l].shape == check.db_error[l].shape == (sizes[l], 1)


def test_that_a_wrong_slope_is_found_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = replace(ACTIVATIONS["tanh"], slope=lambda Z, A, slope: 1 - A)
    monkeypatch.setitem(ACTIVATIONS, "tanh", wrong)
    spec = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    check = gradient_check(random_network(spec), *examples_for(spec, 6))
    assert check.worst.error > 0.01
    assert check.worst.layer == 1
    assert check.dW_error[2].max() < 1e-6
    errors = check.dW_error if check.worst.symbol == "dW" else check.db_error
    assert errors[1][check.worst.k, check.worst.j] == check.worst.error


def test_that_the_network_is_not_touched_and_float32_is_checked_in_float64() -> None:
    spec = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    network = random_network(spec, dtype="float32")
    before = network.theta.copy()
    check = gradient_check(network, *examples_for(spec, 6))
    np.testing.assert_array_equal(network.theta, before)
    assert check.dW[1].dtype == np.float64
    assert check.worst.error < 1e-6


def test_that_an_epsilon_of_zero_is_refused() -> None:
    spec = NetworkSpec(1, (LayerSpec(1, "sigmoid"),))
    with pytest.raises(ValueError, match="epsilon must be positive"):
        gradient_check(random_network(spec), [[1.0]], [[1.0]], epsilon=0)

from __future__ import annotations

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec
from engine.initializers import INITIALIZERS
from engine.network import ShapeError
from engine.spec import SpecError
from tests.engine.networks import examples_for, network_spec, random_network

SPEC = NetworkSpec(2, (LayerSpec(4, "tanh"), LayerSpec(1, "sigmoid")))


def test_that_W_and_b_are_views_of_theta_in_layer_order() -> None:
    network = Network(SPEC, seed=3)
    assert [W.shape for W in network.W[1:]] == [(4, 2), (1, 4)]
    assert [b.shape for b in network.b[1:]] == [(4, 1), (1, 1)]
    network.theta[...] = np.arange(17)
    np.testing.assert_array_equal(network.W[1], [[0, 1], [3, 4], [6, 7], [9, 10]])
    np.testing.assert_array_equal(network.b[1].ravel(), [2, 5, 8, 11])
    network.W[2][0, 3] = -5
    assert network.theta[15] == -5


@pytest.mark.parametrize("key", list(INITIALIZERS))
def test_that_a_seed_gives_the_same_weights_again_and_biases_of_zero(key: str) -> None:
    spec = network_spec((3, 4, 2), ("tanh", "linear"), initialization=key)
    one, two, other = Network(spec, seed=5), Network(spec, seed=5), Network(spec, seed=6)
    np.testing.assert_array_equal(one.theta, two.theta)
    assert (one.theta != other.theta).any() == (key != "zeros")
    assert not any(b.any() for b in one.b[1:])


def test_that_set_parameters_copies() -> None:
    network, W1 = Network(SPEC), np.ones((4, 2))
    network.set_parameters([W1, [[1, 2, 3, 4]]], [np.zeros((4, 1)), [[9]]])
    W1[...] = 7
    np.testing.assert_array_equal(network.W[1], 1)
    np.testing.assert_array_equal(network.W[2], [[1, 2, 3, 4]])
    assert network.b[2][0, 0] == 9


@pytest.mark.parametrize(
    ("W", "b", "message"),
    [
        (
            [np.ones((2, 4)), np.ones((1, 4))],
            [np.ones((4, 1)), np.ones((1, 1))],
            r"W\[1\].*\(2, 4\).*\(4, 2\)",
        ),
        ([np.ones((4, 2)), np.ones((1, 4))], [np.ones((4, 1)), np.ones(1)], r"b\[2\].*\(1,\).*\(1, 1\)"),
        ([np.ones((4, 2))], [np.ones((4, 1)), np.ones((1, 1))], r"W has 1 entries.*2 layers"),
    ],
)
def test_that_a_wrong_parameter_shape_is_named_and_nothing_changes(W: list, b: list, message: str) -> None:
    network = Network(SPEC, seed=1)
    before = network.theta.copy()
    with pytest.raises(ShapeError, match=message):
        network.set_parameters(W, b)
    np.testing.assert_array_equal(network.theta, before)


@pytest.mark.parametrize(
    ("X", "Y", "message"),
    [
        (np.ones((3, 5)), np.ones((1, 5)), r"X has shape \(3, 5\), it must have shape \(2, m\)"),
        (np.ones((2, 5)), np.ones((1, 4)), r"Y has shape \(1, 4\), it must have shape \(1, 5\)"),
        (np.ones((2, 5)), np.ones(5), r"Y has shape \(5,\), it must have shape \(1, 5\)"),
        (np.ones(2), np.ones((1, 1)), r"X has shape \(2,\)"),
        (np.ones((2, 0)), np.ones((1, 0)), r"X has shape \(2, 0\)"),
    ],
)
def test_that_wrong_examples_are_named_with_both_shapes(X: np.ndarray, Y: np.ndarray, message: str) -> None:
    network = Network(SPEC)
    for ask in (network.cost, network.gradients):
        with pytest.raises(ShapeError, match=message):
            ask(X, Y)


def test_that_forward_takes_lists_and_gives_one_column_an_example() -> None:
    assert Network(SPEC).forward([[0, 1, 2], [3, 4, 5]]).shape == (1, 3)


def test_that_an_unknown_dtype_is_refused() -> None:
    with pytest.raises(ValueError, match="float64 or float32"):
        Network(SPEC, dtype="int32")


def test_that_float32_is_float32_throughout_and_near_float64() -> None:
    wide = random_network(SPEC)
    narrow = Network(SPEC, dtype="float32")
    narrow.set_parameters(wide.W[1:], wide.b[1:])
    X, Y = examples_for(SPEC, 20)
    assert narrow.forward(X).dtype == narrow.theta.dtype == np.float32
    found, expected = narrow.gradients(X, Y), wide.gradients(X, Y)
    for l in (1, 2):
        assert found.dW[l].dtype == found.db[l].dtype == np.float32
        np.testing.assert_allclose(found.dW[l], expected.dW[l], atol=1e-6)
    assert found.cost == pytest.approx(expected.cost, rel=1e-6)


def test_that_regularization_is_in_the_cost_and_in_dW_but_not_in_db() -> None:
    plain, (X, Y) = random_network(SPEC), examples_for(SPEC, 9)
    penalised = plain.copy()
    penalised.set_rates(l1=0.1, l2=0.2)
    weights = np.concatenate([W.ravel() for W in plain.W[1:]])
    term = 0.1 * np.abs(weights).sum() + 0.1 * (weights**2).sum()
    assert penalised.regularization() == pytest.approx(term, rel=1e-12)
    assert penalised.cost(X, Y) - plain.cost(X, Y) == pytest.approx(term, rel=1e-12)
    with_rates, without = penalised.gradients(X, Y), plain.gradients(X, Y)
    for l in (1, 2):
        added = 0.1 * np.sign(plain.W[l]) + 0.2 * plain.W[l]
        np.testing.assert_allclose(with_rates.dW[l] - without.dW[l], added, rtol=1e-10)
        np.testing.assert_array_equal(with_rates.db[l], without.db[l])


def test_that_a_negative_rate_is_refused() -> None:
    with pytest.raises(SpecError, match="l2 must not be negative"):
        Network(SPEC).set_rates(l1=0, l2=-1)


def test_that_a_copy_has_parameters_of_its_own() -> None:
    network = Network(SPEC, seed=2)
    twin = network.copy()
    twin.W[1][0, 0] += 1
    assert twin.W[1][0, 0] == network.W[1][0, 0] + 1
    assert np.shares_memory(twin.W[1], twin.theta)
    assert twin.spec == network.spec


def test_that_cost_and_gradients_are_exact_for_huge_z() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(1, "sigmoid"),)))
    network.set_parameters([[[1000.0]]], [[[0.0]]])
    assert network.cost([[1.0]], [[0.0]]) == 1000
    assert network.cost([[1.0]], [[1.0]]) == 0
    assert network.gradients([[1.0]], [[0.0]]).dW[1][0, 0] == 1


def test_that_index_zero_of_gradients_and_parameters_is_unused() -> None:
    network, (X, Y) = Network(SPEC), examples_for(SPEC, 3)
    gradients = network.gradients(X, Y)
    for arrays in (network.W, network.b, gradients.dW, gradients.db):
        assert len(arrays) == 3
        assert arrays[0].size == 0


def test_that_softmax_inside_and_a_cost_that_does_not_fit_are_refused() -> None:
    with pytest.raises(SpecError, match="softmax belongs to the output layer"):
        network_spec((2, 3, 2), ("softmax", "linear"))
    with pytest.raises(SpecError, match="mean_squared_error needs an output of linear"):
        network_spec((2, 3), ("softmax",))
    with pytest.raises(SpecError, match="binary_cross_entropy needs an output of sigmoid"):
        network_spec((2, 3), ("tanh",), "binary_cross_entropy")

from __future__ import annotations

import numpy as np
import pytest

from engine import evaluation
from engine.costs import COSTS
from engine.evaluation import Evaluator, RootMeanSquare
from engine.network import Network
from engine.parameters import ParameterViews
from engine.plan import Examples
from tests.engine.networks import HIDDEN, all_ends, examples_for, network_spec, random_network


def evaluator_for(network: Network, m: int, m_test: int) -> tuple[Evaluator, Examples]:
    X, Y = examples_for(network.spec, m + max(m_test, 1))
    tests = (X[:, m:], Y[:, m:]) if m_test else (None, None)
    examples = Examples.checked(network, X[:, :m], Y[:, :m], *tests)
    return Evaluator(network, examples), examples


@pytest.mark.parametrize(("cost", "output"), list(all_ends()))
@pytest.mark.parametrize("hidden", HIDDEN)
def test_that_costs_are_those_of_the_readable_form(cost: str, output: str, hidden: str) -> None:
    network = random_network(network_spec((3, 4, 2), (hidden, output), cost))
    evaluator, examples = evaluator_for(network, 20, 7)
    J, J_test, _, _ = evaluator.measure()
    assert abs(J / network.cost(examples.X, examples.Y) - 1) < 1e-12
    test_X, test_Y = examples.rows.values[20:, :-1].T, examples.labels.values[20:].T
    assert J_test == pytest.approx(network.cost(test_X, test_Y), rel=1e-12)


@pytest.mark.parametrize("chunk", [1, 4, 27, 100])
def test_that_chunks_change_nothing(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    network = random_network(network_spec((3, 5, 3), ("tanh", "softmax"), "categorical_cross_entropy"))
    whole, _ = evaluator_for(network, 20, 7)
    expected, activity, judged = whole.measure(), whole.activity(), whole.judged()
    monkeypatch.setattr(evaluation, "CHUNK", chunk)
    chunked, _ = evaluator_for(network, 20, 7)
    assert chunked.measure() == pytest.approx(expected, rel=1e-12)
    for l in range(3):
        np.testing.assert_allclose(chunked.activity()[l], activity[l], rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(chunked.judged()[0], judged[0], rtol=1e-12)


def test_that_a_second_measurement_sees_changed_parameters() -> None:
    network = random_network(network_spec((3, 4, 1), ("tanh", "sigmoid"), "binary_cross_entropy"))
    evaluator, examples = evaluator_for(network, 20, 7)
    evaluator.measure()
    network.W[1][0, 0] += 1
    assert evaluator.measure()[0] == pytest.approx(network.cost(examples.X, examples.Y), rel=1e-12)


def test_that_activity_is_the_mean_over_the_training_examples_only() -> None:
    network = random_network(network_spec((3, 4, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy"))
    evaluator, examples = evaluator_for(network, 20, 7)
    evaluator.measure()
    np.testing.assert_allclose(evaluator.activity()[0], examples.X.mean(axis=1), rtol=1e-12)
    np.testing.assert_allclose(evaluator.activity()[2], network.forward(examples.X).mean(axis=1), rtol=1e-12)


@pytest.mark.parametrize("m_test", [0, 7])
def test_that_test_examples_are_judged_and_training_ones_where_there_are_none(m_test: int) -> None:
    network = random_network(network_spec((3, 4, 1), ("tanh", "sigmoid"), "binary_cross_entropy"))
    evaluator, _ = evaluator_for(network, 20, m_test)
    J, J_test, accuracy, accuracy_test = evaluator.measure()
    yhat, Y, is_test = evaluator.judged()
    assert yhat.shape == Y.shape == (1, m_test or 20)
    assert is_test == bool(m_test)
    hits = COSTS["binary_cross_entropy"].hits
    assert hits is not None
    assert hits(yhat, Y).mean() == (accuracy_test if m_test else accuracy)
    assert np.isnan(J_test) == (not m_test)
    assert np.isfinite(J)


def test_that_root_mean_squares_are_per_layer_and_kind() -> None:
    spec = network_spec((3, 4, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    flat = np.random.default_rng(0).standard_normal(spec.parameter_count)
    views = ParameterViews(spec.sizes, flat)
    of_W, of_b = RootMeanSquare(spec)(flat)
    for l in (1, 2):
        assert of_W[l - 1] == pytest.approx(np.sqrt((views.W[l] ** 2).mean()), rel=1e-12)
        assert of_b[l - 1] == pytest.approx(np.sqrt((views.b[l] ** 2).mean()), rel=1e-12)


@pytest.mark.parametrize("size", [1e200, 1e-200])
def test_that_squares_neither_overflow_nor_vanish(size: float) -> None:
    spec = network_spec((3, 4, 1), ("tanh", "linear"))
    of_W, _ = RootMeanSquare(spec)(np.full(spec.parameter_count, size))
    assert of_W == pytest.approx((size, size), rel=1e-12)


def test_that_a_gradient_of_zero_has_size_zero() -> None:
    spec = network_spec((3, 4, 1), ("tanh", "linear"))
    assert RootMeanSquare(spec)(np.zeros(spec.parameter_count)) == ((0.0, 0.0), (0.0, 0.0))

from __future__ import annotations

import numpy as np
import pytest

from engine import propagation
from engine.costs import COSTS
from tests.engine.networks import examples_for, network_spec, random_network

# The worked example of the notes: n = 2, 3, 1, sigmoid in both layers, one example.
X = np.array([[0.5], [0.3]])
Y = np.array([[1.0]])
W = [np.array([[0.2, 0.4], [0.1, 0.3], [0.5, -0.2]]), np.array([[0.3, -0.2, 0.4]])]
B = [np.array([[0.1], [-0.1], [0.05]]), np.array([[-0.2]])]
LAYERS = network_spec((2, 3, 1), ("sigmoid", "sigmoid"), "binary_cross_entropy").layers
EXACT = {"rtol": 0, "atol": 5e-9}


def column(*numbers: float) -> np.ndarray:
    return np.array(numbers).reshape(-1, 1)


def test_that_the_worked_example_comes_out_going_forward() -> None:
    yhat, (first, second) = propagation.forward(X, W, B, LAYERS)
    np.testing.assert_allclose(W[0] @ X, column(0.22, 0.14, 0.19), **EXACT)
    np.testing.assert_allclose(first.Z, column(0.32, 0.04, 0.24), **EXACT)
    np.testing.assert_allclose(first.A, column(0.57932425, 0.50999867, 0.55971365), **EXACT)
    np.testing.assert_allclose(second.Z, [[0.09568300]], **EXACT)
    np.testing.assert_allclose(yhat, [[0.52390252]], **EXACT)
    loss = COSTS["binary_cross_entropy"].losses(second.Z, yhat, Y)
    np.testing.assert_allclose(loss, [0.64644965], **EXACT)


def test_that_the_worked_example_comes_out_going_backward() -> None:
    cost = COSTS["binary_cross_entropy"]
    _, (first, second) = propagation.forward(X, W, B, LAYERS)
    dZ2 = propagation.output_backward(Y, cost, second)
    np.testing.assert_allclose(dZ2, [[-0.47609748]], **EXACT)
    dA1, dW2, db2 = propagation.linear_backward(dZ2, second)
    np.testing.assert_allclose(dW2, [[-0.27581482, -0.24280908, -0.26647826]], **EXACT)
    np.testing.assert_allclose(db2, [[-0.47609748]], **EXACT)
    np.testing.assert_allclose(dA1, column(-0.14282924, 0.09521950, -0.19043899), **EXACT)
    slopes = first.activation.slope(first.Z, first.A, 0)
    np.testing.assert_allclose(slopes, column(0.24370766, 0.24990003, 0.24643428), **EXACT)
    dZ1 = propagation.activation_backward(dA1, first)
    np.testing.assert_allclose(dZ1, column(-0.03480858, 0.02379535, -0.04693070), **EXACT)
    _, dW1, db1 = propagation.layer_backward(dA1, first)
    expected = [[-0.01740429, -0.01044257], [0.01189768, 0.00713861], [-0.02346535, -0.01407921]]
    np.testing.assert_allclose(dW1, expected, **EXACT)
    np.testing.assert_array_equal(db1, dZ1)


def test_that_the_worked_examples_update_lowers_the_loss_as_the_notes_say() -> None:
    cost, alpha = COSTS["binary_cross_entropy"], 0.1
    _, caches = propagation.forward(X, W, B, LAYERS)
    dW, db = propagation.backward(Y, cost, caches)
    new_W = [W_l - alpha * dW_l for W_l, dW_l in zip(W, dW, strict=True)]
    new_b = [b_l - alpha * db_l for b_l, db_l in zip(B, db, strict=True)]
    first = [[0.20174043, 0.40104426], [0.09881023, 0.29928614], [0.50234653, -0.19859208]]
    np.testing.assert_allclose(new_W[0], first, **EXACT)
    np.testing.assert_allclose(new_b[0], column(0.10348086, -0.10237954, 0.05469307), **EXACT)
    np.testing.assert_allclose(new_W[1], [[0.32758148, -0.17571909, 0.42664783]], **EXACT)
    np.testing.assert_allclose(new_b[1], [[-0.15239025]], **EXACT)
    yhat, caches = propagation.forward(X, new_W, new_b, LAYERS)
    np.testing.assert_allclose(yhat, [[0.54679836]], **EXACT)
    np.testing.assert_allclose(cost.losses(caches[-1].Z, yhat, Y), [0.60367517], **EXACT)


def test_that_every_derivative_has_the_shape_of_what_it_is_a_derivative_of() -> None:
    spec = network_spec((4, 5, 3, 2), ("relu", "tanh", "linear"))
    network = random_network(spec)
    X, Y = examples_for(spec, 6)
    _, caches = propagation.forward(X, network.W[1:], network.b[1:], spec.layers)
    dZ = propagation.output_backward(Y, COSTS[spec.cost], caches[-1])
    assert dZ.shape == caches[-1].Z.shape
    dA, _, _ = propagation.linear_backward(dZ, caches[-1])
    for cache in (caches[1], caches[0]):
        assert dA.shape == cache.A.shape
        assert propagation.activation_backward(dA, cache).shape == cache.Z.shape
        dA, dW, db = propagation.layer_backward(dA, cache)
        assert (dW.shape, db.shape) == (cache.W.shape, cache.b.shape)
    assert dA.shape == X.shape


def test_that_dZ_is_per_example_and_dW_is_the_average_of_the_examples() -> None:
    spec = network_spec((3, 4, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    network, (X, Y) = random_network(spec), examples_for(spec, 5)
    _, caches = propagation.forward(X, network.W[1:], network.b[1:], spec.layers)
    dZ = propagation.output_backward(Y, COSTS[spec.cost], caches[-1])
    together = network.gradients(X, Y)
    alone = [network.gradients(X[:, i : i + 1], Y[:, i : i + 1]) for i in range(5)]
    for l in (1, 2):
        np.testing.assert_allclose(together.dW[l], np.mean([g.dW[l] for g in alone], axis=0), rtol=1e-12)
    np.testing.assert_allclose(dZ[0], [g.db[2][0, 0] for g in alone], rtol=1e-12)


@pytest.mark.parametrize(("l1", "l2"), [(0.0, 0.3), (0.2, 0.0), (0.2, 0.3)])
def test_that_regularization_has_its_half_and_leaves_a_zero_weight_alone(l1: float, l2: float) -> None:
    weights = np.array([[2.0, -1.0, 0.0]])
    assert propagation.regularization([weights], l1, l2) == pytest.approx(l2 / 2 * 5 + l1 * 3)
    expected = [[l2 * 2 + l1, -l2 - l1, 0]]
    np.testing.assert_allclose(propagation.regularization_backward(weights, l1, l2), expected, rtol=1e-15)

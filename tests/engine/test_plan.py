"""The bound plan against the readable form: every activation, cost, optimiser and regularisation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.activations import ACTIVATIONS, Activation
from engine.costs import COSTS
from engine.network import Network
from engine.optimizers import OPTIMIZERS, Optimizer
from engine.parameters import ParameterViews
from engine.plan import batches
from engine.spec import NetworkSpec, TrainingSpec
from engine.trainer import Trainer
from tests.engine.networks import HIDDEN, Array, all_ends, examples_for, network_spec, random_network

RATES = [(0.0, 0.0), (0.02, 0.0), (0.0, 0.03), (0.02, 0.03)]
SHAPES = [(1, 1, 1), (3, 4, 2), (2, 1, 5, 1, 2), (30, 2, 40), (2, 3, 3, 3, 3, 3, 2)]


class ReadableTrainer:
    """Updates by `Network.gradients` and the table of optimisers, on batches that it is told."""

    def __init__(self, network: Network, optimizer: str) -> None:
        self.network = network.copy()
        self.row = OPTIMIZERS[optimizer]
        self.state = {name: np.zeros_like(network.theta) for name in self.row.memory}
        self.t = 0

    def step(self, X: Array, Y: Array, alpha: float) -> None:
        found = self.network.gradients(X, Y)
        views = ParameterViews(self.network.spec.sizes, np.zeros_like(self.network.theta))
        for l in range(1, self.network.spec.L + 1):
            views.W[l][...], views.b[l][...] = found.dW[l], found.db[l]
        self.gradient = views.flat
        self.t += 1
        self.row.update(self.network.theta, views.flat, self.state, alpha, self.t)


def assert_plan_agrees(
    spec: NetworkSpec, optimizer: str, m: int = 11, batch_size: int | None = 4, updates: int = 7
) -> None:
    network, (X, Y) = random_network(spec), examples_for(spec, m)
    readable = ReadableTrainer(network, optimizer)
    trainer = Trainer(network, X, Y, TrainingSpec(optimizer, 0.05, batch_size, seed=3))
    for _ in range(updates):
        readable.step(*trainer.next_batch(), 0.05)
        trainer.step()
        np.testing.assert_allclose(network.theta, readable.network.theta, rtol=1e-12, atol=1e-12)
        found = trainer.gradient()
        views = ParameterViews(spec.sizes, readable.gradient)
        for l in range(1, spec.L + 1):
            np.testing.assert_allclose(found.dW[l], views.W[l], rtol=1e-12, atol=1e-12)
            np.testing.assert_allclose(found.db[l], views.b[l], rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(("cost", "output"), list(all_ends()))
@pytest.mark.parametrize("activation", HIDDEN)
def test_that_every_activation_agrees_under_every_cost(activation: str, cost: str, output: str) -> None:
    spec = network_spec((3, 4, 5, 2), (activation, activation, output), cost)
    assert_plan_agrees(spec, "gradient_descent")


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
@pytest.mark.parametrize(("l1", "l2"), RATES)
@pytest.mark.parametrize(("cost", "output"), list(all_ends()))
def test_that_every_optimizer_agrees_with_and_without_regularization(
    optimizer: str, l1: float, l2: float, cost: str, output: str
) -> None:
    assert_plan_agrees(network_spec((2, 4, 3), ("tanh", output), cost, l1=l1, l2=l2), optimizer)


@pytest.mark.parametrize("sizes", SHAPES)
@pytest.mark.parametrize("m", [1, 2, 9])
@pytest.mark.parametrize("batch_size", [1, 2, None])
def test_that_every_shape_agrees(sizes: tuple[int, ...], m: int, batch_size: int | None) -> None:
    hidden = [HIDDEN[i % len(HIDDEN)] for i in range(len(sizes) - 2)]
    assert_plan_agrees(network_spec(sizes, (*hidden, "linear")), "adam", m, batch_size)


def test_that_one_layer_alone_agrees() -> None:
    assert_plan_agrees(network_spec((3, 1), ("sigmoid",), "binary_cross_entropy"), "momentum")


def test_that_mixed_activations_that_share_a_block_agree() -> None:
    keys = ("tanh", "relu", "tanh", "sigmoid", "linear", "leaky_relu", "sigmoid", "tanh", "softmax")
    spec = network_spec((2, 3, 4, 2, 3, 5, 3, 2, 4, 3), keys, "categorical_cross_entropy")
    assert_plan_agrees(spec, "rmsprop")


@pytest.mark.parametrize("m", [8, 9, 11, 12])
@pytest.mark.parametrize("window", [1, 2, 3, 100])
def test_that_windows_of_any_size_agree(m: int, window: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "WINDOW_BATCHES", window)
    spec = network_spec((3, 4, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    assert_plan_agrees(spec, "gradient_descent", m=m, batch_size=2, updates=20)


def test_that_many_updates_at_once_are_the_same_as_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "WINDOW_BATCHES", 3)
    spec = network_spec((3, 4, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    X, Y = examples_for(spec, 23)
    trainers = [Trainer(random_network(spec), X, Y, TrainingSpec("adam", 0.05, 2)) for _ in range(2)]
    trainers[0].run_updates(100)
    for _ in range(100):
        trainers[1].step()
    np.testing.assert_array_equal(trainers[0].network.theta, trainers[1].network.theta)
    assert trainers[0].epoch == trainers[1].epoch == 8


def test_that_float32_agrees_to_its_own_precision() -> None:
    spec = network_spec((3, 4, 1), ("relu", "sigmoid"), "binary_cross_entropy", l1=0.01, l2=0.01)
    X, Y = examples_for(spec, 10)
    for optimizer in OPTIMIZERS:
        network = random_network(spec, dtype="float32")
        readable = ReadableTrainer(network, optimizer)
        trainer = Trainer(network, X, Y, TrainingSpec(optimizer, 0.05))
        for _ in range(5):
            readable.step(X.astype(np.float32), Y.astype(np.float32), 0.05)
        trainer.run_updates(5)
        assert network.theta.dtype == trainer.gradient().dW[1].dtype == np.float32
        np.testing.assert_allclose(network.theta, readable.network.theta, atol=2e-5)


def test_that_an_activation_needs_no_form_in_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    softsign = Activation(
        "softsign",
        "softsign",
        lambda Z, slope: Z / (1 + np.abs(Z)),
        lambda Z, A, slope: 1 / (1 + np.abs(Z)) ** 2,
        r"\frac{z}{1 + |z|}",
        r"\frac{1}{(1 + |z|)^2}",
        matrix_formula=r"\frac{\Z}{1 + |\Z|}",
        numpy="{Z} / (1 + np.abs({Z}))",
        slope_numpy="(1 / (1 + np.abs({Z})) ** 2)",
        slope_text="1 / (1 + |z|)²",
        written="{z} / (1 + |{z}|)",
    )
    monkeypatch.setitem(ACTIVATIONS, "softsign", softsign)
    assert_plan_agrees(network_spec((3, 4, 2), ("softsign", "linear")), "gradient_descent")
    any_output = replace(COSTS["mean_squared_error"], outputs=())
    monkeypatch.setitem(COSTS, "mean_squared_error", any_output)
    assert_plan_agrees(network_spec((3, 4, 2), ("softsign", "softsign")), "gradient_descent")


def test_that_a_cost_needs_no_form_in_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    fourth_power = replace(
        COSTS["mean_squared_error"],
        key="fourth_power",
        losses=lambda Z, A, Y: ((A - Y) ** 4).sum(axis=0) / 4,
        dA=lambda A, Y: (A - Y) ** 3,
    )
    monkeypatch.setitem(COSTS, "fourth_power", fourth_power)
    for output in ("linear", "tanh", "relu"):
        assert_plan_agrees(network_spec((3, 4, 2), ("tanh", output), "fourth_power"), "gradient_descent")


def test_that_an_optimizer_needs_no_form_in_the_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    def update(theta: Array, gradient: Array, state: dict[str, Array], alpha: float, t: int) -> None:
        state["total"] += gradient**2
        theta -= alpha / t * gradient / (np.sqrt(state["total"]) + 1e-8)

    adagrad = Optimizer("adagrad", "AdaGrad", ("total",), update, "", (), "", "")
    monkeypatch.setitem(OPTIMIZERS, "adagrad", adagrad)
    assert_plan_agrees(network_spec((3, 4, 2), ("tanh", "linear")), "adagrad")


def test_that_a_weight_typed_by_hand_counts_in_the_next_update() -> None:
    spec = network_spec((3, 4, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    network, (X, Y) = random_network(spec), examples_for(spec, 10)
    trainer = Trainer(network, X, Y, TrainingSpec(alpha=0.05, batch_size=3))
    trainer.run_updates(5)
    network.W[1][2, 1], network.b[2][0, 0] = 3.0, -2.0
    readable = ReadableTrainer(network, "gradient_descent")
    readable.step(*trainer.next_batch(), 0.05)
    trainer.step()
    np.testing.assert_allclose(network.theta, readable.network.theta, rtol=1e-12)

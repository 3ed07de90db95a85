"""How the activations of units are distributed, for their tiles."""

from __future__ import annotations

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec, evaluation
from engine.data import DataSpec, build_dataset, output_of
from engine.observe import observe
from engine.snapshot import Wishes
from engine.unit_histograms import BINS, range_of, shares_in_bins

IRIS = build_dataset(DataSpec("iris"))
WISHES = Wishes(unit_grid=0, output_grid=0, unit_histograms=True)


def iris_trainer(activation: str) -> Trainer:
    output, cost = output_of(IRIS)
    network = Network(NetworkSpec(IRIS.inputs, (LayerSpec(5, activation), output), cost=cost), seed=1)
    data = (IRIS.X_train, IRIS.Y_train, TrainingSpec(), IRIS.X_test, IRIS.Y_test)
    trainer = Trainer(network, *data)
    trainer.run_updates(30)
    return trainer


def activations(trainer: Trainer) -> np.ndarray:
    """A[1] of the training examples, by a network that ends there."""
    spec = trainer.network.spec
    first = Network(NetworkSpec(spec.sizes[0], spec.layers[:1], cost="mean_squared_error"))
    first.set_parameters(trainer.network.W[1:2], trainer.network.b[1:2])
    return first.forward(IRIS.X_train)


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu", "leaky_relu", "linear"])
def test_that_shares_are_those_of_a_plain_histogram(activation: str) -> None:
    trainer = iris_trainer(activation)
    now = observe(trainer, IRIS, WISHES, 1)
    found, (low, high) = now.unit_histograms[1], now.unit_ranges[1]
    A = activations(trainer)
    assert found is not None
    assert (found.shape, found.dtype) == ((5, BINS), np.float32)
    assert low <= A.min()
    assert A.max() <= high + 1e-12
    expected = np.stack([np.histogram(a, BINS, (low, high))[0] for a in A]) / A.shape[1]
    # A value on the border between two bins may fall to either side of it.
    assert np.abs(found.cumsum(axis=1) - expected.cumsum(axis=1)).max() <= 1.5 / A.shape[1]
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-6)
    assert now.unit_histograms[0] is None


@pytest.mark.parametrize(
    ("activation", "ends"),
    [
        ("tanh", (-1.0, 1.0)),
        ("sigmoid", (0.0, 1.0)),
        ("softmax", (0.0, 1.0)),
        ("relu", (0.0, 3.0)),
        ("leaky_relu", (-3.0, 3.0)),
        ("linear", (-3.0, 3.0)),
    ],
)
def test_that_the_range_is_that_of_the_activation(activation: str, ends: tuple[float, float]) -> None:
    assert range_of(activation, np.array([[0.0, 3.0, -2.0]])) == ends


def test_that_the_ends_of_the_range_belong_to_the_first_and_the_last_bin() -> None:
    shares = shares_in_bins(np.array([[-2.0, 2.0], [2.0, 2.0]]), -2.0, 2.0)
    assert shares[0, 0] == shares[0, -1] == 0.5
    assert shares[1].tolist() == [0.0] * (BINS - 1) + [1.0]


def test_that_a_layer_that_rests_at_zero_has_one_bar() -> None:
    A = np.zeros((2, 10))
    assert shares_in_bins(A, *range_of("relu", A))[:, 0].tolist() == [1, 1]


def test_that_only_shown_units_have_one() -> None:
    trainer = iris_trainer("tanh")
    some = observe(trainer, IRIS, Wishes(unit_histograms=True, shown_units=((), (1, 4, 9), ())), 1)
    every = observe(trainer, IRIS, WISHES, 1)
    assert some.unit_histograms[1] is not None
    assert every.unit_histograms[1] is not None
    np.testing.assert_array_equal(some.unit_histograms[1], every.unit_histograms[1][[1, 4]])
    assert some.unit_histograms[2] is not None
    assert some.unit_histograms[2].shape == (0, BINS)


def test_that_nothing_is_made_that_was_not_wished_for() -> None:
    now = observe(iris_trainer("tanh"), IRIS, Wishes(), 1)
    assert now.unit_histograms == now.unit_ranges == ()


def test_that_sets_of_more_than_one_chunk_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = observe(iris_trainer("tanh"), IRIS, WISHES, 1).unit_histograms[1]
    monkeypatch.setattr(evaluation, "CHUNK", 20)
    chunked = observe(iris_trainer("tanh"), IRIS, WISHES, 1).unit_histograms[1]
    assert whole is not None
    assert chunked is not None
    # Products of other shapes may differ in their last digit, and so fall into the next bin.
    np.testing.assert_allclose(whole, chunked, atol=1.5 / IRIS.X_train.shape[1])


def test_that_many_examples_are_taken_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "SAMPLE", 20)
    trainer = iris_trainer("tanh")
    trainer.record()
    step = -(-IRIS.X_train.shape[1] // 20)
    np.testing.assert_allclose(
        trainer.evaluator.sampled()[1], activations(trainer)[:, ::step], rtol=1e-12, atol=1e-14
    )


@pytest.mark.parametrize("size", [1e30, 1e200])
def test_that_a_network_beyond_all_measure_has_histograms_too(size: float) -> None:
    trainer = iris_trainer("linear")
    trainer.network.theta *= size
    now = observe(trainer, IRIS, WISHES, 1)
    for shares in now.unit_histograms[1:]:
        assert shares is not None
        np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-6)


def test_that_mean_z_is_the_mean_of_z() -> None:
    trainer = iris_trainer("tanh")
    now = observe(trainer, IRIS, Wishes(), 1)
    Z = trainer.network.W[1] @ IRIS.X_train + trainer.network.b[1]
    np.testing.assert_allclose(now.unit_mean_z[1], Z.mean(axis=1), rtol=1e-9)
    Z = trainer.network.W[2] @ np.tanh(Z) + trainer.network.b[2]
    np.testing.assert_allclose(now.unit_mean_z[2], Z.mean(axis=1), rtol=1e-9)
    assert now.unit_mean_z[0] is None

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec, propagation
from engine.costs import COSTS
from engine.divergence import first_break
from engine.optimizers import OPTIMIZERS
from tests.engine.networks import examples_for, network_spec, random_network

SPEC = network_spec((2, 8, 1), ("relu", "linear"))


def diverging(alpha: float = 2.0, batch_size: int | None = 5, **more: Any) -> Trainer:
    X, Y = examples_for(SPEC, 23)
    return Trainer(random_network(SPEC, **more), 10 * X, Y, TrainingSpec(alpha=alpha, batch_size=batch_size))


def readable_break(trainer: Trainer) -> tuple[int, np.ndarray]:
    """By plain gradient descent on the trainer's batches: the first update that isn't finite, and theta before it.

    The squares of the outputs must be numbers too, with room for sums: they are what J is made of.
    """
    network, alpha = trainer.network.copy(), trainer.alpha
    trainer.alpha = 1e-30
    for iteration in range(1, 10_000):
        before = network.theta.copy()
        X, Y = (array.astype(network.dtype) for array in trainer.next_batch())
        with np.errstate(all="ignore"):
            caches = propagation.forward(X, network.W[1:], network.b[1:], network.spec.layers)[1]
            found = network.gradients(X, Y)
            for l in range(1, network.spec.L + 1):
                network.W[l][...] -= network.dtype.type(alpha) * found.dW[l]
                network.b[l][...] -= network.dtype.type(alpha) * found.db[l]
        arrays = [*(cache.Z for cache in caches), *found.dW, *found.db, network.theta]
        with np.errstate(all="ignore"):
            overflows = not (caches[-1].Z ** 2).sum() < 1e-18 * np.finfo(network.dtype).max
        if overflows or not all(np.isfinite(array).all() for array in arrays):
            return iteration, before
        trainer.step()
    raise AssertionError("it never broke")


@pytest.mark.parametrize("batch_size", [5, None])
@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_that_a_run_stops_at_the_first_broken_update_with_the_last_good_parameters(
    batch_size: int | None, dtype: str
) -> None:
    trainer = diverging(batch_size=batch_size, dtype=dtype)
    trainer.run_updates(10_000)
    iteration, theta = readable_break(diverging(batch_size=batch_size, dtype=dtype))
    assert iteration > 2
    assert trainer.divergence is not None
    assert trainer.divergence.iteration == iteration
    assert trainer.iteration == iteration - 1
    np.testing.assert_allclose(trainer.network.theta, theta, rtol=1e-9 if dtype == "float64" else 1e-3)
    assert np.isfinite(trainer.network.theta).all()


@pytest.mark.parametrize("batch_size", [5, 20, None])
def test_that_a_slow_break_is_found_hundreds_of_updates_later(batch_size: int | None) -> None:
    spec = network_spec((2, 1), ("linear",))
    X, Y = examples_for(spec, 23)
    training = TrainingSpec(alpha=4.0, batch_size=batch_size)
    long, short, readable = (Trainer(random_network(spec), X, Y, training) for _ in range(3))
    long.run_updates(10_000)
    while short.divergence is None:
        short.step()
    assert long.divergence == short.divergence
    np.testing.assert_array_equal(long.network.theta, short.network.theta)
    iteration, _ = readable_break(readable)
    assert iteration > 100
    # The plan divides by m before it sums, so a sum may overflow one update later than as the notes write it.
    assert short.divergence is not None
    assert short.divergence.iteration - iteration in (0, 1)


def test_that_steps_one_by_one_break_at_the_same_place_as_a_long_run() -> None:
    long, short = diverging(), diverging()
    long.run_updates(10_000)
    for _ in range(10_000):
        short.step()
    assert long.divergence == short.divergence
    np.testing.assert_array_equal(long.network.theta, short.network.theta)


def test_that_the_place_is_really_the_first_one() -> None:
    trainer = diverging()
    trainer.run_updates(10_000)
    broken = trainer.divergence
    assert broken is not None
    X, Y = trainer.next_batch()
    network = trainer.network
    with np.errstate(all="ignore"):
        caches = propagation.forward(X, network.W[1:], network.b[1:], SPEC.layers)[1]
        dW, _ = propagation.backward(Y, COSTS[SPEC.cost], caches)
    finite = {("Z", l): np.isfinite(caches[l - 1].Z).all() for l in (1, 2)}
    finite |= {("dW", l): np.isfinite(dW[l - 1]).all() for l in (2, 1)}
    order = [("Z", 1), ("Z", 2), ("dW", 2), ("dW", 1)]
    expected = next((place for place in order if not finite[place]), ("W", broken.layer))
    assert (broken.symbol, broken.layer) == expected


def test_that_a_diverged_run_stands_still_and_everything_can_still_be_asked() -> None:
    trainer = diverging()
    trainer.run_updates(10_000)
    iteration, theta = trainer.iteration, trainer.network.theta.copy()
    trainer.step()
    trainer.run_epochs(3)
    assert trainer.iteration == iteration
    np.testing.assert_array_equal(trainer.network.theta, theta)
    assert all(np.isfinite(dW).all() for dW in trainer.gradient().dW)
    assert all(np.isfinite(trainer.measure().rms_dW))
    trainer.record()
    trainer.state()


def test_that_a_run_goes_on_after_a_smaller_alpha_and_a_repaired_network() -> None:
    trainer = diverging()
    trainer.run_updates(10_000)
    trainer.network.initialize(seed=1)
    trainer.alpha = 1e-5
    assert trainer.divergence is None
    before = trainer.iteration
    trainer.run_updates(40)
    assert trainer.divergence is None
    assert trainer.iteration == before + 40


def test_that_an_edit_of_a_diverged_network_never_breaks_the_measurement() -> None:
    trainer = diverging()
    trainer.run_updates(10_000)
    trainer.network.theta[...] = 1e300
    trainer.clear_divergence()
    assert all(np.isfinite(trainer.measure().rms_dW))
    trainer.run_updates(10)
    assert trainer.divergence is not None
    np.testing.assert_array_equal(trainer.network.theta, 1e300)


def test_that_restoring_an_earlier_state_ends_the_divergence() -> None:
    trainer = diverging()
    start = trainer.state()
    trainer.run_updates(10_000)
    trainer.restore(start)
    assert trainer.divergence is None
    assert trainer.iteration == 0


def test_that_a_cost_that_overflows_ends_the_run_although_every_parameter_is_finite() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(1, "linear"),), cost="mean_squared_error"))
    network.set_parameters([[[1e180]]], [[[0.0]]])
    trainer = Trainer(network, [[1.0, 2.0]], [[1.0, 2.0]], TrainingSpec(alpha=1e-200))
    trainer.run_updates(100)
    assert trainer.divergence is not None
    assert (trainer.divergence.iteration, trainer.divergence.symbol) == (1, "J")
    assert network.W[1][0, 0] == 1e180


def test_that_huge_but_finite_numbers_are_no_alarm() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(1, "linear"),), cost="mean_squared_error"))
    network.set_parameters([[[1e200]]], [[[0.0]]])
    trainer = Trainer(network, [[1e-200, 2e-200]], [[1.0, 2.0]], TrainingSpec(alpha=0.1))
    trainer.run_updates(100)
    assert trainer.divergence is None
    assert trainer.iteration == 100


def test_that_numbers_that_are_not_finite_in_the_data_break_the_first_update() -> None:
    X, Y = examples_for(SPEC, 10)
    X[0, 3] = np.nan
    trainer = Trainer(random_network(SPEC), X, Y, TrainingSpec())
    trainer.run_updates(10)
    assert trainer.divergence is not None
    assert (trainer.divergence.iteration, trainer.divergence.layer, trainer.divergence.symbol) == (1, 1, "Z")


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_that_every_optimizer_stops_in_time(optimizer: str) -> None:
    X, Y = examples_for(SPEC, 10)
    training = TrainingSpec(optimizer, alpha=1e200, batch_size=4)
    trainer = Trainer(random_network(SPEC), X, Y, training)
    trainer.run_updates(1000)
    assert trainer.divergence is not None
    assert np.isfinite(trainer.network.theta).all()


def test_that_an_infinite_memory_of_adam_is_found_too() -> None:
    network = Network(NetworkSpec(1, (LayerSpec(1, "linear"),), cost="mean_squared_error"))
    trainer = Trainer(network, [[1.0]], [[1e200]], TrainingSpec("adam"))
    trainer.run_updates(3)
    assert trainer.divergence is not None
    assert trainer.divergence.iteration == 1


def test_that_a_break_in_the_weights_alone_is_named_as_one() -> None:
    network, (X, Y) = random_network(SPEC), examples_for(SPEC, 4)
    assert first_break(network, X, Y, (False, False, True)) == ("W", 2)
    assert first_break(network, X, Y, (False, True, True)) == ("W", 1)


def test_that_a_break_in_the_gradient_is_named_at_the_last_layer_first() -> None:
    network, (X, Y) = random_network(SPEC), examples_for(SPEC, 4)
    Y[...] = 1e308
    network.W[2][...] = 1e10
    assert first_break(network, X, Y, (False, False, False)) == ("dW", 2)


def test_that_a_recorded_run_goes_back_to_the_last_record_whose_cost_was_a_number() -> None:
    trainer = diverging(batch_size=5)
    trainer.run_updates(2)
    trainer.record()
    theta = trainer.network.theta.copy()
    trainer.run_updates(1000)
    assert trainer.divergence is not None
    assert trainer.divergence.iteration > 2
    assert trainer.iteration == 2
    np.testing.assert_array_equal(trainer.network.theta, theta)
    assert np.isfinite(trainer.measure().cost_train)


def test_that_a_smaller_alpha_goes_on_from_the_last_good_parameters() -> None:
    trainer = diverging(batch_size=5)
    before = trainer.record().cost_train
    trainer.run_updates(1000)
    assert trainer.divergence is not None
    trainer.alpha = 1e-4
    trainer.run_updates(500)
    assert trainer.divergence is None
    assert trainer.measure().cost_train < before

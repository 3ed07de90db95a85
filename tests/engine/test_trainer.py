from __future__ import annotations

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.data import DataSpec, build_dataset
from engine.history import History
from engine.optimizers import OPTIMIZERS
from tests.engine.networks import examples_for, network_spec
from tests.engine.trainers import SPEC, make_trainer, one_epoch_of_batches


def test_that_the_worked_example_is_updated_as_in_the_notes() -> None:
    network = Network(NetworkSpec(2, (LayerSpec(3, "sigmoid"), LayerSpec(1, "sigmoid"))))
    W1, b1 = [[0.2, 0.4], [0.1, 0.3], [0.5, -0.2]], [[0.1], [-0.1], [0.05]]
    network.set_parameters([W1, [[0.3, -0.2, 0.4]]], [b1, [[-0.2]]])
    trainer = Trainer(network, [[0.5], [0.3]], [[1.0]], TrainingSpec(alpha=0.1))
    trainer.step()
    first = [[0.20174043, 0.40104426], [0.09881023, 0.29928614], [0.50234653, -0.19859208]]
    np.testing.assert_allclose(network.W[1], first, atol=5e-9)
    np.testing.assert_allclose(network.b[1].ravel(), [0.10348086, -0.10237954, 0.05469307], atol=5e-9)
    np.testing.assert_allclose(network.W[2], [[0.32758148, -0.17571909, 0.42664783]], atol=5e-9)
    np.testing.assert_allclose(network.b[2], [[-0.15239025]], atol=5e-9)
    assert trainer.measure().cost_train == pytest.approx(0.60367517, abs=5e-9)


def test_that_zero_weights_stay_zero_under_tanh_and_only_the_last_bias_moves() -> None:
    spec = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy", initialization="zeros")
    X, Y = examples_for(spec, 9)
    trainer = Trainer(Network(spec), X, Y, TrainingSpec(alpha=0.5))
    trainer.run_updates(20)
    network = trainer.network
    assert not network.W[1].any()
    assert not network.W[2].any()
    assert not network.b[1].any()
    assert network.b[2][0, 0] != 0


def test_that_iterations_and_epochs_are_counted_apart_and_the_partial_batch_is_used() -> None:
    trainer = make_trainer(batch_size=4, m=10)
    assert trainer.updates_per_epoch == 3
    sizes = [batch.shape[1] for batch in one_epoch_of_batches(trainer)]
    assert sizes == [4, 4, 2]
    assert (trainer.iteration, trainer.epoch, trainer.iteration_in_epoch) == (3, 1, 0)
    trainer.run_updates(7)
    assert (trainer.iteration, trainer.epoch, trainer.iteration_in_epoch) == (10, 3, 1)


def test_that_every_epoch_takes_every_example_once_in_another_order() -> None:
    trainer = make_trainer(batch_size=4, m=10)
    epochs = [np.concatenate(one_epoch_of_batches(trainer), axis=1) for _ in range(3)]
    for columns in epochs:
        np.testing.assert_array_equal(np.sort(columns[0]), np.sort(trainer.X[0]))
    assert (epochs[0] != epochs[1]).any()
    assert (epochs[1] != epochs[2]).any()


def test_that_the_seed_alone_decides_the_order() -> None:
    same, again, other = make_trainer(seed=1), make_trainer(seed=1), make_trainer(seed=2)
    for trainer in (same, again, other):
        trainer.run_updates(20)
    np.testing.assert_array_equal(same.network.theta, again.network.theta)
    assert (same.network.theta != other.network.theta).any()


def test_that_a_full_batch_is_taken_in_its_own_order() -> None:
    trainer = make_trainer(batch_size=None)
    trainer.run_updates(3)
    np.testing.assert_array_equal(trainer.next_batch()[0], trainer.X)
    assert (trainer.epoch, trainer.updates_per_epoch) == (3, 1)


def test_that_a_batch_size_beyond_all_examples_means_all() -> None:
    trainer = make_trainer(batch_size=1000)
    trainer.run_updates(2)
    assert trainer.epoch == 2


def test_that_run_epochs_finishes_a_begun_epoch_first() -> None:
    trainer = make_trainer(batch_size=4, m=10)
    trainer.run_epochs(2)
    assert (trainer.iteration, trainer.epoch) == (6, 2)
    trainer.step()
    trainer.run_epochs(1)
    assert (trainer.iteration, trainer.epoch) == (9, 3)
    trainer.run_epochs(0)
    trainer.run_updates(0)
    assert trainer.iteration == 9


def test_that_a_measurement_is_what_the_network_says() -> None:
    trainer = make_trainer(m=10, m_test=6)
    trainer.set_rates(l1=0.01, l2=0.02)
    network, now = trainer.network, trainer.measure()
    X_test, Y_test = examples_for(SPEC, 6, seed=1)
    assert now.cost_train == pytest.approx(network.cost(trainer.X, trainer.Y), rel=1e-12)
    assert now.cost_test == pytest.approx(network.cost(X_test, Y_test), rel=1e-12)
    right = (network.forward(X_test) >= 0.5) == (Y_test >= 0.5)
    assert now.accuracy_test == pytest.approx(right.mean())
    gradients = network.gradients(trainer.X, trainer.Y)
    for l in (1, 2):
        assert now.rms_dW[l - 1] == pytest.approx(np.sqrt((gradients.dW[l] ** 2).mean()), rel=1e-12)
        assert now.rms_db[l - 1] == pytest.approx(np.sqrt((gradients.db[l] ** 2).mean()), rel=1e-12)


def test_that_after_an_update_the_gradient_is_the_one_that_made_it() -> None:
    trainer = make_trainer(batch_size=4)
    trainer.run_updates(2)
    expected = trainer.network.gradients(*trainer.next_batch())
    trainer.step()
    found = trainer.gradient()
    for l in (1, 2):
        np.testing.assert_allclose(found.dW[l], expected.dW[l], rtol=1e-10)
        np.testing.assert_allclose(found.db[l], expected.db[l], rtol=1e-10)


def test_that_regression_has_no_accuracy() -> None:
    spec = network_spec((2, 3, 1), ("tanh", "linear"))
    X, Y = examples_for(spec, 8)
    now = Trainer(Network(spec), X, Y, TrainingSpec()).measure()
    assert now.accuracy_train is None
    assert now.accuracy_test is None


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
@pytest.mark.parametrize("batch_size", [3, 4, None])
@pytest.mark.parametrize("updates", [0, 1, 17])
def test_that_a_restored_state_continues_exactly(
    optimizer: str, batch_size: int | None, updates: int
) -> None:
    trainer = make_trainer(optimizer, batch_size)
    trainer.run_updates(updates)
    state = trainer.state()
    trainer.run_updates(25)
    theta, gradient, epoch = trainer.network.theta.copy(), trainer.gradient(), trainer.epoch
    elsewhere = make_trainer(optimizer, batch_size, seed=77)
    elsewhere.run_updates(5)
    for other in (trainer, elsewhere):
        other.restore(state)
        assert other.iteration == updates
        other.run_updates(25)
        np.testing.assert_array_equal(other.network.theta, theta)
        np.testing.assert_array_equal(other.gradient().dW[1], gradient.dW[1])
        assert (other.iteration, other.epoch) == (updates + 25, epoch)


def test_that_a_state_of_another_network_is_refused() -> None:
    spec = network_spec((2, 3, 1), ("tanh", "sigmoid"), "binary_cross_entropy")
    X, Y = examples_for(spec, 8)
    with pytest.raises(ValueError, match="the state holds 17 parameters, the network has 13"):
        Trainer(Network(spec), X, Y, TrainingSpec()).restore(make_trainer().state())


def test_that_a_state_brings_its_optimizer_along() -> None:
    adam, plain = make_trainer("adam"), make_trainer("gradient_descent")
    adam.run_updates(5)
    plain.restore(adam.state())
    assert plain.training.optimizer == "adam"
    for trainer in (adam, plain):
        trainer.run_updates(5)
    np.testing.assert_array_equal(adam.network.theta, plain.network.theta)


def test_that_a_trainer_of_a_rebuilt_network_counts_on() -> None:
    old = make_trainer(batch_size=4, m=10)
    old.run_updates(7)
    new = make_trainer(batch_size=4, m=10)
    new.continue_from(old, old.history.copy())
    assert (new.iteration, new.epoch, new.iteration_in_epoch) == (7, 3, 0)
    assert new.history.last_iteration == 6
    new.run_epochs(1)
    assert (new.iteration, new.epoch) == (10, 4)
    assert new.history.last_iteration == 10
    assert isinstance(new.history, History)


def test_that_the_first_network_learns_the_circle_quickly() -> None:
    data = build_dataset(DataSpec("circle"))
    spec = NetworkSpec(2, (LayerSpec(4), LayerSpec(2), LayerSpec(1, "sigmoid")))
    training = TrainingSpec(alpha=0.1, batch_size=10)
    trainer = Trainer(Network(spec), data.X_train, data.Y_train, training, data.X_test, data.Y_test)
    trainer.run_epochs(200)
    accuracy = trainer.measure().accuracy_test
    assert accuracy is not None
    assert accuracy > 0.95

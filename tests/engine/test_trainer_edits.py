"""A trainer whose settings or data become others keeps what need not change."""

from __future__ import annotations

import numpy as np
import pytest

from engine import Network, Trainer, TrainingSpec
from engine.network import ShapeError
from engine.optimizers import OPTIMIZERS
from engine.plan import Examples
from engine.rows import Rows
from engine.spec import SpecError
from tests.engine.networks import examples_for, random_network
from tests.engine.trainers import SPEC, make_trainer, one_epoch_of_batches


def test_that_alpha_changed_while_running_counts_from_the_next_update_on() -> None:
    changed, steady = make_trainer(batch_size=None), make_trainer(batch_size=None)
    for trainer in (changed, steady):
        trainer.run_updates(3)
    before = changed.network.theta.copy()
    changed.alpha = 0.4
    assert changed.alpha == changed.training.alpha == 0.4
    changed.step()
    steady.step()
    np.testing.assert_allclose(changed.network.theta - before, 4 * (steady.network.theta - before), rtol=1e-9)


@pytest.mark.parametrize("alpha", [0.0, -1.0, float("nan"), float("inf")])
def test_that_an_alpha_that_is_not_positive_is_refused(alpha: float) -> None:
    trainer = make_trainer()
    with pytest.raises(SpecError, match="alpha must be a positive number"):
        trainer.alpha = alpha
    assert trainer.alpha == 0.1


def test_that_a_changed_alpha_keeps_what_adam_remembers() -> None:
    changed, steady = make_trainer("adam"), make_trainer("adam")
    for trainer in (changed, steady):
        trainer.run_updates(5)
    changed.alpha = 0.1
    for trainer in (changed, steady):
        trainer.run_updates(5)
    np.testing.assert_array_equal(changed.network.theta, steady.network.theta)


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_that_another_optimizer_keeps_parameters_and_starts_afresh(optimizer: str) -> None:
    trainer = make_trainer("adam", batch_size=None)
    trainer.run_updates(5)
    fresh = Trainer(trainer.network.copy(), trainer.X, trainer.Y, TrainingSpec(optimizer, 0.1))
    trainer.set_optimizer(optimizer)
    assert trainer.training.optimizer == optimizer
    for other in (trainer, fresh):
        other.run_updates(4)
    np.testing.assert_allclose(trainer.network.theta, fresh.network.theta, rtol=1e-12)


def test_that_an_unknown_optimizer_changes_nothing() -> None:
    trainer = make_trainer("adam")
    with pytest.raises(SpecError, match="'sgd' is unknown"):
        trainer.set_optimizer("sgd")
    assert trainer.training.optimizer == "adam"
    trainer.step()
    assert trainer.iteration == 1


def test_that_another_batch_size_ends_the_begun_epoch_and_keeps_parameters() -> None:
    trainer = make_trainer(batch_size=4, m=10)
    trainer.run_updates(4)
    before = trainer.network.theta.copy()
    trainer.set_batch_size(3)
    np.testing.assert_array_equal(trainer.network.theta, before)
    assert (trainer.iteration, trainer.epoch, trainer.iteration_in_epoch) == (4, 2, 0)
    assert [batch.shape[1] for batch in one_epoch_of_batches(trainer)] == [3, 3, 3, 1]
    trainer.set_batch_size(None)
    assert (trainer.epoch, trainer.updates_per_epoch) == (3, 1)


def test_that_a_batch_size_below_one_is_refused() -> None:
    trainer = make_trainer()
    with pytest.raises(SpecError, match="batch_size must be at least 1"):
        trainer.set_batch_size(0)
    assert trainer.updates_per_epoch == 3


def test_that_other_rates_count_at_once_and_keep_the_order() -> None:
    trainer = make_trainer(batch_size=4, m=10)
    trainer.run_updates(1)
    expected_batch = trainer.next_batch()[0]
    trainer.set_rates(l1=0.1, l2=0.2)
    np.testing.assert_array_equal(trainer.next_batch()[0], expected_batch)
    now = trainer.measure()
    assert now.regularization == pytest.approx(trainer.network.regularization())
    assert now.cost_train == pytest.approx(trainer.network.cost(trainer.X, trainer.Y), rel=1e-12)
    analytic = trainer.network.gradients(*trainer.next_batch())
    trainer.step()
    np.testing.assert_allclose(trainer.gradient().dW[1], analytic.dW[1], rtol=1e-10)


def test_that_other_data_keeps_parameters_and_counts() -> None:
    trainer = make_trainer(batch_size=4, m=10)
    trainer.run_updates(4)
    before = trainer.network.theta.copy()
    X, Y = examples_for(SPEC, 7, seed=9)
    trainer.replace_examples(Examples.checked(trainer.network, X, Y))
    np.testing.assert_array_equal(trainer.network.theta, before)
    assert (trainer.iteration, trainer.epoch, trainer.updates_per_epoch) == (4, 2, 2)
    np.testing.assert_array_equal(np.sort(np.hstack(one_epoch_of_batches(trainer))[0]), np.sort(X[0]))
    assert np.isnan(trainer.measure().cost_test)


def test_that_data_of_a_wrong_shape_are_refused() -> None:
    network = Network(SPEC)
    with pytest.raises(ShapeError, match=r"Y_test has shape \(2, 3\), it must have shape \(1, 3\)"):
        Examples.checked(network, np.ones((2, 5)), np.ones((1, 5)), np.ones((2, 3)), np.ones((2, 3)))
    with pytest.raises(ShapeError, match=r"X has shape \(3, 5\), it must have shape \(2, m\)"):
        Trainer(network, np.ones((3, 5)), np.ones((1, 5)), TrainingSpec())
    with pytest.raises(
        ShapeError, match=r"have shapes \(2, m\) and \(2, m\), they must .* \(2, m\) and \(1, m\)"
    ):
        Examples.fitting(network, Rows(np.ones((5, 3))), Rows(np.ones((5, 2))), 5)


def test_that_the_examples_are_copied_in() -> None:
    X, Y = examples_for(SPEC, 10)
    trainer = Trainer(random_network(SPEC), X, Y, TrainingSpec(batch_size=4))
    expected = trainer.measure().cost_train
    X[...] = np.nan
    assert trainer.measure().cost_train == expected

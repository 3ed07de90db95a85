"""What a trainer writes down of its run."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engine.trainers import make_trainer


def test_that_epoch_ends_are_recorded_and_the_test_set_is_in_it() -> None:
    trainer = make_trainer(batch_size=4, m=10)
    trainer.run_updates(8)
    curves = trainer.history.curves()
    np.testing.assert_array_equal(curves.iteration, [3, 6])
    np.testing.assert_array_equal(curves.epoch, [1, 2])
    assert np.isfinite(curves.low["cost_test"]).all()
    trainer.record()
    curves = trainer.history.curves()
    assert curves.iteration[-1] == 8
    assert curves.epoch[-1] == pytest.approx(2 + 2 / 3)
    assert curves.low["cost_train"][-1] == pytest.approx(trainer.measure().cost_train, rel=1e-12)


@pytest.mark.parametrize("batch_size", [None, 4])
def test_that_recording_grows_rare_on_a_long_run_but_goes_on(batch_size: int | None) -> None:
    trainer = make_trainer(batch_size=batch_size)
    trainer.run_epochs(2000)
    iterations = trainer.history.curves().iteration // trainer.updates_per_epoch
    np.testing.assert_array_equal(iterations[:128], np.arange(1, 129))
    assert len(iterations) < 330
    assert 2000 - iterations[-1] < 32


def test_that_recording_can_be_left_out() -> None:
    trainer = make_trainer(batch_size=None)
    trainer.records_epochs = False
    trainer.run_epochs(50)
    assert len(trainer.history) == 0
    assert trainer.epoch == 50


def test_that_recording_does_not_change_training() -> None:
    silent, loud = make_trainer(), make_trainer()
    silent.records_epochs = False
    silent.run_updates(40)
    for _ in range(40):
        loud.step()
        loud.record()
    np.testing.assert_array_equal(silent.network.theta, loud.network.theta)

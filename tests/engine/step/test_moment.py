"""A moment is a copy: taking one changes nothing, and nothing changes it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS
from engine.spec import TrainingSpec
from engine.step.moment import take_moment
from engine.step.tape import record_tape
from engine.trainer import Trainer
from tests.engine.networks import examples_for, network_spec, random_network
from tests.engine.step.moments import trainer_of

SPEC = network_spec((3, 4, 2), ("tanh", "softmax"), "categorical_cross_entropy")


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("batch_size", [None, 3])
def test_that_a_run_with_and_without_looking_has_the_same_bits(
    optimizer: str, batch_size: int | None
) -> None:
    watched, alone = (trainer_of(SPEC, m=8, optimizer=optimizer, batch_size=batch_size) for _ in range(2))
    for _ in range(11):
        for columns in ("batch", "all", 2):
            record_tape(take_moment(watched, columns))  # type: ignore[arg-type]
        watched.step()
        alone.step()
    np.testing.assert_array_equal(watched.network.theta, alone.network.theta)
    assert watched.epoch == alone.epoch


def test_that_looking_before_another_batch_size_does_not_change_the_orders_to_come() -> None:
    watched, alone = (trainer_of(SPEC, m=8, batch_size=3) for _ in range(2))
    take_moment(watched)
    for trainer in (watched, alone):
        trainer.set_batch_size(2)
        trainer.run_updates(9)
    np.testing.assert_array_equal(watched.network.theta, alone.network.theta)


def test_that_the_batch_is_the_very_one_that_the_next_update_takes() -> None:
    trainer = trainer_of(SPEC, m=8, batch_size=3)
    seen = []
    for _ in range(6):
        moment = take_moment(trainer)
        X, Y = trainer.next_batch()
        np.testing.assert_array_equal(moment.X, X)
        np.testing.assert_array_equal(moment.Y, Y)
        np.testing.assert_array_equal(trainer.X[:, np.array(moment.example_numbers) - 1], X)
        seen += moment.example_numbers
        trainer.step()
    assert sorted(seen) == sorted([*range(1, 9)] * 2)
    assert seen[:8] != seen[8:]


def test_that_a_moment_stays_when_the_run_goes_on() -> None:
    trainer = trainer_of(SPEC, optimizer="adam")
    trainer.run_updates(3)
    moment = take_moment(trainer, "all")
    before = [array.copy() for array in (*moment.W, *moment.b, moment.X, *moment.memory["v"][2])]
    trainer.run_updates(5)
    after = (*moment.W, *moment.b, moment.X, *moment.memory["v"][2])
    for old, now in zip(before, after, strict=True):
        np.testing.assert_array_equal(old, now)
    assert (moment.iteration, moment.t, moment.m) == (3, 3, 7)
    assert set(moment.memory) == {"v", "s"}


def test_that_no_array_of_a_moment_can_be_written_to() -> None:
    moment = take_moment(trainer_of(SPEC, optimizer="momentum"), "all")
    for array in (*moment.W[1:], *moment.b[1:], moment.X, moment.Y, *moment.memory["v"][1]):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_that_a_run_in_single_precision_is_shown_in_double() -> None:
    network = random_network(SPEC, dtype="float32")
    trainer = Trainer(network, *examples_for(SPEC, 7), TrainingSpec("adam"))
    trainer.run_updates(2)
    tape = record_tape(take_moment(trainer))
    assert {row.value.dtype for row in tape.rows} == {np.dtype(np.float64)}


@pytest.mark.parametrize("index", [-1, 7])
def test_that_an_example_that_does_not_exist_is_named(index: int) -> None:
    with pytest.raises(IndexError, match=f"no training example {index + 1}: there are 7"):
        take_moment(trainer_of(SPEC), index)

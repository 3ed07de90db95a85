"""How many updates come next, and when a snapshot is due, at each kind of speed."""

from __future__ import annotations

import time

import pytest

from engine.data import build_dataset
from engine.session import Session
from engine.setup import Setup
from gui.training.pace import Pace, UpdateRate
from gui.training.speed import SPEEDS, Speed


@pytest.fixture
def session() -> Session:
    setup = Setup()
    return Session(setup, build_dataset(setup.data))


def test_that_an_epoch_a_frame_waits_until_the_frame_is_taken(session):
    pace = Pace(Speed("1 epoch / frame", epochs_per_frame=1))
    assert pace.updates_now(session, taken=False) == 0
    made = 0
    while made < 25:
        updates = pace.updates_now(session, taken=True)
        session.run_updates(updates)
        made += updates
    assert made == 25
    assert pace.updates_now(session, taken=False) == 0


def test_that_full_speed_works_in_slices_that_fit_the_network(session):
    pace = Pace(SPEEDS[-1])
    assert pace.updates_now(session, taken=False) == 1
    pace.learn(1, 0.0001)
    assert pace.updates_now(session, taken=False) == 10
    for _ in range(50):
        pace.learn(1, 0.5)
    assert pace.updates_now(session, taken=False) == 1


def test_that_a_snapshot_that_is_dear_to_make_leaves_as_much_time_for_training():
    pace = Pace(SPEEDS[-1])
    assert pace.may_publish(taken=True)
    assert not pace.may_publish(taken=False)
    pace.published(1000.0)
    assert not pace.may_publish(taken=True)
    pace.published(0.0)
    assert pace.may_publish(taken=True)


def test_that_a_dear_measurement_is_spared_for_a_while_at_full_speed_only():
    full, slow = Pace(SPEEDS[-1]), Pace(Speed("1 update / s", updates_per_second=1))
    assert full.should_measure()
    for pace in (full, slow):
        pace.published(1000.0, measured=True)
        pace.published(0.0, measured=False)
    assert not full.should_measure()
    assert slow.should_measure()
    full.published(0.0, measured=True)
    assert full.should_measure()


def test_that_a_cheap_snapshot_after_a_dear_one_need_not_wait_as_long():
    pace = Pace(SPEEDS[-1])
    pace.published(1000.0, measured=True)
    assert not pace.may_publish(taken=True)
    pace.published(0.0, measured=False)
    until = time.perf_counter() + 10
    while not pace.may_publish(taken=True):
        assert time.perf_counter() < until


def test_that_slow_speeds_show_every_update(session):
    pace = Pace(Speed("1 update / s", updates_per_second=1))
    assert pace.updates_now(session, taken=True) == 1
    assert pace.updates_now(session, taken=True) == 0
    pace.published(1000.0)
    assert pace.may_publish(taken=True)


def test_that_the_rate_counts_from_the_start_of_the_run():
    rate = UpdateRate()
    rate.restart(1000)
    assert rate.per_second(1000) == 0.0
    assert rate.per_second(2000) > 0.0

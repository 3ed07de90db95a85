from __future__ import annotations

import numpy as np

from engine.epoch_order import EpochOrder


def started(m: int = 10, updates_per_epoch: int = 5, seed: int = 0) -> EpochOrder:
    order = EpochOrder(seed)
    order.begin(m, updates_per_epoch)
    return order


def test_that_an_order_is_a_permutation_that_holds_for_its_epoch() -> None:
    order = started()
    first = order.examples().copy()
    order.advance(3)
    np.testing.assert_array_equal(order.examples(), first)
    np.testing.assert_array_equal(np.sort(first), np.arange(10))
    assert order.advance(2)
    assert order.is_new
    assert (order.examples() != first).any()


def test_that_one_batch_an_epoch_keeps_the_order_and_counts_several_epochs_at_once() -> None:
    order = started(updates_per_epoch=1)
    assert not order.is_new
    np.testing.assert_array_equal(order.examples(), np.arange(10))
    assert order.advance(7)
    assert (order.epoch, order.position) == (7, 0)


def test_that_the_epoch_of_now_holds_the_begun_part() -> None:
    order = started()
    order.advance(5)
    order.advance(2)
    assert order.epoch_now == 1.4


def test_that_beginning_anew_counts_a_begun_epoch_only() -> None:
    order = started()
    order.begin(10, 2)
    assert order.epoch == 0
    order.advance(1)
    order.begin(4, 4)
    assert (order.epoch, order.position) == (1, 0)
    np.testing.assert_array_equal(np.sort(order.examples()), np.arange(4))


def test_that_a_state_is_independent_of_what_follows() -> None:
    order = started()
    order.examples()
    order.advance(2)
    state = order.state()
    follow = [order.examples().copy(), order.advance(3), order.examples().copy()]
    order.advance(4)
    for other in (order, started(seed=9)):
        other.restore(state)
        assert (other.position, other.epoch) == (2, 0)
        np.testing.assert_array_equal(other.examples(), follow[0])
        other.advance(3)
        np.testing.assert_array_equal(other.examples(), follow[2])


def test_that_a_state_of_other_examples_starts_its_epoch_afresh() -> None:
    order = started()
    order.advance(5)
    order.examples()
    order.advance(2)
    other = started(m=6, updates_per_epoch=3)
    other.restore(order.state())
    assert (other.epoch, other.position) == (1, 0)
    np.testing.assert_array_equal(np.sort(other.examples()), np.arange(6))

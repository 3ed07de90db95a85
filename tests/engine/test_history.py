from __future__ import annotations

import numpy as np
import pytest

from engine.history import SCALARS, History


def fill(history: History, rows: int, start: int = 0, cost: float = 1.0) -> None:
    for i in range(start, start + rows):
        append(history, i, cost)


def append(history: History, iteration: int, cost: float, rms: float = 0.5) -> None:
    layers = [rms] * history.L
    history.append(iteration, iteration / 10, cost, cost + 1, 0.0, 0.75, None, layers, layers)


def test_that_a_short_history_is_kept_row_by_row() -> None:
    history = History(2)
    history.append(5, 0.5, 1.0, 2.0, 0.1, 0.8, None, [1e-3, 2e-3], [3e-3, 4e-3])
    history.append(10, 1.0, 0.5, 1.5, 0.2, 0.9, 0.7, [5e-3, 6e-3], [7e-3, 8e-3])
    curves = history.curves()
    np.testing.assert_array_equal(curves.iteration, [5, 10])
    np.testing.assert_array_equal(curves.epoch, [0.5, 1.0])
    assert set(curves.low) == set(curves.high) == {*SCALARS, "rms_dW", "rms_db"}
    for series in (curves.low, curves.high):
        np.testing.assert_array_equal(series["cost_train"], [1.0, 0.5])
        np.testing.assert_array_equal(series["accuracy_test"], [np.nan, 0.7])
        np.testing.assert_array_equal(series["rms_dW"], [[1e-3, 2e-3], [5e-3, 6e-3]])
        np.testing.assert_array_equal(series["rms_db"], [[3e-3, 4e-3], [7e-3, 8e-3]])
    assert history.last_iteration == 10


def test_that_an_empty_history_has_empty_curves() -> None:
    history = History(3)
    assert history.last_iteration == -1
    assert history.curves().low["rms_dW"].shape == (0, 3)


def test_that_a_long_history_is_bounded_and_in_order() -> None:
    history = History(1, capacity=64)
    sizes = set()
    for i in range(10_000):
        append(history, i, 1.0)
        sizes.add(len(history))
    assert max(sizes) == 64
    assert len(history) >= 32
    curves = history.curves()
    assert (np.diff(curves.iteration) > 0).all()
    assert curves.iteration[-1] == history.last_iteration == 9_999


@pytest.mark.parametrize("spike_at", [0, 1, 777, 5_000, 9_998, 9_999])
def test_that_a_spike_of_one_row_survives_all_merging(spike_at: int) -> None:
    history = History(1, capacity=64)
    for i in range(10_000):
        append(history, i, 1e6 if i == spike_at else -1e6 if i == 9_999 - spike_at else 1.0)
    curves = history.curves()
    assert curves.high["cost_train"].max() == 1e6
    assert curves.low["cost_train"].min() == -1e6
    place = int(curves.high["cost_train"].argmax())
    assert curves.iteration[place] >= spike_at
    assert place == 0 or curves.iteration[place - 1] < spike_at


def test_that_nothing_measured_does_not_hide_what_was() -> None:
    history = History(1, capacity=4)
    for i in range(64):
        append(history, i, float("nan") if i % 2 else 3.0)
    np.testing.assert_array_equal(history.curves().low["cost_train"], 3.0)
    assert np.isnan(history.curves().high["accuracy_test"]).all()


def test_that_curves_are_read_only_copies_and_the_same_until_something_is_appended() -> None:
    history = History(1)
    fill(history, 3)
    curves = history.curves()
    assert history.curves() is curves
    for array in (curves.iteration, curves.epoch, curves.low["cost_train"], curves.high["rms_dW"]):
        assert not array.flags.writeable
    append(history, 3, cost=9.0)
    assert len(curves.iteration) == 3
    assert history.curves() is not curves


def test_that_a_row_of_the_same_iteration_replaces_the_one_before() -> None:
    history = History(1)
    fill(history, 3)
    append(history, 2, cost=7.0)
    curves = history.curves()
    np.testing.assert_array_equal(curves.iteration, [0, 1, 2])
    assert (curves.low["cost_train"][-1], curves.high["cost_train"][-1]) == (7.0, 7.0)
    append(history, 3, cost=1.0)
    assert len(history) == 4


def test_that_going_back_forgets_what_came_later() -> None:
    history = History(1)
    fill(history, 50)
    append(history, 20, cost=4.0)
    np.testing.assert_array_equal(history.curves().iteration, np.arange(21))
    append(history, 0, cost=4.0)
    assert len(history) == 1


def test_that_layers_are_remapped_and_a_new_layer_has_no_past() -> None:
    history = History(3)
    history.append(1, 1.0, 0.5, 0.6, 0.0, None, None, [1.0, 2.0, 3.0], [4.0, 5.0, 6.0])
    twin = history.remapped((1, None, 3, 2))
    append(twin, 2, 0.4, rms=9.0)
    curves = twin.curves()
    np.testing.assert_array_equal(curves.low["rms_dW"], [[1, np.nan, 3, 2], [9, 9, 9, 9]])
    np.testing.assert_array_equal(curves.low["rms_db"], [[4, np.nan, 6, 5], [9, 9, 9, 9]])
    np.testing.assert_array_equal(curves.low["cost_train"], [0.5, 0.4])
    assert len(history) == 1


def test_that_a_copy_goes_its_own_way() -> None:
    history = History(2, capacity=8)
    fill(history, 13)
    twin = history.copy()
    fill(twin, 20, start=13, cost=2.0)
    fill(history, 20, start=13, cost=2.0)
    np.testing.assert_array_equal(twin.curves().iteration, history.curves().iteration)
    append(twin, 99, 5.0)
    assert history.last_iteration == 32


def test_that_a_row_for_other_layers_is_refused() -> None:
    with pytest.raises(ValueError, match="need 2 numbers, not 1 and 2"):
        History(2).append(0, 0, 1, 1, 0, None, None, [1.0], [1.0, 2.0])
    with pytest.raises(ValueError, match="capacity must be even"):
        History(1, capacity=5)

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from engine import LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from engine.data import Dataset, DataSpec, build_dataset, output_of, plane_grid
from engine.observe import Observer, observe
from engine.run import build_trainer
from engine.setup import Setup
from engine.snapshot import Snapshot, Wishes

CIRCLE = build_dataset(DataSpec("circle"))
DIGITS = build_dataset(DataSpec("digits"))
REGRESSION = build_dataset(DataSpec("plane"))


def trainer_on(data: Dataset, hidden: tuple[LayerSpec, ...], updates: int = 50) -> Trainer:
    output, cost = output_of(data)
    network = Network(NetworkSpec(data.inputs, (*hidden, output), cost=cost), seed=1)
    training = TrainingSpec(alpha=0.05, batch_size=10)
    trainer = Trainer(network, data.X_train, data.Y_train, training, data.X_test, data.Y_test)
    trainer.run_updates(updates)
    return trainer


TANH = (LayerSpec(4, "tanh"), LayerSpec(2, "tanh"))


def arrays_in(value: Any) -> list[np.ndarray]:
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, (tuple, list)):
        return [array for item in value for array in arrays_in(item)]
    if hasattr(value, "__dataclass_fields__"):
        return [array for f in fields(value) for array in arrays_in(getattr(value, f.name))]
    return []


def test_that_a_snapshot_says_what_the_trainer_says() -> None:
    trainer = trainer_on(CIRCLE, TANH)
    now = observe(trainer, CIRCLE, Wishes(), revision=3, state="running", updates_per_second=12.5)
    measured, gradients = trainer.measure(), trainer.gradient()
    assert (now.revision, now.state, now.updates_per_second) == (3, "running", 12.5)
    assert (now.iteration, now.epoch, now.sizes) == (50, 2, (2, 4, 2, 1))
    assert now.cost_train == measured.cost_train
    assert now.cost_test == measured.cost_test
    assert now.accuracy_test == measured.accuracy_test
    assert now.rms_dW == measured.rms_dW
    assert now.curves is trainer.history.curves()
    assert now.W[0] is now.dW[0] is now.b[0] is now.db[0] is None
    for l in (1, 2, 3):
        np.testing.assert_array_equal(now.W[l], trainer.network.W[l])
        np.testing.assert_array_equal(now.db[l], gradients.db[l])


def test_that_a_snapshot_is_frozen_and_does_not_change_with_the_run() -> None:
    trainer = trainer_on(CIRCLE, TANH)
    observer = Observer(CIRCLE)
    wishes = Wishes(distributions=True, mistakes=3, hovered_unit=(1, 0))
    first = observer.observe(trainer, wishes, 1)
    held = arrays_in(first)
    copies = [array.copy() for array in held]
    trainer.run_updates(100)
    second = observer.observe(trainer, wishes, 1)
    assert len(held) > 40
    for array, copy in zip(held, copies, strict=True):
        assert not array.flags.writeable
        np.testing.assert_array_equal(array, copy)
    assert (first.unit_maps[1] != second.unit_maps[1]).any()
    assert (first.output_map != second.output_map).any()


def test_that_the_output_map_is_yhat_over_the_plane() -> None:
    trainer = trainer_on(CIRCLE, TANH)
    now = observe(trainer, CIRCLE, Wishes(output_grid=30), 1)
    X = plane_grid(CIRCLE, ("inputs", 0, 1), 30).X
    assert now.output_map is not None
    assert (now.output_map.shape, now.output_map.dtype) == ((1, 30, 30), np.float32)
    np.testing.assert_allclose(now.output_map[0], trainer.network.forward(X).reshape(30, 30), atol=1e-5)


@pytest.mark.parametrize("activation", ["tanh", "sigmoid", "relu", "leaky_relu", "linear"])
def test_that_unit_maps_are_activations_brought_into_minus_one_to_one(activation: str) -> None:
    trainer = trainer_on(CIRCLE, (LayerSpec(5, activation),))
    now = observe(trainer, CIRCLE, Wishes(unit_grid=20), 1)
    X = plane_grid(CIRCLE, ("inputs", 0, 1), 20).X
    first = NetworkSpec(2, (LayerSpec(5, activation),), cost="mean_squared_error")
    layer = Network(first)
    layer.set_parameters(trainer.network.W[1:2], trainer.network.b[1:2])
    A = layer.forward(X).reshape(5, 20, 20)
    scale = 1.0 if activation in ("tanh", "sigmoid") else np.abs(A).max()
    expected = 2 * A - 1 if activation == "sigmoid" else A / scale
    assert now.unit_scales[1] == pytest.approx(scale, rel=1e-5)
    np.testing.assert_allclose(now.unit_maps[1], expected, atol=1e-5)
    np.testing.assert_allclose(
        now.unit_maps[2], 2 * trainer.network.forward(X).reshape(1, 20, 20) - 1, atol=1e-5
    )
    inputs = now.unit_maps[0]
    assert inputs is not None
    np.testing.assert_allclose(np.abs(inputs).max(axis=(1, 2)), 1)
    np.testing.assert_allclose(inputs.reshape(2, -1) * np.abs(X).max(axis=1)[:, None], X, rtol=1e-5)


def test_that_a_dead_layer_gives_a_flat_picture() -> None:
    trainer = trainer_on(CIRCLE, (LayerSpec(3, "relu"),))
    trainer.network.W[1][...] = 0
    trainer.network.b[1][...] = -1
    now = observe(trainer, CIRCLE, Wishes(), 1)
    np.testing.assert_array_equal(now.unit_maps[1], 0)


def test_that_only_shown_units_get_a_map_and_units_that_are_gone_are_left_out() -> None:
    trainer = trainer_on(CIRCLE, TANH)
    every = observe(trainer, CIRCLE, Wishes(unit_grid=10), 1)
    some = observe(trainer, CIRCLE, Wishes(unit_grid=10, shown_units=((1,), (0, 3, 17), ())), 1)
    assert [m.shape[0] for m in some.unit_maps if m is not None] == [1, 2, 0, 1]
    assert every.unit_maps[1] is not None
    np.testing.assert_allclose(some.unit_maps[1], every.unit_maps[1][[0, 3]], atol=1e-7)


def test_that_the_hovered_unit_has_a_map_at_the_outputs_size() -> None:
    trainer = trainer_on(CIRCLE, TANH)
    now = observe(trainer, CIRCLE, Wishes(unit_grid=24, output_grid=24, hovered_unit=(2, 1)), 1)
    assert now.unit_maps[2] is not None
    np.testing.assert_allclose(now.hovered_map, now.unit_maps[2][1], atol=1e-6)
    now = observe(trainer, CIRCLE, Wishes(unit_grid=24, output_grid=24, hovered_unit=(0, 1)), 1)
    assert now.unit_maps[0] is not None
    np.testing.assert_allclose(now.hovered_map, now.unit_maps[0][1], atol=1e-6)
    for gone in ((2, 9), (7, 0)):
        assert observe(trainer, CIRCLE, Wishes(hovered_unit=gone), 1).hovered_map is None


@pytest.mark.parametrize("unit", [(0, 1), (1, 2), (2, 0)])
def test_that_the_hovered_map_times_its_scale_is_the_activation(unit: tuple[int, int]) -> None:
    trainer = trainer_on(CIRCLE, (LayerSpec(5, "relu"),))
    now = observe(trainer, CIRCLE, Wishes(output_grid=16, hovered_unit=unit), 1)
    X = plane_grid(CIRCLE, ("inputs", 0, 1), 16).X
    l, k = unit
    A = [
        X,
        np.maximum(0, trainer.network.W[1] @ X + trainer.network.b[1]),
        2 * trainer.network.forward(X) - 1,
    ][l]
    assert now.hovered_map is not None
    np.testing.assert_allclose(now.hovered_map.ravel() * now.hovered_scale, A[k], atol=1e-5)


def test_that_what_is_not_wished_for_is_not_there() -> None:
    bare = Wishes(unit_grid=0, output_grid=0, confusion=False)
    now = observe(trainer_on(CIRCLE, TANH), CIRCLE, bare, 1)
    assert now.unit_maps == (None,) * 4
    assert now.output_map is now.hovered_map is now.confusion is None
    assert now.mistakes == ()
    assert now.distributions == {}


def test_that_wide_data_has_a_map_of_the_output_only_and_a_confusion_matrix() -> None:
    trainer = trainer_on(DIGITS, (LayerSpec(12, "relu"),), updates=300)
    wishes = Wishes(plane=("components", 0, 1), output_grid=16, mistakes=4)
    now = observe(trainer, DIGITS, wishes, 1)
    assert now.unit_maps == (None, None, None)
    assert now.output_map is not None
    np.testing.assert_allclose(now.output_map.sum(axis=0), 1, rtol=1e-5)
    assert now.confusion is not None
    assert now.confusion.shape == (10, 10)
    assert now.confusion.sum() == DIGITS.X_test.shape[1]
    assert now.accuracy_test == pytest.approx(np.trace(now.confusion) / now.confusion.sum())
    assert len(now.mistakes) == 4
    for mistake in now.mistakes:
        yhat = trainer.network.forward(DIGITS.X_test[:, [mistake.index]])[:, 0]
        assert mistake.given == yhat.argmax() != mistake.truth == DIGITS.labels_test[mistake.index]
        assert mistake.probability == pytest.approx(yhat.max(), rel=1e-9)


def test_that_regression_has_neither_accuracy_nor_confusion() -> None:
    now = observe(trainer_on(REGRESSION, TANH), REGRESSION, Wishes(mistakes=3), 1)
    assert now.accuracy_train is now.confusion is None
    assert now.mistakes == ()
    assert now.output_map is not None


def test_that_unit_activity_is_the_mean_over_the_training_examples() -> None:
    trainer = trainer_on(CIRCLE, TANH)
    now = observe(trainer, CIRCLE, Wishes(), 1)
    np.testing.assert_allclose(now.unit_activity[3], trainer.network.forward(CIRCLE.X_train).mean(axis=1))
    np.testing.assert_allclose(now.unit_activity[0], CIRCLE.X_train.mean(axis=1), atol=1e-12)


def test_that_an_observer_follows_other_wishes_and_another_trainer() -> None:
    observer = Observer(CIRCLE)
    first, second = trainer_on(CIRCLE, TANH), trainer_on(CIRCLE, (LayerSpec(3, "relu"),))
    shapes = []
    for trainer, size in ((first, 20), (first, 30), (second, 30), (first, 30)):
        maps = observer.observe(trainer, Wishes(unit_grid=size, output_grid=size), 1).unit_maps
        shapes.append([picture.shape for picture in maps[1:] if picture is not None])
    assert shapes[0] == [(4, 20, 20), (2, 20, 20), (1, 20, 20)]
    assert shapes[1] == shapes[3] == [(4, 30, 30), (2, 30, 30), (1, 30, 30)]
    assert shapes[2] == [(3, 30, 30), (1, 30, 30)]


@pytest.mark.parametrize("size", [1e30, 1e39, 1e300])
def test_that_a_network_beyond_all_measure_still_gives_finite_pictures(size: float) -> None:
    trainer = trainer_on(REGRESSION, (LayerSpec(4, "relu"), LayerSpec(3, "tanh")))
    trainer.network.theta *= size
    trainer.clear_divergence()
    now = observe(trainer, REGRESSION, Wishes(hovered_unit=(1, 1), distributions=True), 1)
    for picture in (*now.unit_maps, now.output_map, now.hovered_map):
        assert picture is not None
        assert np.isfinite(picture).all()
    for picture in (*now.unit_maps, now.hovered_map):
        assert picture is not None
        assert np.abs(picture).max() <= 1 + 1e-6


def test_that_a_diverged_run_can_be_observed() -> None:
    trainer = trainer_on(REGRESSION, (LayerSpec(8, "relu"),))
    trainer.alpha = 1e5
    trainer.run_updates(100)
    assert trainer.divergence is not None
    now = observe(trainer, REGRESSION, Wishes(distributions=True), 1)
    assert isinstance(now, Snapshot)
    assert now.divergence == trainer.divergence
    assert all(np.isfinite(W).all() for W in now.W[1:] if W is not None)


def test_that_a_large_network_gets_a_coarser_output_map() -> None:
    setup = Setup(data=DataSpec("digits"))
    dataset = build_dataset(setup.data)
    layers = (LayerSpec(1024, "relu"), LayerSpec(512, "relu"), setup.network.layers[-1])
    setup = replace(setup, network=replace(setup.network, layers=layers)).fitted_to(dataset)
    trainer = build_trainer(setup, dataset)
    picture = observe(trainer, dataset, Wishes(output_grid=80), revision=0).output_map
    assert picture is not None
    assert picture.shape[0] == 10
    assert 24 <= picture.shape[1] < 40
    assert picture.shape[1] == picture.shape[2]


def test_that_the_first_layer_over_a_flat_plane_is_that_of_every_point_by_itself() -> None:
    trainer = trainer_on(DIGITS, (LayerSpec(12, "tanh"), LayerSpec(5, "relu")), updates=200)
    for plane in (("components", 0, 1), ("inputs", 20, 43)):
        now = observe(trainer, DIGITS, Wishes(plane=plane, output_grid=17, hovered_unit=(0, 43)), 1)
        X = plane_grid(DIGITS, plane, 17).X
        assert now.output_map is not None
        assert now.hovered_map is not None
        np.testing.assert_allclose(now.output_map.reshape(10, -1), trainer.network.forward(X), atol=2e-5)
        np.testing.assert_allclose(now.hovered_map.ravel() * now.hovered_scale, X[43], atol=2e-5)


def test_that_a_snapshot_without_measuring_has_parameters_of_now_and_the_last_measurement() -> None:
    trainer, observer, wishes = trainer_on(CIRCLE, TANH), Observer(CIRCLE), Wishes(distributions=True)
    first = observer.observe(trainer, wishes, 1)
    trainer.records_epochs = False
    trainer.run_updates(100)
    rows = len(trainer.history)
    plain = observer.observe(trainer, wishes, 2, measures=False)
    assert (plain.iteration, plain.revision) == (150, 2)
    np.testing.assert_array_equal(plain.W[1], trainer.network.W[1])
    np.testing.assert_array_equal(plain.dW[2], trainer.gradient().dW[2])
    assert plain.cost_train == first.cost_train
    assert plain.output_map is first.output_map
    assert plain.curves is first.curves
    assert len(trainer.history) == rows
    fresh = observer.observe(trainer, wishes, 2)
    assert fresh.cost_train == trainer.measure().cost_train != first.cost_train
    assert fresh.curves.iteration[-1] == 150


def test_that_an_observer_measures_in_any_case_for_other_wishes_or_another_trainer() -> None:
    observer, first = Observer(CIRCLE), trainer_on(CIRCLE, TANH)
    observer.observe(first, Wishes(), 1)
    wider = observer.observe(first, Wishes(output_grid=33), 1, measures=False)
    assert wider.output_map is not None
    assert wider.output_map.shape == (1, 33, 33)
    second = trainer_on(CIRCLE, TANH, updates=80)
    assert (
        observer.observe(second, Wishes(output_grid=33), 1, measures=False).cost_train
        == second.measure().cost_train
    )

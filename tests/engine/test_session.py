"""A run that is edited: what survives, what comes back, what goes on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data import DataSpec, build_dataset
from engine.session import Change, ParameterChange, Session
from engine.setup import Setup
from engine.snapshot import Wishes
from engine.spec import LayerSpec


def fresh() -> tuple[Setup, Session]:
    setup = Setup()
    dataset = build_dataset(setup.data)
    setup = setup.fitted_to(dataset)
    return setup, Session(setup, dataset)


def same_origins(setup: Setup) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(range(1, setup.network.L + 1)), tuple(range(setup.network.inputs))


def change_to(session: Session, setup: Setup, after: Setup, **more: object) -> None:
    layers, inputs = same_origins(setup)
    values = {"layer_origin": layers, "input_origin": inputs, **more}
    session.apply(Change(after, session.dataset, **values))  # type: ignore[arg-type]


def with_units(setup: Setup, l: int, units: int) -> Setup:
    layer = replace(setup.network.layer(l), units=units)
    return replace(setup, network=setup.network.with_layer(l, layer))


def test_that_adding_a_unit_keeps_every_trained_number():
    setup, session = fresh()
    session.run_updates(100)
    before = session.trainer.network.copy()
    change_to(session, setup, with_units(setup, 1, 5))
    after = session.trainer.network
    assert after.W[1].shape == (5, 2)
    np.testing.assert_array_equal(after.W[1][:4], before.W[1])
    np.testing.assert_array_equal(after.W[2][:, :4], before.W[2])
    np.testing.assert_array_equal(after.W[3], before.W[3])


def test_that_iteration_epoch_and_curves_go_on_over_a_structural_edit():
    setup, session = fresh()
    session.run_updates(100)
    change_to(session, setup, with_units(setup, 1, 5))
    assert (session.trainer.iteration, session.trainer.epoch) == (100, 4)
    session.run_updates(25)
    assert session.trainer.epoch == 5
    curves = session.observe(Wishes(), 0, "paused", 0.0).curves
    assert curves.iteration[0] == 0
    assert curves.iteration[-1] == 125


def test_that_undoing_a_removed_unit_brings_its_numbers_back_and_keeps_later_training():
    setup, session = fresh()
    session.run_updates(50)
    lost = session.trainer.network.W[1][3].copy()
    smaller = with_units(setup, 1, 3)
    change_to(session, setup, smaller, store="edit 1 before")
    session.run_updates(50)
    trained = session.trainer.network.W[1].copy()
    change_to(session, smaller, setup, store="edit 1 after", recall="edit 1 before")
    np.testing.assert_array_equal(session.trainer.network.W[1][3], lost)
    np.testing.assert_array_equal(session.trainer.network.W[1][:3], trained)


def test_that_undoing_a_reset_brings_weights_and_curves_back():
    setup, session = fresh()
    session.run_updates(100)
    theta = session.trainer.network.theta.copy()
    change_to(session, setup, setup, restart=True, store="edit 1 before")
    assert session.trainer.iteration == 0
    assert not np.array_equal(session.trainer.network.theta, theta)
    change_to(session, setup, setup, restart=True, store="edit 1 after", recall="edit 1 before")
    np.testing.assert_array_equal(session.trainer.network.theta, theta)
    assert session.trainer.iteration == 100
    assert session.observe(Wishes(), 0, "paused", 0.0).curves.iteration[-1] >= 100


def test_that_a_reset_starts_from_the_same_weights_again():
    setup, session = fresh()
    start = session.trainer.network.theta.copy()
    session.run_updates(30)
    change_to(session, setup, setup, restart=True)
    np.testing.assert_array_equal(session.trainer.network.theta, start)


def test_that_a_changed_alpha_leaves_the_run_untouched():
    setup, session = fresh()
    session.run_updates(30)
    theta = session.trainer.network.theta.copy()
    trainer = session.trainer
    after = replace(setup, training=replace(setup.training, alpha=0.5))
    change_to(session, setup, after)
    assert session.trainer is trainer
    assert trainer.alpha == 0.5
    np.testing.assert_array_equal(trainer.network.theta, theta)


def test_that_an_inserted_layer_keeps_the_biases_behind_it():
    setup, session = fresh()
    session.run_updates(60)
    biases = session.trainer.network.b[2].copy()
    layers = setup.network.layers
    network = replace(setup.network, layers=(layers[0], LayerSpec(3, "relu"), *layers[1:]))
    change_to(session, setup, replace(setup, network=network), layer_origin=(1, None, 2, 3))
    assert session.trainer.network.W[3].shape == (2, 3)
    np.testing.assert_array_equal(session.trainer.network.b[3], biases)


def test_that_another_sample_goes_on_with_the_same_network():
    setup, session = fresh()
    session.run_updates(40)
    theta = session.trainer.network.theta.copy()
    dataset = build_dataset(replace(setup.data, seed=9))
    layers, inputs = same_origins(setup)
    session.apply(Change(replace(setup, data=dataset.spec), dataset, layers, inputs))
    np.testing.assert_array_equal(session.trainer.network.theta, theta)
    assert session.trainer.iteration == 40
    session.run_updates(10)
    assert session.trainer.iteration == 50


def test_that_another_input_keeps_the_columns_of_the_old_ones():
    setup, session = fresh()
    session.run_updates(40)
    columns = session.trainer.network.W[1].copy()
    dataset = build_dataset(replace(setup.data, inputs=("x1_squared", "x1", "x2")))
    after = replace(setup, data=dataset.spec).fitted_to(dataset)
    session.apply(Change(after, dataset, (1, 2, 3), (None, 0, 1)))
    np.testing.assert_array_equal(session.trainer.network.W[1][:, 1:], columns)


@pytest.mark.parametrize(("j", "symbol"), [(1, "W"), (None, "b")])
def test_that_a_typed_number_stands_in_the_network(j: int | None, symbol: str):
    _, session = fresh()
    session.set_parameter(ParameterChange(2, 1, j, 4.5))
    snapshot = session.observe(Wishes(), 0, "paused", 0.0)
    values = getattr(snapshot, symbol)[2]
    assert values[1, 0 if j is None else j] == 4.5


def diverging() -> tuple[Setup, Session]:
    setup = Setup(data=DataSpec("plane"))
    dataset = build_dataset(setup.data)
    setup = setup.fitted_to(dataset)
    layers = (LayerSpec(8, "relu"), LayerSpec(1, "linear"))
    network = replace(setup.network, layers=layers, initialization="he")
    setup = replace(setup, network=network, training=replace(setup.training, alpha=50.0))
    return setup, Session(setup, dataset)


def test_that_a_diverged_run_keeps_its_last_good_parameters_and_stands_still():
    _, session = diverging()
    session.run_updates(500)
    assert session.divergence is not None
    assert session.divergence.iteration > session.trainer.iteration
    assert np.isfinite(session.trainer.measure().cost_train)
    theta = session.trainer.network.theta.copy()
    assert np.isfinite(theta).all()
    session.run_updates(10)
    np.testing.assert_array_equal(session.trainer.network.theta, theta)


def test_that_a_typed_weight_or_a_reset_lets_a_diverged_run_go_on():
    setup, session = diverging()
    session.run_updates(500)
    session.set_parameter(ParameterChange(1, 0, 0, 0.5))
    assert session.divergence is None
    small = replace(setup, training=replace(setup.training, alpha=0.01))
    change_to(session, setup, small)
    change_to(session, small, small, restart=True)
    session.run_updates(30)
    assert session.divergence is None
    assert session.trainer.iteration == 30


def test_that_what_is_put_by_stays_bounded(monkeypatch: pytest.MonkeyPatch):
    setup, session = fresh()
    order = session.trainer.state().order.examples.nbytes
    monkeypatch.setattr("engine.session.PUT_BY_BYTES", 3 * (4 * 25 * 8 + order))
    for edit in range(20):
        change_to(session, setup, setup, restart=True, store=f"edit {edit}")
    assert session.stored_names == ("edit 17", "edit 18", "edit 19")

"""Edits as plain values: the set-up after them and where layers and inputs come from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.data import Dataset, DataSpec, GivenExamples, build_dataset
from engine.given import GivenWeights
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
from gui import edits


@pytest.fixture
def now() -> tuple[Setup, Dataset]:
    setup = Setup()
    dataset = build_dataset(setup.data)
    return setup.fitted_to(dataset), dataset


def test_that_the_first_set_up_is_2_4_2_1_on_the_circle(now):
    setup, dataset = now
    assert setup.network.sizes == (2, 4, 2, 1)
    assert [layer.activation for layer in setup.network.layers] == ["tanh", "tanh", "sigmoid"]
    assert dataset.spec.source == "circle"


def test_that_more_units_keep_all_layers_in_place(now):
    edit = edits.set_units(*now, 1, 6)
    assert edit.setup.network.sizes == (2, 6, 2, 1)
    assert edit.layer_origin == (1, 2, 3)
    assert edit.text == "Layer 1: 4 to 6 units"


@pytest.mark.parametrize(
    ("after", "sizes", "origin"),
    [
        (0, (2, 2, 4, 2, 1), (None, 1, 2, 3)),
        (1, (2, 4, 2, 2, 1), (1, None, 2, 3)),
        (2, (2, 4, 2, 2, 1), (1, 2, None, 3)),
    ],
)
def test_that_an_added_layer_shifts_the_layers_behind_it(now, after, sizes, origin):
    edit = edits.add_layer(*now, after)
    assert edit.setup.network.sizes == sizes
    assert edit.layer_origin == origin
    assert edit.setup.network.layer(after + 1).activation == "tanh"


def test_that_a_layer_can_be_added_to_a_network_without_hidden_layers(now):
    setup, dataset = now
    bare = replace(setup, network=replace(setup.network, layers=setup.network.layers[-1:]))
    edit = edits.add_layer(bare, dataset, 0)
    assert edit.setup.network.sizes == (2, 2, 1)
    assert edit.setup.network.layer(1).activation == "tanh"


def test_that_a_removed_layer_closes_the_gap(now):
    edit = edits.remove_layer(*now, 1)
    assert edit.setup.network.sizes == (2, 2, 1)
    assert edit.layer_origin == (2, 3)


def test_that_l1_and_l2_exclude_each_other(now):
    setup, dataset = now
    with_l2 = edits.set_regularization(setup, dataset, "l2", 0.01).setup
    with_l1 = edits.set_regularization(with_l2, dataset, "l1", 0.1).setup
    assert (with_l1.network.l1, with_l1.network.l2) == (0.1, 0.0)
    without = edits.set_regularization(with_l1, dataset, "none", 0.1).setup
    assert (without.network.l1, without.network.l2) == (0.0, 0.0)


def test_that_more_noise_goes_on_and_another_source_begins_again(now):
    setup, _ = now
    noisy = build_dataset(replace(setup.data, noise=20.0))
    assert not edits.set_data(setup, noisy, "Noise 20 %").restart
    other = build_dataset(replace(setup.data, source="spiral"))
    assert edits.set_data(setup, other, "Spiral").restart


def test_that_the_output_layer_follows_the_data(now):
    setup, _ = now
    three = build_dataset(DataSpec("blobs"))
    edit = edits.set_data(setup, three, "3 classes")
    assert edit.setup.network.layers[-1].units == 3
    assert edit.setup.network.layers[-1].activation == "softmax"
    assert edit.setup.network.cost == "categorical_cross_entropy"
    assert edit.layer_origin == (1, 2, None)


def test_that_inputs_know_where_they_come_from(now):
    setup, _ = now
    dataset = build_dataset(replace(setup.data, inputs=("x2", "x1_x2", "x1")))
    assert edits.set_data(setup, dataset, "Inputs").input_origin == (1, None, 0)


def test_that_a_dragged_slider_has_a_merge_key_and_a_click_has_none(now):
    assert edits.set_batch_size(*now, 20).merge_key
    assert not edits.set_units(*now, 1, 5).merge_key


def test_that_new_weights_take_the_next_seed_and_begin_again(now):
    edit = edits.new_weights(*now)
    assert edit.setup.weights_seed == now[0].weights_seed + 1
    assert edit.restart


@pytest.fixture
def exercise() -> tuple[Setup, Dataset]:
    setup = Setup(
        DataSpec("given", given=GivenExamples(((0.5,), (0.3,)), ((1.0,),))),
        NetworkSpec(2, (LayerSpec(2, "sigmoid"), LayerSpec(1, "sigmoid"))),
        weights=GivenWeights((((0.1, 0.2), (0.3, 0.4)), ((0.5, 0.6),)), ((0.1, 0.2), (0.3,))),
        title="Mine",
        about="About it",
    )
    return setup, build_dataset(setup.data)


def test_that_new_weights_and_another_kind_of_start_weights_leave_the_given_ones(exercise):
    for edit in (edits.new_weights(*exercise), edits.set_initialization(*exercise, "he")):
        assert edit.restart
        assert edit.setup.weights is None
        assert edit.setup.title == "Mine"


def test_that_a_reset_goes_back_to_the_given_weights(exercise):
    edit = edits.reset(*exercise)
    assert edit.restart
    assert edit.setup.weights == exercise[0].weights


def test_that_edits_which_keep_all_shapes_keep_the_given_weights(exercise):
    for edit in (
        edits.set_activation(*exercise, 1, "relu"),
        edits.set_cost(*exercise, "mean_squared_error"),
        edits.set_alpha(*exercise, 0.5),
        edits.set_optimizer(*exercise, "adam"),
        edits.set_regularization(*exercise, "l2", 0.1),
        edits.set_leaky_slope(*exercise, 1, 0.2),
    ):
        assert edit.setup.weights == exercise[0].weights


def test_that_edits_of_the_structure_drop_given_weights_that_fit_no_more(exercise):
    for edit in (
        edits.set_units(*exercise, 1, 3),
        edits.add_layer(*exercise, 1),
        edits.remove_layer(*exercise, 1),
    ):
        assert edit.setup.weights is None
        assert edit.setup.data.given is not None


def test_that_another_data_set_leaves_the_exercise_behind(exercise):
    setup, _ = exercise
    edit = edits.set_data(setup, build_dataset(DataSpec("circle")), "Circle")
    assert edit.restart
    assert (edit.setup.weights, edit.setup.title, edit.setup.about) == (None, "", "")
    assert edit.setup.network.sizes == (2, 2, 1)


def test_that_another_scaling_of_the_given_examples_keeps_the_exercise(exercise):
    setup, _ = exercise
    edit = edits.set_data(setup, build_dataset(replace(setup.data, scaling="min_max")), "Scaling")
    assert edit.setup.weights == setup.weights
    assert edit.setup.title == "Mine"


def test_that_opening_an_exercise_takes_its_weights(now, exercise):
    setup, dataset = exercise
    edit = edits.take_setup(setup, dataset, "Open")
    assert edit.setup == setup
    assert edit.restart

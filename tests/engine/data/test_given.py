"""Typed examples as a data set: as they stand, in their order, all for training."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import (
    DataError,
    Dataset,
    DataSpec,
    GivenExamples,
    build_dataset,
    default_plane,
    output_of,
    plane_grid,
    plane_points,
)
from engine.data.plane import COMPONENTS
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec


def dataset_of(X: object, Y: object, **more: object) -> Dataset:
    return build_dataset(DataSpec("given", given=GivenExamples(X, Y), **more))  # type: ignore[arg-type]


def test_that_all_typed_examples_train_in_the_order_they_were_typed():
    X, Y = [[1.0, 2.0, 3.0]], [[0.0, 1.0, 0.0]]
    dataset = dataset_of(X, Y, seed=4, train_share=10.0)
    np.testing.assert_array_equal(dataset.X_train, X)
    np.testing.assert_array_equal(dataset.Y_train, Y)
    assert dataset.X_test.shape == (1, 0)
    assert dataset.Y_test.shape == (1, 0)
    assert dataset.examples == 3


@pytest.mark.parametrize(
    ("Y", "task", "names", "labels"),
    [
        ([[1.0]], "binary", ("0", "1"), [1]),
        ([[0.0, 1.0]], "binary", ("0", "1"), [0, 1]),
        ([[0.2, 1.0]], "regression", (), [0.2, 1.0]),
        ([[0.01], [0.99]], "regression", (), [0.01]),
        ([[1.0, 0.0], [0.0, 1.0]], "classes", ("1", "2"), [0, 1]),
        ([[1.0, 0.0], [1.0, 1.0]], "regression", (), [1.0, 0.0]),
        ([[0.0], [0.0], [1.0]], "classes", ("1", "2", "3"), [2]),
    ],
)
def test_that_the_labels_say_what_is_learned(Y, task, names, labels):
    dataset = dataset_of([[0.5] * len(Y[0])], Y)
    assert dataset.task == task
    assert dataset.class_names == names
    assert dataset.labels_train.tolist() == labels
    assert dataset.outputs == len(Y)
    assert output_of(dataset)[0].units == len(Y)


def test_that_inputs_without_names_are_called_x1_x2():
    assert dataset_of([[1.0], [2.0]], [[1.0]]).input_names == ("x1", "x2")
    named = DataSpec("given", given=GivenExamples(((1.0,),), ((1.0,),), ("size",)))
    assert build_dataset(named).input_names == ("size",)


@pytest.mark.parametrize("scaling", ["none", "standardise", "min_max"])
@pytest.mark.parametrize("d", [1, 2, 3])
def test_that_a_single_example_has_a_plane_around_it(scaling, d):
    dataset = dataset_of([[0.5], [0.3], [-1.0]][:d], [[1.0]], scaling=scaling)
    assert np.isfinite(dataset.X_train).all()
    for plane in (default_plane(dataset), ("inputs", 0, 1), COMPONENTS):
        grid = plane_grid(dataset, plane, 5)
        assert np.isfinite(grid.X).all()
        assert grid.X.shape == (d, 25)
        x_min, x_max, y_min, y_max = grid.extent
        train, test = plane_points(dataset, plane)
        assert x_min < train[0, 0] < x_max
        assert y_min < train[1, 0] < y_max
        assert test.shape == (2, 0)


def test_that_output_layer_and_cost_stay_as_the_set_up_says():
    network = NetworkSpec(1, (LayerSpec(1, "tanh"), LayerSpec(2, "sigmoid")), "mean_squared_error")
    setup = Setup(DataSpec("given", given=GivenExamples(((1.0,),), ((1.0,), (0.0,)))), network)
    assert setup.fitted_to(build_dataset(setup.data)).network == network


def test_that_an_output_layer_of_another_size_follows_the_labels():
    dataset = dataset_of([[1.0]], [[0.3], [0.4]])
    network = Setup().fitted_to(dataset).network
    assert network.sizes == (1, 4, 2, 2)
    assert network.layers[-1].activation == "linear"


def test_that_values_between_0_and_1_are_shown_from_0_to_1():
    assert dataset_of([[1.0]], [[0.01], [0.99]]).output_range == (0.0, 1.0)
    assert dataset_of([[1.0]], [[1.7]]).output_range == (0.7, 2.7)


def test_that_a_recipe_without_its_numbers_is_refused():
    with pytest.raises(DataError, match='the source "given" needs "given"'):
        DataSpec("given")
    with pytest.raises(DataError, match="given must be typed examples or nothing"):
        DataSpec(given="x")  # type: ignore[arg-type]
    with pytest.raises(DataError, match="limited to 100000 numbers"):
        GivenExamples(((0.0,) * 200_000,), ((0.0,) * 200_000,))

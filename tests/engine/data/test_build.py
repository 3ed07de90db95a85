"""From a recipe to a data set: shapes, labels, features, scaling, notes, refusals."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from engine.data import (
    FEATURES,
    SCALINGS,
    SOURCES,
    DataError,
    Dataset,
    DataSpec,
    Table,
    build_dataset,
    output_of,
)

BUILT_IN = [key for key, source in SOURCES.items() if source.is_built_in]
OUTPUTS = {
    "binary": ("sigmoid", "binary_cross_entropy"),
    "classes": ("softmax", "categorical_cross_entropy"),
    "regression": ("linear", "mean_squared_error"),
}


def table(X: list[list[float]], target: list[float], class_names: tuple[str, ...] = ()) -> Table:
    names = tuple(f"input {k}" for k in range(len(X)))
    kind = np.int64 if class_names else np.float64
    return Table(
        names, np.array(X, float), np.array(target, kind), class_names, "t", "x.csv", len(target) + 2, 2
    )


def arrays_of(dataset: Dataset) -> dict[str, np.ndarray]:
    parts = (
        "X_train",
        "Y_train",
        "X_test",
        "Y_test",
        "labels_train",
        "labels_test",
        "train_index",
        "test_index",
    )
    return {name: getattr(dataset, name) for name in (*parts, "raw", "raw_ranges", "raw_means")}


@pytest.mark.parametrize("key", BUILT_IN)
def test_that_the_arrays_of_every_set_fit_together(key: str) -> None:
    data = build_dataset(DataSpec(key, noise=10, train_share=30))
    m, m_test = len(data.train_index), len(data.test_index)
    assert m + m_test == data.examples == data.raw.shape[1]
    assert data.X_train.shape == (data.inputs, m)
    assert data.X_test.shape == (data.inputs, m_test)
    assert data.Y_train.shape == (data.outputs, m)
    assert data.Y_test.shape == (data.outputs, m_test)
    assert len(data.input_names) == data.inputs
    assert m == round(0.3 * data.examples)
    assert_array_equal(data.raw_train, data.raw[:, data.train_index])
    assert_array_equal(data.raw_test, data.raw[:, data.test_index])
    assert_array_equal(data.features(data.raw_train), data.X_train)
    assert data.is_plane == (SOURCES[key].kind == "plane")


@pytest.mark.parametrize("key", BUILT_IN)
def test_that_the_output_follows_the_task(key: str) -> None:
    data = build_dataset(DataSpec(key))
    layer, cost = output_of(data)
    assert (layer.activation, cost) == OUTPUTS[data.task]
    assert layer.units == data.outputs
    assert data.task == SOURCES[key].task
    assert data.outputs == (len(data.class_names) if data.task == "classes" else 1)


@pytest.mark.parametrize("key", BUILT_IN)
def test_that_the_labels_are_one_hot_or_the_value_itself(key: str) -> None:
    data = build_dataset(DataSpec(key))
    for Y, labels in ((data.Y_train, data.labels_train), (data.Y_test, data.labels_test)):
        if data.task == "classes":
            assert_array_equal(Y.sum(axis=0), 1)
            assert_array_equal(Y.argmax(axis=0), labels)
        else:
            assert_array_equal(Y[0], labels)


@pytest.mark.parametrize("key", BUILT_IN)
def test_that_equal_recipes_give_equal_data(key: str) -> None:
    spec = DataSpec(key, noise=20, seed=4)
    first, second = arrays_of(build_dataset(spec)), arrays_of(build_dataset(spec))
    for name, array in first.items():
        assert_array_equal(array, second[name])


@pytest.mark.parametrize("key", ["circle", "iris"])
def test_that_nobody_can_write_into_a_data_set(key: str) -> None:
    data = build_dataset(DataSpec(key, scaling="standardise"))
    for array in (*arrays_of(data).values(), data.raw_train, data.raw_test):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_that_the_training_share_leaves_the_sample_alone() -> None:
    few, many = (build_dataset(DataSpec("circle", train_share=share)) for share in (20, 80))
    assert_array_equal(few.raw, many.raw)
    assert few.X_train.shape == (2, 100)
    assert many.X_train.shape == (2, 400)


def test_that_the_inputs_are_the_chosen_features_in_that_order() -> None:
    keys = ("sin_x2", "x1_x2", "x1", "x2_squared", "x1_squared", "sin_x1", "x2")
    data = build_dataset(DataSpec("xor", inputs=keys))
    x1, x2 = data.raw_train
    expected = [np.sin(x2), x1 * x2, x1, x2**2, x1**2, np.sin(x1), x2]
    assert_allclose(data.X_train, expected, rtol=1e-14)
    assert data.input_names == ("sin x₂", "x₁x₂", "x₁", "x₂²", "x₁²", "sin x₁", "x₂")
    assert set(keys) == set(FEATURES)


def test_that_no_feature_is_scaled_and_points_of_the_plane_ignore_scaling() -> None:
    data = build_dataset(DataSpec("plane", scaling="standardise", inputs=("x1_squared",)))
    assert data.X_train.max() > 30
    assert data.notes == ()


@pytest.mark.parametrize(("source", "expected"), [("circle", (0, 1)), ("blobs", (0, 1)), ("plane", (-1, 1))])
def test_that_the_output_range_suits_the_task(source: str, expected: tuple[float, float]) -> None:
    assert build_dataset(DataSpec(source)).output_range == expected
    assert build_dataset(DataSpec(source)).extent == (-6, 6, -6, 6)


@pytest.mark.parametrize("source", ["iris", "breast_cancer", "digits"])
def test_that_scaling_is_fitted_on_the_training_part_and_said(source: str) -> None:
    plain = build_dataset(DataSpec(source))
    assert_array_equal(plain.X_train, plain.raw_train)
    assert plain.notes == ("inputs not scaled",)
    standard = build_dataset(DataSpec(source, scaling="standardise"))
    varied = plain.X_train.std(axis=1) > 0
    assert_allclose(standard.X_train.mean(axis=1), 0, atol=1e-9)
    assert_allclose(standard.X_train.std(axis=1)[varied], 1)
    assert "mean 0 and standard deviation 1" in standard.notes[0]
    squeezed = build_dataset(DataSpec(source, scaling="min_max"))
    assert squeezed.X_train.min() == 0
    assert_allclose(squeezed.X_train.max(axis=1)[varied], 1)
    assert squeezed.X_test.max() != 1
    assert "0 to 1" in squeezed.notes[0]
    assert_allclose(squeezed.features(plain.raw_test), squeezed.X_test)


@pytest.mark.parametrize("scaling", list(SCALINGS))
def test_that_a_constant_input_scales_to_finite_numbers(scaling: str) -> None:
    spec = DataSpec(
        "csv", scaling=scaling, table=table([[3, 3, 3, 3], [1, 2, 3, 4]], [0, 1, 0, 1], ("a", "b"))
    )
    assert np.isfinite(build_dataset(spec).X_train).all()


def test_that_a_table_decides_task_names_and_notes() -> None:
    X = [[1.0, 2, 3, 4, 5, 6], [6.0, 5, 4, 3, 2, 1]]
    three = build_dataset(DataSpec("csv", table=table(X, [0, 1, 2, 0, 1, 2], ("a", "b", "c"))))
    assert (three.task, three.class_names, three.input_names) == (
        "classes",
        ("a", "b", "c"),
        ("input 0", "input 1"),
    )
    assert three.notes == ("2 incomplete rows of 8 left out", "inputs not scaled")
    assert build_dataset(DataSpec("csv", table=table(X, [0, 1] * 3, ("a", "b")))).task == "binary"
    values = build_dataset(DataSpec("csv", table=table(X, [100.0, 200, 300, 100, 200, 300])))
    assert values.task == "regression"
    assert values.output_range == (values.labels_train.min(), values.labels_train.max())
    assert "is not scaled" in values.notes[-1]


def test_that_drawn_points_become_a_set_of_two_classes() -> None:
    points = ((1.0, 2.0, 1), (-1.0, -2.0, 0), (3.0, 1.0, 1), (-3.0, 0.0, 0))
    data = build_dataset(DataSpec("drawn", points=points))
    assert data.task == "binary"
    assert_array_equal(data.raw.T, [point[:2] for point in points])
    assert sorted(data.labels_train) == [0, 1]
    assert data.is_plane


@pytest.mark.parametrize("points", [(), ((1.0, 1.0, 1),)])
def test_that_too_few_drawn_points_are_refused(points: tuple[tuple[float, float, int], ...]) -> None:
    with pytest.raises(DataError, match="at least 2 examples are needed"):
        build_dataset(DataSpec("drawn", points=points))


def test_that_two_drawn_points_of_two_classes_leave_an_empty_test_part() -> None:
    data = build_dataset(DataSpec("drawn", points=((0, 1, 1), (1, 0, 0))))
    assert data.X_train.shape == (2, 2)
    assert data.X_test.shape == (2, 0)
    assert data.Y_test.shape == (1, 0)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"source": "ring"}, "source 'ring' is unknown; known are circle"),
        ({"noise": -1}, "noise must be from 0 to 80 percent, not -1"),
        ({"noise": float("nan")}, "noise must be"),
        ({"noise": 10**400}, "noise must be"),
        ({"train_share": 5}, "train_share must be from 10 to 90 percent, not 5"),
        ({"train_share": "50"}, "train_share must be"),
        ({"seed": -1}, "seed must be a whole number from 0, not -1"),
        ({"seed": 1.5}, "seed must be"),
        ({"seed": True}, "seed must be"),
        ({"inputs": ()}, "inputs must name at least one of x1"),
        ({"inputs": ("x3",)}, "inputs 'x3' is unknown"),
        ({"inputs": ("x1", "x1")}, "inputs must differ"),
        ({"inputs": ([],)}, r"inputs \[\] is unknown"),
        ({"scaling": "log"}, "scaling 'log' is unknown; known are none, standardise, min_max"),
        ({"points": ((1, 2),)}, "point 1 must be x1, x2 and the class 0 or 1"),
        ({"points": ((1, 2, 1), (1, 2, 2))}, "point 2 must be"),
        ({"points": ((1, float("inf"), 1),)}, "point 1 must be"),
        ({"points": ((1, "2", 1),)}, "point 1 must be"),
        ({"points": ((0, 0, 1),) * 10_001}, "points are limited to 10000"),
        ({"source": "csv"}, '"csv" needs a table'),
        ({"table": {"X": []}}, "table must be an imported table"),
    ],
)
def test_that_a_recipe_refuses_what_it_can_not_make(changes: dict[str, object], message: str) -> None:
    with pytest.raises(DataError, match=message):
        DataSpec(**changes)  # type: ignore[arg-type]


def test_that_tables_are_compared_by_identity() -> None:
    first, second = (table([[1.0, 2.0]], [0, 1], ("a", "b")) for _ in range(2))
    assert DataSpec("csv", table=first) == DataSpec("csv", table=first)
    assert DataSpec("csv", table=first) != DataSpec("csv", table=second)


def test_that_a_table_must_fit_its_names() -> None:
    with pytest.raises(ValueError, match=r"X has shape \(1, 2\), 2 names and 2 targets need \(2, 2\)"):
        Table(("a", "b"), np.zeros((1, 2)), np.zeros(2), (), "t", "x", 2)

"""The plane of pictures: orientation, pixels at their middles, projections, principal components."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from engine.data import (
    Dataset,
    DataSpec,
    Table,
    build_dataset,
    default_plane,
    fitting_plane,
    plane_grid,
    plane_points,
    project,
)
from engine.data.components import components_of, principal_components

COMPONENTS = ("components", 0, 1)


def table_data(X: np.ndarray, scaling: str = "none") -> Dataset:
    labels = np.arange(X.shape[1]) % 2
    names = tuple(f"column {k}" for k in range(len(X)))
    return build_dataset(
        DataSpec("csv", scaling=scaling, table=Table(names, X, labels, ("a", "b"), "t", "x.csv", X.shape[1]))
    )


def test_that_the_first_row_is_the_top_and_the_first_column_the_left() -> None:
    grid = plane_grid(build_dataset(DataSpec("circle")), ("inputs", 0, 1), 4)
    x1, x2 = grid.X.reshape(2, 4, 4)
    assert_allclose(x1, np.tile([-4.5, -1.5, 1.5, 4.5], (4, 1)))
    assert_allclose(x2, np.tile([[4.5], [1.5], [-1.5], [-4.5]], 4))
    assert grid.extent == (-6, 6, -6, 6)
    assert (grid.x_label, grid.y_label, grid.size) == ("x₁", "x₂", 4)


def test_that_the_grid_of_the_plane_holds_the_chosen_features() -> None:
    grid = plane_grid(build_dataset(DataSpec("xor", inputs=("x2_squared", "x1"))), ("inputs", 0, 1), 4)
    squared, x1 = grid.X.reshape(2, 4, 4)
    assert squared[0, 0] == 4.5**2
    assert squared[1, 3] == 1.5**2
    assert x1[0, 3] == 4.5


@pytest.mark.parametrize("scaling", ["none", "standardise", "min_max"])
def test_that_two_inputs_vary_and_the_others_stay_at_their_training_mean(scaling: str) -> None:
    data = build_dataset(DataSpec("iris", scaling=scaling))
    grid = plane_grid(data, ("inputs", 2, 0), 5)
    assert (grid.x_label, grid.y_label) == ("petal length (cm)", "sepal length (cm)")
    raw = grid.X if data.scaling is None else grid.X * data.scaling.size + data.scaling.offset
    x_min, x_max, y_min, y_max = grid.extent
    assert_allclose(raw[2].reshape(5, 5)[0], x_min + (x_max - x_min) * np.array([0.1, 0.3, 0.5, 0.7, 0.9]))
    assert_allclose(raw[0].reshape(5, 5)[:, 0], y_max - (y_max - y_min) * np.array([0.1, 0.3, 0.5, 0.7, 0.9]))
    for k in (1, 3):
        assert_allclose(raw[k], data.raw_train[k].mean())


@pytest.mark.parametrize("plane", [("inputs", 0, 1), ("inputs", 3, 1), COMPONENTS])
@pytest.mark.parametrize("source", ["iris", "digits", "breast_cancer"])
def test_that_all_examples_lie_within_the_extent(source: str, plane: tuple[str, int, int]) -> None:
    data = build_dataset(DataSpec(source, scaling="min_max"))
    x_min, x_max, y_min, y_max = plane_grid(data, plane, 3).extent
    for points in plane_points(data, plane):
        assert x_min < points[0].min() < points[0].max() < x_max or np.ptp(points[0]) == 0
        assert y_min < points[1].min() < points[1].max() < y_max


@pytest.mark.parametrize("plane", [("inputs", 0, 1), ("inputs", 3, 1), COMPONENTS])
@pytest.mark.parametrize("source", ["circle", "iris"])
def test_that_projecting_raw_values_gives_the_places_of_the_examples(
    source: str, plane: tuple[str, int, int]
) -> None:
    data = build_dataset(DataSpec(source, scaling="standardise"))
    train, test = plane_points(data, plane)
    assert_allclose(project(data, plane, data.raw_train), train, atol=1e-12)
    assert_allclose(project(data, plane, data.raw_test), test, atol=1e-12)
    if plane[0] == "inputs" and source == "iris":
        assert_allclose(train, data.raw_train[list(plane[1:])])


def test_that_a_grid_on_the_components_projects_back_onto_itself() -> None:
    data = build_dataset(DataSpec("iris", scaling="standardise"))
    grid = plane_grid(data, COMPONENTS, 6)
    places = components_of(data).project(grid.X).reshape(2, 6, 6)
    x_min, x_max, y_min, y_max = grid.extent
    assert_allclose(places[0, 0], x_min + (x_max - x_min) * (np.arange(6) + 0.5) / 6)
    assert_allclose(places[1, :, 0], y_max - (y_max - y_min) * (np.arange(6) + 0.5) / 6)
    assert (grid.x_label, grid.y_label) == ("component 1", "component 2")


@pytest.mark.parametrize(("n", "m"), [(3, 500), (40, 30), (700, 90), (2, 9000)])
def test_that_the_components_are_the_directions_of_largest_variance(n: int, m: int) -> None:
    rng = np.random.default_rng(0)
    spread = np.ones((n, 1))
    spread[1], spread[0] = 30, 90
    turned, _ = np.linalg.qr(rng.standard_normal((n, n)))
    X = turned @ (rng.standard_normal((n, m)) * spread) + 5
    found = principal_components(X)
    assert_allclose(found.directions.T @ found.directions, np.eye(2), atol=1e-9)
    if m <= 4000:
        U, _, _ = np.linalg.svd(X - X.mean(axis=1, keepdims=True), full_matrices=False)
        assert_allclose(np.abs((U[:, :2] * found.directions).sum(axis=0)), 1, atol=1e-9)
    else:
        assert_allclose(np.abs((turned[:, :2] * found.directions).sum(axis=0)), 1, atol=1e-2)
    largest = np.abs(found.directions).argmax(axis=0)
    assert (found.directions[largest, [0, 1]] > 0).all()


def test_that_components_are_found_once_for_a_data_set() -> None:
    data = build_dataset(DataSpec("iris"))
    assert components_of(data) is components_of(data)
    assert components_of(data) is not components_of(build_dataset(DataSpec("iris")))


@pytest.mark.parametrize(
    "plane", [("inputs", 0, 9), ("inputs", 1, 1), ("inputs", -1, 0), ("components", 1, 2), ("?", 0, 1)]
)
def test_that_a_plane_that_the_data_does_not_have_becomes_the_first_two_inputs(
    plane: tuple[str, int, int],
) -> None:
    data = build_dataset(DataSpec("iris"))
    assert fitting_plane(data, plane) == ("inputs", 0, 1)
    assert plane_grid(data, plane, 3).plane == ("inputs", 0, 1)


def test_that_points_of_the_plane_know_only_their_own_plane() -> None:
    data = build_dataset(DataSpec("circle", inputs=("x1_squared", "sin_x2", "x1")))
    assert fitting_plane(data, COMPONENTS) == ("inputs", 0, 1)
    assert default_plane(data) == ("inputs", 0, 1)
    assert_allclose(plane_points(data, COMPONENTS)[0], data.raw_train)


def test_that_data_of_many_inputs_start_with_their_components() -> None:
    assert default_plane(build_dataset(DataSpec("iris"))) == COMPONENTS
    assert default_plane(table_data(np.arange(12.0).reshape(2, 6))) == ("inputs", 0, 1)


def test_that_data_of_one_input_lie_on_a_line() -> None:
    data = table_data(np.arange(6.0)[None, :])
    grid = plane_grid(data, COMPONENTS, 3)
    assert grid.X.shape == (1, 9)
    assert (grid.x_label, grid.y_label) == ("column 0", "")
    assert grid.extent[2:] == (-1, 1)
    assert_allclose(plane_points(data, grid.plane)[0], [data.raw_train[0], np.zeros(data.raw_train.shape[1])])


def test_that_raw_values_of_another_width_are_refused() -> None:
    with pytest.raises(ValueError, match="raw has 3 rows, the data has 4 raw values"):
        project(build_dataset(DataSpec("iris")), COMPONENTS, np.zeros((3, 5)))

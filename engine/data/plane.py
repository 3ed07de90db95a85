"""The plane that pictures of a network's output are drawn over, and where the examples lie on it.

A plane is ("inputs", i, j): two raw inputs, the others at their training mean; or ("components", 0, 1):
the first two principal components of the scaled training inputs. Points of the plane have only their own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.data.build import extent_of
from engine.data.components import Components, component_ranges, components_of, project_all
from engine.data.dataset import Array, Dataset, Extent, Index

Plane = tuple[str, int, int]

FIRST_INPUTS: Plane = ("inputs", 0, 1)
COMPONENTS: Plane = ("components", 0, 1)


@dataclass(frozen=True, eq=False)
class PlaneGrid:
    """Inputs on a square grid of a plane.

    X: (n[0], size * size), read-only. A network's output over it, reshaped to (size, size), has index [i, j]:
    i goes down from y_max (top), j goes right from x_min, at the middles of the pixels of `extent`
    (x_min, x_max, y_min, y_max). plane: what is really shown.
    """

    X: Array
    size: int
    extent: Extent
    x_label: str
    y_label: str
    plane: Plane


def fitting_plane(dataset: Dataset, plane: Plane) -> Plane:
    """The plane itself if the data has it; otherwise the first two inputs."""
    kind, i, j = plane
    d = dataset.raw.shape[0]
    if dataset.is_plane:
        return FIRST_INPUTS
    if kind == "components" and (i, j) == (0, 1) and d >= 2:
        return plane
    if kind == "inputs" and i != j and 0 <= i < d and 0 <= j < d:
        return plane
    return FIRST_INPUTS


def default_plane(dataset: Dataset) -> Plane:
    """Its own two inputs for data of one or two, the principal components for more."""
    return FIRST_INPUTS if dataset.raw.shape[0] <= 2 else COMPONENTS


def plane_grid(dataset: Dataset, plane: Plane, size: int) -> PlaneGrid:
    """The grid of size * size inputs over a plane; a plane that the data doesn't have is replaced by
    `fitting_plane`. Pure, and fast enough for every change of the data, not for every frame."""
    plane = fitting_plane(dataset, plane)
    x_min, x_max, y_min, y_max = extent = plane_extent(dataset, plane)
    middles = (np.arange(size) + 0.5) / size
    x = np.tile(x_min + (x_max - x_min) * middles, size)
    y = np.repeat(y_max - (y_max - y_min) * middles, size)
    X = _inputs_at(dataset, plane, x, y)
    X.flags.writeable = False
    return PlaneGrid(X, size, extent, *plane_labels(dataset, plane), plane)


def prepare_pictures(dataset: Dataset) -> None:
    """Find what views ask at once and a large table takes long for: its ranges and means, and its first plane."""
    _ = dataset.raw_ranges, dataset.raw_means
    plane_extent(dataset, default_plane(dataset))


def plane_labels(dataset: Dataset, plane: Plane) -> tuple[str, str]:
    """The texts of the two axes; the second is empty for data of a single input."""
    kind, i, j = fitting_plane(dataset, plane)
    if dataset.is_plane:
        return "x₁", "x₂"
    if kind == "components":
        return "component 1", "component 2"
    return dataset.input_names[i], dataset.input_names[j] if j < len(dataset.input_names) else ""


def plane_extent(dataset: Dataset, plane: Plane) -> Extent:
    """(x_min, x_max, y_min, y_max): all examples with a margin; -6 to 6 for points of the plane."""
    plane = fitting_plane(dataset, plane)
    if dataset.is_plane:
        return dataset.extent
    if plane[0] == "components":
        return extent_of(*component_ranges(dataset))
    # Data of a single input have no second coordinate: it is 0.
    ranges = [dataset.raw_ranges[k] if k < dataset.raw.shape[0] else np.zeros(2) for k in plane[1:]]
    return extent_of(*ranges)


def plane_points(dataset: Dataset, plane: Plane) -> tuple[Array, Array]:
    """Where the training and the test examples lie on a plane: (2, m) each."""
    m = dataset.m
    if fitting_plane(dataset, plane)[0] == "components":
        points = project_all(dataset)
        return points[:, :m], points[:, m:]
    places = np.arange(dataset.examples)
    return points_at(dataset, plane, places[:m]), points_at(dataset, plane, places[m:])


def points_at(dataset: Dataset, plane: Plane, places: Index) -> Array:
    """Where some examples lie on a plane, (2, k): places are theirs in the data's rows, training examples first."""
    plane = fitting_plane(dataset, plane)
    if plane[0] == "components":
        return components_of(dataset).project(dataset.rows.part(places)[:, :-1].T)
    return _coordinates(dataset.raw, plane, dataset.index[places])


def project(dataset: Dataset, plane: Plane, raw: Array) -> Array:
    """Where examples lie on a plane: (2, m) from raw values (d, m), before features and scaling.

    Raises ValueError if raw has another number of rows than the data's raw values.
    """
    plane = fitting_plane(dataset, plane)
    if raw.shape[0] != dataset.raw.shape[0]:
        raise ValueError(f"raw has {raw.shape[0]} rows, the data has {dataset.raw.shape[0]} raw values")
    if plane[0] == "components":
        return components_of(dataset).project(dataset.features(raw))
    return _coordinates(raw, plane)


def _coordinates(raw: Array, plane: Plane, part: Index | None = None) -> Array:
    """Rows i and j of raw (or of some of its columns), without copying the others. A missing row is 0."""
    columns = slice(None) if part is None else part
    rows = [raw[k, columns] if k < raw.shape[0] else np.zeros_like(raw[0, columns]) for k in plane[1:]]
    return np.stack(rows)


def _inputs_at(dataset: Dataset, plane: Plane, x: Array, y: Array) -> Array:
    if plane[0] == "components":
        found: Components = components_of(dataset)
        return found.mean + found.directions @ np.stack([x, y])
    if dataset.is_plane:
        return dataset.features(np.stack([x, y]))
    raw = np.repeat(dataset.raw_means[:, None], len(x), axis=1)
    raw[plane[1]] = x
    if plane[2] < raw.shape[0]:
        raw[plane[2]] = y
    return dataset.features(raw)

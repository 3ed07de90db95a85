"""From a recipe to arrays: examples of the source, features or scaling, split, labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.data_spec import DataError, DataSpec
from engine.data.dataset import Array, Dataset, Extent, Index
from engine.data.features import FEATURES, features_of
from engine.data.scaling import SCALINGS, FittedScaling, fit_scaling
from engine.data.sources import SOURCES, Task, sample
from engine.data.split import split
from engine.data.table import Table

PLANE_EXTENT: Extent = (-6.0, 6.0, -6.0, 6.0)
MARGIN = 0.06
MIN_EXAMPLES = 2
WIDE_TARGET = 10.0

# The split draws from a stream of its own, so that another share keeps the same sample.
SPLIT_STREAM = 1


@dataclass(frozen=True)
class _Examples:
    raw: Array
    labels: NDArray[Any]
    class_names: tuple[str, ...]
    names: tuple[str, ...]
    notes: tuple[str, ...] = ()


def build_dataset(spec: DataSpec) -> Dataset:
    """Make the data of a recipe; equal recipes give equal arrays.

    Raises DataError for fewer than 2 examples, TableError if a file of a set that comes along is missing.
    """
    source = SOURCES[spec.source]
    is_plane = source.kind == "plane"
    examples = _points(spec) if is_plane else _table_examples(_table_of(spec))
    m = examples.raw.shape[1]
    if m < MIN_EXAMPLES:
        raise DataError(f"at least {MIN_EXAMPLES} examples are needed, there are {m}: add some")
    task = _task_of(examples.class_names)
    rng = np.random.default_rng([SPLIT_STREAM, spec.seed])
    groups = np.zeros(m, dtype=np.int64) if task == "regression" else examples.labels
    train, test = split(groups, spec.train_share, rng)
    scaling = None if is_plane else fit_scaling(spec.scaling, examples.raw, train)
    labels_train, labels_test = examples.labels[train], examples.labels[test]
    return Dataset(
        spec=spec,
        task=task,
        class_names=examples.class_names,
        input_names=tuple(FEATURES[key].label for key in spec.inputs) if is_plane else examples.names,
        X_train=_inputs(spec, examples.raw, train, is_plane, scaling),
        Y_train=_targets(labels_train, task, len(examples.class_names)),
        X_test=_inputs(spec, examples.raw, test, is_plane, scaling),
        Y_test=_targets(labels_test, task, len(examples.class_names)),
        labels_train=labels_train,
        labels_test=labels_test,
        raw=examples.raw,
        train_index=train,
        test_index=test,
        is_plane=is_plane,
        picture_shape=source.picture_shape,
        extent=PLANE_EXTENT if is_plane else _first_extent(examples.raw),
        output_range=_output_range(labels_train, task, is_plane),
        scaling=scaling,
        notes=(*examples.notes, *_notes(spec, task, scaling, labels_train)),
    )


def extent_of(x: Array, y: Array) -> Extent:
    """(x_min, x_max, y_min, y_max) of points with a margin; a constant coordinate gets 1 to either side."""
    return (*_range_of(x), *_range_of(y))


def _first_extent(raw: Array) -> Extent:
    x = raw[0]
    return extent_of(x, raw[1] if len(raw) > 1 else np.zeros_like(x))


def _range_of(values: Array) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = MARGIN * (high - low) if high > low else 1.0
    return low - margin, high + margin


def _points(spec: DataSpec) -> _Examples:
    source = SOURCES[spec.source]
    if source.generate is not None:
        drawn = sample(spec.source, spec.seed, spec.noise)
        return _Examples(drawn.raw, drawn.labels, source.class_names, ("x1", "x2"))
    points = np.array(spec.points, dtype=np.float64).reshape(-1, 3).T
    return _Examples(points[:2].copy(), points[2].astype(np.int64), source.class_names, ("x1", "x2"))


def _table_of(spec: DataSpec) -> Table:
    load = SOURCES[spec.source].load
    if load is not None:
        return load()
    if spec.table is None:
        raise DataError(f"the source {spec.source!r} needs a table: import one")
    return spec.table


def _table_examples(table: Table) -> _Examples:
    notes = []
    if table.rows_incomplete:
        notes.append(f"{table.rows_incomplete} incomplete rows of {table.rows_read} left out")
    return _Examples(table.X, table.target, table.class_names, table.names, tuple(notes))


def _task_of(class_names: tuple[str, ...]) -> Task:
    if not class_names:
        return "regression"
    return "binary" if len(class_names) == 2 else "classes"


def _inputs(spec: DataSpec, raw: Array, index: Index, is_plane: bool, scaling: FittedScaling | None) -> Array:
    X = np.empty((raw.shape[0], len(index)))
    for row, values in zip(X, raw, strict=True):
        # Row by row: taking columns of the whole would copy a table that is a view first.
        row[:] = values[index]
    if is_plane:
        return features_of(X, spec.inputs)
    if scaling is not None:
        X -= scaling.offset
        X /= scaling.size
    return X


def _targets(labels: NDArray[Any], task: Task, classes: int) -> Array:
    """Y: one row of 0, 1 or values; or one row a class, 1 where the example belongs to it."""
    if task != "classes":
        return labels.astype(np.float64)[None, :]
    return np.asarray(labels == np.arange(classes)[:, None], dtype=np.float64)


def _output_range(labels: NDArray[Any], task: Task, is_plane: bool) -> tuple[float, float]:
    if task != "regression":
        return 0.0, 1.0
    if is_plane:
        return -1.0, 1.0
    low, high = float(labels.min()), float(labels.max())
    return (low, high) if high > low else (low - 1, high + 1)


def _notes(spec: DataSpec, task: Task, scaling: FittedScaling | None, labels: NDArray[Any]) -> list[str]:
    notes = []
    if scaling is not None:
        notes.append(f"inputs scaled to {SCALINGS[spec.scaling].note} over the training part")
    elif SOURCES[spec.source].kind != "plane":
        notes.append("inputs not scaled")
    if task == "regression" and np.abs(labels).max() > WIDE_TARGET:
        notes.append(f"target runs from {labels.min():g} to {labels.max():g} and is not scaled")
    return notes

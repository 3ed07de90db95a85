"""From a recipe to arrays: examples of the source, features or scaling, split, labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.data_spec import DataSpec
from engine.data.dataset import Array, Dataset, Extent, Index
from engine.data.errors import DataError
from engine.data.features import FEATURES, features_of
from engine.data.given_labels import class_numbers, task_of_labels
from engine.data.scaling import SCALINGS, FittedScaling, fit_scaling
from engine.data.sources import SOURCES, Task, sample
from engine.data.split import split
from engine.data.table import Table
from engine.rows import Rows, with_ones

PLANE_EXTENT: Extent = (-6.0, 6.0, -6.0, 6.0)
MARGIN = 0.06
MIN_EXAMPLES = 2
FEW_NUMBERS = 1 << 17  # a megabyte
WIDE_TARGET = 10.0

# The split draws from a stream of its own, so that another share keeps the same sample.
SPLIT_STREAM = 1


@dataclass(frozen=True)
class _Examples:
    """What a source gives before it is scaled and split."""

    raw: Array
    rows: Array
    labels: NDArray[Any]
    class_names: tuple[str, ...]
    names: tuple[str, ...]
    notes: tuple[str, ...] = ()
    # Labels that are typed: taken as they stand, and all their examples train.
    Y: Array | None = None


def build_dataset(spec: DataSpec) -> Dataset:
    """Make the data of a recipe; equal recipes give equal arrays.

    Raises DataError for fewer than 2 examples (typed ones: 1), TableError if a file of a set that comes along is
    missing.
    """
    source = SOURCES[spec.source]
    is_plane = source.kind == "plane"
    examples = _points(spec) if is_plane else _table_examples(spec)
    m = examples.raw.shape[1]
    if m < MIN_EXAMPLES and examples.Y is None:
        raise DataError(f"at least {MIN_EXAMPLES} examples are needed, there are {m}: add some")
    task = _task_of(examples)
    train, test = _parts(spec, examples, task)
    scaling = None if is_plane else fit_scaling(spec.scaling, examples.raw, train)
    index = np.concatenate((train, test)).astype(np.int32)
    labels = examples.labels[index]
    labels_train = labels[: len(train)]
    return Dataset(
        spec=spec,
        task=task,
        class_names=examples.class_names,
        input_names=tuple(FEATURES[key].label for key in spec.inputs) if is_plane else examples.names,
        rows=_scaled_rows(examples.rows, index, scaling),
        label_rows=_label_rows(labels, task, len(examples.class_names))
        if examples.Y is None
        else _copied(examples.Y),
        labels=labels,
        m=len(train),
        raw=examples.raw,
        index=index,
        is_plane=is_plane,
        picture_shape=source.picture_shape,
        extent=PLANE_EXTENT if is_plane else _first_extent(examples.raw),
        output_range=_output_range(labels_train, task, is_plane, examples.Y),
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
        return _of_plane(spec, drawn.raw, drawn.labels)
    points = np.array(spec.points, dtype=np.float64).reshape(-1, 3).T
    return _of_plane(spec, points[:2].copy(), points[2].astype(np.int64))


def _of_plane(spec: DataSpec, raw: Array, labels: NDArray[Any]) -> _Examples:
    rows = with_ones(features_of(raw, spec.inputs))
    return _Examples(raw, rows, labels, SOURCES[spec.source].class_names, ("x1", "x2"))


def _table_of(spec: DataSpec) -> Table:
    load = SOURCES[spec.source].load
    if load is not None:
        return load()
    if spec.table is None:
        raise DataError(f"the source {spec.source!r} needs a table: import one")
    return spec.table


def _table_examples(spec: DataSpec) -> _Examples:
    if spec.source == "given" and spec.given is not None:
        X, Y = np.array(spec.given.X), np.array(spec.given.Y)
        return _Examples(X, with_ones(X), *class_numbers(Y), spec.given.names, Y=Y)
    table, notes = _table_of(spec), []
    if table.rows_incomplete:
        notes.append(f"{table.rows_incomplete} incomplete rows of {table.rows_read} left out")
    return _Examples(table.X, table.rows, table.target, table.class_names, table.names, tuple(notes))


def _task_of(examples: _Examples) -> Task:
    if examples.Y is not None:
        return task_of_labels(examples.Y)
    if not examples.class_names:
        return "regression"
    return "binary" if len(examples.class_names) == 2 else "classes"


def _parts(spec: DataSpec, examples: _Examples, task: Task) -> tuple[Index, Index]:
    """Indices of the training and of the test examples."""
    m = examples.raw.shape[1]
    if examples.Y is not None:
        return np.arange(m), np.arange(0)
    groups = np.zeros(m, dtype=np.int64) if task == "regression" else examples.labels
    return split(groups, spec.train_share, np.random.default_rng([SPLIT_STREAM, spec.seed]))


def _scaled_rows(rows: Array, index: Index, scaling: FittedScaling | None) -> Rows:
    """Rows of the inputs; the ones behind them are not scaled."""
    if scaling is None:
        return _laid_out_if_small(Rows(rows, index))
    offset, size = np.append(scaling.offset, 0.0), np.append(scaling.size, 1.0)
    return _laid_out_if_small(Rows(rows, index, offset, size))


def _label_rows(labels: NDArray[Any], task: Task, classes: int) -> Rows:
    """Y as rows: one 0, 1 or value; or a number a class, 1 where the example belongs to it."""
    if task == "regression":
        return Rows(labels.astype(np.float64)[:, None])
    of_class = np.array([[0.0], [1.0]]) if task == "binary" else np.eye(classes)
    return _laid_out_if_small(Rows(of_class, labels))


def _copied(Y: Array) -> Rows:
    return Rows(Y.T.copy())


def _laid_out_if_small(rows: Rows) -> Rows:
    """A copy is quicker to train from, but a large one would double the memory that its table takes."""
    return rows.laid_out() if rows.m * rows.n <= FEW_NUMBERS else rows


def _output_range(labels: NDArray[Any], task: Task, is_plane: bool, Y: Array | None) -> tuple[float, float]:
    if task != "regression" or (Y is not None and Y.min() >= 0 and Y.max() <= 1):
        return 0.0, 1.0
    if is_plane:
        return -1.0, 1.0
    low, high = float(labels.min()), float(labels.max())
    return (low, high) if high > low else (low - 1, high + 1)


def _notes(spec: DataSpec, task: Task, scaling: FittedScaling | None, labels: NDArray[Any]) -> list[str]:
    notes = []
    if scaling is not None:
        notes.append(f"inputs scaled to {SCALINGS[spec.scaling].note} over the training part")
    elif SOURCES[spec.source].kind != "plane" and spec.source != "given":
        notes.append("inputs not scaled")
    if task == "regression" and np.abs(labels).max() > WIDE_TARGET:
        notes.append(f"target runs from {labels.min():g} to {labels.max():g} and is not scaled")
    return notes

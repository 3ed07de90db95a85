"""Examples ready for a network: frozen, read-only arrays, examples as columns.

`engine.data.build` makes one from a `DataSpec`; the plane that pictures are drawn over is left to
`engine.data.plane`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.data_spec import DataSpec
from engine.data.features import features_of
from engine.data.scaling import FittedScaling
from engine.data.sources import Task
from engine.rows import Rows
from engine.spec import LayerSpec

Array = NDArray[np.float64]
Index = NDArray[np.integer]
Extent = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Dataset:
    """One data set, split. Two are equal only if they are the same object.

    rows: the inputs of all examples with a 1 behind each, label_rows their Y; labels: their class numbers (integers)
    or values (float64). In all three the m training examples come first. raw: (d, m + m_test) the examples before
    features and scaling, in their own order; index: where in it each row comes from.
    X_*: (n[0], m) and Y_*: (n[L], m) are views of the rows; those of a large table, which is scaled only when rows
    are taken, are made anew each time.
    class_names: empty for regression. output_range: the values that a picture of the output should span.
    extent: (x_min, x_max, y_min, y_max) of the first two raw coordinates; -6 to 6 for the plane.
    notes: what was done to the data, a sentence each.
    """

    spec: DataSpec
    task: Task
    class_names: tuple[str, ...]
    input_names: tuple[str, ...]
    rows: Rows
    label_rows: Rows
    labels: NDArray[Any]
    m: int
    raw: Array
    index: Index
    is_plane: bool
    picture_shape: tuple[int, int] | None
    extent: Extent
    output_range: tuple[float, float]
    scaling: FittedScaling | None
    notes: tuple[str, ...]

    def __post_init__(self) -> None:
        for value in vars(self).values():
            if isinstance(value, np.ndarray):
                value.flags.writeable = False

    @property
    def inputs(self) -> int:
        """n[0]."""
        return self.rows.n - 1

    @property
    def outputs(self) -> int:
        """n[L]."""
        return self.label_rows.n

    @property
    def examples(self) -> int:
        """How many examples there are, training and test together."""
        return int(self.raw.shape[1])

    @property
    def m_test(self) -> int:
        """How many test examples there are."""
        return self.rows.m - self.m

    @property
    def X_train(self) -> Array:
        """(n[0], m)."""
        return self.rows.part(slice(0, self.m))[:, :-1].T

    @property
    def X_test(self) -> Array:
        """(n[0], m_test)."""
        return self.rows.part(slice(self.m, self.rows.m))[:, :-1].T

    @property
    def Y_train(self) -> Array:
        """(n[L], m)."""
        return self.label_rows.part(slice(0, self.m)).T

    @property
    def Y_test(self) -> Array:
        """(n[L], m_test)."""
        return self.label_rows.part(slice(self.m, self.rows.m)).T

    @property
    def labels_train(self) -> NDArray[Any]:
        """(m,), a view."""
        return self.labels[: self.m]

    @property
    def labels_test(self) -> NDArray[Any]:
        """(m_test,), a view."""
        return self.labels[self.m :]

    @property
    def train_index(self) -> Index:
        """Which raw examples are for training, a view."""
        return self.index[: self.m]

    @property
    def test_index(self) -> Index:
        """Which raw examples are for the test, a view."""
        return self.index[self.m :]

    @property
    def raw_train(self) -> Array:
        """(d, m) raw values of the training examples, a copy."""
        return self._raw_part(self.train_index)

    @property
    def raw_test(self) -> Array:
        """(d, m_test) raw values of the test examples, a copy."""
        return self._raw_part(self.test_index)

    @cached_property
    def raw_ranges(self) -> Array:
        """(d, 2) the smallest and the largest of each raw value over all examples, found when first asked for."""
        return _frozen(np.stack([self.raw.min(axis=1), self.raw.max(axis=1)], axis=1))

    @cached_property
    def raw_means(self) -> Array:
        """(d,) the training means of the raw values, found when first asked for, one at a time to save memory."""
        return _frozen(np.array([values[self.train_index].mean() for values in self.raw]))

    def sample(self, most: int) -> Index:
        """At most so many training examples, evenly taken: their places in the rows."""
        return np.arange(0, self.m, -(-self.m // most))

    def features(self, raw: Array) -> Array:
        """X (n[0], m) from raw values (d, m): chosen inputs of the plane, or scaled columns of a table."""
        if self.is_plane:
            return features_of(raw, self.spec.inputs)
        return raw if self.scaling is None else self.scaling.apply(raw)

    def _raw_part(self, index: Index) -> Array:
        return _frozen(self.raw[:, index])


def _frozen(array: Array) -> Array:
    array.flags.writeable = False
    return array


def output_of(dataset: Dataset) -> tuple[LayerSpec, str]:
    """The output layer and the key of the cost that the data needs."""
    if dataset.task == "binary":
        return LayerSpec(1, "sigmoid"), "binary_cross_entropy"
    if dataset.task == "classes":
        return LayerSpec(dataset.outputs, "softmax"), "categorical_cross_entropy"
    return LayerSpec(dataset.outputs, "linear"), "mean_squared_error"

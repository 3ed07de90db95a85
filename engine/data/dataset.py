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
from engine.spec import LayerSpec

Array = NDArray[np.float64]
Index = NDArray[np.int64]
Extent = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Dataset:
    """One data set, split. Two are equal only if they are the same object.

    X_*: (n[0], m) inputs, Y_*: (n[L], m) labels, labels_*: (m,) class numbers (int64) or values (float64).
    raw: (d, m) all examples before features and scaling; train_index, test_index: which of them are where.
    class_names: empty for regression. output_range: the values that a picture of the output should span.
    extent: (x_min, x_max, y_min, y_max) of the first two raw coordinates; -6 to 6 for the plane.
    notes: what was done to the data, a sentence each.
    """

    spec: DataSpec
    task: Task
    class_names: tuple[str, ...]
    input_names: tuple[str, ...]
    X_train: Array
    Y_train: Array
    X_test: Array
    Y_test: Array
    labels_train: NDArray[Any]
    labels_test: NDArray[Any]
    raw: Array
    train_index: Index
    test_index: Index
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
        return int(self.X_train.shape[0])

    @property
    def outputs(self) -> int:
        """n[L]."""
        return int(self.Y_train.shape[0])

    @property
    def examples(self) -> int:
        """How many examples there are, training and test together."""
        return int(self.raw.shape[1])

    @cached_property
    def raw_train(self) -> Array:
        """(d, m) raw values of the training examples, made when first asked for."""
        return self._raw_part(self.X_train, self.train_index)

    @cached_property
    def raw_test(self) -> Array:
        """(d, m) raw values of the test examples, made when first asked for."""
        return self._raw_part(self.X_test, self.test_index)

    def features(self, raw: Array) -> Array:
        """X (n[0], m) from raw values (d, m): chosen inputs of the plane, or scaled columns of a table."""
        if self.is_plane:
            return features_of(raw, self.spec.inputs)
        return raw if self.scaling is None else self.scaling.apply(raw)

    def _raw_part(self, X: Array, index: Index) -> Array:
        if not self.is_plane and self.scaling is None:
            return X
        part = self.raw.take(index, axis=1)
        part.flags.writeable = False
        return part


def output_of(dataset: Dataset) -> tuple[LayerSpec, str]:
    """The output layer and the key of the cost that the data needs."""
    if dataset.task == "binary":
        return LayerSpec(1, "sigmoid"), "binary_cross_entropy"
    if dataset.task == "classes":
        return LayerSpec(dataset.outputs, "softmax"), "categorical_cross_entropy"
    return LayerSpec(1, "linear"), "mean_squared_error"

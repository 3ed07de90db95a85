"""The table of data sources. A new set is one row here, with the function that makes it.

Rows that neither generate nor load ("drawn", "csv", "given") take their examples from the `DataSpec` itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.data import generators
from engine.data.generators import Sample
from engine.data.real_sets import load_set
from engine.data.table import Table

Kind = Literal["plane", "table", "pictures"]
Task = Literal["binary", "classes", "regression"]

CLASSIFICATION_POINTS = 500
REGRESSION_POINTS = 1200
IRIS_CLASSES = ("setosa", "versicolor", "virginica")
CANCER_CLASSES = ("benign", "malignant")
DIGITS = tuple("0123456789")


@dataclass(frozen=True)
class Source:
    """One data source.

    kind: points of the plane, a table of numbers, or pictures of picture_shape (rows, columns).
    task: None where the table decides. generate(rng, count, nu) draws `points` points; load() reads a set.
    """

    key: str
    label: str
    kind: Kind
    task: Task | None
    class_names: tuple[str, ...] = ()
    points: int = 0
    generate: Callable[[np.random.Generator, int, float], Sample] | None = None
    load: Callable[[], Table] | None = None
    picture_shape: tuple[int, int] | None = None

    @property
    def is_built_in(self) -> bool:
        """Whether it needs nothing from the person: it can be shown as a thumbnail to choose."""
        return self.generate is not None or self.load is not None


def _digits() -> Table:
    return load_set("digits.csv.gz", DIGITS)


def _iris() -> Table:
    return load_set("iris.csv", IRIS_CLASSES)


def _breast_cancer() -> Table:
    return load_set("breast_cancer.csv", CANCER_CLASSES)


_TWO, _THREE = ("0", "1"), ("0", "1", "2")

_ROWS = (
    Source("circle", "Circle", "plane", "binary", _TWO, CLASSIFICATION_POINTS, generators.circle),
    Source("xor", "XOR", "plane", "binary", _TWO, CLASSIFICATION_POINTS, generators.xor),
    Source("gauss", "Two blobs", "plane", "binary", _TWO, CLASSIFICATION_POINTS, generators.gauss),
    Source("spiral", "Spiral", "plane", "binary", _TWO, CLASSIFICATION_POINTS, generators.spiral),
    Source("moons", "Moons", "plane", "binary", _TWO, CLASSIFICATION_POINTS, generators.moons),
    Source("blobs", "3 classes", "plane", "classes", _THREE, CLASSIFICATION_POINTS, generators.blobs),
    Source("plane", "Plane", "plane", "regression", (), REGRESSION_POINTS, generators.plane),
    Source("multi_gauss", "Bumps", "plane", "regression", (), REGRESSION_POINTS, generators.multi_gauss),
    Source("digits", "Digits", "pictures", "classes", DIGITS, load=_digits, picture_shape=(8, 8)),
    Source("iris", "Iris", "table", "classes", IRIS_CLASSES, load=_iris),
    Source("breast_cancer", "Cancer", "table", "binary", CANCER_CLASSES, load=_breast_cancer),
    Source("drawn", "Drawn", "plane", "binary", _TWO),
    Source("csv", "Table", "table", None),
    Source("given", "Given examples", "table", None),
)

SOURCES: dict[str, Source] = {row.key: row for row in _ROWS}


def sample(key: str, seed: int = 0, noise: float = 0.0, count: int | None = None) -> Sample:
    """Points of a generated set; noise in percent, count None for the set's own number of points."""
    source = SOURCES[key]
    if source.generate is None:
        raise ValueError(f"data source {key!r} is not generated")
    rng = np.random.default_rng(seed)
    return source.generate(rng, source.points if count is None else count, noise / 100)

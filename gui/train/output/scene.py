"""What the output picture shows that does not change while training: the plane, its names, the points. No Qt.

One scene belongs to one data set and one plane; the panel makes it and keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset, plane_extent, plane_labels, points_at
from gui.train.output.geometry import Extent
from gui.train.output.scale import PROBABILITY, Scale, range_scale
from gui.train.output.texts import class_name, short

Floats = NDArray[np.floating]
Plane = tuple[str, int, int]

MOST_POINTS = 4000
COLOR_LEVELS = 33  # regression: so many different colours of points


@dataclass(frozen=True)
class Points:
    """Examples on the plane: positions (2, m), labels (m,), kinds (m,): class, or colour level of a number.

    chosen_of: how many there are, where these are only an even choice of them.
    """

    positions: Floats
    labels: NDArray[np.generic]
    kinds: NDArray[np.int64]
    chosen_of: int | None = None

    @property
    def count(self) -> int:
        """How many there are."""
        return self.positions.shape[1] if self.chosen_of is None else self.chosen_of

    def sample(self) -> Points:
        """These, or an even choice of MOST_POINTS of them: always the same ones."""
        m = self.positions.shape[1]
        if m <= MOST_POINTS:
            return self
        chosen = _even_choice(m)
        return Points(self.positions[:, chosen], self.labels[chosen], self.kinds[chosen])


@dataclass(frozen=True)
class Scene:
    """task is "binary", "classes" or "regression"; scale belongs to ŷ; labels name the two axes."""

    task: str
    class_names: tuple[str, ...]
    extent: Extent
    labels: tuple[str, str]
    named_axes: bool
    scale: Scale
    train: Points
    test: Points
    drawn: Floats

    def with_sheet(self, sheet: Sequence[tuple[float, float, int]]) -> Scene:
        """The same plane with these points (x1, x2, class 0 or 1) as its only ones."""
        places = np.array([point[:2] for point in sheet], dtype=float).reshape(-1, 2).T
        classes = np.array([point[2] for point in sheet], dtype=np.int64)
        nothing = Points(np.empty((2, 0)), classes[:0], classes[:0])
        train = Points(places, classes, classes)
        return replace(self, task="binary", class_names=("0", "1"), train=train, test=nothing, drawn=places)

    @property
    def kind(self) -> tuple[object, ...]:
        """What an old map must share with this scene to be shown on."""
        return self.task, len(self.class_names), self.extent, self.labels

    def label_text(self, label: object) -> str:
        """An example's true label in words."""
        if self.task == "regression":
            return f"y = {short(float(label))}"  # type: ignore[arg-type]
        return class_name(self.class_names, int(label))  # type: ignore[call-overload]


def build_scene(dataset: Dataset, plane: Plane) -> Scene:
    """The scene of a data set on a plane (see `engine.data.plane`)."""
    scale = range_scale(*dataset.output_range) if dataset.task == "regression" else PROBABILITY
    points = dataset.spec.points if dataset.spec.source == "drawn" else ()
    drawn = np.array([point[:2] for point in points], dtype=np.float64).reshape(-1, 2).T
    return Scene(
        task=dataset.task,
        class_names=tuple(dataset.class_names),
        extent=plane_extent(dataset, plane),
        labels=plane_labels(dataset, plane),
        named_axes=not dataset.is_plane,
        scale=scale,
        train=_points(dataset, plane, 0, dataset.m, scale),
        test=_points(dataset, plane, dataset.m, dataset.examples, scale),
        drawn=drawn,
    )


def _even_choice(m: int) -> NDArray[np.int64]:
    """MOST_POINTS of m, in order: always the same ones."""
    return np.sort(np.random.default_rng(0).choice(m, MOST_POINTS, replace=False, shuffle=False))


def _points(dataset: Dataset, plane: Plane, start: int, stop: int, scale: Scale) -> Points:
    """Where the examples in these rows of the data lie; only of those that will be drawn, where there are too many."""
    m = stop - start
    places = start + (_even_choice(m) if m > MOST_POINTS else np.arange(m))
    positions, labels = points_at(dataset, plane, places), dataset.labels[places]
    if dataset.task != "regression":
        return Points(positions, labels, labels.astype(np.int64), m)
    share = (scale.position(labels.astype(np.float64)) + 1.0) / 2.0
    levels = np.clip(np.rint(share * (COLOR_LEVELS - 1)), 0, COLOR_LEVELS - 1)
    return Points(positions, labels, levels.astype(np.int64), m)


def level_position(level: int) -> float:
    """The colour position -1 ... 1 of a level."""
    return 2.0 * level / (COLOR_LEVELS - 1) - 1.0

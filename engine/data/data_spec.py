"""What data a person asked for: a frozen, validated recipe from which `build_dataset` makes the arrays."""

from __future__ import annotations

import math
from dataclasses import dataclass
from reprlib import repr as shown
from typing import Any

from engine.data.errors import DataError
from engine.data.features import FEATURES
from engine.data.given import GivenExamples
from engine.data.scaling import SCALINGS
from engine.data.sources import SOURCES
from engine.data.table import Table

MAX_NOISE = 80.0
MIN_TRAIN_SHARE, MAX_TRAIN_SHARE = 10.0, 90.0
MAX_DRAWN_POINTS = 10_000

Point = tuple[float, float, int]


@dataclass(frozen=True)
class DataSpec:
    """A recipe for data.

    noise and train_share in percent (0-80, 10-90). inputs: keys of FEATURES, for points of the plane only.
    scaling: a key of SCALINGS, for tables and pictures only. points: (x1, x2, class 0 or 1) of the source
    "drawn". table: needed by the source "csv", given: by the source "given"; others leave them alone.
    Raises DataError.
    """

    source: str = "circle"
    noise: float = 0.0
    seed: int = 0
    train_share: float = 50.0
    inputs: tuple[str, ...] = ("x1", "x2")
    scaling: str = "none"
    points: tuple[Point, ...] = ()
    table: Table | None = None
    given: GivenExamples | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "inputs", tuple(self.inputs))
        _require_key("source", self.source, tuple(SOURCES))
        _require_key("scaling", self.scaling, tuple(SCALINGS))
        _require_range("noise", self.noise, 0, MAX_NOISE)
        _require_range("train_share", self.train_share, MIN_TRAIN_SHARE, MAX_TRAIN_SHARE)
        if not _is_whole(self.seed) or self.seed < 0:
            raise DataError(f"seed must be a whole number from 0, not {shown(self.seed)}")
        self._require_inputs()
        object.__setattr__(self, "points", _checked_points(self.points))
        if self.table is not None and not isinstance(self.table, Table):
            raise DataError("table must be an imported table or nothing")
        if self.source == "csv" and self.table is None:
            raise DataError('the source "csv" needs a table: import one')
        if self.given is not None and not isinstance(self.given, GivenExamples):
            raise DataError("given must be typed examples or nothing")
        if self.source == "given" and self.given is None:
            raise DataError('the source "given" needs "given": the numbers X and Y')

    def _require_inputs(self) -> None:
        if not self.inputs:
            raise DataError(f"inputs must name at least one of {', '.join(FEATURES)}")
        for key in self.inputs:
            _require_key("inputs", key, tuple(FEATURES))
        if len(set(self.inputs)) < len(self.inputs):
            raise DataError(f"inputs must differ from one another, not {', '.join(self.inputs)}")


def _checked_points(points: tuple[Any, ...]) -> tuple[Point, ...]:
    if len(points) > MAX_DRAWN_POINTS:
        raise DataError(f"points are limited to {MAX_DRAWN_POINTS}, not {len(points)}")
    return tuple(_checked_point(index, point) for index, point in enumerate(points, start=1))


def _checked_point(index: int, point: Any) -> Point:
    if len(point) != 3 or not all(_is_finite(value) for value in point) or point[2] not in (0, 1):
        raise DataError(f"point {index} must be x1, x2 and the class 0 or 1, not {shown(point)}")
    return float(point[0]), float(point[1]), int(point[2])


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_finite(value: Any) -> bool:
    # An integer too large for a float is no number for us either, so abs comes before isfinite.
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and abs(value) < 1e300 and math.isfinite(value)


def _require_key(field: str, key: Any, known: tuple[str, ...]) -> None:
    if not isinstance(key, str) or key not in known:
        raise DataError(f"{field} {shown(key)} is unknown; known are {', '.join(known)}")


def _require_range(field: str, value: Any, low: float, high: float) -> None:
    if not _is_finite(value) or not low <= value <= high:
        raise DataError(f"{field} must be from {low:g} to {high:g} percent, not {shown(value)}")

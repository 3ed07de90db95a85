"""Points of the plane drawn by formula: the four classification sets and two regression sets of TensorFlow
Playground by their published definitions, and two more.

Every function takes (rng, count, nu) and gives a `Sample`; nu is the noise as a share, 0.5 for 50 %. Places
are drawn first and noise after them, so that the same seed keeps its places when the noise changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

RADIUS = 5.0
XOR_PADDING = 0.3
SPIRAL_TURNS = 1.75
MOON_RADIUS = 3.0
BLOB_DISTANCE = 3.0
BUMPS = ((-4.0, 2.5, 1), (0.0, 2.5, -1), (4.0, 2.5, 1), (-4.0, -2.5, -1), (0.0, -2.5, 1), (4.0, -2.5, -1))
BUMP_RADIUS = 2.0


@dataclass(frozen=True, eq=False)
class Sample:
    """raw: (2, m) coordinates x1, x2. labels: (m,) class numbers (int64) or values (float64)."""

    raw: Array
    labels: NDArray[Any]


def circle(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Half in a disc (class 1), half in a ring around it; noise moves the place that is judged."""
    inside = np.arange(count) < count // 2
    radius = np.where(inside, rng.uniform(0, 0.5, count), rng.uniform(0.7, 1, count)) * RADIUS
    angle = rng.uniform(0, 2 * np.pi, count)
    raw = np.stack([radius * np.sin(angle), radius * np.cos(angle)])
    judged = raw + rng.uniform(-RADIUS, RADIUS, raw.shape) * nu
    return Sample(raw, _classes(np.hypot(judged[0], judged[1]) < RADIUS / 2))


def xor(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Four quadrants with a gap at the axes; class 1 where x1 and x2 have the same sign."""
    raw = rng.uniform(-5, 5, (2, count))
    raw += np.where(raw > 0, XOR_PADDING, -XOR_PADDING)
    judged = raw + rng.uniform(-5, 5, raw.shape) * nu
    return Sample(raw, _classes(judged[0] * judged[1] >= 0))


def gauss(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Two normal clouds around (2, 2) (class 1) and (-2, -2); noise widens them."""
    labels = _classes(np.arange(count) < count // 2)
    centre = np.where(labels == 1, 2.0, -2.0)
    return Sample(centre + rng.standard_normal((2, count)) * np.sqrt(_variance(nu)), labels)


def spiral(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Two arms of 1.75 turns, evenly walked; the first is class 1."""
    arms = [_arm(count - count // 2, 0.0), _arm(count // 2, np.pi)]
    raw = np.concatenate(arms, axis=1) + rng.uniform(-1, 1, (2, count)) * nu
    return Sample(raw, _classes(np.arange(count) < count - count // 2))


def moons(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Two half circles of radius 3 that hook into each other; the upper one is class 1.

    Upper: centre (-1.5, -0.75); lower: centre (1.5, 0.75), so that the whole is centred.
    Noise: normal, standard deviation 3 nu.
    """
    labels = _classes(np.arange(count) < count // 2)
    angle = rng.uniform(0, np.pi, count)
    side = np.where(labels == 1, 1.0, -1.0)
    raw = np.stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25]) * side * MOON_RADIUS
    return Sample(raw + rng.standard_normal(raw.shape) * (MOON_RADIUS * nu), labels)


def blobs(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Three normal clouds, 3 away from the origin at 90, 330 and 210 degrees: classes 0, 1, 2."""
    labels = np.arange(count, dtype=np.int64) * 3 // count
    angle = np.deg2rad(np.array([90.0, 330.0, 210.0]))[labels]
    centre = BLOB_DISTANCE * np.stack([np.cos(angle), np.sin(angle)])
    return Sample(centre + rng.standard_normal((2, count)) * np.sqrt(_variance(nu)), labels)


def plane(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Regression: (x1 + x2) / 10 at the place moved by U(-6, 6) nu."""
    raw = rng.uniform(-6, 6, (2, count))
    judged = raw + rng.uniform(-6, 6, raw.shape) * nu
    return Sample(raw, (judged[0] + judged[1]) / 10)


def multi_gauss(rng: np.random.Generator, count: int, nu: float) -> Sample:
    """Regression: six cones of height +1 or -1 and radius 2, at the place moved by U(-6, 6) nu."""
    raw = rng.uniform(-6, 6, (2, count))
    judged = raw + rng.uniform(-6, 6, raw.shape) * nu
    heights = np.stack([_cone(judged, x, y, sign) for x, y, sign in BUMPS])
    largest = np.abs(heights).argmax(axis=0)
    return Sample(raw, heights[largest, np.arange(count)])


def _arm(count: int, start: float) -> Array:
    i = np.arange(count) / max(count, 1)
    angle = SPIRAL_TURNS * 2 * np.pi * i + start
    return np.asarray(RADIUS * i * np.stack([np.sin(angle), np.cos(angle)]))


def _cone(places: Array, x: float, y: float, sign: int) -> Array:
    return np.asarray(sign * np.clip(1 - np.hypot(places[0] - x, places[1] - y) / BUMP_RADIUS, 0, None))


def _variance(nu: float) -> float:
    """0.5 without noise, 4 at 50 %."""
    return 0.5 + 7 * nu


def _classes(is_one: NDArray[np.bool_]) -> NDArray[np.int64]:
    return is_one.astype(np.int64)

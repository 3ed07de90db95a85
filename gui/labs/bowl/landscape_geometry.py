"""A surface seen from the side: turned, tilted, put on the screen; which of its faces lie behind. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LOWEST, STEEPEST = 12.0, 80.0
HEIGHT = 0.62  # of the ground's side: how high the highest point stands


@dataclass(frozen=True)
class Eye:
    """From where it is seen, in degrees: azimuth round the surface, elevation over its ground."""

    azimuth: float = -35.0
    elevation: float = 32.0

    def turned(self, across: float, up: float) -> Eye:
        """The eye after a turn, neither below the ground nor beyond straight above."""
        return Eye(
            (self.azimuth + across + 180.0) % 360.0 - 180.0, min(max(self.elevation + up, LOWEST), STEEPEST)
        )

    def project(self, x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        """Right, up, and depth (larger: farther away) of points; x and y in -1 ... 1, z in 0 ... 1."""
        turn, tilt = math.radians(self.azimuth), math.radians(self.elevation)
        right = x * math.cos(turn) - y * math.sin(turn)
        away = x * math.sin(turn) + y * math.cos(turn)
        height = (z - 0.5) * 2 * HEIGHT
        up = away * math.sin(tilt) + height * math.cos(tilt)
        return right, up, away * math.cos(tilt) - height * math.sin(tilt)


@dataclass(frozen=True)
class Frame:
    """From the units of projection to pixels: one scale, so that nothing is squeezed."""

    centre_x: float
    centre_y: float
    scale: float

    def pixels(self, right: Floats, up: Floats) -> tuple[Floats, Floats]:
        """Where projected points are on the screen."""
        return self.centre_x + right * self.scale, self.centre_y - up * self.scale


def frame_of(width: float, height: float, eye: Eye, margin: float = 26.0) -> Frame:
    """The largest frame that holds the box of the surface, whatever way it is turned."""
    tilt = math.radians(eye.elevation)
    across = math.sqrt(2)
    upright = math.sqrt(2) * math.sin(tilt) + HEIGHT * math.cos(tilt)
    scale = min((width / 2 - margin) / across, (height / 2 - margin) / upright)
    return Frame(width / 2, height / 2, max(scale, 1.0))


def unit(values: Floats, low: float, high: float) -> Floats:
    """Values as -1 ... 1, cut at the ends."""
    return np.asarray(np.clip((values - low) / (high - low), 0, 1) * 2 - 1)


def faces(depth: Floats) -> NDArray[np.intp]:
    """The four corners (n, 4) of every face as places in the flattened grid of depths, the farthest face first."""
    rows, columns = depth.shape
    place = np.arange(rows * columns).reshape(rows, columns)
    corners = np.stack((place[:-1, :-1], place[:-1, 1:], place[1:, 1:], place[1:, :-1]), axis=-1).reshape(
        -1, 4
    )
    return corners[np.argsort(-depth.ravel()[corners].mean(axis=1), kind="stable")]

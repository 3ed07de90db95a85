"""What a chart shows, as frozen values: axes, curves, marks, lines with lengths, shaded bands, bars. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Style = Literal["line", "dots", "dashes"]
Shape = Literal["dot", "ring", "cross"]
Side = Literal["right", "left", "above", "below"]


@dataclass(frozen=True)
class Axis:
    """From low to high, in the data's units; log needs low > 0.

    name stands at the axis' end. ticks: values, or pairs of a value and its text; None for round numbers.
    Raises ValueError for ends that no axis can have.
    """

    low: float
    high: float
    name: str = ""
    log: bool = False
    ticks: tuple[float | tuple[float, str], ...] | None = None

    def __post_init__(self) -> None:
        if not (np.isfinite(self.low) and np.isfinite(self.high) and self.low < self.high):
            raise ValueError(f"an axis can't go from {self.low} to {self.high}")
        if self.log and self.low <= 0:
            raise ValueError(f"a log axis can't begin at {self.low}")


@dataclass(frozen=True, eq=False)
class Curve:
    """x and y of equal length; NaN interrupts the line.

    color: a theme token, or "layer1", "layer2", ... name and value are written at the right end.
    """

    x: ArrayLike
    y: ArrayLike
    color: str = "ink"
    width: float = 2.0
    style: Style = "line"
    name: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        x, y = np.asarray(self.x, np.float64), np.asarray(self.y, np.float64)
        if x.ndim != 1 or x.shape != y.shape:
            raise ValueError(f"a curve needs x and y of one length, not {x.shape} and {y.shape}")
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)

    @property
    def points(self) -> tuple[Floats, Floats]:
        """x and y as arrays."""
        return np.asarray(self.x), np.asarray(self.y)


@dataclass(frozen=True, eq=False)
class Marks:
    """Points of one look; texts, if any, one for each, stand beside them where there is room. size: pixels across.

    ground: whether a dot has a thin ring in the ground's colour, which sets it off curves.
    """

    x: ArrayLike
    y: ArrayLike
    color: str = "ink"
    shape: Shape = "dot"
    size: float = 7.0
    texts: Sequence[str] = ()
    ground: bool = True

    @property
    def points(self) -> list[tuple[float, float]]:
        """The points one by one."""
        xs, ys = np.atleast_1d(np.asarray(self.x, float)), np.atleast_1d(np.asarray(self.y, float))
        return list(zip(xs.tolist(), ys.tolist(), strict=True))


@dataclass(frozen=True)
class Segment:
    """A straight line in the data's units, with a text beside its middle: run and rise of a slope's triangle."""

    x0: float
    y0: float
    x1: float
    y1: float
    color: str = "ink"
    width: float = 2.5
    text: str = ""
    side: Side = "right"
    style: Style = "line"


@dataclass(frozen=True)
class Shade:
    """A band from x0 to x1 over the whole height. text stands at its top."""

    x0: float
    x1: float
    color: str = "hover"
    text: str = ""


@dataclass(frozen=True)
class Bars:
    """Upright bars from the axis' foot. texts stand above them, names below, colors as in Curve (one for all, or each).

    Beside curves they stand at the right of them, on the same axis, and name says what they are.
    """

    values: tuple[float, ...]
    texts: tuple[str, ...] = ()
    colors: tuple[str, ...] = ("ink",)
    names: tuple[str, ...] = ()
    name: str = ""

    def color(self, index: int) -> str:
        """The colour of one bar."""
        return self.colors[index % len(self.colors)]

"""Where a value falls in the plot and back, and where the ticks of an axis stand. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gui.chart.items import Axis, Floats
from gui.train.plots.scale import Tick, log_scale, nice_step
from gui.widgets.numbers import MINUS, scientific_text

FAR = 1e5  # pixels: beyond it a painter's lines go wrong
X_SPACING, Y_SPACING = 56.0, 44.0  # least pixels from tick to tick
MOST_X, MOST_Y = 7, 6


@dataclass(frozen=True)
class Plane:
    """The plot's rectangle in pixels and its two axes; y grows upwards."""

    left: float
    top: float
    right: float
    bottom: float
    x_axis: Axis
    y_axis: Axis

    @property
    def width(self) -> float:
        """Pixels across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return self.bottom - self.top

    def x(self, value: float) -> float:
        """Pixel of a value of the x axis."""
        return self.left + fraction(self.x_axis, value) * self.width

    def y(self, value: float) -> float:
        """Pixel of a value of the y axis."""
        return self.bottom - fraction(self.y_axis, value) * self.height

    def xs(self, values: Floats) -> Floats:
        """`x` of an array."""
        return np.clip(self.left + fractions(self.x_axis, values) * self.width, -FAR, FAR)

    def ys(self, values: Floats) -> Floats:
        """`y` of an array."""
        return np.clip(self.bottom - fractions(self.y_axis, values) * self.height, -FAR, FAR)

    def value_x(self, pixel: float) -> float:
        """The value of the x axis at a pixel, kept inside the axis."""
        return value_at(self.x_axis, (pixel - self.left) / max(1.0, self.width))

    def value_y(self, pixel: float) -> float:
        """The value of the y axis at a pixel, kept inside the axis."""
        return value_at(self.y_axis, (self.bottom - pixel) / max(1.0, self.height))

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel is inside the plot."""
        inside_x = self.left - margin <= x <= self.right + margin
        return inside_x and self.top - margin <= y <= self.bottom + margin


def fraction(axis: Axis, value: float) -> float:
    """0 at the low end, 1 at the high end, beyond them less and more."""
    if axis.log or not math.isfinite(value):
        return float(fractions(axis, np.array([value]))[0])
    return (value - axis.low) / (axis.high - axis.low)


def fractions(axis: Axis, values: Floats) -> Floats:
    """`fraction` of an array; NaN stays NaN, what a log axis can't show lies far below it."""
    if not axis.log:
        return np.asarray((values - axis.low) / (axis.high - axis.low))
    low, high = math.log10(axis.low), math.log10(axis.high)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(values <= 0, -1e3, np.log10(values))
    return np.asarray((logs - low) / (high - low))


def value_at(axis: Axis, share: float) -> float:
    """The value at a fraction, kept between the ends."""
    share = min(max(share, 0.0), 1.0)
    if axis.log:
        low, high = math.log10(axis.low), math.log10(axis.high)
        return float(min(max(10.0 ** (low + share * (high - low)), axis.low), axis.high))
    return axis.low + share * (axis.high - axis.low)


def nice_axis(low: float, high: float, name: str = "", log: bool = False) -> Axis:
    """An axis over these values, rounded outwards to ticks; a log axis to whole decades."""
    if log:
        scale = log_scale(low, high, MOST_Y, least_decades=1)
        return Axis(scale.low, scale.high, name, log=True)
    if not (math.isfinite(low) and math.isfinite(high)):
        return Axis(0.0, 1.0, name)
    if high <= low:
        reach = abs(low) / 2 or 1.0
        low, high = low - reach, high + reach
    step = nice_step((high - low) / 5)
    return Axis(
        math.floor(low / step + 1e-9) * step, max(math.ceil(high / step - 1e-9) * step, low + step), name
    )


def ticks_of(axis: Axis, length: float, spacing: float, most: int) -> tuple[Tick, ...]:
    """The ticks of an axis that is `length` pixels long: given ones, or round numbers at least `spacing` apart."""
    if axis.ticks is not None:
        return tuple(
            Tick(tick[0], tick[1]) if isinstance(tick, tuple) else Tick(tick, f"{tick:g}".replace("-", MINUS))
            for tick in axis.ticks
        )
    count = max(1, min(most, int(length / spacing)))
    if axis.log:
        return _powers(axis, count)
    step = nice_step((axis.high - axis.low) / count)
    first, last = math.ceil(axis.low / step - 1e-9), math.floor(axis.high / step + 1e-9)
    values = [index * step for index in range(first, last + 1)]
    return tuple(Tick(value, tick_number(value, step)) for value in values)


def tick_number(value: float, step: float) -> str:
    """A tick's number with just the decimals that its step needs; very large and very small ones with a power."""
    if value == 0.0 or abs(value) < step * 1e-6:
        return "0"
    if abs(value) >= 1e7 or step < 1e-7:
        return scientific_text(value, 1)
    decimals = next((d for d in range(8) if abs(round(step, d) - step) <= 1e-6 * step), 8)
    text = f"{value:.{decimals}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", MINUS)


def _powers(axis: Axis, count: int) -> tuple[Tick, ...]:
    scale = log_scale(axis.low, axis.high, count, least_decades=1)
    return tuple(tick for tick in scale.ticks if axis.low * 0.999 <= tick.value <= axis.high * 1.001)

"""Axes as numbers: which range an axis shows for given data, where its ticks stand, where a value falls.

Pure: no Qt. Ranges follow from the data's extremes alone, so an axis stands still until an extreme passes its end.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.train.plots.numbers import power_text, scientific_text, tick_text

Array = NDArray[np.floating]

LIMIT = 1e300  # beyond it, a linear axis could overflow on its way to a round number
LOG_FLOOR = 1e-12  # the lowest decade of a log axis; zeros and smaller values lie on the axis line
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
STRIDES = (1, 2, 3, 5, 10, 20, 50, 100, 200)  # decades between two numbers of a log axis
EMPTY_EPOCHS = 10.0
ROUNDING = 1e-9
EPOCH_INTERVALS = 5


class Tick(NamedTuple):
    """One mark of an axis; a tick without text has a line only."""

    value: float
    text: str


class Scale(NamedTuple):
    """One axis: its two ends, whether it is logarithmic, and its ticks.

    foot: the share of a log axis that is kept below its low end, so that 0, at the very bottom, is no power of ten.
    """

    low: float
    high: float
    ticks: tuple[Tick, ...]
    log: bool = False
    foot: float = 0.0

    def fractions(self, values: Array) -> Array:
        """Where values fall, 0 at the low end, 1 at the high end; outside ones are put on the end."""
        shown = np.minimum(np.maximum(values, self.low), self.high)
        if not self.log:
            return (shown - self.low) * (1.0 / (self.high - self.low))
        found = (np.log10(shown) - math.log10(self.low)) * (1.0 / self._decades)
        if not self.foot:
            return found
        return np.where(values < self._least, 0.0, self.foot + (1.0 - self.foot) * found)

    def fraction(self, value: float) -> float:
        """The same for one value, without an array."""
        shown = min(max(value, self.low), self.high)
        if not self.log:
            return (shown - self.low) / (self.high - self.low)
        if self.foot and value < self._least:
            return 0.0
        return self.foot + (1.0 - self.foot) * (math.log10(shown) - math.log10(self.low)) / self._decades

    def value(self, fraction: float) -> float:
        """What stands at a fraction of the axis; on the foot of a log axis that is 0."""
        if not self.log:
            return self.low + fraction * (self.high - self.low)
        share = (fraction - self.foot) / (1.0 - self.foot)
        return 10.0 ** (math.log10(self.low) + share * self._decades) if share >= -ROUNDING else 0.0

    def with_zero(self, foot: float) -> Scale:
        """The same log axis above a foot that is labelled 0."""
        return self._replace(foot=foot, ticks=(Tick(0.0, "0"), *self.ticks))

    @property
    def _least(self) -> float:
        return self.low * (1.0 - ROUNDING)

    @property
    def _decades(self) -> float:
        return math.log10(self.high) - math.log10(self.low)


def nice_step(rough: float) -> float:
    """The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is at least `rough` > 0."""
    power = 10.0 ** math.floor(math.log10(rough))
    for step in STEPS:
        if step * power >= rough * (1 - 1e-9):
            return step * power
    return 10.0 * power


def epoch_scale(last: float) -> Scale:
    """The axis of epochs from 0 to the first round number after `last`, in at most five intervals."""
    end = min(last, LIMIT) if math.isfinite(last) and last > 0 else EMPTY_EPOCHS
    step = nice_step(end / EPOCH_INTERVALS)
    if 1 < step < 10 and step != round(step):
        step = 5.0  # epochs are counted: no 2.5, 7.5
    return _linear(end, step)


def value_scale(largest: float, intervals: int) -> Scale:
    """A linear axis from 0 to a round number that covers `largest`, in about `intervals` steps."""
    top = min(largest, LIMIT) if math.isfinite(largest) and largest > 0 else 1.0
    return _linear(top, nice_step(max(top / max(1, intervals), 1e-300)))


def log_scale(smallest: float, largest: float, most_ticks: int, least_decades: int = 3) -> Scale:
    """A log axis over whole decades from the data's positive extremes; no less than LOG_FLOOR.

    Under `least_decades` decades it grows upward, as room for what comes. Labels are thinned to `most_ticks`.
    """
    low, high = _shown(smallest, largest)
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    return _powers(first, max(last, first + least_decades), max(1, most_ticks))


def fine_log_scale(smallest: float, largest: float, most_ticks: int) -> Scale:
    """A log axis for data over few decades: ends and labels at 1, 2, 5 times a power of ten."""
    smallest, largest = _shown(smallest, largest)
    decades = log_scale(smallest, largest, most_ticks, least_decades=1)
    if decades.high / decades.low > 1000.0:
        return decades
    first = round(math.log10(decades.low))
    marks = [m * 10.0**e for e in range(first, first + 4) for m in (1, 2, 5)]
    marks = [mark for mark in marks if mark <= decades.high * 1.001]
    low = max([mark for mark in marks if mark <= smallest * (1 + 1e-9)], default=marks[0])
    high = min([mark for mark in marks if mark >= largest * (1 - 1e-9) and mark > low], default=marks[-1])
    shown = [mark for mark in marks if low <= mark <= high]
    powers = [mark for mark in shown if abs(math.log10(mark) - round(math.log10(mark))) < 1e-9]
    if len(shown) > most_ticks + 1 and len(powers) > 1:
        ticks = [Tick(mark, power_text(round(math.log10(mark)))) for mark in powers]
    else:
        ticks = [Tick(mark, _plain_text(mark)) for mark in shown]
    return Scale(low, high, tuple(ticks), log=True)


def _shown(smallest: float, largest: float) -> tuple[float, float]:
    """The part of the data's range that a log axis can show; 0.001 to 1 where there is none."""
    if not (math.isfinite(largest) and largest > 0.0):
        smallest, largest = 1e-3, 1.0
    low = min(max(LOG_FLOOR, smallest if math.isfinite(smallest) and smallest > 0.0 else 1e-3), LIMIT)
    return low, max(low, min(largest, LIMIT))


def _plain_text(mark: float) -> str:
    return f"{mark:g}" if 1e-3 <= mark < 1e5 else scientific_text(mark, 0)


@lru_cache(maxsize=64)
def _powers(first: int, last: int, most_ticks: int) -> Scale:
    stride = next((s for s in STRIDES if (last - first) / s <= most_ticks), STRIDES[-1])
    exponents = (e for e in range(first, last + 1) if e % stride == 0)
    ticks = tuple(Tick(10.0**e, power_text(e)) for e in exponents)
    return Scale(10.0**first, 10.0**last, ticks, log=True)


def _linear(top: float, step: float) -> Scale:
    return _steps(max(1, math.ceil(top / step * (1 - 1e-9))), step)


@lru_cache(maxsize=64)
def _steps(count: int, step: float) -> Scale:
    values = [i * step for i in range(count + 1)]
    return Scale(0.0, values[-1], tuple(Tick(v, tick_text(v, step, values[-1])) for v in values))

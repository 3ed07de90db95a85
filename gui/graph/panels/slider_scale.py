"""The values along a slider, in steps that a person would take: from -reach to +reach, or sizes by powers. No Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

STEPS = 200  # from end to end
FINE = 10  # parts of a step, with Shift
LARGEST = 1e300


class Scale(Protocol):
    """What a slider asks: places from 0 at the left end to 1 at the right, and where its filled part begins."""

    @property
    def low(self) -> float:
        """The value at the left end."""

    @property
    def high(self) -> float:
        """The value at the right end."""

    @property
    def zero(self) -> float:
        """The place that the filled part begins at."""

    def share(self, value: float) -> float:
        """The place of a value."""

    def value_at(self, share: float, *, fine: bool = False) -> float:
        """The value at a place."""

    def moved(self, value: float, steps: int, *, fine: bool = False) -> float:
        """The value so many steps further."""


@dataclass(frozen=True)
class SizeScale:
    """Sizes that a slider goes through one by one, smallest first."""

    sizes: tuple[float, ...]
    zero: float = 0.0

    @property
    def low(self) -> float:
        """The smallest."""
        return self.sizes[0]

    @property
    def high(self) -> float:
        """The largest."""
        return self.sizes[-1]

    def share(self, value: float) -> float:
        """Where a size stands, by its logarithm."""
        inside = min(self.high, max(self.low, value))
        return math.log(inside / self.low) / math.log(self.high / self.low)

    def value_at(self, share: float, *, fine: bool = False) -> float:
        """The nearest of the sizes."""
        return min(self.sizes, key=lambda size: abs(self.share(size) - share))

    def moved(self, value: float, steps: int, *, fine: bool = False) -> float:
        """Of the sizes beyond this one, the one so many steps away, or the last."""
        beyond: Sequence[float]
        if steps > 0:
            beyond = [size for size in self.sizes if size > value]
        else:
            beyond = [size for size in reversed(self.sizes) if size < value]
        return beyond[min(abs(steps), len(beyond)) - 1] if beyond else value


@dataclass(frozen=True)
class SliderScale:
    """reach: the value at the right end; zero stands in the middle."""

    reach: float
    zero: float = 0.5

    @property
    def low(self) -> float:
        """The left end."""
        return -self.reach

    @property
    def high(self) -> float:
        """The right end."""
        return self.reach

    @property
    def step(self) -> float:
        """What one key press adds."""
        return self.reach / (STEPS // 2)

    def holding(self, value: float) -> SliderScale:
        """The same scale, or where the value lies beyond its ends the next larger round one."""
        return self if abs(value) <= self.reach else SliderScale(round_up(abs(value)))

    def share(self, value: float) -> float:
        """Where a value stands: 0 at the left end, 1 at the right."""
        return 0.5 + 0.5 * min(1.0, max(-1.0, value / self.reach))

    def value_at(self, share: float, *, fine: bool = False) -> float:
        """The value at a place, in whole steps, or in tenths of a step."""
        return self.rounded((2.0 * share - 1.0) * self.reach, fine=fine)

    def moved(self, value: float, steps: int, *, fine: bool = False) -> float:
        """A value so many steps further, inside the ends; a value between two steps goes to the next one."""
        unit = self._unit(fine=fine)
        place = value / unit
        nearest = round(place)
        if abs(place - nearest) < 1e-6:
            index = nearest + steps
        else:
            index = (math.floor(place) if steps > 0 else math.ceil(place)) + steps
        return self.rounded(index * unit, fine=fine)

    def rounded(self, value: float, *, fine: bool = False) -> float:
        """The nearest step inside the ends, without the noise of binary fractions."""
        unit = self._unit(fine=fine)
        inside = min(self.reach, max(-self.reach, value))
        return float(f"{round(inside / unit) * unit:.10g}") + 0.0

    def _unit(self, *, fine: bool) -> float:
        return self.step / FINE if fine else self.step


def scale_for(values: list[float]) -> SliderScale:
    """The scale that the variables of an expression start with: alike, so that their knobs can be compared."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    return SliderScale(2.0 if largest <= 1.0 else 10.0)


def round_up(size: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50, ... that is not smaller."""
    if size >= LARGEST:
        return size
    power = 10.0 ** math.floor(math.log10(size))
    return next(float(f"{factor * power:.6g}") for factor in (1, 2, 5, 10, 20) if factor * power >= size)

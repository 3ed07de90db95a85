"""Times as people say them, and their place on the axis of times. No Qt."""

from __future__ import annotations

import math

from gui.widgets.numbers import grouped_text, scientific_text

LOWEST, HIGHEST = -6, 1  # powers of ten, in seconds
TICKS = range(LOWEST, HIGHEST + 1)
UNITS = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))


def position(seconds: float) -> float:
    """The place on the axis, 0 at its left end and 1 at its right end."""
    share = (math.log10(seconds) - LOWEST) / (HIGHEST - LOWEST)
    return min(1.0, max(0.0, share))


def seconds_text(seconds: float) -> str:
    """Three figures with a unit: 28.5 ms, 45 µs, 1.19 s."""
    size, unit = next(((size, unit) for size, unit in UNITS if seconds >= size), UNITS[-1])
    value = seconds / size
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{decimals}f} {unit}"


def tick_text(exponent: int) -> str:
    """A power of ten seconds: 10 µs."""
    size, unit = next((size, unit) for size, unit in UNITS if 10.0**exponent >= size * 0.999)
    return f"{10.0**exponent / size:.0f} {unit}"


def factor_text(factor: float) -> str:
    """How many times: 2 785, 634, 12.3, 0.8."""
    return grouped_text(factor) if factor >= 20 else f"{factor:.1f}"


def difference_text(difference: float) -> str:
    """How far apart two results are."""
    return "exactly equal" if difference == 0 else f"equal up to {scientific_text(difference)}"

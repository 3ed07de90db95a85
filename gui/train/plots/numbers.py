"""Numbers as the plots write them: true minus signs, powers as 10⁻³, no more digits than the place needs."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gui.widgets.numbers import MINUS, power_text, scientific_text

__all__ = [
    "epoch_text",
    "power_text",
    "range_texts",
    "scientific_text",
    "tick_text",
    "value_text",
    "value_texts",
]

LEAST_FIXED, LARGEST_FIXED, SMALL = 1e-6, 1e5, 0.1
_THOUSANDS = ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"))


def value_text(value: float, digits: int = 3) -> str:
    """A value to read beside a curve: `digits` decimals, fewer for large ones; very small or large ones with a power.

    Not a number is written as a dash.
    """
    if not math.isfinite(value):
        return "–"
    size = abs(value)
    if size and _needs_power(size, digits):
        return _power_text(value, digits)
    if 0.0 < size < 10.0 ** (1 - digits):
        digits += 1
    elif size >= 10.0:
        digits = max(0, digits - math.floor(math.log10(size)))
    return f"{value:.{digits}f}".replace("-", MINUS)


def value_texts(values: Sequence[float], digits: int = 3) -> tuple[str, ...]:
    """Values that stand beside one another, in one style: all with a power or none, and without one those under a
    tenth with the same number of decimals, so many that the least can be read.
    """
    known = [abs(value) for value in values if math.isfinite(value) and value]
    powers = [_needs_power(size, digits) for size in known]
    if not known or all(powers):
        return tuple(value_text(value, digits) for value in values)
    least = min(known)
    if any(powers) and (least < LEAST_FIXED or max(known) >= LARGEST_FIXED):
        return tuple(_power_text(value, digits) for value in values)
    decimals = max(digits, digits - 2 - math.floor(math.log10(least)))
    return tuple(
        f"{value:.{decimals}f}".replace("-", MINUS) if abs(value) < SMALL else value_text(value, digits)
        for value in values
    )


def range_texts(ranges: Sequence[tuple[float, float]], digits: int = 3) -> tuple[str, ...]:
    """Each one value, or "low … high" where a merged row holds two that read differently; in one style for all."""
    texts = value_texts([end for low_high in ranges for end in low_high], digits)
    pairs = zip(texts[::2], texts[1::2], strict=True)
    return tuple(first if first == second else f"{first} … {second}" for first, second in pairs)


def _needs_power(size: float, digits: int) -> bool:
    return size < 10.0**-digits or size >= LARGEST_FIXED


def _power_text(value: float, digits: int) -> str:
    return scientific_text(value, max(1, digits - 2))


def tick_text(value: float, step: float, top: float) -> str:
    """A tick of a linear axis up to `top`, with just the decimals that its step needs; all as 2.5k from 10k on."""
    if value == 0.0:
        return "0" if step >= 1.0 or step < 1e-4 else f"{value:.{_decimals(step)}f}"
    if top >= 1e12 or step < 1e-4:
        return scientific_text(value, _mantissa_decimals(value))
    for unit, letter in _THOUSANDS:
        if top >= 10 * unit:
            return f"{value / unit:.6g}".replace("-", MINUS) + letter
    return f"{value:.{_decimals(step)}f}".replace("-", MINUS)


def epoch_text(epoch: float) -> str:
    """An epoch under the cursor: whole as it is, else with two decimals."""
    return f"{epoch:.0f}" if abs(epoch - round(epoch)) < 5e-3 else f"{epoch:.2f}"


def _decimals(step: float) -> int:
    """How many decimals tell multiples of `step` apart, at most 6."""
    for decimals in range(7):
        if abs(round(step, decimals) - step) <= 1e-9 * step:
            return decimals
    return 6


def _mantissa_decimals(value: float) -> int:
    mantissa = value / 10.0 ** math.floor(math.log10(abs(value)))
    return 0 if abs(mantissa - round(mantissa)) < 1e-6 else 1

"""Numbers as the plots write them: true minus signs, powers as 10⁻³, no more digits than the place needs."""

from __future__ import annotations

import math

from gui.widgets.numbers import MINUS, power_text, scientific_text

__all__ = ["epoch_text", "power_text", "range_text", "scientific_text", "tick_text", "value_text"]

_THOUSANDS = ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"))


def value_text(value: float, digits: int = 3) -> str:
    """A value to read beside a curve: `digits` decimals, fewer for large ones; very small or large ones with a power.

    Not a number is written as a dash.
    """
    if not math.isfinite(value):
        return "–"
    size = abs(value)
    if size and (size < 10.0**-digits or size >= 1e5):
        return scientific_text(value, max(1, digits - 2))
    if 0.0 < size < 10.0 ** (1 - digits):
        digits += 1
    elif size >= 10.0:
        digits = max(0, digits - math.floor(math.log10(size)))
    return f"{value:.{digits}f}".replace("-", MINUS)


def range_text(low: float, high: float, digits: int = 3) -> str:
    """One value, or "low … high" where a merged row holds two that read differently."""
    first, second = value_text(low, digits), value_text(high, digits)
    return first if first == second else f"{first} … {second}"


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

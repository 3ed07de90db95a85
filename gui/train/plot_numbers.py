"""Numbers as the plots write them: true minus signs, powers as 10⁻³, no more digits than the place needs."""

from __future__ import annotations

import math

MINUS = "\u2212"
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_THOUSANDS = ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"))


def power_text(exponent: int) -> str:
    """10 to a whole power: 10⁻³."""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def value_text(value: float, digits: int = 3) -> str:
    """A value to read beside a curve: `digits` decimals where that says enough, else as many figures and a power.

    Not a number is written as a dash.
    """
    if not math.isfinite(value):
        return "–"
    size = abs(value)
    if size and (size < 0.5 * 10.0**-digits * 20 or size >= 1e5):
        return scientific_text(value, digits - 2)
    decimals = max(0, digits - max(0, math.floor(math.log10(size)))) if size >= 10 else digits
    return f"{value:.{decimals}f}".replace("-", MINUS)


def scientific_text(value: float, decimals: int = 1) -> str:
    """A value as mantissa and power: 1.3×10⁻². Zero is 0; not a number a dash."""
    if not math.isfinite(value):
        return "–"
    if value == 0.0:
        return "0"
    mantissa, exponent = f"{value:.{decimals}e}".split("e")
    return mantissa.replace("-", MINUS) + "×" + power_text(int(exponent))


def range_text(low: float, high: float, digits: int = 3) -> str:
    """One value, or "low … high" where a merged row holds two that read differently."""
    first, second = value_text(low, digits), value_text(high, digits)
    return first if first == second else f"{first} … {second}"


def tick_text(value: float, step: float) -> str:
    """A tick of a linear axis with just the decimals that its step needs; from 10 000 on 10k, 2.5M."""
    size = max(abs(value), step)
    if value == 0.0 and step >= 1.0:
        return "0"
    if size >= 1e12 or step < 1e-4:
        return scientific_text(value, _mantissa_decimals(value, step)) if value else "0"
    if abs(value) >= 10_000:
        for unit, letter in _THOUSANDS:
            if abs(value) >= unit:
                return f"{value / unit:.4g}".replace("-", MINUS) + letter
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


def _mantissa_decimals(value: float, step: float) -> int:
    exponent = math.floor(math.log10(abs(value)))
    return 0 if abs(value / 10.0**exponent - round(value / 10.0**exponent)) < 1e-6 else 1

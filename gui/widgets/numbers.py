"""Numbers as people type and read them: decimal comma or point, a true minus sign, no 1e-05. No Qt."""

from __future__ import annotations

import math
from decimal import Decimal

MINUS = "\u2212"
SPACE = "\u00a0"  # one that does not break
TOO_LONG = 1e6
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def parse_number(text: str) -> float:
    """The number in a typed text: 0.03, 0,03, 1e-3, −2. Raises ValueError for anything else, also inf and nan."""
    cleaned = text.strip().replace(MINUS, "-").replace(",", ".").replace(SPACE, "")
    if not cleaned or "_" in cleaned:
        raise ValueError(f"{text!r} is not a number")
    value = float(cleaned)
    if not math.isfinite(value):
        raise ValueError(f"{text!r} is not a finite number")
    return value


def number_text(value: float) -> str:
    """The shortest text that gives the number back, written out: 0.00001, 0.03, 10; beyond 12 signs as 1e-15."""
    plain = f"{Decimal(repr(float(value))):f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    text = plain if len(plain) <= 12 else f"{value:g}"
    return text.replace("-", MINUS) if value else "0"


def power_text(exponent: int) -> str:
    """10 to a whole power: 10⁻³."""
    return "10" + str(exponent).translate(_SUPERSCRIPTS)


def scientific_text(value: float, decimals: int = 1) -> str:
    """A value as mantissa and power: 1.3·10⁻². Zero is 0; not a number a dash."""
    if not math.isfinite(value):
        return "–"
    if value == 0.0:
        return "0"
    mantissa, exponent = f"{value:.{decimals}e}".split("e")
    return mantissa.replace("-", MINUS) + "·" + power_text(int(exponent))


def fixed_text(value: float, decimals: int) -> str:
    """The number with this many decimals and a true minus, from a million on with a power; a dash for none."""
    if not math.isfinite(value):
        return "–"
    if abs(value) >= TOO_LONG:
        return scientific_text(value, min(decimals, 2))
    text = f"{value:.{decimals}f}"
    return text.replace("-", MINUS) if float(text) else text.lstrip("-")


def grouped_text(value: float) -> str:
    """A whole number in groups of three: 1 500."""
    return f"{round(value):,}".replace(",", SPACE).replace("-", MINUS)

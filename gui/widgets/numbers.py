"""Numbers as people type and read them: decimal comma or point, a true minus sign, no 1e-05. No Qt."""

from __future__ import annotations

import math
from decimal import Decimal

MINUS = "\u2212"
SPACE = "\u00a0"  # one that does not break


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


def fixed_text(value: float, decimals: int) -> str:
    """The number with this many decimals and a true minus; a dash where there is none."""
    if not math.isfinite(value):
        return "–"
    text = f"{value:.{decimals}f}"
    return text.replace("-", MINUS) if float(text) else text.lstrip("-")


def grouped_text(value: float) -> str:
    """A whole number in groups of three: 1 500."""
    return f"{round(value):,}".replace(",", SPACE).replace("-", MINUS)

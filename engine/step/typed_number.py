"""A number as a person types it: comma or point, true minus, and to how many decimals it was given."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

MAX_LENGTH = 40
MINUS_SIGNS = "−–‐‑"
NUMBER = re.compile(r"([+-]?)(\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,3}))?", re.ASCII)


@dataclass(frozen=True)
class TypedNumber:
    """value; decimals: how many stand behind the point (0 and more), a power of ten taken into account."""

    value: float
    decimals: int


def read_number(text: str) -> TypedNumber | None:
    """ "−0,0348" gives -0.0348 and 4; None for what is no number."""
    plain = text.strip()
    for sign in MINUS_SIGNS:
        plain = plain.replace(sign, "-")
    found = NUMBER.fullmatch(plain.replace("- ", "-")) if len(plain) <= MAX_LENGTH else None
    if found is None or not (found[2] or found[3]):
        return None
    sign, whole, fraction, power = found[1], found[2] or "0", found[3] or "", int(found[4] or 0)
    value = float(f"{sign}{whole}.{fraction or 0}e{power}")
    if not math.isfinite(value):
        return None
    return TypedNumber(value, max(0, len(fraction) - power))

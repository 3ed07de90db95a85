"""A number with as many digits as there is room for. No Qt."""

from __future__ import annotations

import math
from functools import lru_cache

from gui.graph.panels.number_words import short_text

UNKNOWN = "?"


@lru_cache(maxsize=4096)
def number_choices(value: float) -> tuple[str, ...]:
    """The texts of a number from the fullest to the shortest: 0.3333, 0.333, 0.33; "?" where there is none."""
    if not math.isfinite(value):
        return (UNKNOWN if math.isnan(value) else short_text(value),)
    rounded = (value, float(f"{value:.3g}"), float(f"{value:.2g}"))
    return tuple(dict.fromkeys(short_text(number) for number in rounded))

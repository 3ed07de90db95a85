"""Numbers in the panels: the digits that the graph's own formulas show, as plain text. No Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence

from engine.graph.number_text import number_words
from gui.widgets.numbers import MINUS


def short_text(value: float) -> str:
    """6, 0.3333, −12.5, 1.25·10⁻⁷; a dash where there is no number."""
    return "–" if math.isnan(value) else number_words(value)


def rounded(value: float, digits: int) -> float:
    """The number with so many digits that count; itself where there is no number."""
    return float(f"{value:.{digits}g}") if math.isfinite(value) else value


def factor_text(value: float, *, is_first: bool) -> str:
    """A factor of a product: a negative one behind another stands in brackets."""
    text = short_text(value)
    return f"({text})" if value < 0 and not is_first else text


def product_text(values: Sequence[float]) -> str:
    """2 · 1 · (−3)."""
    return " · ".join(factor_text(value, is_first=index == 0) for index, value in enumerate(values))


def sum_text(values: Sequence[float]) -> str:
    """4 + 5 − 2."""
    first = short_text(values[0]) if values else "0"
    rest = (
        f"{MINUS} {short_text(-value)}" if value < 0 else f"+ {short_text(value)}" for value in values[1:]
    )
    return " ".join((first, *rest))

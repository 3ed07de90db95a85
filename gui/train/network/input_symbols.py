"""The names of the inputs as symbols: x₁² from its one-line text. No Qt widget, no painting."""

from __future__ import annotations

import re
from functools import cache

from gui.train.network.math import Symbol

SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
PATTERN = re.compile(r"(sin |cos )?x([₀₁₂₃₄₅₆₇₈₉]+)([⁰¹²³⁴⁵⁶⁷⁸⁹]*)")
COLUMN = re.compile(
    r"([A-Za-z])_?([0-9]{1,3})"
)  # a table's column that is named as one writes a symbol: x1, x_1


@cache
def input_symbols(name: str) -> tuple[tuple[str, Symbol], ...]:
    """(text before it, symbol) for each factor of a name such as "sin x₁", "x₁x₂" or "x1"; () for any other name."""
    column = COLUMN.fullmatch(name)
    if column is not None:
        return (("", Symbol(column[1], "", column[2])),)
    found, end = [], 0
    for match in PATTERN.finditer(name):
        if match.start() != end:
            return ()
        end = match.end()
        below, above = match[2].translate(SUBSCRIPTS), match[3].translate(POWERS)
        found.append((match[1] or "", Symbol("x", above, below)))
    return tuple(found) if end == len(name) else ()


@cache
def pixel_names(count: int) -> tuple[str, ...]:
    """x₁, x₂, ...: the names of pixels, whose own names are too long for the drawing."""
    digits = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
    return tuple(f"x{str(j + 1).translate(digits)}" for j in range(count))

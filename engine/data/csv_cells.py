"""Single cells of a text table: which are missing, which are numbers."""

from __future__ import annotations

import math

MISSING = frozenset({"", "-", "?", ".", "na", "n/a", "#n/a", "nan", "null", "none"})

# With a decimal comma a point can only be a thousands separator: it must not pass as a decimal point.
_COMMA_TO_POINT = str.maketrans(",.", ".x")


def is_missing(cell: str) -> bool:
    """Whether a cell says that nothing is known."""
    return cell.strip().lower() in MISSING


def with_point(cell: str) -> str:
    """A cell with a decimal comma as `float` understands it; a cell with a point as it does not."""
    return cell.translate(_COMMA_TO_POINT)


def number_of(cell: str, decimal: str) -> float | None:
    """The finite number in a cell, or None. decimal: "." or ","; there are no thousands separators."""
    text = cell if decimal == "." else with_point(cell)
    if "_" in text:
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def shortened(cell: str, length: int = 40) -> str:
    """A cell as an error message may quote it."""
    text = " ".join(cell.split())
    return text if len(text) <= length else text[: length - 1] + "…"

"""How the numbers of a printed sheet are written: those that are given, and those that are asked. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from gui.step.number_format import NumberStyle, constant_text

DECIMALS = 4
TINY = 10.0 ** (1 - DECIMALS)  # below this, four decimals would show one digit or none
CLOSE = 1e-12


def given_style(values: Iterable[float], *, fine: bool = False) -> NumberStyle:
    """As few decimals as these numbers need, four at most; fine: see `asked_style`."""
    values = tuple(values)
    for decimals in range(DECIMALS):
        if all(_is_exact(value, decimals) for value in values):
            return NumberStyle(decimals)
    return asked_style(values, fine=fine)


def are_rounded(values: Iterable[float]) -> bool:
    """Whether four decimals are too few to give these numbers exactly."""
    return not all(_is_exact(value, DECIMALS) for value in values)


def asked_style(values: Iterable[float], *, fine: bool = False) -> NumberStyle:
    """Four decimals; of numbers so small that they would not be seen, four digits that count.

    fine: already where one of them is so small, as what an optimiser divides by must be known to a few digits.
    """
    sizes = [abs(value) for value in values if value] or [1.0]
    is_small = (min(sizes) if fine else max(sizes)) < TINY
    return NumberStyle(DECIMALS - 1, power=True) if is_small else NumberStyle(DECIMALS)


def short_text(value: float) -> str:
    """One number within a sum: without zeros at its end where four decimals give it exactly."""
    if _is_exact(value, DECIMALS):
        return constant_text(value)
    return asked_style((value,)).text(value)


def _is_exact(value: float, decimals: int) -> bool:
    return abs(value - round(value, decimals)) <= CLOSE * max(1.0, abs(value))

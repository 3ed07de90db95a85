"""How the numbers of a printed sheet are written: those that are given, and those that are asked. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from gui.step.number_format import NumberStyle, constant_text

DECIMALS = 4
TINY = 10.0 ** (1 - DECIMALS)  # below this, four decimals would show one digit or none
CLOSE = 1e-12


def given_style(values: Iterable[float]) -> NumberStyle:
    """As few decimals as these numbers need, four at most."""
    values = tuple(values)
    for decimals in range(DECIMALS):
        if all(_is_exact(value, decimals) for value in values):
            return NumberStyle(decimals)
    return asked_style(values)


def are_rounded(values: Iterable[float]) -> bool:
    """Whether four decimals are too few to give these numbers exactly."""
    return not all(_is_exact(value, DECIMALS) for value in values)


def asked_style(values: Iterable[float]) -> NumberStyle:
    """Four decimals; of numbers so small that they would not be seen, four digits that count."""
    largest = max((abs(value) for value in values), default=0.0)
    return NumberStyle(DECIMALS - 1, power=True) if 0.0 < largest < TINY else NumberStyle(DECIMALS)


def short_text(value: float) -> str:
    """One number within a sum: without zeros at its end where four decimals give it exactly."""
    if _is_exact(value, DECIMALS):
        return constant_text(value)
    return asked_style((value,)).text(value)


def _is_exact(value: float, decimals: int) -> bool:
    return abs(value - round(value, decimals)) <= CLOSE * max(1.0, abs(value))

"""What the neuron lab says about its numbers. No Qt."""

from __future__ import annotations

from engine.labs.neuron import SIZE_UNIT, SIZES
from gui.widgets.numbers import fixed_text, grouped_text

EQUATIONS = {"relu": r"\hat{y} = \max(0, w\,x + b)", "linear": r"\hat{y} = w\,x + b"}


def price_text(euros: float) -> str:
    """A price to the next thousand: 312 000 €; a very large one as it comes."""
    return f"{grouped_text(round(euros, -3))} €" if abs(euros) < 1e9 else "–"


def sentence(w: float, b: float, activation: str, size: float, price: float) -> str:
    """What this unit says about houses."""
    here = f"A house of {size:.0f} m² for {price_text(price)}."
    if activation == "linear":
        free = -b / w * SIZE_UNIT if w > 0 else 0.0
        return (
            here
            if free <= 0
            else f"{here} Below {free:.0f} m² the price would be negative: max(0, z) forbids that."
        )
    on = sum(w * one / SIZE_UNIT + b >= 0 for one in SIZES)
    if on == 0:
        return "The unit is off for every house: its slope is 0 there, so descent can't move it any more."
    if on < len(SIZES):
        return f"{here} z is negative for {len(SIZES) - on} of {len(SIZES)} houses: there the unit is off, the price 0."
    return f"{here} The unit is on for every house."


def cost_text(J: float) -> str:
    """J with as many decimals as tell updates apart."""
    return fixed_text(J, 4 if J >= 0.01 else 5) if J < 1e5 else "–"

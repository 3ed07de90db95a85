"""What the table of the nudge says, with as many decimals as the nudge needs. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.graph import Nudge
from gui.graph.panels.number_words import short_text
from gui.widgets import fixed_text
from gui.widgets.numbers import TOO_LONG, scientific_text

LEAST, MOST = 1e-6, 1.0
SIZES = (*(float(f"{factor}e{power}") for power in range(-6, 0) for factor in (1, 2, 5)), MOST)
WHOLE_LENGTH, ENOUGH, MOST_DECIMALS = 11, 5, 12
RATIO_LEAST, RATIO_MOST, SMALL_RATIO = 3, 6, 1e-3
SMALL, LOST = (
    1e-4,
    0.01,
)  # a smaller output is written with powers; so much of a change may get lost in rounding
NO_SIZE = "from 0.000001 to 1"


@dataclass(frozen=True)
class NudgeWords:
    """The cells of the table, a dash where there is no number; fault: a sentence, or ""."""

    x: str
    x_nudged: str
    J: str
    J_nudged: str
    dx: str
    dJ: str
    ratio: str
    derivative: str
    fault: str


def nudge_words(nudge: Nudge, fault: str = "") -> NudgeWords:
    """fault: why the output has no value even before the nudge."""
    J, J_nudged, dJ = output_texts(nudge)
    places = step_decimals(nudge.dx)
    return NudgeWords(
        x=short_text(nudge.x),
        x_nudged=trimmed(nudge.x_nudged, max(4, places + 1))
        if abs(nudge.x) < TOO_LONG
        else short_text(nudge.x_nudged),
        J=J,
        J_nudged=J_nudged,
        dx=trimmed(nudge.dx, MOST_DECIMALS),
        dJ=dJ,
        ratio=ratio_text(nudge.ratio, places),
        derivative=short_text(nudge.derivative),
        fault=fault or nudge.fault,
    )


def output_texts(nudge: Nudge) -> tuple[str, str, str]:
    """The output before and after, and its change: with so many digits that the three explain the quotient."""
    numbers = (nudge.J, nudge.J_nudged, nudge.dJ)
    largest = max((abs(value) for value in numbers if math.isfinite(value)), default=0.0)
    if largest >= TOO_LONG:
        return short_text(nudge.J), short_text(nudge.J_nudged), short_text(nudge.dJ)
    if 0.0 < largest < SMALL:
        decimals = _power_decimals(largest, nudge.dJ)
        return _power_text(nudge.J, decimals), _power_text(nudge.J_nudged, decimals), short_text(nudge.dJ)
    decimals = output_decimals(nudge)
    J, J_nudged, dJ = (trimmed(value, decimals) for value in numbers)
    is_lost = math.isfinite(nudge.dJ) and abs(round(nudge.dJ, decimals) - nudge.dJ) > LOST * abs(nudge.dJ)
    return J, J_nudged, short_text(nudge.dJ) if is_lost else dJ


def _power_decimals(largest: float, change: float) -> int:
    """Of the digits before a power of ten, so that a change can be read from them."""
    if not math.isfinite(change) or change == 0:
        return RATIO_LEAST
    apart = math.floor(math.log10(largest)) - math.floor(math.log10(abs(change)))
    return min(MOST_DECIMALS - 2, max(RATIO_LEAST, apart + 2))


def _power_text(value: float, decimals: int) -> str:
    return scientific_text(value, decimals) if value and math.isfinite(value) else short_text(value)


def output_decimals(nudge: Nudge) -> int:
    """So many decimals that the change can be read; all of them where they are few."""
    values = [value for value in (nudge.J, nudge.J_nudged) if math.isfinite(value)]
    texts = [f"{value:.12g}" for value in values]
    if all(len(text) <= WHOLE_LENGTH and "e" not in text for text in texts):
        return max((len(text.partition(".")[2]) for text in texts), default=0)
    size = abs(nudge.dJ)
    if not math.isfinite(size) or size == 0:
        return ENOUGH
    return min(MOST_DECIMALS, max(2, ENOUGH - 1 - math.floor(math.log10(size))))


def step_decimals(step: float) -> int:
    """The decimals of a nudge: 3 for 0.001 and for 0.002."""
    return max(0, -math.floor(math.log10(abs(step)) + 1e-9))


def ratio_text(ratio: float, places: int) -> str:
    """The quotient with as many decimals as the nudge has, at least three: its error is of that size."""
    if math.isfinite(ratio) and ratio and (abs(ratio) < SMALL_RATIO or abs(ratio) >= TOO_LONG):
        return short_text(ratio)
    if not math.isfinite(ratio) or ratio == 0:
        return fixed_text(ratio, RATIO_LEAST)
    digits = RATIO_LEAST - math.floor(math.log10(abs(ratio)))
    return fixed_text(ratio, min(RATIO_MOST, max(RATIO_LEAST, places, digits)))


def trimmed(value: float, decimals: int) -> str:
    """At most so many decimals, no zeros at the end."""
    text = fixed_text(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text and "·" not in text else text

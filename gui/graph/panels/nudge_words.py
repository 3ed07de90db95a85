"""What the table of the nudge says, with as many decimals as the nudge needs. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.graph import Nudge
from gui.graph.panels.number_words import short_text
from gui.widgets import fixed_text
from gui.widgets.numbers import TOO_LONG

LEAST, MOST = 1e-6, 1.0
SIZES = (*(float(f"{factor}e{power}") for power in range(-6, 0) for factor in (1, 2, 5)), MOST)
WHOLE_LENGTH, ENOUGH, MOST_DECIMALS = 11, 5, 12
RATIO_LEAST, RATIO_MOST, SMALL_RATIO = 3, 6, 1e-3
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
    decimals = output_decimals(nudge)
    finite = [value for value in (nudge.J, nudge.J_nudged, nudge.dJ) if math.isfinite(value)]
    is_long = any(abs(value) >= TOO_LONG for value in finite)
    J, J_nudged, dJ = (
        short_text(value) if is_long else trimmed(value, decimals)
        for value in (nudge.J, nudge.J_nudged, nudge.dJ)
    )
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

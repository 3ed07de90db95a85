"""Numbers and sentences of the slope lab. No Qt."""

from __future__ import annotations

from gui.widgets.numbers import MINUS, number_text


def value_text(value: float, nudge: float, is_exact: bool) -> str:
    """A value of f with all decimals that the nudge makes in a power, or of a logarithm as many as tell it apart."""
    fine = nudge < 1e-4
    decimals = (12 if fine else 9) if is_exact else (9 if fine else 6)
    text = f"{value:.{decimals}f}"
    if is_exact and "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", MINUS)


def ratio_text(value: float) -> str:
    """A quotient with at most six decimals."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", MINUS)


def sentence(function: str, facts: dict[str, float]) -> str:
    """What the numbers say."""
    if "f" not in facts:
        return "log a has a value only where a is above 0. Drag a to the right."
    nudge, ratio, slope = number_text(facts["nudge"]), ratio_text(facts["ratio"]), ratio_text(facts["slope"])
    if function == "3a":
        return "f moves 3 times as far as a, whatever a is and however large the nudge: a straight line has one slope."
    first = f"Nudged by {nudge}, f moves {ratio} times as far as a."
    if ratio == slope:
        return f"{first} That is the slope at {ratio_text(facts['a'])}, to six decimals."
    gap = ratio_text(abs(facts["ratio"] - facts["slope"]))
    here = ratio_text(facts["a"])
    return f"{first} The slope at {here} is {slope}: the difference of {gap} shrinks with the nudge."

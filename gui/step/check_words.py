"""What a gradient check found, in one or two sentences. No Qt."""

from __future__ import annotations

from engine.step.check import EPSILON, LayerCheck
from gui.step.number_format import NumberStyle, constant_text

ERROR_STYLE = NumberStyle(1, power=True)


def error_text(error: float) -> str:
    """A relative error: 4.0·10⁻¹¹, or 0."""
    return "0" if error == 0.0 else ERROR_STYLE.text(error) if error < 0.01 else NumberStyle(3).text(error)


def verdict_of(check: LayerCheck) -> str:
    """What the check found; where it can't tell right from wrong, why."""
    broken = f"Broken: {check.broken_text}. " if check.broken_text else ""
    if not check.can_tell:
        return f"{broken}The check can't tell: {_why_not(check)}."
    k, j = check.entries[check.worst]
    where = f"row {k + 1}, column {j + 1}" if check.symbol == "dW" else f"row {k + 1}"
    worst = f"Worst: {where}, relative error {error_text(float(check.error[check.worst]))}."
    if not check.agrees:
        return f"{broken}The two do not agree. {worst}"
    verb = "agrees" if check.total_entries == 1 else "agree"
    return f"{broken}{_entries(check)} {verb}. {worst}"


def verdict_color(check: LayerCheck) -> str:
    """The colour token of the verdict."""
    if not check.can_tell:
        return "warn"
    return "run" if check.agrees else "err"


def _entries(check: LayerCheck) -> str:
    count = len(check.entries)
    if not check.is_whole:
        return f"{count} of {check.total_entries} entries, taken evenly,"
    return "The only entry" if check.total_entries == 1 else f"All {count} entries"


def _why_not(check: LayerCheck) -> str:
    count = len(check.entries)
    if check.is_infinite:
        return "some numbers are infinite or no numbers"
    if check.kinks.all():
        return "every difference spans the kink of a ReLU"
    if check.is_zero:
        zeros = "the only derivative is" if count == 1 else f"all {count} derivatives are"
        return f"{zeros} 0, on both sides"
    size = NumberStyle(1).text(check.cost)
    return f"beside J = {size} a step of {constant_text(EPSILON)} in one parameter is lost in rounding"

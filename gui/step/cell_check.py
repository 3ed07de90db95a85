"""The central difference of one selected derivative, where it takes no longer than a key press may. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.step.check import AGREE, check_gradient
from engine.step.row import Operand
from engine.step.tape import Tape
from gui.step.check_line import Difference

MOST_NUMBERS = 100_000  # that change with a parameter, over all examples: a few milliseconds
NO_NUMBER = "central difference: no number"
TOO_MANY = "central difference: see Gradient check"


@dataclass(frozen=True)
class CellCheck:
    """difference: None where there is none; note: why, where that is not obvious."""

    difference: Difference | None = None
    note: str = ""


def derivative_check(tape: Tape, result: Operand, k: int, i: int) -> CellCheck:
    """Check cell (k, i) of a dW[l] or db[l]; other results are not derivatives of J by a parameter."""
    if result.symbol not in ("dW", "db"):
        return CellCheck()
    moment = tape.moment
    if moment.m * sum(moment.spec.sizes[result.layer :]) > MOST_NUMBERS:
        return CellCheck(note=TOO_MANY)
    check = check_gradient(moment, result.symbol, result.layer, limit=0, include=(k, i), tape=tape)
    assert check is not None  # nothing cancels it
    error = float(check.error[0])
    if not math.isfinite(error):
        return CellCheck(note=NO_NUMBER)
    return CellCheck(Difference(float(check.numeric[0]), error, error <= AGREE, bool(check.kinks[0])))

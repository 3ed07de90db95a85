"""A derivative is a slope (C3): how far f moves when a is nudged, and what the quotient comes to."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.labs.row import LabRow, Setting, Settings

Floats = NDArray[np.float64]

LOW, HIGH = -3.0, 3.0
SMALLEST, LARGEST = 1e-6, 1.0


@dataclass(frozen=True)
class Function:
    """f and its derivative for numbers and arrays; both as LaTeX; lowest: a must be above it."""

    f: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]
    latex: str
    slope_latex: str
    lowest: float = -math.inf


FUNCTIONS: dict[str, Function] = {
    "3a": Function(lambda a: 3 * a, lambda a: 0 * a + 3, "3a", "3"),
    "a^2": Function(lambda a: a * a, lambda a: 2 * a, "a^2", "2a"),
    "a^3": Function(lambda a: a * a * a, lambda a: 3 * a * a, "a^3", "3a^2"),
    "log a": Function(np.log, lambda a: 1 / a, r"\log a", r"\frac{1}{a}", lowest=0.0),
}


def is_inside(function: str, a: float) -> bool:
    """Whether f has a value at a."""
    return a > FUNCTIONS[function].lowest


def course(function: str, low: float, high: float, n: int = 241) -> tuple[Floats, Floats]:
    """a and f(a) from low to high, without the part that f does not have."""
    row = FUNCTIONS[function]
    least = low if low > row.lowest else row.lowest + 1e-3
    a = np.linspace(least, max(high, least + 1e-9), n)
    return a, np.asarray(row.f(a))


def facts(settings: Settings) -> dict[str, float]:
    """a, nudge, a_nudged, and where f has values: f, f_nudged, df, ratio = df / nudge, slope."""
    function, a, nudge = str(settings["function"]), float(settings["a"]), float(settings["nudge"])
    found = {"a": a, "nudge": nudge, "a_nudged": a + nudge}
    if is_inside(function, a):
        row = FUNCTIONS[function]
        f, f_nudged = row.f(np.array([a, a + nudge])).tolist()
        slope = float(row.slope(np.array([a]))[0])
        found |= {
            "f": f,
            "f_nudged": f_nudged,
            "df": f_nudged - f,
            "ratio": (f_nudged - f) / nudge,
            "slope": slope,
        }
    return found


ROW = LabRow(
    key="slope",
    title="A derivative is a slope",
    chapter="C3",
    about="A function, its small triangle at a, and how far f moves when a is nudged",
    settings={
        "function": Setting("a^2", choices=tuple(FUNCTIONS), about="which f"),
        "a": Setting(2.0, LOW, HIGH, about="where the slope is taken"),
        "nudge": Setting(0.001, SMALLEST, LARGEST, about="how far a is moved"),
        "magnify": Setting(False, about="whether the triangle fills the picture"),
    },
    facts=facts,
)

"""Activations (C6): g and its slope at a z that is moved, and what is left of a signal after several such slopes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.labs.row import LabRow, Setting, Settings

Floats = NDArray[np.float64]

FUNCTIONS = ("sigmoid", "tanh", "relu", "leaky_relu")
LOW, HIGH = -6.0, 6.0
SATURATED = 0.1  # a unit is called saturated where its slope is below this share of its largest one
SLOPES = {"sigmoid": 0.25, "tanh": 1.0, "relu": 1.0, "leaky_relu": 1.0}  # the largest slope of each


@dataclass(frozen=True, eq=False)
class Course:
    """g and g' over LOW ... HIGH, arrays of one length; the slope has a gap where it jumps."""

    z: Floats
    a: Floats
    slope: Floats


def value_and_slope(function: str, z: float, leaky_slope: float) -> tuple[float, float]:
    """g(z) and g'(z), from the table that networks use."""
    row = ACTIVATIONS[function]
    Z = np.array([[z]])
    A = row.g(Z, leaky_slope)
    return float(A[0, 0]), float(row.slope(Z, A, leaky_slope)[0, 0])


def course(function: str, leaky_slope: float, n: int = 241) -> Course:
    """The curves of a function."""
    row = ACTIVATIONS[function]
    z = np.linspace(LOW, HIGH, n)
    if function in ("relu", "leaky_relu"):
        at = int(np.searchsorted(z, 0.0))
        z = np.concatenate((z[:at], [-1e-9, 0.0, 0.0], z[at:]))
    A = row.g(z[None, :], leaky_slope)
    slope = row.slope(z[None, :], A, leaky_slope)[0].copy()
    if function in ("relu", "leaky_relu"):
        slope[np.searchsorted(z, -1e-9) + 1] = np.nan
    return Course(z, A[0], slope)


def saturated_bands(function: str, leaky_slope: float) -> tuple[tuple[float, float], ...]:
    """The parts of LOW ... HIGH in which the slope is below SATURATED of its largest.

    1 - tanh(z)^2 = t at z = artanh sqrt(1 - t); the sigmoid's slope is that of tanh(z/2), divided by 4.
    """
    if function in ("sigmoid", "tanh"):
        edge = math.atanh(math.sqrt(1 - SATURATED)) * (2 if function == "sigmoid" else 1)
        return (LOW, -edge), (edge, HIGH)
    below = 0.0 if function == "relu" else leaky_slope
    return ((LOW, 0.0),) if below < SATURATED * max(1.0, leaky_slope) else ()


def largest_slope(function: str, leaky_slope: float) -> float:
    """The largest slope that a function has anywhere."""
    return max(SLOPES[function], leaky_slope) if function == "leaky_relu" else SLOPES[function]


def facts(settings: Settings) -> dict[str, float]:
    """a, slope, slope_max, slope_power = slope^layers, times_smaller = slope_max / slope; a_tanh, slope_tanh, ..."""
    function, z = str(settings["function"]), float(settings["z"])
    leaky, layers = float(settings["leaky_slope"]), int(settings["layers"])
    a, slope = value_and_slope(function, z, leaky)
    largest = largest_slope(function, leaky)
    found = {
        "z": z,
        "a": a,
        "slope": slope,
        "slope_max": largest,
        "slope_power": slope**layers,
        "best_power": largest**layers,
    }
    if slope:
        found["times_smaller"] = largest / slope
    for other in FUNCTIONS:
        found[f"a_{other}"], found[f"slope_{other}"] = value_and_slope(other, z, leaky)
    return found


ROW = LabRow(
    key="activations",
    title="Slope of an activation",
    chapter="C6",
    about="What an activation does to z, how steep it is there, and what is left after several such layers",
    settings={
        "function": Setting("sigmoid", choices=FUNCTIONS, about="which activation"),
        "z": Setting(0.0, LOW, HIGH, about="where it is looked at"),
        "leaky_slope": Setting(0.01, 0.0, 1.0, about="slope of leaky ReLU below 0"),
        "layers": Setting(5, 1, 20, about="how many such slopes are multiplied"),
        "all": Setting(False, about="all four functions at once"),
    },
    facts=facts,
)

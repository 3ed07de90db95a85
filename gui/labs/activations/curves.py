"""What the charts of the activations lab show: one function with its slope, or all four side by side."""

from __future__ import annotations

from engine.activations import ACTIVATIONS
from engine.labs.activations import FUNCTIONS, HIGH, LOW, Course, course, saturated_bands
from gui.chart import Axis, Curve, Marks, Segment, Shade

Z_AXIS = Axis(LOW, HIGH, "z", ticks=(-6, -4, -2, 0, 2, 4, 6))
Y_AXES = {
    "sigmoid": Axis(0.0, 1.0),
    "tanh": Axis(-1.0, 1.0),
    "relu": Axis(0.0, 6.0),
    "leaky_relu": Axis(-2.0, 6.0),
}
ALL_VALUES, SLOPES = Axis(-1.0, 2.0), Axis(0.0, 1.0)
SLOPE_NAME = "slope g′(z)"
TANGENT_PIXELS = 0.15  # of the axis, to each side
NAMES = {"relu": "off", "leaky_relu": "leaking"}


def value_curves(function: str, leaky_slope: float) -> list[Curve]:
    """g alone."""
    curve = course(function, leaky_slope)
    return [Curve(curve.z, curve.a, "ink", name="a = g(z)")]


def slope_curves(function: str, leaky_slope: float) -> list[Curve]:
    """The slope alone."""
    curve = course(function, leaky_slope)
    return [Curve(curve.z, curve.slope, "bwd", name=SLOPE_NAME)]


def all_curves(chosen: str, leaky_slope: float, slopes: bool) -> list[Curve]:
    """The four functions, or their slopes; the chosen one in front and strong, the others quiet."""
    ordered = [function for function in FUNCTIONS if function != chosen] + [chosen]
    return [
        _quiet_or_strong(function, course(function, leaky_slope), function == chosen, slopes)
        for function in ordered
    ]


def _quiet_or_strong(function: str, curve: Course, is_chosen: bool, slopes: bool) -> Curve:
    strong = "bwd" if slopes else "ink"
    y = curve.slope if slopes else curve.a
    color, width = (strong, 2.5) if is_chosen else ("ink3", 1.5)
    return Curve(curve.z, y, color, width, name=ACTIVATIONS[function].label)


def shades(function: str, leaky_slope: float) -> list[Shade]:
    """The regions in which the unit learns next to nothing."""
    text = NAMES.get(function, "saturated")
    return [Shade(low, high, "hover", text) for low, high in saturated_bands(function, leaky_slope)]


def tangent(z: float, a: float, slope: float, axis: Axis) -> Segment:
    """A piece of the line that touches g at z, as long on every slope."""
    across = (HIGH - LOW) * TANGENT_PIXELS
    up = (axis.high - axis.low) * TANGENT_PIXELS * 1.6
    reach = 1.0 / ((1.0 / across) ** 2 + (slope / up) ** 2) ** 0.5
    return Segment(z - reach, a - slope * reach, z + reach, a + slope * reach, "bwd", 2.0, style="dashes")


def rings(z: float, a: float | None, slope: float | None) -> list[Marks]:
    """Where the cursor meets the curves."""
    places = ((a, "ink"), (slope, "bwd"))
    return [Marks([z], [value], color, "ring") for value, color in places if value is not None]

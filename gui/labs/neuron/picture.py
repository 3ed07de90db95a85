"""The chart of the neuron lab: houses, the unit's line, how far each house is from it, the price that is asked."""

from __future__ import annotations

import numpy as np

from engine.labs.neuron import LARGEST_SIZE, PRICE_UNIT, SIZE_UNIT, examples
from gui.chart import Axis, Chart, Curve, Marks, Segment
from gui.labs.neuron.words import price_text

TOP, FOOT, EDGE = 6.0, -1.5, 0.2
SIZE_TICKS = tuple((size / SIZE_UNIT, f"{size}") for size in (0, 50, 100, 150, 200))
PRICE_TICKS = tuple((price / 100, f"{price}") for price in (0, 200, 400, 600))
X_AXIS = Axis(0.0, LARGEST_SIZE / SIZE_UNIT, "m²", ticks=SIZE_TICKS)
Y_AXIS = Axis(FOOT, TOP, "price, 1000 €", ticks=PRICE_TICKS)
B_AT, W_AT = 0.08, 2.0  # where the line is taken hold of: to move it, and to turn it


def show(chart: Chart, w: float, b: float, activation: str, size: float, price: float) -> None:
    """Everything in the chart at these parameters."""
    chart.set_axes(X_AXIS, Y_AXIS)
    x = np.array([0.0, X_AXIS.high])
    corner = -b / w if w else -1.0
    if activation == "relu" and 0 < corner < X_AXIS.high:
        x = np.array([0.0, corner, X_AXIS.high])
    z = w * x + b
    a = np.maximum(z, 0) if activation == "relu" else z
    chart.set_curves(_lines(x, z, a))
    chart.set_segments([*_distances(w, b, activation), *_asked(size, price)])
    X, Y = examples()
    chart.set_marks(
        [
            Marks(X[0], Y[0], "ink2", size=9),
            Marks([size / SIZE_UNIT], [price / PRICE_UNIT], "ink", "ring", texts=(price_text(price),)),
        ]
    )
    chart.set_point("b", B_AT, _within_reach(w * B_AT + b), "b", "below")
    chart.set_point("w", W_AT, _within_reach(w * W_AT + b), "w", "below")
    chart.set_handle("size", size / SIZE_UNIT, f"{size:.0f} m²", step=0.05)


def _lines(x: np.ndarray, z: np.ndarray, a: np.ndarray) -> list[Curve]:
    """What the unit says, and z where it says something else; where both end together, one name for both."""
    if np.array_equal(z, a):
        return [Curve(x, a, "ink", 2.5, name="ŷ = z")]
    together = bool(z[-1] == a[-1])
    sum_ = Curve(x, z, "ink3", 1.5, "dashes", name="" if together else "z")
    return [sum_, Curve(x, a, "ink", 2.5, name="ŷ = z" if together else "ŷ")]


def _within_reach(y: float) -> float:
    """A line that leaves the picture can still be taken hold of, at its edge."""
    return min(max(y, FOOT + EDGE), TOP - EDGE)


def _distances(w: float, b: float, activation: str) -> list[Segment]:
    """From each house to what the unit says: J is half the mean of their squares."""
    X, Y = examples()
    z = w * X[0] + b
    a = np.maximum(z, 0) if activation == "relu" else z
    ends = zip(X[0].tolist(), Y[0].tolist(), a.tolist(), strict=True)
    return [Segment(x, y, x, said, "line2", 1.0) for x, y, said in ends]


def _asked(size: float, price: float) -> list[Segment]:
    x, y = size / SIZE_UNIT, price / PRICE_UNIT
    return [Segment(0.0, y, x, y, "ink3", 1.0, style="dashes")]

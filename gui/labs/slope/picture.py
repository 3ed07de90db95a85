"""The chart of the slope lab: the curve with its triangle, whole or with the triangle magnified."""

from __future__ import annotations

from functools import lru_cache

from engine.labs.slope import FUNCTIONS, course
from gui.chart import Axis, Chart, Curve, Marks, Segment
from gui.labs.slope.words import ratio_text, value_text

WHOLE = {
    "3a": (Axis(-3, 4, "a"), Axis(-9, 12, "f(a)")),
    "a^2": (Axis(-3, 4, "a"), Axis(0, 16, "f(a)", ticks=(0, 4, 8, 12, 16))),
    "a^3": (Axis(-3, 4, "a"), Axis(-30, 60, "f(a)", ticks=(-30, 0, 30, 60))),
    "log a": (Axis(0, 4, "a"), Axis(-3, 2, "f(a)")),
}
BEFORE, AFTER = 0.9, 2.1  # of the nudge: what the magnified picture shows left of a, and right of it
PILL_DIGITS = 6


def show(
    chart: Chart, function: str, facts: dict[str, float], magnify: bool, keeps_axes: bool = False
) -> None:
    """Everything that the chart shows at these numbers. keeps_axes: while a hand moves them, the axes stand still."""
    has_value = "f" in facts
    magnify = magnify and has_value
    x_axis, y_axis = _close_axes(function, facts) if magnify else WHOLE[function]
    if keeps_axes:
        x_axis, y_axis = chart.content.x_axis, chart.content.y_axis
    chart.set_axes(x_axis, y_axis)
    chart.set_curves([_curve(function, x_axis.low, x_axis.high)])
    chart.set_segments(_triangle(function, facts, magnify) if has_value else [])
    chart.set_marks(_marks(facts) if has_value else [])
    low, high = WHOLE[function][0].low, WHOLE[function][0].high
    chart.set_handle(
        "a", facts["a"], f"a = {_pill(facts['a'])}", low=low, high=high - 1, step=_step(facts, magnify)
    )
    chart.set_handle(
        "nudge", facts["a_nudged"], f"a + {_pill(facts['nudge'])}", step=facts["nudge"] / 10, has_line=False
    )


@lru_cache(maxsize=8)
def _curve(function: str, low: float, high: float) -> Curve:
    """The same object for the same curve, which a chart then does not paint again."""
    a, f = course(function, low, high)
    return Curve(a, f, "ink", name="f(a)")


def _close_axes(function: str, facts: dict[str, float]) -> tuple[Axis, Axis]:
    """Axes round the triangle, with the very numbers of its corners."""
    a, nudge, slope = facts["a"], facts["nudge"], facts["slope"]
    low, high = a - BEFORE * nudge, a + AFTER * nudge
    if function == "log a":
        low = max(low, a / 50)
    ys = [float(y) for y in course(function, low, high)[1]] + [
        facts["f"] - slope * (a - low),
        facts["f"] + slope * (high - a),
    ]
    margin = (max(ys) - min(ys)) * 0.06 or nudge
    exact = function != "log a"
    x_ticks = ((a, ratio_text(a)), (a + nudge, ratio_text(a + nudge)))
    y_ticks = tuple((facts[key], value_text(facts[key], nudge, exact)) for key in ("f", "f_nudged"))
    if abs(facts["df"]) < 0.06 * (max(ys) - min(ys)):
        y_ticks = y_ticks[:1]
    return Axis(low, high, "a", ticks=x_ticks), Axis(
        min(ys) - margin, max(ys) + margin, "f(a)", ticks=y_ticks
    )


def _triangle(function: str, facts: dict[str, float], magnify: bool) -> list[Segment]:
    """The touching line, and run and rise with their lengths."""
    a, f, slope, nudge = facts["a"], facts["f"], facts["slope"], facts["nudge"]
    reach = 10 * nudge if magnify else 1.2 / (1 + (slope / 6) ** 2) ** 0.5
    touching = Segment(a - reach, f - slope * reach, a + reach, f + slope * reach, "bwd", 1.5, style="dashes")
    right, up = facts["a_nudged"], facts["f_nudged"]
    rise = value_text(facts["df"], nudge, function != "log a")
    is_up = facts["df"] >= 0
    return [
        touching,
        Segment(a, f, right, f, "fwd", text=ratio_text(nudge), side="below" if is_up else "above"),
        Segment(right, f, right, up, "bwd", text=rise, side="right"),
    ]


def _marks(facts: dict[str, float]) -> list[Marks]:
    return [
        Marks([facts["a_nudged"]], [facts["f_nudged"]], "ink", size=7),
        Marks([facts["a"]], [facts["f"]], "ink", "ring"),
    ]


def _pill(value: float) -> str:
    return ratio_text(round(value, PILL_DIGITS))


def _step(facts: dict[str, float], magnify: bool) -> float:
    return facts["nudge"] / 10 if magnify else 0.1


def derivative_latex(function: str) -> tuple[str, str]:
    """f(a) = ... and f'(a) = ... as LaTeX."""
    row = FUNCTIONS[function]
    return f"f(a) = {row.latex}", f"f'(a) = {row.slope_latex}"

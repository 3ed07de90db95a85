"""What the plot of the nudge shows: the output over one variable, and the triangle of its slope. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine.graph import Evaluation, Nudge, curve
from gui.chart import Axis, Curve, Marks, Segment, nice_axis
from gui.chart.items import Floats, Side
from gui.graph.panels.number_words import short_text
from gui.graph.panels.slider_scale import round_up
from gui.graph.short_names import cut_text

AXIS_LETTERS = 9
TANGENT_LEFT = 0.4  # of the span
VISIBLE = 0.1  # of the span: a nudge from here on is drawn itself
MOST_POINTS, FEWEST_POINTS, EVALUATIONS = 101, 25, 3000
STRAIGHT = 1e-6  # of the height: a curve so near to its tangent is a line


@dataclass(frozen=True)
class NudgePlot:
    """Everything that the chart is given; words say what the triangle is, in several lengths."""

    x_axis: Axis
    y_axis: Axis
    curves: tuple[Curve, ...]
    segments: tuple[Segment, ...]
    marks: tuple[Marks, ...]
    words: tuple[str, ...]


def nudge_plot(evaluation: Evaluation, nudge: Nudge, output: str) -> NudgePlot | None:
    """None where the output has no value near, so that there is nothing to plot."""
    span = span_of(nudge)
    low, high = nudge.x - span, nudge.x + span
    count = min(MOST_POINTS, max(FEWEST_POINTS, EVALUATIONS // len(evaluation.graph.nodes))) | 1
    xs, ys = curve(evaluation.graph, evaluation.inputs, nudge.name, low, high, count)
    ys = np.where(np.isfinite(ys), ys, np.nan)
    heights = [float(y) for y in (*ys, nudge.J) if math.isfinite(y)]
    if not heights:
        return None
    curves, words = [Curve(xs, ys)], no_slope(nudge, output)
    segments: tuple[Segment, ...] = ()
    if math.isfinite(nudge.derivative):
        is_seen = nudge.dx >= VISIBLE * span and math.isfinite(nudge.J_nudged)
        run, rise = (nudge.dx, nudge.dJ) if is_seen else (span, nudge.derivative * span)
        if not is_seen and not is_straight(xs, ys, nudge):
            curves.insert(0, tangent(nudge, span))
            heights.append(nudge.J - rise * TANGENT_LEFT)
        heights.append(nudge.J + rise)
        segments, words = triangle(nudge, run, rise), words_of(output, run, rise, is_seen=is_seen)
    ticks = tuple((value, short_text(value)) for value in (low, nudge.x, high))
    marks = (Marks((nudge.x,), (nudge.J,), "ink", "ring", 10),) if math.isfinite(nudge.J) else ()
    axes = (
        Axis(low, high, cut_text(nudge.name, AXIS_LETTERS), ticks=ticks),
        y_axis(min(heights), max(heights)),
    )
    return NudgePlot(*axes, tuple(curves), segments, marks, words)


def span_of(nudge: Nudge) -> float:
    """How far the plot reaches to either side."""
    return max(1.0, round_up(abs(nudge.x) / 20)) if nudge.x else 1.0


def y_axis(low: float, high: float) -> Axis:
    """Rounded outwards; a constant has room above and below."""
    if high - low <= 1e-9 * max(1.0, abs(high)):
        room = max(1.0, abs(high) / 2)
        return nice_axis(low - room, high + room)
    return nice_axis(low, high)


def tangent(nudge: Nudge, span: float) -> Curve:
    """The line with the derivative as its slope, a little to the left and all the way to the right."""
    xs = (nudge.x - TANGENT_LEFT * span, nudge.x + span)
    return Curve(xs, tuple(nudge.J + nudge.derivative * (x - nudge.x) for x in xs), "ink3", 1.5, "dashes")


def is_straight(xs: Floats, ys: Floats, nudge: Nudge) -> bool:
    """Whether the curve can't be told from its tangent."""
    line = nudge.J + nudge.derivative * (xs - nudge.x)
    height = max(1e-12, float(np.nanmax(ys) - np.nanmin(ys)))
    return bool(np.nanmax(np.abs(ys - line)) <= STRAIGHT * height)


def triangle(nudge: Nudge, run: float, rise: float) -> tuple[Segment, ...]:
    """The run to the right in the forward colour, the rise up or down in the backward one."""
    x, y = nudge.x, nudge.J
    side: Side = "below" if rise >= 0 else "above"
    return (
        Segment(x, y, x + run, y, "fwd", 2.5, short_text(run), side),
        Segment(x + run, y, x + run, y + rise, "bwd", 2.5, short_text(rise), "right"),
    )


def words_of(output: str, run: float, rise: float, *, is_seen: bool) -> tuple[str, ...]:
    """One line above the plot, from the longest wording to the shortest."""
    kind = "nudge" if is_seen else "tangent"
    way = f"{short_text(run)} to the right, {output} {up_or_down(rise)}"
    return f"the {kind}: {way}", f"{kind}: {short_text(run)} right, {up_or_down(rise)}", f"the {kind}"


def no_slope(nudge: Nudge, output: str) -> tuple[str, ...]:
    """The line above a plot without a triangle."""
    what = "slope" if math.isfinite(nudge.J) else "value"
    return f"{output} has no {what} at {nudge.name} = {short_text(nudge.x)}", f"no {what} here"


def up_or_down(rise: float) -> str:
    """6 up, 0.5 down."""
    return f"{short_text(abs(rise))} {'down' if rise < 0 else 'up'}"

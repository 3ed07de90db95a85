"""Where the panels of a train scene stand, for every choice of panels. Pure, no Qt.

The network at the left and the output at its right as in the playground, the plots below; panels touch with 1 px
between them. Without a network the output takes its place.
"""

from __future__ import annotations

from collections.abc import Collection

Rect = tuple[int, int, int, int]  # x, y, width, height

LINE = 1
CONTROLS = 56
OUTPUT_WIDTHS = ((1240, 400), (880, 300), (0, 286))  # of a stage at least so wide
PLOT_SHARE, LEAST_PLOT, MOST_PLOT = 0.36, 196, 320
LOW_SHARE, LEAST_LOW = 0.3, 168  # of plots that take height from the output as well
LEAST_PAIR = 620  # two plots side by side want so much
COST_SHARE = 0.46
OUTPUT_SHARE = 0.48


def arrange(width: int, height: int, show: Collection[str]) -> dict[str, Rect]:
    """The place of each panel of `show`: network, output, cost, gradients, controls."""
    places: dict[str, Rect] = {}
    top = 0
    if "controls" in show:
        places["controls"] = (0, 0, width, CONTROLS)
        top = CONTROLS
    plots = [key for key in ("cost", "gradients") if key in show]
    room = (0, top, width, height - top)
    if "network" in show:
        return places | _with_network(room, "output" in show, plots)
    if "output" in show:
        return places | _with_output(room, plots)
    return places | _in_column(room, plots)


def _with_network(room: Rect, has_output: bool, plots: list[str]) -> dict[str, Rect]:
    x, y, width, height = room
    right = _output_width(width) if has_output else 0
    left = width - right - (LINE if right else 0)
    # Two plots in a narrow column would be slits: they go under the output as well.
    is_wide_below = has_output and len(plots) > 1 and left < LEAST_PAIR
    plot_height = _plot_height(height, is_wide_below) if plots else 0
    above = height - plot_height - (LINE if plots else 0)
    places = {"network": (x, y, left, above)}
    if has_output:
        places["output"] = (x + left + LINE, y, right, above if is_wide_below else height)
    below = (x, y + above + LINE, width if is_wide_below else left, plot_height)
    return places | _in_row(below, plots)


def _with_output(room: Rect, plots: list[str]) -> dict[str, Rect]:
    x, y, width, height = room
    if not plots:
        return {"output": room}
    left = round(OUTPUT_SHARE * width)
    right = (x + left + LINE, y, width - left - LINE, height)
    return {"output": (x, y, left, height)} | _in_column(right, plots)


def _in_row(room: Rect, plots: list[str]) -> dict[str, Rect]:
    x, y, width, height = room
    if len(plots) < 2:
        return dict.fromkeys(plots, room)
    first = round(COST_SHARE * width)
    return {
        plots[0]: (x, y, first, height),
        plots[1]: (x + first + LINE, y, width - first - LINE, height),
    }


def _in_column(room: Rect, plots: list[str]) -> dict[str, Rect]:
    x, y, width, height = room
    if len(plots) < 2:
        return dict.fromkeys(plots, room)
    first = (height - LINE) // 2
    return {
        plots[0]: (x, y, width, first),
        plots[1]: (x, y + first + LINE, width, height - first - LINE),
    }


def _plot_height(height: int, is_low: bool) -> int:
    if is_low:
        return max(round(LOW_SHARE * height), LEAST_LOW)
    return min(max(round(PLOT_SHARE * height), LEAST_PLOT), MOST_PLOT)


def _output_width(width: int) -> int:
    return next(wanted for least, wanted in OUTPUT_WIDTHS if width >= least)

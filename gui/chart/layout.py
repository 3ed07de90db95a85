"""How a chart's rectangle is shared out: numbers at the left, names at the right, numbers and handles below."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from gui.chart.content import Content
from gui.chart.items import Axis, Bars
from gui.chart.plane_geometry import MOST_X, MOST_Y, X_SPACING, Y_SPACING, Plane, ticks_of
from gui.train.plots.axis import shown_numbers
from gui.train.plots.scale import Tick
from gui.widgets import text_width

TOP, LINE, SIDE = 12.0, 15.0, 10.0
TICK, NUMBER_GAP, NAME_GAP = 4.0, 8.0, 8.0
LABEL_GAP, MOST_LABEL = 10.0, 0.4
BAR, LEAST_BAR, BAR_GAP, BARS_GAP, BARS_EDGE = 18.0, 8.0, 6.0, 20.0, 6.0
BARS_SHARE = 0.45  # of the width at most, for bars beside curves
FOOT, PILL_FOOT = 22.0, 30.0


@dataclass(frozen=True)
class Layout:
    """Where things stand: the plane, its ticks, the room for names right of it, the room for bars beside curves."""

    plane: Plane
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    label_left: float
    label_room: float
    bars_rect: QRectF


def layout_of(
    size: QSizeF, content: Content, has_handles: bool, least: tuple[float, float] = (0.0, 0.0)
) -> Layout:
    """The layout of a chart of this size, with at least so many pixels left and right of the plot."""
    top = TOP + (LINE if content.y_axis.name else 0.0) + (LINE if content.bars else 0.0)
    beside = content.bars is not None and bool(content.curves)
    bottom = (
        size.height()
        - (PILL_FOOT if has_handles else FOOT)
        - (LINE if beside and content.x_axis.name else 0.0)
    )
    bottom = max(bottom, top + 20.0)
    y_ticks = ticks_of(content.y_axis, bottom - top, Y_SPACING, MOST_Y)
    numbers = max((text_width(tick.text, "caption") for tick in y_ticks), default=0.0)
    left = max(NUMBER_GAP + numbers + 2.0, least[0])
    bars = content.bars if content.bars and content.curves else None
    labels = 0.0 if bars else _label_room(content, size.width())
    right = max(
        labels + LABEL_GAP if labels else 0.0,
        _axis_room(content.x_axis),
        _bars_room(bars, size.width()),
        least[1],
    )
    right_edge = max(left + 20.0, size.width() - right)
    plane = Plane(round(left), round(top), round(right_edge), round(bottom), content.x_axis, content.y_axis)
    x_ticks = ticks_of(content.x_axis, plane.width, X_SPACING, MOST_X)
    if content.bars and not content.curves and content.x_axis.ticks is None:
        x_ticks = ()
    rect = QRectF(plane.right + BARS_GAP, plane.top, right - BARS_GAP, plane.height)
    room = size.width() - plane.right - LABEL_GAP
    return Layout(plane, x_ticks, y_ticks, plane.right + LABEL_GAP, room, rect if bars else QRectF())


def bar_rects(layout: Layout, bars: Bars) -> list[QRectF]:
    """Each bar from the foot up to its value; beside curves of one width, else spread over the plot."""
    plane, count = layout.plane, max(1, len(bars.values))
    if layout.bars_rect.isNull():
        slot = plane.width / count
        width = max(1.0, min(56.0, slot * 0.72 if slot > 12 else slot - 1))
        lefts = [plane.left + (index + 0.5) * slot - width / 2 for index in range(count)]
    else:
        step = min(BAR + BAR_GAP, (layout.bars_rect.width() - BARS_EDGE) / count)
        width = max(min(LEAST_BAR, step), round(step * BAR / (BAR + BAR_GAP)))
        lefts = [layout.bars_rect.left() + 4 + index * step for index in range(count)]
    tops = [min(max(plane.y(value), plane.top), plane.bottom) for value in bars.values]
    return [QRectF(left, top, width, plane.bottom - top) for left, top in zip(lefts, tops, strict=True)]


def number_rects(layout: Layout) -> list[tuple[QRectF, str]]:
    """The numbers of the bottom axis that have room beside one another."""
    places = [layout.plane.x(tick.value) for tick in layout.x_ticks]
    widths = [text_width(tick.text, "caption") for tick in layout.x_ticks]
    top = layout.plane.bottom + TICK + 2.0
    return [
        (QRectF(places[i] - widths[i] / 2 - 1.0, top, widths[i] + 2.0, LINE - 1), layout.x_ticks[i].text)
        for i in shown_numbers(layout.x_ticks, places, widths)
    ]


def label_width(name: str, value: str) -> float:
    """How wide a curve's name with its value is: the value in bold, a name without one too."""
    if not value:
        return text_width(name, "small_strong")
    gap = text_width(" ", "small") + 2 if name else 0.0
    return text_width(name, "small") + gap + text_width(value, "small_strong")


def _label_room(content: Content, width: float) -> float:
    widths = [label_width(curve.name, curve.value) for curve in content.curves if curve.name or curve.value]
    return min(max(widths, default=0.0) + 2.0, width * MOST_LABEL) if widths else 0.0


def _axis_room(axis: Axis) -> float:
    """The room right of the plot for half of the last number and the axis' name."""
    return SIDE + (text_width(axis.name, "caption") + NAME_GAP + 8.0 if axis.name else 4.0)


def _bars_room(bars: Bars | None, width: float) -> float:
    """Bars of the usual width where they leave room for the curves, else narrower ones."""
    if bars is None:
        return 0.0
    count = len(bars.values)
    least = BARS_GAP + BARS_EDGE + count * (LEAST_BAR + 1.0)
    usual = BARS_GAP + BARS_EDGE + count * (BAR + BAR_GAP)
    name = BARS_GAP + text_width(bars.name, "caption") + 4.0
    return max(least, name, min(usual, BARS_SHARE * width))

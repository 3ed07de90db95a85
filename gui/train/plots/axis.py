"""The still part of a plot: horizontal grid, bottom axis with its ticks, numbers. Painted rarely, into a picture."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.theme import Theme
from gui.train.plots.scale import Scale, Tick
from gui.train.plots.series import Box
from gui.train.plots.text import plot_font, width_of

TICK_LENGTH = 4.0
NUMBER_GAP = 8.0
LABEL_GAP = 6.0  # the least free space between two numbers of the bottom axis
LINE_HEIGHT, BASELINE = 14.0, 11.0


def paint_axes(painter: QPainter, theme: Theme, box: Box, x_scale: Scale, y_scale: Scale, name: str) -> None:
    """Grid and numbers of the left axis, line, ticks and numbers of the bottom axis, its name at its end."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setFont(plot_font("caption"))
    painter.setPen(QPen(theme.color("line"), 1.0))
    levels = [round(box.y(y_scale, tick.value)) for tick in y_scale.ticks]
    painter.drawLines([QLineF(box.left, y, box.right, y) for y in levels if y != round(box.bottom)])
    paint_base(painter, theme, box.left, box.right, box.bottom)
    painter.setPen(theme.color("ink3"))
    for tick in y_scale.ticks:
        y = box.y(y_scale, tick.value)
        place = QRectF(0.0, y - LINE_HEIGHT / 2, box.left - NUMBER_GAP, LINE_HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)
    _paint_bottom(painter, theme, box, x_scale, name)


def paint_base(painter: QPainter, theme: Theme, left: float, right: float, bottom: float) -> None:
    """The axis line under a plot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("line2"), 1.0))
    painter.drawLine(QLineF(left, round(bottom), right, round(bottom)))


def number_width(scale: Scale) -> float:
    """Width of the widest number of an axis."""
    return max((width_of(tick.text, "caption") for tick in scale.ticks), default=0.0)


def shown_numbers(ticks: tuple[Tick, ...], places: list[float], widths: list[float]) -> list[int]:
    """Which numbers of the bottom axis are written: every one, every second ... so that none touch."""
    for stride in range(1, len(ticks) + 1):
        chosen = list(range(len(ticks) - 1, -1, -stride))[::-1]
        pairs = pairwise(chosen)
        if all(places[j] - places[i] >= (widths[i] + widths[j]) / 2 + LABEL_GAP for i, j in pairs):
            return chosen
    return [len(ticks) - 1] if ticks else []


def bottom_numbers(box: Box, scale: Scale) -> list[tuple[QRectF, str]]:
    """Where each number of the bottom axis is written that has room."""
    places = [box.x(scale, tick.value) for tick in scale.ticks]
    widths = [width_of(tick.text, "caption") for tick in scale.ticks]
    top = round(box.bottom) + TICK_LENGTH + 2.0
    return [
        (QRectF(places[i] - widths[i] / 2 - 1.0, top, widths[i] + 2.0, LINE_HEIGHT), scale.ticks[i].text)
        for i in shown_numbers(scale.ticks, places, widths)
    ]


def _paint_bottom(painter: QPainter, theme: Theme, box: Box, scale: Scale, name: str) -> None:
    base = round(box.bottom)
    places = [round(box.x(scale, tick.value)) for tick in scale.ticks]
    painter.setPen(QPen(theme.color("line2"), 1.0))
    painter.drawLines([QLineF(x, base, x, base + TICK_LENGTH) for x in places])
    painter.setPen(theme.color("ink3"))
    numbers = bottom_numbers(box, scale)
    for place, text in numbers:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    if name and numbers:
        last = numbers[-1][0]
        painter.drawText(QPointF(last.right() + NUMBER_GAP, last.top() + BASELINE), name)

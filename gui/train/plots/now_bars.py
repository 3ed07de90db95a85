"""The bars beside the gradient curves: one a layer, on the curves' own log axis, so that bar top = curve end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from gui.theme import Theme
from gui.train.plots.axis import LINE_HEIGHT, TICK_LENGTH, paint_base
from gui.train.plots.scale import Scale
from gui.train.plots.series import Box
from gui.train.plots.text import plot_font, width_of

BAR_WIDTH, BAR_GAP = 20.0, 8.0
LEAST_PITCH, BAR_PART = 12.0, 0.72
OVERHANG = 7.0  # the axis line goes on so far on both sides
RADIUS = 3.0
LEAST_WIDTH = 84.0  # room for the caption under a single bar
NUMBER_DISTANCE, TOP_BASELINE = 5.0, 8.5
DASH_ON, DASH_OFF = 6.0, 4.0
ZERO = "0"


class BarRow(NamedTuple):
    """Where the bars of all layers stand: left and right end of the axis line, and each bar's (left, width)."""

    left: float
    right: float
    bars: tuple[tuple[float, float], ...]


def bar_row(count: int, right: float, most_width: float) -> BarRow:
    """Places for `count` bars that end at `right`, 20 px wide and 8 apart, narrower when `most_width` is too little."""
    pitch = min(BAR_WIDTH + BAR_GAP, max(LEAST_PITCH, (most_width - 2 * OVERHANG) / max(1, count)))
    width = BAR_WIDTH if pitch == BAR_WIDTH + BAR_GAP else round(pitch * BAR_PART)
    used = max(0, count - 1) * pitch + width
    whole = max(LEAST_WIDTH, used + 2 * OVERHANG)
    first = right - whole / 2 - used / 2
    return BarRow(right - whole, right, tuple((round(first + i * pitch), width) for i in range(count)))


def bar_rects(row: BarRow, box: Box, scale: Scale, values: Sequence[float]) -> list[QRectF]:
    """The bars of values, layer 1 first; what is not above the axis has no height."""
    base = round(box.bottom)
    tops = [box.y(scale, value) if value > 0.0 else base for value in values]
    return [QRectF(left, top, width, base - top) for (left, width), top in zip(row.bars, tops, strict=True)]


def paint_bars(
    painter: QPainter,
    theme: Theme,
    row: BarRow,
    rects: Sequence[QRectF],
    values: Sequence[float],
    caption: str,
    base: float,
) -> None:
    """Bars in the layers' colours, the layer's number above each, the caption under the axis line.

    Where a value is 0 it is written in the place of its bar: the number of a layer alone would be read as the value.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for l, (rect, value) in enumerate(zip(rects, values, strict=True), start=1):
        _paint_bar(painter, rect, theme.layer_color(l), theme.layer_is_dashed(l))
        top = rect.top()
        if value == 0.0:
            _write_over(painter, theme, rect, top, ZERO, strong=False)
            top -= LINE_HEIGHT
        _write_over(painter, theme, rect, top, str(l), strong=True)
    paint_base(painter, theme, row.left, row.right, base)
    painter.setFont(plot_font("caption"))
    painter.setPen(theme.color("ink3"))
    place = QRectF(row.left - 20.0, round(base) + TICK_LENGTH + 2.0, row.right - row.left + 40.0, LINE_HEIGHT)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, caption)


def _write_over(painter: QPainter, theme: Theme, rect: QRectF, top: float, text: str, strong: bool) -> None:
    painter.setFont(plot_font("caption", strong))
    painter.setPen(theme.color("ink" if strong else "ink3"))
    left = rect.center().x() - width_of(text, "caption", strong) / 2
    painter.drawText(QPointF(left, max(top - NUMBER_DISTANCE, TOP_BASELINE)), text)


def _paint_bar(painter: QPainter, rect: QRectF, color: QColor, dashed: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if dashed:
        for piece in _pieces(rect):
            painter.drawRect(piece)
        return
    radius = min(RADIUS, rect.height())
    path = QPainterPath(rect.bottomLeft())
    path.lineTo(rect.left(), rect.top() + radius)
    path.quadTo(rect.topLeft(), QPointF(rect.left() + radius, rect.top()))
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.bottomRight())
    path.closeSubpath()
    painter.drawPath(path)


def _pieces(rect: QRectF) -> list[QRectF]:
    pieces, top = [], rect.top()
    while top < rect.bottom():
        height = min(DASH_ON, rect.bottom() - top)
        pieces.append(QRectF(rect.left(), top, rect.width(), height))
        top += DASH_ON + DASH_OFF
    return pieces

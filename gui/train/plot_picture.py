"""One prepared moment of a plot: where, which axes, which curves, already cut down to lines in pixels."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from gui.train.plot_lines import dashes, draw_segments, line_pen, segments
from gui.train.plot_scale import Scale, epoch_scale, value_scale
from gui.train.plot_series import Box, Series, path_points

LONG_PATH = 400  # points from which on a moving curve is drawn thin
THIN = 1.0
CLIP_MARGIN = 2.0


@dataclass(frozen=True)
class Style:
    """How a curve looks: colour, width, and lengths on and off of its dashes (None: solid)."""

    color: QColor
    width: float
    dash: tuple[float, float] | None = None
    round_caps: bool = False


@dataclass(frozen=True)
class Curve:
    """A series with the lines that show it."""

    series: Series
    style: Style
    lines: NDArray[np.float64]
    width: float


@dataclass(frozen=True)
class Picture:
    """What a plot shows now; `epochs` are the rows that the cursor can stand on."""

    box: Box = Box(0.0, 0.0, 1.0, 1.0)
    x_scale: Scale = epoch_scale(0.0)
    y_scale: Scale = value_scale(1.0, 4)
    epochs: NDArray[np.floating] = field(default_factory=lambda: np.empty(0))
    curves: tuple[Curve, ...] = ()

    def end(self, curve: Curve) -> tuple[float, float]:
        """Where a curve ends, in pixels."""
        epoch, value = curve.series.end
        return self.box.x(self.x_scale, epoch), self.box.y(self.y_scale, value)


def make_curve(series: Series, style: Style, x_scale: Scale, y_scale: Scale, box: Box, is_running: bool) -> Curve:
    """Cut a series down to the pixels of `box`; while running, long ones get a thin line, which is cheap."""
    points = path_points(series, x_scale, y_scale, box, column=max(1.0, style.width))
    lines = segments(points) if style.dash is None else dashes(points, *style.dash)
    is_solid = style.dash is None or len(lines) >= len(points) - 1 > 0
    is_long = len(points) > LONG_PATH and is_running
    return Curve(series, style, lines, THIN if is_solid and is_long else style.width)


def paint_curves(painter: QPainter, picture: Picture) -> None:
    """All curves, the first one on top, inside the box."""
    box = picture.box
    margin = CLIP_MARGIN
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(box.left, box.top, box.width, box.height).adjusted(-margin, -margin, margin, margin))
    for curve in reversed(picture.curves):
        painter.setPen(line_pen(curve.style.color, curve.width, curve.style.round_caps))
        draw_segments(painter, curve.lines)
    painter.restore()

"""What lies above curves: dots at their ends, the mark of a diverged run, the cursor with its epoch."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from gui.fonts import font
from gui.theme import Theme
from gui.train.plot_axis import LINE_HEIGHT, TICK_LENGTH
from gui.train.plot_series import Box

DOT = 7.0
WARN_SIDE = 10.0


def paint_dot(painter: QPainter, theme: Theme, x: float, y: float, color: QColor, hollow: bool = False) -> None:
    """A 7 px dot with a thin edge of the ground, so that it stands off a line of its colour; or a ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = DOT / 2
    if hollow:
        painter.setPen(QPen(color, 2.0))
        painter.setBrush(theme.color("panel"))
        radius -= 0.5
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def paint_warn_mark(painter: QPainter, theme: Theme, x: float, y: float) -> None:
    """The triangle of a diverged run, centred on a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = WARN_SIDE / 2
    painter.setPen(QPen(theme.color("panel"), 1.0))
    painter.setBrush(theme.color("warn"))
    painter.drawPolygon(QPolygonF([QPointF(x, y - half), QPointF(x + half, y + half), QPointF(x - half, y + half)]))


def paint_break(painter: QPainter, theme: Theme, box: Box, x: float) -> None:
    """Where a run broke: a thin line over the height of the plot and the triangle on its foot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    pen = QPen(theme.color("warn"), 1.0, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.0, 3.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(round(x), box.top, round(x), box.bottom))
    paint_warn_mark(painter, theme, x, box.bottom - WARN_SIDE / 2)


def paint_cursor(
    painter: QPainter, theme: Theme, box: Box, x: float, dots: Iterable[tuple[float, QColor]], epoch: str
) -> None:
    """The vertical line through all plots, a dot on each curve, and the epoch on the axis."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("ink2"), 1.0))
    painter.drawLine(QLineF(round(x), box.top, round(x), box.bottom + TICK_LENGTH))
    for y, color in dots:
        paint_dot(painter, theme, x, y, color)
    chosen = font("caption", QFont.Weight.DemiBold)
    width = QFontMetricsF(chosen).horizontalAdvance(epoch) + 8.0
    left = min(max(x - width / 2, 0.0), box.right + 40.0 - width)
    place = QRectF(left, round(box.bottom) + TICK_LENGTH + 1.0, width, LINE_HEIGHT + 2.0)
    painter.fillRect(place, theme.color("panel"))
    painter.setFont(chosen)
    painter.setPen(theme.color("ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, epoch)

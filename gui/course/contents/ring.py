"""How much of a lesson was seen: a ring that closes, and a disc with a tick once all of it was."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets import draw_box

WIDTH, TICK = 2.5, 0.68
SIXTEENTHS, TOP = 16, 90


def paint_ring(painter: QPainter, theme: Theme, place: QRectF, share: float) -> None:
    """Paint the ring into a square; share: 0 to 1."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if share >= 1.0:
        draw_box(painter, place, place.width() / 2, theme.color("ink"))
        side = place.width() * TICK
        tick = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        paint_icon(painter, "check", tick, theme.color("onink"), 1.8)
        return
    inner = place.adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line"), WIDTH))
    painter.drawEllipse(inner)
    if share > 0.0:
        pen = QPen(theme.color("ink"), WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, TOP * SIXTEENTHS, -round(share * 360 * SIXTEENTHS))

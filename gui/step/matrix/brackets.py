"""Round brackets as high as the matrix that they enclose, with the square brackets that it has itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

OVER = 9  # beyond the cells, a little more than the square brackets
NARROWEST, WIDEST, GROWTH = 9.0, 15.0, 0.09  # of the height
PAD = 3.0  # beside the stroke
THIN, THICK = 1.0, 2.6  # the stroke at its ends and in its middle


def bracket_width(height: float) -> float:
    """The room for a bracket round cells of this height; 0 for none."""
    return _depth(height) + 2 * PAD if height else 0.0


def draw_bracket(painter: QPainter, x: float, axis_y: float, height: float, *, opens: bool) -> None:
    """Draw in the colour of the painter's pen, from x on; height: of the cells, about the axis."""
    reach, depth = height / 2 + OVER, _depth(height)
    inward = 1.0 if opens else -1.0
    tip, belly = (x + PAD + depth, x + PAD) if opens else (x + PAD, x + PAD + depth)
    inner_tip, inner_belly = tip + inward * THIN, belly + inward * THICK
    path = QPainterPath(QPointF(tip, axis_y - reach))
    # Such a curve comes half as near to its control point as its ends are away from it.
    path.quadTo(QPointF(2 * belly - tip, axis_y), QPointF(tip, axis_y + reach))
    path.lineTo(QPointF(inner_tip, axis_y + reach))
    path.quadTo(QPointF(2 * inner_belly - inner_tip, axis_y), QPointF(inner_tip, axis_y - reach))
    path.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, painter.pen().color())
    painter.restore()


def _depth(height: float) -> float:
    return min(WIDEST, max(NARROWEST, GROWTH * (height + 2 * OVER)))

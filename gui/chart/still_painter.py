"""What stands still in a chart while something is dragged: bands, field, grid, curves. Painted into a picture."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from gui.chart.content import Content, color_of
from gui.chart.field import Field
from gui.chart.items import Curve, Floats
from gui.chart.layout import TICK, Layout
from gui.chart.line_geometry import is_rough, runs, thinned
from gui.chart.plane_geometry import Plane
from gui.theme import Theme

OVERHANG, SIDE = (
    5.0,
    2.0,
)  # so far a curve may reach over the plot: a peak on the top line, half its width elsewhere
DARKEST = 0.26  # of the ink, where a field of heights is highest
CONTOUR = 0.42  # of the ink in a line of equal value


def paint_ground(painter: QPainter, theme: Theme, layout: Layout, content: Content) -> None:
    """What lies behind the curves."""
    _paint_shades(painter, theme, layout.plane, content)
    if content.field is not None:
        _paint_field(painter, theme, layout.plane, content.field)
    _paint_grid(painter, theme, layout, has_field=content.field is not None)


def paint_curves(painter: QPainter, theme: Theme, plane: Plane, content: Content) -> None:
    """All curves, cut at the plot's edges."""
    painter.save()
    painter.setClipRect(
        QRectF(
            plane.left - SIDE, plane.top - OVERHANG, plane.width + 2 * SIDE, plane.height + OVERHANG + SIDE
        )
    )
    for curve in content.curves:
        paint_curve(painter, theme, plane, curve)
    painter.restore()


def paint_curve(painter: QPainter, theme: Theme, plane: Plane, curve: Curve) -> None:
    """One curve; its gaps stay gaps."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(line_pen(color_of(theme, curve.color), curve.width, curve.style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = curve.points
    for part_x, part_y in runs(plane.xs(x), plane.ys(y)):
        thin_x, thin_y = thinned(part_x, part_y)
        if len(thin_x) == 1:
            painter.drawPoint(QPointF(thin_x[0], thin_y[0]))
            continue
        polygon = _polygon(thin_x, thin_y)
        if curve.style == "line" and is_rough(thin_y):
            _paint_rough(painter, polygon)
        else:
            painter.drawPolyline(polygon)


def _paint_rough(painter: QPainter, polygon: QPolygonF) -> None:
    """Segment by segment, without joints: a third of the time that a joined line takes."""
    pen = painter.pen()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLines([QLineF(one, two) for one, two in pairwise(polygon.toList())])


def line_pen(color: QColor, width: float, style: str = "line") -> QPen:
    """The pen of a curve: dots are 1 on and 4.5 off, dashes 6 and 4 pixels."""
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if style == "dots":
        pen.setDashPattern([0.5 / width * 2, 4.5 / width * 2])
    elif style == "dashes":
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([6 / width, 4 / width])
    return pen


def _paint_shades(painter: QPainter, theme: Theme, plane: Plane, content: Content) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for shade in content.shades:
        left, right = max(plane.x(shade.x0), plane.left), min(plane.x(shade.x1), plane.right)
        if right > left:
            painter.fillRect(
                QRectF(left, plane.top, right - left, plane.height), color_of(theme, shade.color)
            )


def _paint_grid(painter: QPainter, theme: Theme, layout: Layout, has_field: bool) -> None:
    plane = layout.plane
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if not has_field:
        painter.setPen(QPen(theme.color("line"), 1.0))
        levels = [round(plane.y(tick.value)) for tick in layout.y_ticks]
        painter.drawLines([QLineF(plane.left, y, plane.right, y) for y in levels if y != round(plane.bottom)])
    painter.setPen(QPen(theme.color("line2"), 1.0))
    base = plane.bottom
    painter.drawLine(QLineF(plane.left, base, plane.right, base))
    places = [round(plane.x(tick.value)) for tick in layout.x_ticks]
    painter.drawLines([QLineF(x, base, x, base + TICK) for x in places])
    if not layout.bars_rect.isNull():
        painter.drawLine(QLineF(layout.bars_rect.left(), base, layout.bars_rect.right() - 2, base))


def _paint_field(painter: QPainter, theme: Theme, plane: Plane, field: Field) -> None:
    corner = QPointF(plane.x(field.x_low), plane.y(field.y_high))
    place = QRectF(corner, QPointF(plane.x(field.x_high), plane.y(field.y_low)))
    height, width = field.shades.shape
    image = QImage(field.shades.data, width, height, width, QImage.Format.Format_Indexed8)
    table = theme.signed_table(theme.field_strength) if field.tint == "signed" else _heights(theme)
    image.setColorTable(table)
    painter.save()
    painter.setClipRect(QRectF(plane.left, plane.top, plane.width, plane.height))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # Values stand at the middles of the picture's pixels, and the outermost ones on the field's edges.
    half_x, half_y = place.width() / (width - 1) / 2, place.height() / (height - 1) / 2
    painter.drawImage(
        place.adjusted(-half_x, -half_y, half_x, half_y), image.convertToFormat(QImage.Format.Format_RGB32)
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(mixed(theme, CONTOUR), 1.0))
    for line in field.lines:
        painter.drawPolyline(_polygon(plane.xs(line[:, 0]), plane.ys(line[:, 1])))
    painter.restore()


def mixed(theme: Theme, share: float) -> QColor:
    """The ground's colour with a share of the ink in it."""
    low, ink = theme.color("panel"), theme.color("ink")
    pairs = ((low.red(), ink.red()), (low.green(), ink.green()), (low.blue(), ink.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def _polygon(x: Floats, y: Floats) -> QPolygonF:
    return QPolygonF([QPointF(px, py) for px, py in zip(x.tolist(), y.tolist(), strict=True)])


def _heights(theme: Theme) -> list[int]:
    """256 colours from the ground to a share of the ink."""
    return [mixed(theme, DARKEST * index / 255).rgb() for index in range(256)]

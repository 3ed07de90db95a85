"""Draws the glyphs: into a rectangle of a painter, or as a QIcon for menus and combos."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from gui.icons.glyphs import GLYPHS

GRID = 20.0
ICON_PIXELS = (16, 20, 32, 40)
ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3, "A": 5, "R": 5}


def icon_path(name: str) -> QPainterPath:
    """The stroked shape of an icon on the 20 px grid. Raises KeyError for an unknown name."""
    return QPainterPath(_paths(name)[0])


def paint_icon(painter: QPainter, name: str, rect: QRectF, color: QColor, width: float | None = None) -> None:
    """Draw an icon into the middle of `rect`, as large as its shorter side; `width`: the stroke in pixels."""
    stroke, fill = _paths(name)
    side = min(rect.width(), rect.height())
    scale = side / GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(scale, scale)
    if not fill.isEmpty():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPath(fill)
    if not stroke.isEmpty():
        pen = QPen(color, width / scale if width is not None else GLYPHS[name].width / min(1.0, scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(stroke)
    painter.restore()


def icon(name: str, color: QColor) -> QIcon:
    """The icon in one colour, in the sizes that menus and high-resolution screens want."""
    built = QIcon()
    for pixels in ICON_PIXELS:
        pixmap = QPixmap(QSize(pixels, pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, name, QRectF(0, 0, pixels, pixels), color)
        painter.end()
        built.addPixmap(pixmap)
    return built


@cache
def _paths(name: str) -> tuple[QPainterPath, QPainterPath]:
    glyph = GLYPHS[name]
    return _parse(glyph.stroke), _parse(glyph.fill)


def _parse(orders: str) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    words = orders.split()
    position = 0
    while position < len(words):
        order = words[position]
        count = ARGUMENTS[order]
        _draw(path, order, [float(word) for word in words[position + 1 : position + 1 + count]])
        position += 1 + count
    return path


def _draw(path: QPainterPath, order: str, n: list[float]) -> None:
    if order == "M":
        path.moveTo(n[0], n[1])
    elif order == "L":
        path.lineTo(n[0], n[1])
    elif order == "C":
        path.cubicTo(*n)
    elif order == "Z":
        path.closeSubpath()
    elif order == "O":
        path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
    elif order == "R":
        path.addRoundedRect(QRectF(*n[:4]), n[4], n[4])
    else:
        box = QRectF(n[0] - n[2], n[1] - n[2], 2 * n[2], 2 * n[2])
        path.arcMoveTo(box, n[3])
        path.arcTo(box, n[3], n[4])

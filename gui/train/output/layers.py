"""The still layers of the output picture as pixmaps: the ground with its axes, and the points with the frame.

They are painted anew only when data, theme, size or a check box changed, never for a snapshot.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from gui.fonts import font
from gui.theme import Theme
from gui.train.output.geometry import NAME_ROW, TICK_ROW, Frame, tick_text, ticks
from gui.train.output.markers import SPRITE, marker_sprite, paint_marker
from gui.train.output.scene import Points, Scene, level_position
from gui.widgets.pixels import wants_lines

RADIUS = 6.0


def _pixmap(size: QSize, ratio: float, fill: QColor | Qt.GlobalColor) -> QPixmap:
    pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(fill)
    return pixmap


def ground_layer(theme: Theme, scene: Scene, frame: Frame, size: QSize, ratio: float) -> QPixmap:
    """The panel's ground with axis numbers and names; the picture's square is the colour of zero."""
    pixmap = _pixmap(size, ratio, theme.color("panel"))
    painter = QPainter(pixmap)
    paint_ground(painter, theme, scene, frame)
    painter.end()
    return pixmap


def paint_ground(painter: QPainter, theme: Theme, scene: Scene, frame: Frame) -> None:
    """What `ground_layer` shows, apart from the panel's colour."""
    painter.fillRect(frame.left, frame.top, frame.side, frame.side, theme.signed(0.0))
    painter.setFont(font("caption"))
    painter.setPen(theme.color("ink3"))
    x_min, x_max, y_min, y_max = frame.extent
    bottom = frame.top + frame.side
    for value in ticks(x_min, x_max):
        x = round(frame.to_pixel(value, y_min)[0])
        painter.drawText(
            QRect(x - 30, bottom + 4, 60, TICK_ROW - 5), Qt.AlignmentFlag.AlignCenter, tick_text(value)
        )
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for value in ticks(y_min, y_max):
        y = round(frame.to_pixel(x_min, value)[1])
        painter.drawText(QRect(0, y - 8, frame.left - 6, 16), right, tick_text(value))
    if scene.named_axes:
        _paint_names(painter, theme, scene, frame)


def _paint_names(painter: QPainter, theme: Theme, scene: Scene, frame: Frame) -> None:
    """y stands above its axis, x at the end of its own."""
    painter.setPen(theme.color("ink2"))
    metrics = QFontMetrics(font("caption"))
    x_name, y_name = (
        metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, frame.side) for name in scene.labels
    )
    above = QRect(frame.left, frame.top - NAME_ROW, frame.side, NAME_ROW - 3)
    painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, y_name)
    below = QRect(frame.left, frame.top + frame.side + TICK_ROW - 1, frame.side, NAME_ROW - 3)
    painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, x_name)


def overlay_layer(
    theme: Theme, scene: Scene, frame: Frame, size: QSize, ratio: float, shown: tuple[bool, bool]
) -> QPixmap:
    """Points (test rings below, training points above), rounded corners and border, on nothing."""
    pixmap = _pixmap(size, ratio, Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_overlay(painter, theme, scene, frame, ratio, shown)
    painter.end()
    return pixmap


def paint_overlay(
    painter: QPainter, theme: Theme, scene: Scene, frame: Frame, ratio: float, shown: tuple[bool, bool]
) -> None:
    """What `overlay_layer` shows; the painter is clipped to the picture's square."""
    square = QRectF(frame.left, frame.top, frame.side, frame.side)
    painter.setClipRect(square)
    for points, wanted, filled in ((scene.test, shown[1], False), (scene.train, shown[0], True)):
        if wanted:
            stamp_points(painter, theme, scene, frame, points.sample(), filled, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rounded, corners = QPainterPath(), QPainterPath()
    rounded.addRoundedRect(square, RADIUS, RADIUS)
    corners.addRect(square)
    painter.fillPath(corners.subtracted(rounded), theme.color("panel"))
    painter.setPen(QPen(theme.color("line2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def stamp_points(
    painter: QPainter, theme: Theme, scene: Scene, frame: Frame, points: Points, filled: bool, ratio: float
) -> None:
    """Put a mark on every point that lies in the picture."""
    sprite = _sprites(theme, scene, filled, ratio)
    x, y = frame.to_pixels(points.positions)
    reach = SPRITE / 2
    inside = (x > frame.left - 3) & (x < frame.left + frame.side + 3)
    inside &= (y > frame.top - 3) & (y < frame.top + frame.side + 3)
    rows = zip(points.kinds[inside].tolist(), x[inside].tolist(), y[inside].tolist(), strict=True)
    for kind, px, py in rows:
        if wants_lines():
            color, shape = point_look(theme, scene, kind)
            painter.translate(px, py)
            paint_marker(painter, shape, color, point_ring(theme, scene), filled)
            painter.translate(-px, -py)
        else:
            painter.drawPixmap(round(px - reach), round(py - reach), sprite(kind))


def _sprites(theme: Theme, scene: Scene, filled: bool, ratio: float) -> Callable[[int], QPixmap]:
    made: dict[int, QPixmap] = {}

    def sprite(kind: int) -> QPixmap:
        if kind not in made:
            color, shape = point_look(theme, scene, kind)
            made[kind] = marker_sprite(shape, color, point_ring(theme, scene), filled, ratio)
        return made[kind]

    return sprite


def point_look(theme: Theme, scene: Scene, kind: int) -> tuple[QColor, int]:
    """Colour and shape of a class, or of a number's colour level."""
    if scene.task == "regression":
        return theme.signed(level_position(kind)), 0
    if len(scene.class_names) <= 2:
        return theme.point_color(kind == 1), 0
    return theme.class_color(kind, len(scene.class_names)), kind


def point_ring(theme: Theme, scene: Scene) -> QColor:
    """The ring round filled points; numbers near zero have the ground's colour, so theirs must be darker."""
    if scene.task != "regression":
        return theme.point_ring
    quiet = QColor(theme.color("line2"))
    quiet.setAlphaF(0.7)
    return quiet

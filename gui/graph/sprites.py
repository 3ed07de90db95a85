"""Small pictures of formulas and numbers that are drawn again and again: copying one costs a tenth of painting it."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from gui.widgets.pixels import pixel_ratio, wants_lines

MOST = 600
MARGIN = 2  # pixels round the picture: letters lean out of their width


class Sprites:
    """Pictures by key; the oldest go when there are too many."""

    def __init__(self) -> None:
        self._pictures: dict[Hashable, QPixmap] = {}

    def draw(
        self,
        painter: QPainter,
        key: Hashable,
        place: QPointF,
        size: tuple[float, float, float],
        paint: Callable[[QPainter], None],
    ) -> None:
        """Draw what `paint` paints about the origin, in the colour of the painter's pen, with the origin at `place`.

        size: its width, and how far it reaches above and below the origin. The painter may be moved and scaled.
        """
        if wants_lines():
            painter.save()
            painter.translate(place)
            paint(painter)
            painter.restore()
            return
        world = painter.worldTransform()
        scale, ratio, color = world.m11(), pixel_ratio(painter.device()), painter.pen().color()
        whole = (key, color.rgba(), round(scale * 64), ratio)
        picture = self._pictures.get(whole)
        if picture is None:
            picture = _painted(size, scale, ratio, color, paint)
            if len(self._pictures) >= MOST:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[whole] = picture
        corner = world.map(place) - QPointF(MARGIN, math.ceil(size[1] * scale) + MARGIN)
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(
            QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), picture
        )
        painter.setWorldTransform(world)


def _painted(
    size: tuple[float, float, float],
    scale: float,
    ratio: float,
    color: QColor,
    paint: Callable[[QPainter], None],
) -> QPixmap:
    width, up, down = (math.ceil(length * scale) for length in size)
    picture = QPixmap(
        round((width + 2 * MARGIN) * ratio),
        round((up + down + 2 * MARGIN) * ratio),
    )
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(MARGIN, up + MARGIN)
    painter.scale(scale, scale)
    painter.setPen(color)
    paint(painter)
    painter.end()
    return picture


@cache
def sprites() -> Sprites:
    """Those that all views of graphs share."""
    return Sprites()

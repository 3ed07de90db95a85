"""The two pictures that a chart keeps: its ground (bands, field, grid), and that with the curves on it."""

from __future__ import annotations

import math

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui.chart.content import Content
from gui.chart.layout import Layout
from gui.chart.still_painter import paint_curves, paint_ground
from gui.theme import Theme
from gui.widgets.pixels import pixel_ratio, wants_lines


class Pictures:
    """Made anew when size, resolution or theme change, or when told; a growing curve does not paint a field again."""

    def __init__(self, target: QWidget, ground: str) -> None:
        self._target, self._ground_token = target, ground
        self._key: tuple[object, ...] = ()
        self._ground: QPixmap | None = None
        self._curves: QPixmap | None = None

    def forget(self) -> None:
        """Everything is different."""
        self._ground = self._curves = None

    def forget_curves(self) -> None:
        """Only curves are different."""
        self._curves = None

    def paint(self, painter: QPainter, theme: Theme, layout: Layout, content: Content) -> None:
        """Paint all that stands still, from the pictures where the painter may have pixels."""
        if not wants_lines():
            painter.drawPixmap(0, 0, self._still(theme, layout, content))
            return
        painter.fillRect(self._target.rect(), theme.color(self._ground_token))
        paint_ground(painter, theme, layout, content)
        paint_curves(painter, theme, layout.plane, content)

    def _still(self, theme: Theme, layout: Layout, content: Content) -> QPixmap:
        key = (self._target.size(), pixel_ratio(self._target), theme.name)
        if key != self._key:
            self.forget()
            self._key = key
        if self._ground is None:
            self._ground = self._blank(theme)
            with QPainter(self._ground) as painter:
                paint_ground(painter, theme, layout, content)
            self._curves = None
        if self._curves is None:
            self._curves = self._ground.copy()
            with QPainter(self._curves) as painter:
                paint_curves(painter, theme, layout.plane, content)
        return self._curves

    def _blank(self, theme: Theme) -> QPixmap:
        ratio = pixel_ratio(self._target)
        picture = QPixmap(math.ceil(self._target.width() * ratio), math.ceil(self._target.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme.color(self._ground_token))
        return picture

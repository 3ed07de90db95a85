"""The first layer's weights as pictures: row k of W[1] in the shape of an input picture, signed colours."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from gui.appearance import Appearance
from gui.train.output.field import indexed_image
from gui.train.output.geometry import Grid, tile_grid
from gui.train.output.section import MARGIN, Section
from gui.train.output.texts import number, unit_symbol
from gui.widgets.pixels import draw_part

HEADER, LEAST_TILE, GAP, BAR, BOTTOM = 36, 28, 4, 30, 12
LEAST_COLUMNS = 4
MOST_TILES = 64


class WeightPictures(Section):
    """One tile a unit of layer 1, all on one scale of their own that is symmetric round 0."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._shape = (8, 8)
        self._units = 1
        self._weights: NDArray[np.floating] | None = None
        self._scale = 1.0
        self._image: QImage | None = None
        self.setAccessibleName("Weights of layer 1 as pictures")

    @property
    def scale(self) -> float:
        """The size of a weight that has the strongest colour."""
        return self._scale

    def set_shape(self, shape: tuple[int, int], units: int) -> None:
        """Take the rows and columns of a picture and the number of units in layer 1."""
        if (shape, units) == (self._shape, self._units):
            return
        self._shape = shape
        self._units = units
        self._weights = None
        self._image = None
        self.update()

    def show_weights(self, weights: NDArray[np.floating] | None) -> None:
        """Show W[1] (n[1], rows x columns); anything of another size is left alone."""
        rows, columns = self._shape
        if weights is None or weights.shape != (self._units, rows * columns) or weights is self._weights:
            return
        self._weights = weights
        self._image = None
        self.update()

    def height_for(self, width: int) -> int:
        """Header, tiles and the scale."""
        return HEADER + self._grid(width).bottom + BAR + BOTTOM

    def on_theme_changed(self) -> None:
        """The pictures have the theme's colours."""
        self._image = None

    def paint_content(self, painter: QPainter) -> None:
        """Header, tiles, scale."""
        width = self.width() - 2 * MARGIN
        header = QRect(MARGIN, 1, width, HEADER)
        self.write(painter, header, "Weights of layer 1", "header", "ink")
        self.write(painter, header, self.detail, "small", "ink3", "right")
        if self._weights is None:
            return
        if self._image is None:
            self._image = self._mosaic(self._weights)
        grid = self._grid(self.width())
        rows, columns = self._shape
        for index in range(self._shown):
            x, y, tile, _ = grid.cell(*divmod(index, grid.columns))
            source = QRect(0, index * rows, columns, rows)
            draw_part(painter, QRectF(x, HEADER + y, tile, tile), self._image, source)
        self._paint_scale(painter, HEADER + grid.bottom + 10, grid)

    @property
    def _shown(self) -> int:
        return min(self._units, MOST_TILES)

    @property
    def detail(self) -> str:
        """The small text at the right of the header."""
        rows, columns = self._shape
        shape = f"W[1] ({self._units}, {rows * columns})"
        return shape if self._units <= MOST_TILES else f"{MOST_TILES} of {self._units} units"

    def _mosaic(self, weights: NDArray[np.floating]) -> QImage:
        """All tiles one below the other, as one picture."""
        columns = self._shape[1]
        shown = weights[: self._shown]
        self._scale = float(np.abs(shown).max()) or 1.0
        index = np.rint(shown * (127.5 / self._scale) + 127.5).astype(np.uint8)
        return indexed_image(index.reshape(-1, columns), self.appearance.theme.signed_table())

    def _paint_scale(self, painter: QPainter, top: int, grid: Grid) -> None:
        table = self.appearance.theme.signed_table()
        bar = indexed_image(np.arange(256, dtype=np.uint8)[None, :], table)
        width, text = 96, number(self._scale, 2)
        middle = (grid.left + grid.right) // 2
        painter.drawImage(QRectF(middle - width / 2, top + 3, width, 8), bar)
        ends = (
            (middle - width // 2 - 86, number(-self._scale, 2), "right"),
            (middle + width // 2 + 6, text, "left"),
        )
        for x, words, align in ends:
            self.write(painter, QRect(x, top, 80, 14), words, "caption", "ink3", align)

    def _grid(self, width: int) -> Grid:
        # About as many rows as columns: a few units have large pictures, 64 are 8 x 8.
        most = max(LEAST_COLUMNS, math.ceil(math.sqrt(self._shown)))
        return tile_grid(width, self._shown, LEAST_TILE, 0, GAP, MARGIN, most)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos()) - QPointF(0, HEADER)
            grid = self._grid(self.width())
            hit = grid.hit(at.x(), at.y())
            index = -1 if hit is None else hit[0] * grid.columns + hit[1]
            text = f"weights into {unit_symbol(1, index)}" if 0 <= index < self._shown else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

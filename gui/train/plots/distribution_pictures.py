"""One layer's distribution as it is painted: the run so far as a heat map, the histogram of now under it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gui.theme import Theme
from gui.train.indexed_images import mixed
from gui.train.plots.distribution_geometry import Cell
from gui.train.plots.lines import draw_segments, segments
from gui.train.plots.numbers import value_text
from gui.widgets.painting import LEFT, RIGHT, draw_text

FILL_SHARE = 0.45
HEADROOM = 4.0  # pixels between the fullest bin and the heat map
SWATCH_WIDTH, SWATCH_HEIGHT, SWATCH_GAP = 3.0, 11.0, 4.0
TITLE_HEIGHT = 14.0
ZERO_TICK = 3.0
MOST_ROW_HEIGHT = 4.0  # of a moment in the past: higher ones would look like a long time without a change


@dataclass(frozen=True)
class LayerPicture:
    """What a layer's cell shows: the fullness of equal bins from -reach to reach, and the heat map of the past."""

    l: int
    reach: float
    shares: NDArray[np.float64]
    heat: QImage | None

    @property
    def range_text(self) -> str:
        """The ends of the axis: ±1.50."""
        return "±" + value_text(self.reach, 2)


def paint_cell(painter: QPainter, theme: Theme, cell: Cell, picture: LayerPicture) -> None:
    """A title with the range, the past, the histogram, and the line of zero through both."""
    right, base, middle = cell.left + cell.width, round(cell.base), round(cell.now_top)
    past = past_place(cell, 0 if picture.heat is None else picture.heat.height())
    if picture.heat is not None:
        painter.drawImage(past, picture.heat)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(theme.color("line"), 1.0))
    painter.drawLine(QLineF(cell.left, middle, right, middle))
    if picture.shares.any():
        _paint_histogram(painter, theme, cell, picture)
    painter.setPen(QPen(theme.color("line2"), 1.0))
    painter.drawLine(QLineF(cell.left, base, right, base))
    zero = round(cell.left + cell.width / 2)
    painter.drawLine(QLineF(zero, past.top(), zero, base + ZERO_TICK))
    _paint_title(painter, theme, cell, picture)


def past_place(cell: Cell, moments: int) -> QRectF:
    """Where so many moments of the past are drawn: just above now; a few of them are thin rows, not tall stripes."""
    height = min(cell.now_top - cell.past_top, moments * MOST_ROW_HEIGHT)
    return QRectF(cell.left, cell.now_top - height, cell.width, height)


def histogram_outline(cell: Cell, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """The steps of a histogram, (2 n + 2, 2) pixels, from the base and back to it."""
    edges = cell.left + cell.width * np.arange(len(shares) + 1) / len(shares)
    tops = cell.base - shares * (cell.base - cell.now_top - HEADROOM)
    x = np.repeat(edges, 2)
    y = np.concatenate([[cell.base], np.repeat(tops, 2), [cell.base]])
    return np.column_stack([x, y])


def _paint_histogram(painter: QPainter, theme: Theme, cell: Cell, picture: LayerPicture) -> None:
    outline, color = histogram_outline(cell, picture.shares), theme.layer_color(picture.l)
    middles = 0.5 * (outline[1:-1:2, 0] + outline[2:-1:2, 0])
    base = np.full_like(middles, cell.base)
    width = cell.width / len(middles)
    pen = QPen(
        mixed(theme.color("panel"), color, FILL_SHARE), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
    )
    painter.setPen(pen)
    draw_segments(painter, np.column_stack([middles, base, middles, outline[1:-1:2, 1]]))
    painter.setPen(QPen(color, 1.0))
    draw_segments(painter, segments(outline))


def _paint_title(painter: QPainter, theme: Theme, cell: Cell, picture: LayerPicture) -> None:
    swatch = QRectF(cell.left, cell.top + 1.0, SWATCH_WIDTH, SWATCH_HEIGHT)
    painter.fillRect(swatch, theme.layer_color(picture.l))
    indent = SWATCH_WIDTH + SWATCH_GAP
    line = QRectF(cell.left + indent, cell.top - 1.0, cell.width - indent, TITLE_HEIGHT)
    draw_text(painter, line, str(picture.l), "caption", theme.color("ink"), LEFT)
    draw_text(painter, line, picture.range_text, "caption", theme.color("ink3"), RIGHT)

"""What an input's tile shows: its value over the plane, its pixel in the average picture, or its distribution.

Made when the data change; nothing here depends on training.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from engine.data import Dataset, plane_grid
from gui.theme import Theme
from gui.train.network.tile_pictures import PictureStrip, color_table

GRID = 60
BINS = 10
MOST_COUNTED = 4000
SMALLEST = 1e-12
BARS_HIGH = 0.86
PIXEL_STRENGTH = 0.55

Floats = NDArray[np.floating]


class InputPictures:
    """Paints the input tiles of one data set."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._maps = _maps_over_plane(dataset) if dataset.is_plane else None
        self._average = _average_picture(dataset)
        self._chosen = dataset.sample(MOST_COUNTED)
        self._chosen_rows = dataset.rows.part(self._chosen)
        self._counts = cache(self._histogram)

    def paint(self, painter: QPainter, theme: Theme, j: int, rect: QRectF) -> None:
        """Fill `rect` with the picture of input j (from 0)."""
        if self._maps is not None:
            self._paint_map(painter, theme, self._maps[j : j + 1], theme.field_strength, rect)
        elif self._average is not None:
            self._paint_map(painter, theme, self._average, PIXEL_STRENGTH, rect)
            self._paint_pixel(painter, theme, j, rect)
        else:
            self._paint_bars(painter, theme, j, rect)

    def _paint_map(
        self, painter: QPainter, theme: Theme, values: Floats, strength: float, rect: QRectF
    ) -> None:
        strip = PictureStrip(values, color_table(theme, strength))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._maps is not None)
        painter.drawImage(rect, strip.image)

    def _paint_pixel(self, painter: QPainter, theme: Theme, j: int, rect: QRectF) -> None:
        rows, columns = self._dataset.picture_shape or (1, 1)
        row, column = divmod(j, columns)
        width, height = rect.width() / columns, rect.height() / rows
        painter.setPen(QPen(theme.color("ink"), 1.5))
        painter.drawRect(QRectF(rect.x() + column * width, rect.y() + row * height, width, height))

    def _paint_bars(self, painter: QPainter, theme: Theme, j: int, rect: QRectF) -> None:
        """The training examples' values as stacked bars, one colour a class."""
        painter.fillRect(rect, theme.color("panel"))
        counts = self._counts(j)
        unit = BARS_HIGH * rect.height() / max(1, int(counts.sum(axis=0).max()))
        width = (rect.width() - 4) / BINS
        for index in range(BINS):
            bottom = rect.bottom()
            for row, count in enumerate(counts[:, index].tolist()):
                bar = QRectF(
                    rect.x() + 2 + index * width, bottom - count * unit, max(1.0, width - 1), count * unit
                )
                painter.fillRect(bar, self._class_color(theme, row, len(counts)))
                bottom = bar.top()

    def _class_color(self, theme: Theme, row: int, count: int) -> QColor:
        return theme.class_color(row, count) if count > 1 else theme.color("ink3")

    def _histogram(self, j: int) -> NDArray[np.int64]:
        """(classes, BINS): how many training examples of each class have a value in each bin; one row without.

        Of a large table an even choice is counted: these bars are a few pixels high.
        """
        values = self._chosen_rows[:, j]
        edges = np.histogram_bin_edges(values, BINS)
        classes = len(self._dataset.class_names)
        if classes < 2:
            return np.histogram(values, edges)[0][None]
        labels = self._dataset.labels[self._chosen]
        return np.stack([np.histogram(values[labels == c], edges)[0] for c in range(classes)])


def _maps_over_plane(dataset: Dataset) -> Floats:
    values = plane_grid(dataset, ("inputs", 0, 1), GRID).X
    largest = np.maximum(np.abs(values).max(axis=1, keepdims=True), SMALLEST)
    return (values / largest).reshape(-1, GRID, GRID)


def _average_picture(dataset: Dataset) -> Floats | None:
    if dataset.picture_shape is None:
        return None
    average = dataset.raw.mean(axis=1)  # before scaling: standardised pixels would average to nothing
    return (average / max(float(np.abs(average).max()), SMALLEST)).reshape(1, *dataset.picture_shape)

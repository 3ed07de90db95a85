"""Draws the tiles of units from a snapshot: pictures scaled to their places, histograms, strengths and numbers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QStaticText

from engine.snapshot import Snapshot
from gui.fonts import font
from gui.theme import Theme
from gui.train.indexed_images import mixed
from gui.train.network.frames import Frames, qrect
from gui.train.network.labels import signed_number, static_text
from gui.train.network.places import ColumnPlace, Places, TilePlace
from gui.train.network.tile_histograms import LEAST_FOR_NUMBER as LEAST_FOR_MEAN
from gui.train.network.tile_histograms import NUMBER_ROOM, paint_histograms
from gui.train.network.tile_pictures import (
    BOUNDED,
    ColumnPictures,
    PictureStrip,
    class_tables,
    color_table,
    column_pictures,
)
from gui.train.output.boundary import borders, two_classes
from gui.train.output.field import class_ground
from gui.widgets.pixels import draw_part

BOUNDARY_WIDTH = 1.2
LEAST_FOR_NUMBER, LARGE_NUMBER = 36.0, 60.0


class _Number(NamedTuple):
    """A unit's number, laid out, and where it is written."""

    text: QStaticText
    x: float
    y: float
    is_large: bool


class TilePainter:
    """Keeps what the latest snapshot showed; the pictures become pixels when they are first painted."""

    def __init__(self) -> None:
        self._columns: dict[int, ColumnPictures] = {}
        self._strips: dict[int, PictureStrip] = {}
        self._boundaries: dict[int, list[QLineF]] = {}
        self._numbers: list[_Number] = []
        self._places: Places | None = None
        self._activations: tuple[str, ...] = ()
        self._classes = 0
        self._scales_key: tuple[str, int, int, int] = ("", 0, 0, 0)
        self._scales = np.zeros((0, 256), np.uint32)
        self._theme: Theme | None = None
        self._table: NDArray[np.uint32] = np.zeros(256, np.uint32)
        self._small, self._large = font("caption"), font("title")

    def forget(self) -> None:
        """Show empty tiles until the next snapshot."""
        self._columns, self._numbers, self._strips, self._boundaries = {}, [], {}, {}

    def show_snapshot(
        self,
        snapshot: Snapshot,
        places: Places,
        activations: tuple[str, ...],
        picture_shape: tuple[int, int] | None,
        classes: int = 0,
    ) -> None:
        """Take new numbers over. classes: of how many classes the output units are the probabilities; 0: of none."""
        self._places, self._activations, self._classes = places, activations, classes
        self._strips, self._boundaries = {}, {}
        for column in places.columns[1:]:
            pictures = column_pictures(snapshot, column, activations[column.l], picture_shape)
            if pictures is not None:
                self._columns[column.l] = pictures
            else:
                self._columns.pop(column.l, None)

    def refresh_texts(self) -> None:
        """Lay out the mean activations in tiles that have room for a number."""
        self._numbers = []
        for column in self._places.columns[1:] if self._places else ():
            pictures = self._columns.get(column.l)
            if pictures is None or pictures.numbers is None:
                continue
            is_histogram = pictures.kind == "histograms"
            if column.tiles[0].picture.w < (LEAST_FOR_MEAN if is_histogram else LEAST_FOR_NUMBER):
                continue
            for tile, value in zip(column.tiles, pictures.numbers.tolist(), strict=True):
                self._numbers.append(self._layout(tile, value, is_histogram))

    def paint(
        self, painter: QPainter, theme: Theme, places: Places, frames: Frames, with_boundary: bool
    ) -> None:
        """Draw pictures, then frames, then numbers."""
        if theme is not self._theme:
            self._theme, self._table = theme, color_table(theme, theme.field_strength)
            self._strips = {}
        for column in places.columns[1:]:
            pictures = self._columns.get(column.l)
            if pictures is None:
                self._paint_empty(painter, theme, column)
            elif pictures.kind == "strengths":
                self._paint_strengths(painter, theme, column, pictures)
            elif pictures.kind == "histograms":
                is_bounded = self._activations[column.l] in BOUNDED
                paint_histograms(painter, theme, column, pictures, is_bounded, self._classes_of(column))
            else:
                self._paint_strip(painter, theme, column, pictures)
                if with_boundary and column.l == places.L and pictures.kind == "maps":
                    self._paint_boundaries(painter, theme, column, pictures)
        for column in places.columns:
            for tile in column.tiles:
                frames.draw(painter, tile, theme)
        self._paint_numbers(painter, theme)

    def _classes_of(self, column: ColumnPlace) -> int:
        """Of how many classes the units of a column are the probabilities; 0 for most columns."""
        assert self._places is not None
        return self._classes if column.l == self._places.L else 0

    def _class_scales(self, theme: Theme, first: int, count: int, classes: int) -> NDArray[np.uint32]:
        key = (theme.name, first, count, classes)
        if key != self._scales_key:
            self._scales_key, self._scales = key, class_tables(theme, first, count, classes)
        return self._scales

    def _paint_empty(self, painter: QPainter, theme: Theme, column: ColumnPlace) -> None:
        for tile in column.tiles:
            painter.fillRect(qrect(tile.picture), theme.color("hover"))

    def _paint_strengths(
        self, painter: QPainter, theme: Theme, column: ColumnPlace, pictures: ColumnPictures
    ) -> None:
        classes = self._classes_of(column)
        for tile, value in zip(column.tiles, pictures.values.tolist(), strict=True):
            if classes:
                color = mixed(theme.signed(0.0), class_ground(theme, tile.k, classes), value)
            else:
                color = theme.signed(value * theme.cell_tint)
            painter.fillRect(qrect(tile.picture), color)

    def _paint_strip(
        self, painter: QPainter, theme: Theme, column: ColumnPlace, pictures: ColumnPictures
    ) -> None:
        strip = self._strips.get(column.l)
        if strip is None:
            table, classes = self._table, self._classes_of(column)
            if classes and pictures.kind == "maps":
                table = self._class_scales(theme, column.first, len(column.tiles), classes)
            strip = self._strips[column.l] = PictureStrip(pictures.values, table)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, pictures.kind == "maps")
        for index, tile in enumerate(column.tiles):
            part = QRect(0, index * strip.rows, strip.columns, strip.rows)
            draw_part(painter, qrect(tile.picture), strip.image, part)

    def _paint_boundaries(
        self, painter: QPainter, theme: Theme, column: ColumnPlace, pictures: ColumnPictures
    ) -> None:
        painter.setPen(
            QPen(theme.color("ink"), BOUNDARY_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
        )
        for index, tile in enumerate(column.tiles):
            if index not in self._boundaries:
                self._boundaries[index] = _boundary(pictures.values[index], tile)
            if self._boundaries[index]:
                painter.drawLines(self._boundaries[index])

    def _paint_numbers(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(theme.color("ink"))
        for number in self._numbers:
            painter.setFont(self._large if number.is_large else self._small)
            painter.drawStaticText(QPointF(number.x, number.y), number.text)

    def _layout(self, tile: TilePlace, value: float, is_above: bool) -> _Number:
        """In the middle of the tile, or above the bars of its histogram."""
        is_large = tile.picture.w >= LARGE_NUMBER and not is_above
        face: QFont = self._large if is_large else self._small
        metrics, text = QFontMetricsF(face), signed_number(value)
        x = tile.picture.cx - metrics.horizontalAdvance(text) / 2
        middle = tile.picture.y + NUMBER_ROOM / 2 + 1 if is_above else tile.picture.cy
        y = middle - metrics.height() / 2
        return _Number(static_text(text, face), x, y, is_large)


def _boundary(values: NDArray[np.floating], tile: TilePlace) -> list[QLineF]:
    """Where a map crosses 0, in the coordinates of the drawing."""
    segments = borders(*two_classes((values + 1) / 2))
    if not len(segments):
        return []
    rows, columns = values.shape
    scale = np.array([tile.picture.w / columns, tile.picture.h / rows] * 2)
    corner = np.array([tile.picture.x, tile.picture.y] * 2)
    return [QLineF(*line) for line in ((segments + 0.5) * scale + corner).tolist()]

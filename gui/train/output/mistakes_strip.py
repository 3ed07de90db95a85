"""Test pictures that the network reads wrongly, each with its true class and the given one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.data import Dataset
from engine.snapshot import Mistake
from gui.appearance import Appearance
from gui.train.output.geometry import Grid, tile_grid
from gui.train.output.section import MARGIN, Section
from gui.train.output.texts import class_label
from gui.train.output.wishes import MISTAKES

HEADER, PICTURE, LEAST_TILE, GAP, BOTTOM = 36, 42, 86, 4, 8
TILE_HEIGHT, LINE = 52, 14


class MistakesStrip(Section):
    """At most MISTAKES pictures; the others are counted in the header."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._dataset: Dataset | None = None
        self._mistakes: tuple[Mistake, ...] = ()
        self._total: int | None = None
        self._images: dict[int, QImage] = {}
        self._largest = 1.0
        self.setAccessibleName("Wrongly classified test pictures")

    @property
    def captions(self) -> tuple[str, ...]:
        """What each picture says: "true 3, given 5 (0.71)"."""
        return tuple("{}, {} {}".format(*self._words(mistake)) for mistake in self._mistakes)

    def set_dataset(self, dataset: Dataset) -> None:
        """Take other pictures."""
        self._dataset = dataset
        self._mistakes = ()
        self._total = None
        self._images = {}
        if dataset.picture_shape is not None:
            self._largest = float(np.abs(dataset.raw).max()) or 1.0
        self.update()

    def show_mistakes(self, mistakes: tuple[Mistake, ...], confusion: NDArray[np.int64] | None) -> None:
        """Show these; the confusion matrix tells how many there are in all."""
        total = None if confusion is None else int(confusion.sum() - np.trace(confusion))
        shown = mistakes[:MISTAKES]
        if (shown, total) != (self._mistakes, self._total):
            self._mistakes, self._total = shown, total
            self.setAccessibleDescription("; ".join(self.captions))
            self.update()

    def height_for(self, width: int) -> int:
        """Room for MISTAKES pictures, so that nothing below moves while they become fewer."""
        return HEADER + self._grid(width).bottom + BOTTOM

    def on_theme_changed(self) -> None:
        """The pictures have the theme's greys."""
        self._images = {}

    def paint_content(self, painter: QPainter) -> None:
        """Header and tiles."""
        width = self.width() - 2 * MARGIN
        self.write(painter, QRect(MARGIN, 1, width, HEADER), "Wrongly classified", "header", "ink")
        self.write(painter, QRect(MARGIN, 1, width, HEADER), self.detail, "small", "ink3", "right")
        painter.translate(0, HEADER)
        grid = self._grid(self.width())
        for index, mistake in enumerate(self._mistakes):
            self._paint_tile(painter, mistake, QRect(*grid.cell(*divmod(index, grid.columns))))
        painter.translate(0, -HEADER)

    @property
    def detail(self) -> str:
        """The small text at the right of the header."""
        if self._total is None or self._dataset is None:
            return ""
        of = f"{self._total} of {len(self._dataset.labels_test)} test pictures"
        return of if self._total <= len(self._mistakes) else f"{len(self._mistakes)} of {self._total}"

    def _paint_tile(self, painter: QPainter, mistake: Mistake, rect: QRect) -> None:
        picture = QRectF(rect.x() + 1, rect.y() + 1, PICTURE, PICTURE)
        painter.drawImage(picture, self._image(mistake.index))
        painter.setPen(QPen(self.color("line2"), 1))
        painter.drawRect(picture.adjusted(-0.5, -0.5, 0.5, 0.5))
        beside = PICTURE + 6
        line = QRect(rect.x() + beside, rect.y() + 1, rect.width() - beside, LINE)
        for words, token in zip(self._words(mistake), ("ink2", "err", "ink3"), strict=True):
            self.write(painter, line, words, "caption", token)
            line.translate(0, LINE)

    def _words(self, mistake: Mistake) -> tuple[str, str, str]:
        names = self._dataset.class_names if self._dataset is not None else ()
        true, given = class_label(names, mistake.truth), class_label(names, mistake.given)
        return f"true {true}", f"given {given}", f"({mistake.probability:.2f})"

    def _image(self, index: int) -> QImage:
        """A test picture in greys from the ground (0) to ink (the largest value of the data)."""
        if index not in self._images:
            self._images[index] = self._make_image(index)
        return self._images[index]

    def _make_image(self, index: int) -> QImage:
        dataset = self._dataset
        if dataset is None or dataset.picture_shape is None:
            return QImage()
        raw = dataset.raw[:, dataset.test_index[index]].reshape(dataset.picture_shape)
        share = np.clip(raw / self._largest, 0.0, 1.0)[:, :, None]
        ends = [self.color(token) for token in ("sunken", "ink")]
        low, high = (np.array([end.blue(), end.green(), end.red(), 255]) for end in ends)
        pixels = np.ascontiguousarray(np.rint(low + share * (high - low)).astype(np.uint8))
        rows, columns = dataset.picture_shape
        return QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()

    def _grid(self, width: int) -> Grid:
        return tile_grid(width, MISTAKES, LEAST_TILE, TILE_HEIGHT, GAP, MARGIN)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = QPointF(event.pos()) - QPointF(0, HEADER)
            grid = self._grid(self.width())
            hit = grid.hit(at.x(), at.y())
            index = -1 if hit is None else hit[0] * grid.columns + hit[1]
            shown = 0 <= index < len(self._mistakes)
            QToolTip.showText(event.globalPos(), self.captions[index] if shown else "", self)
            return True
        return super().event(event)

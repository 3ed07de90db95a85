"""The confusion matrix, of the test data where there is any: row = true class y, column = given class ŷ."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.fonts import font
from gui.train.data.words import count_text
from gui.train.output.geometry import Grid, matrix_grid
from gui.train.output.section import MARGIN, Section
from gui.train.output.texts import class_label, class_name, percent
from gui.widgets.pixels import pixel_ratio, wants_lines

HEADER, COLUMN_LABELS, SENTENCE = 35, 24, 26
# A share of the row as a part of the signed scale: light enough for ink on it, in both themes.
LEAST_TINT, TINT_RANGE = 0.08, 0.35
LARGEST_LABEL = 76
MOST_CELLS = 600


class ConfusionMatrix(Section):
    """Counts of test examples. The sentence of the cell under the mouse stands below."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._names: tuple[str, ...] = ("0", "1")
        self._counts: NDArray[np.int64] | None = None
        self._detail = ""
        self._word = "point"
        self._still: QPixmap | None = None
        self._look = (0, 0, 1.0)
        self._totals: list[int] = []
        self._cells: dict[tuple[str, int, int, int], QPixmap] = {}
        self._hovered: tuple[int, int] | None = None
        self._room: int | None = None
        self.setMouseTracking(True)
        self.setAccessibleName("Confusion matrix of the test data")

    @property
    def detail(self) -> str:
        """The small text at the right of the header."""
        return self._detail

    @property
    def sentence(self) -> str:
        """What the cell under the mouse says in words, or nothing."""
        if self._hovered is None or self._counts is None:
            return ""
        row, column = self._hovered
        here, total = int(self._counts[row, column]), int(self._counts[row].sum())
        true, given = class_name(self._names, row), class_name(self._names, column)
        return f"{here} of {total} {self._word}s of {true} were given {given}" + (
            f" ({percent(here / total)})" if total else ""
        )

    def set_classes(self, names: tuple[str, ...], part: str, count: int, word: str = "point") -> None:
        """Take the classes, which part of the data is judged ("test"), its examples' number and name."""
        self._word = word
        self._names = names if len(names) > 1 else ("0", "1")
        self._detail = f"{part}, {count_text(count, word)}"
        self._counts = None
        self._hovered = None
        self._forget()
        self.update()

    def show_counts(self, counts: NDArray[np.int64] | None) -> None:
        """Show new counts (k, k); None keeps the last ones."""
        if counts is None or counts.shape != (len(self._names),) * 2:
            return
        if self._counts is None or not np.array_equal(counts, self._counts):
            self._counts = counts
            self._totals = counts.sum(axis=1).tolist()
            self.update()

    def height_for(self, width: int) -> int:
        """Header, column labels, cells and the line for the sentence."""
        return self.height_in(width, self._room)

    def height_in(self, width: int, room: int | None) -> int:
        """The same with so much room (see `set_room`)."""
        return self._grid_in(width, room).bottom + SENTENCE

    def set_room(self, room: int | None) -> None:
        """Have a page of this height for itself, with larger cells and no line above; None: stand below other parts."""
        if room != self._room:
            self._room = room
            self._forget()
            self.update()

    def grid(self, width: int) -> Grid:
        """The places of the cells in a column of this width."""
        return self._grid_in(width, self._room)

    def _grid_in(self, width: int, room: int | None) -> Grid:
        metrics = QFontMetrics(font("caption"))
        widest = max(metrics.horizontalAdvance(self._label("y", index)) for index in range(len(self._names)))
        label, top = min(widest, LARGEST_LABEL) + 10, HEADER + COLUMN_LABELS
        return matrix_grid(
            width, len(self._names), label, top, None if room is None else room - top - SENTENCE
        )

    def _label(self, symbol: str, index: int) -> str:
        label = class_label(self._names, index)
        return f"{symbol} = {label}" if len(self._names) <= 3 and len(label) <= 4 else label

    def tint(self, row: int, column: int) -> QColor:
        """A cell's colour: by the share of its row. Two classes: by the class given, as in the picture above;
        more: positive on the diagonal, negative off it."""
        theme = self.appearance.theme
        total = 0 if self._counts is None else self._totals[row]
        here = 0 if self._counts is None else int(self._counts[row, column])
        if total == 0 or (here == 0 and len(self._names) > 2):
            return theme.signed(0.0)
        positive = column == 1 if len(self._names) == 2 else row == column
        size = LEAST_TINT + TINT_RANGE * here / total
        return theme.signed(size if positive else -size)

    def paint_content(self, painter: QPainter) -> None:
        """Header and labels, which stand still, then cells and sentence."""
        grid = self.grid(self.width())
        look = (self.width(), self.height(), pixel_ratio(self))
        if wants_lines():
            painter.fillRect(self.rect(), self.color("panel"))
            self._paint_still(painter, grid)
        else:
            if self._still is None or self._look != look:
                self._forget()
                self._still, self._look = self._still_picture(grid), look
            painter.drawPixmap(0, 0, self._still)
        for row in range(grid.rows):
            for column in range(grid.columns):
                self._put_cell(painter, grid, row, column)
        if self._hovered is not None:
            painter.setPen(QPen(self.color("ink"), 2))
            painter.drawRoundedRect(QRectF(*grid.cell(*self._hovered)).adjusted(1, 1, -1, -1), 3, 3)
        line = QRect(MARGIN, grid.bottom + 3, self.width() - 2 * MARGIN, SENTENCE - 6)
        self.write(painter, line, self.sentence, "caption", "ink2", "centre")

    def on_theme_changed(self) -> None:
        """The tiles have the theme's colours."""
        self._forget()

    def _forget(self) -> None:
        self._still = None
        self._cells = {}

    def _pixmap(self, width: int, height: int) -> QPixmap:
        ratio = pixel_ratio(self)
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.color("panel"))
        return pixmap

    def _still_picture(self, grid: Grid) -> QPixmap:
        pixmap = self._pixmap(self.width(), self.height())
        with QPainter(pixmap) as painter:
            self._paint_still(painter, grid)
        return pixmap

    def _paint_still(self, painter: QPainter, grid: Grid) -> None:
        if self._room is None:
            painter.fillRect(0, 0, self.width(), 1, self.color("line"))
        header = QRect(MARGIN, 1, self.width() - 2 * MARGIN, HEADER)
        self.write(painter, header, "Confusion matrix", "header", "ink")
        self.write(painter, header, self._detail, "small", "ink3", "right")
        for index in range(grid.columns):
            x, y, cell_width, cell_height = grid.cell(index, index)
            above = QRect(x - 1, HEADER + 2, cell_width + 2, 18)
            self.write(painter, above, self._label("ŷ", index), "caption", "ink3", "centre")
            before = QRect(MARGIN - 8, y, grid.left - MARGIN - 2, cell_height)
            self.write(painter, before, self._label("y", index), "caption", "ink3", "right")
        if self._label("y", 0) == class_label(self._names, 0):
            corner = QRect(grid.left - 60, HEADER + 2, 56, 18)
            self.write(painter, corner, "y \\ ŷ", "caption", "ink3", "right")

    def _put_cell(self, painter: QPainter, grid: Grid, row: int, column: int) -> None:
        """Most counts and shares come again, so the painted cells are kept."""
        x, y, _, _ = grid.cell(row, column)
        tint = self.tint(row, column)
        text = "" if self._counts is None else str(int(self._counts[row, column]))
        if wants_lines():
            painter.translate(x, y)
            self._paint_cell(painter, grid, text, tint)
            painter.translate(-x, -y)
            return
        key = (text, tint.rgb(), grid.cell_width, grid.cell_height)
        if key not in self._cells:
            if len(self._cells) >= MOST_CELLS:
                self._cells = {}
            self._cells[key] = self._pixmap(grid.cell_width, grid.cell_height)
            with QPainter(self._cells[key]) as kept:
                self._paint_cell(kept, grid, text, tint)
        painter.drawPixmap(x, y, self._cells[key])

    def _paint_cell(self, painter: QPainter, grid: Grid, text: str, tint: QColor) -> None:
        rect = QRect(0, 0, grid.cell_width, grid.cell_height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(QRectF(rect), 3, 3)
        large, some = grid.cell_width > 40, text != "0"
        is_wide = QFontMetrics(font("small")).horizontalAdvance("0" * len(text)) <= grid.cell_width - 6
        face = ("body" if large else "small" if is_wide else "caption") + (" strong" if some else "")
        self.write(painter, rect, text, face, "ink" if some or large else "ink3", "centre")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self.grid(self.width()).hit(event.position().x(), event.position().y())
        if hit != self._hovered:
            self._hovered = hit
            self.setAccessibleDescription(self.sentence)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

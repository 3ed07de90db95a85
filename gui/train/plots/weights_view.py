"""The matrices W[l] with their b[l], or dW[l] with db[l], as heat maps: orange negative, blue positive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.data_table import DataTable
from gui.theme import Theme
from gui.train.indexed_images import NOT_A_NUMBER, indexed_image, signed_indices
from gui.train.plots.numbers import value_text
from gui.train.plots.pace import Pace
from gui.train.plots.tables import matrix_table
from gui.train.plots.weight_geometry import TITLE_HEIGHT, MatrixPlace, entry_at, matrix_places
from gui.widgets.painting import LEFT, RIGHT, draw_text, text_width
from gui.widgets.segmented import Segmented

Array = NDArray[np.floating]

FAMILIES = (("W", "W, b"), ("dW", "dW, db"))
INTERVAL_MS = 66
PADDING, TOP, FOOT = 16, 8, 38
SMOOTH_BELOW = 1.0  # pixels a cell, under which cells are blended instead of left out
LEGEND_WIDTH, LEGEND_HEIGHT, NUMBER_WIDTH = 64, 8, 60
TITLE_LINE, SWATCH_WIDTH, SWATCH_HEIGHT, NAME_LEFT = 14.0, 3.0, 11.0, 7.0
GAP = 6
EXACT_DIGITS = 4
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True)
class LayerMaps:
    """One layer's matrix and its bias column as pictures of a pixel an entry."""

    weights: QImage | None
    biases: QImage | None


class WeightsView(QWidget):
    """All matrices of the network beside each other, one maximum for all; the entry under the mouse as a number."""

    view_name = "Weights"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._taken: Snapshot | None = None
        self._snapshot: Snapshot | None = None
        self._maps: tuple[LayerMaps, ...] = ()
        self._places: list[MatrixPlace] = []
        self._reach = 1.0
        self._under_mouse: QPointF | None = None
        self.family = Segmented(appearance, FAMILIES, self)
        self.family.setAccessibleName("Parameters or their derivatives")
        self.family.chosen.connect(self._on_family_chosen)
        self._pace = Pace(INTERVAL_MS, self)
        self._pace.due.connect(self._refresh)
        appearance.changed.connect(self._refresh)
        self.setAccessibleName("Weights as heat maps")
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the matrices of a snapshot, at most 15 times a second."""
        self._taken = snapshot
        if self.isVisible():
            self._pace.ask()

    def data_table(self) -> DataTable | None:
        """All numbers of the chosen family."""
        prefix = "d" if self.family.key() == "dW" else ""
        named = [
            (f"{prefix}{letter}{place.l}", array)
            for place in self._places
            for letter, array in zip("Wb", self._arrays(place.l), strict=True)
        ]
        return matrix_table([(name, array) for name, array in named if array is not None])

    def places(self) -> list[MatrixPlace]:
        """Where each matrix is, layer 1 first."""
        return self._places

    def reach(self) -> float:
        """The size that gets the full colour: the largest finite number of all matrices shown; 1 if all are 0."""
        return self._reach

    def entry_text(self) -> str:
        """Name and value of the number under the mouse; "" where there is none."""
        if self._under_mouse is None:
            return ""
        entry = entry_at(self._places, self._under_mouse.x(), self._under_mouse.y())
        if entry is None:
            return ""
        l, k, j = entry
        array = self._arrays(l)[0 if j is not None else 1]
        prefix = "d" if self.family.key() == "dW" else ""
        index = str(k + 1) if j is None else f"{k + 1},{j + 1}"
        name = f"{prefix}{'b' if j is None else 'w'}[{l}]{index.translate(_SUBSCRIPTS)}"
        value = float("nan") if array is None else float(array[k, j or 0])
        return f"{name} = {value_text(value, EXACT_DIGITS)}"

    def _arrays(self, l: int) -> tuple[Array | None, Array | None]:
        snapshot = self._snapshot
        if snapshot is None:
            return None, None
        if self.family.key() == "dW":
            return snapshot.dW[l], snapshot.db[l]
        return snapshot.W[l], snapshot.b[l]

    def _all_arrays(self) -> Iterator[Array]:
        for l in range(1, len(self._places) + 1):
            yield from (array for array in self._arrays(l) if array is not None)

    def _on_family_chosen(self, key: str) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Make the pictures of the chosen family anew."""
        self._snapshot = self._taken
        self._arrange()
        self._reach = max((_largest(array) for array in self._all_arrays()), default=0.0) or 1.0
        table = self._appearance.theme.signed_table()
        table[NOT_A_NUMBER] = self._appearance.theme.color("line2").rgb()
        self._maps = tuple(
            LayerMaps(*(self._map(array, table) for array in self._arrays(place.l))) for place in self._places
        )
        size = value_text(self._reach)
        self.setAccessibleDescription(f"{len(self._maps)} layers, the largest number has the size {size}")
        self.update()

    def _arrange(self) -> None:
        width, height = self.width() - 2 * PADDING, self.height() - TOP - FOOT
        self._places = (
            [] if self._snapshot is None else matrix_places(self._snapshot.sizes, PADDING, TOP, width, height)
        )

    def _map(self, array: Array | None, table: list[int]) -> QImage | None:
        return None if array is None else indexed_image(signed_indices(array, self._reach), table)

    def _paint_layer(self, painter: QPainter, theme: Theme, place: MatrixPlace, maps: LayerMaps) -> None:
        self._paint_title(painter, theme, place)
        is_small = min(place.cell_width, place.cell_height) < SMOOTH_BELOW
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_small)
        if maps.weights is not None:
            painter.drawImage(QRectF(place.left, place.top, place.width, place.height), maps.weights)
        if maps.biases is not None:
            painter.drawImage(QRectF(place.bias_left, place.top, place.bias_width, place.height), maps.biases)

    def _paint_title(self, painter: QPainter, theme: Theme, place: MatrixPlace) -> None:
        top, name = place.top - TITLE_HEIGHT, f"{self.family.key()}[{place.l}]"
        color = theme.layer_color(place.l)
        painter.fillRect(QRectF(place.left, top + 1.5, SWATCH_WIDTH, SWATCH_HEIGHT), color)
        line = QRectF(place.left + NAME_LEFT, top, place.slot - NAME_LEFT, TITLE_LINE)
        draw_text(painter, line, name, "caption", theme.color("ink"), LEFT)
        line.setLeft(line.left() + text_width(name, "caption") + GAP)
        shape = f"({place.rows}, {place.columns})"
        if text_width(shape, "caption") <= line.width():
            draw_text(painter, line, shape, "caption", theme.color("ink3"), LEFT)

    def _paint_foot(self, painter: QPainter, theme: Theme) -> None:
        """The entry under the mouse, and the legend: the scale between its two ends."""
        row = QRectF(self.family.geometry())
        high, low = value_text(self._reach), value_text(-self._reach)
        line = QRectF(self.width() - PADDING - NUMBER_WIDTH, row.top(), NUMBER_WIDTH, row.height())
        draw_text(painter, line, high, "caption", theme.color("ink3"), RIGHT)
        left = line.right() - text_width(high, "caption") - GAP - LEGEND_WIDTH
        scale = indexed_image(np.arange(256, dtype=np.uint8).reshape(1, 256), theme.signed_table())
        middle = row.center().y() - LEGEND_HEIGHT / 2
        painter.drawImage(QRectF(round(left), middle, LEGEND_WIDTH, LEGEND_HEIGHT), scale)
        line.moveRight(left - GAP)
        draw_text(painter, line, low, "caption", theme.color("ink3"), RIGHT)
        entry = QRectF(row.right() + 2 * GAP, row.top(), 0.0, row.height())
        entry.setRight(line.right() - text_width(low, "caption") - GAP)
        draw_text(painter, entry, self.entry_text(), "caption", theme.color("ink"), LEFT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        hint = self.family.sizeHint()
        self.family.setGeometry(PADDING, self.height() - hint.height() - 6, hint.width(), hint.height())
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self._pace.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pace.cancel()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under_mouse = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under_mouse = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.color("panel"))
            for place, maps in zip(self._places, self._maps, strict=True):
                self._paint_layer(painter, theme, place, maps)
            if self._maps:
                self._paint_foot(painter, theme)


def _largest(array: Array) -> float:
    sizes = np.abs(array)
    return float(np.max(sizes, where=np.isfinite(sizes), initial=0.0))

"""The matrices W[l] with their b[l], or dW[l] with db[l], as heat maps: orange negative, blue positive."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.theme import Theme
from gui.train.plot_numbers import value_text
from gui.train.plot_pace import Pace
from gui.train.weight_geometry import MatrixPlace, entry_at, matrix_places
from gui.widgets.painting import LEFT, RIGHT, draw_text, text_width
from gui.widgets.segmented import Segmented

FAMILIES = (("W", "W, b"), ("dW", "dW, db"))
INTERVAL_MS = 66
PADDING, TOP, FOOT = 16, 8, 38
SMOOTH_BELOW = 1.0
LEGEND_WIDTH, LEGEND_HEIGHT = 64, 8
EXACT_DIGITS = 4
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class WeightsView(QWidget):
    """All matrices of the network beside each other, one maximum for all; the entry under the mouse as a number."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._snapshot: Snapshot | None = None
        self._under_mouse: QPointF | None = None
        self.family = Segmented(appearance, FAMILIES, self)
        self.family.setAccessibleName("Parameters or their derivatives")
        self.family.chosen.connect(self._on_family_chosen)
        self._pace = Pace(INTERVAL_MS, self)
        self._pace.due.connect(self._refresh)
        appearance.changed.connect(self.update)
        self.setAccessibleName("Weights as heat maps")
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Nothing here depends on it; another structure shows in the next snapshot."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the matrices of a snapshot, at most 15 times a second."""
        self._snapshot = snapshot
        if self.isVisible():
            self._pace.ask()

    def places(self) -> list[MatrixPlace]:
        """Where each matrix is, layer 1 first."""
        if self._snapshot is None:
            return []
        width, height = self.width() - 2 * PADDING, self.height() - TOP - FOOT
        return matrix_places(self._snapshot.sizes, PADDING, TOP, width, height)

    def entry_text(self) -> str:
        """Name and value of the number under the mouse; "" where there is none."""
        if self._under_mouse is None:
            return ""
        entry = entry_at(self.places(), self._under_mouse.x(), self._under_mouse.y())
        if entry is None:
            return ""
        l, k, j = entry
        array = self._arrays(l)[0 if j is not None else 1]
        prefix = "d" if self.family.key() == "dW" else ""
        index = str(k + 1) if j is None else f"{k + 1},{j + 1}"
        name = f"{prefix}{'b' if j is None else 'w'}[{l}]{index.translate(_SUBSCRIPTS)}"
        value = float("nan") if array is None else float(array[k, j or 0])
        return f"{name} = {value_text(value, EXACT_DIGITS)}"

    def reach(self) -> float:
        """The size that gets the full colour: the largest finite number of all matrices shown; 1 if all are 0."""
        largest = 0.0
        for place in self.places():
            for array in self._arrays(place.l):
                if array is not None and array.size:
                    sizes = np.abs(array)
                    largest = max(largest, float(np.max(sizes, where=np.isfinite(sizes), initial=0.0)))
        return largest or 1.0

    def _arrays(self, l: int) -> tuple[NDArray[np.floating] | None, NDArray[np.floating] | None]:
        snapshot = self._snapshot
        if snapshot is None:
            return None, None
        if self.family.key() == "dW":
            return snapshot.dW[l], snapshot.db[l]
        return snapshot.W[l], snapshot.b[l]

    def _on_family_chosen(self, key: str) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self.setAccessibleDescription(
            f"Layers 1 to {len(self.places())}, the largest size is {value_text(self.reach())}"
        )
        self.update()

    def _paint_matrix(self, painter: QPainter, theme: Theme, place: MatrixPlace, reach: float) -> None:
        weights, biases = self._arrays(place.l)
        title = QRectF(place.left, place.top - 18.0, place.slot, 14.0)
        name = f"{self.family.key()}[{place.l}]"
        painter.fillRect(QRectF(place.left, title.top() + 1.5, 3.0, 11.0), theme.layer_color(place.l))
        draw_text(painter, title.adjusted(7, 0, 0, 0), name, "caption", theme.color("ink"), LEFT)
        used = 7 + text_width(name, "caption") + 5
        shape = f"({place.rows}, {place.columns})"
        if used + text_width(shape, "caption") <= place.slot:
            draw_text(painter, title.adjusted(used, 0, 0, 0), shape, "caption", theme.color("ink3"), LEFT)
        table = theme.signed_table()
        if weights is not None:
            rect = QRectF(place.left, place.top, place.width, place.height)
            self._paint_map(painter, theme, rect, weights, reach, table)
        if biases is not None:
            rect = QRectF(place.bias_left, place.top, place.bias_width, place.height)
            self._paint_map(painter, theme, rect, biases, reach, table)

    def _paint_map(
        self,
        painter: QPainter,
        theme: Theme,
        rect: QRectF,
        array: NDArray[np.floating],
        reach: float,
        table: list[int],
    ) -> None:
        rows, columns = array.shape
        with np.errstate(invalid="ignore"):
            scaled = np.clip(array / reach, -1.0, 1.0)
        known = np.isfinite(scaled)
        indices = np.rint(np.where(known, scaled, 0.0) * 127.0 + 128.0).astype(np.uint8)
        indices[~known] = 0
        image = QImage(indices.tobytes(), columns, rows, columns, QImage.Format.Format_Indexed8)
        image.setColorTable([theme.color("line2").rgb(), *table[1:]])
        small = min(rect.width() / columns, rect.height() / rows) < SMOOTH_BELOW
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, small)
        painter.drawImage(rect, image)

    def _paint_foot(self, painter: QPainter, theme: Theme, reach: float) -> None:
        row = self.family.geometry()
        right = self.width() - PADDING
        range_text = value_text(reach)
        draw_text(
            painter,
            QRectF(right - 60, row.y(), 60, row.height()),
            range_text,
            "caption",
            theme.color("ink3"),
            RIGHT,
        )
        right -= round(text_width(range_text, "caption")) + 6
        legend = QRectF(
            right - LEGEND_WIDTH, row.center().y() - LEGEND_HEIGHT / 2 + 1, LEGEND_WIDTH, LEGEND_HEIGHT
        )
        bar = QImage(bytes(range(256)), 256, 1, 256, QImage.Format.Format_Indexed8)
        bar.setColorTable(theme.signed_table())
        painter.drawImage(legend, bar)
        low = QRectF(legend.left() - 66, row.y(), 60, row.height())
        draw_text(painter, low, value_text(-reach), "caption", theme.color("ink3"), RIGHT)
        left = row.right() + 12
        place = QRectF(
            left, row.y(), low.right() - text_width(value_text(-reach), "caption") - 8 - left, row.height()
        )
        draw_text(painter, place, self.entry_text(), "caption", theme.color("ink"), LEFT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        hint = self.family.sizeHint()
        self.family.setGeometry(PADDING, self.height() - hint.height() - 6, hint.width(), hint.height())

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
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        reach = self.reach()
        for place in self.places():
            self._paint_matrix(painter, theme, place, reach)
        if self._snapshot is not None:
            self._paint_foot(painter, theme, reach)

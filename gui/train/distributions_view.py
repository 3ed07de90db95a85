"""Histograms of W, A, Z or dW, one small picture a layer: how they lay over the run, and how they lie now."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Histogram, Snapshot
from gui.appearance import Appearance
from gui.theme import Theme
from gui.train.distribution_geometry import Cell, cells
from gui.train.distribution_past import BINS, Past, profile
from gui.train.plot_numbers import epoch_text, value_text
from gui.train.plot_pace import Pace
from gui.widgets.painting import LEFT, RIGHT, draw_text, text_width
from gui.widgets.segmented import Segmented

QUANTITIES = (("W", "W"), ("A", "A"), ("Z", "Z"), ("dW", "dW"))
MEANINGS = {
    "W": "weights W[l]",
    "A": "activations A[l], training examples",
    "Z": "linear outputs Z[l], training examples",
    "dW": "derivatives dW[l]",
}
INTERVAL_MS = 100
PADDING, TOP, FOOT = 16, 8, 38
FILL_SHARE = 0.45
ROOM, SLACK = 1.1, 1.6  # an axis is made a tenth too long, and kept until it is 60 % too long
SWATCH_WIDTH, SWATCH_HEIGHT = 3.0, 11.0


class DistributionsView(QWidget):
    """Signals: wishes_changed(dict), {"distributions": True} when it comes on the screen, False when it goes."""

    wishes_changed = Signal(dict)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._snapshot: Snapshot | None = None
        self._iteration = -1
        self._pasts = {key: Past() for key, _ in QUANTITIES}
        self._heats: dict[int, tuple[object, QImage]] = {}
        self._reaches: dict[tuple[str, int], float] = {}
        self.quantity = Segmented(appearance, QUANTITIES, self)
        self.quantity.setAccessibleName("Which numbers are counted")
        self.quantity.chosen.connect(self._on_quantity_chosen)
        self._pace = Pace(INTERVAL_MS, self)
        self._pace.due.connect(self._on_due)
        appearance.changed.connect(self.update)
        self.setAccessibleName("Distributions by layer")
        self.setToolTip("Below: the histogram of now. Above: the run so far, its newest moment at the bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    @property
    def past(self) -> Past:
        """What was kept of the chosen quantity."""
        return self._pasts[self.quantity.key()]

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Nothing here depends on it; another structure shows in the next snapshot."""

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the histograms of a snapshot, at most ten times a second; one without any changes nothing."""
        if snapshot.distributions:
            self._snapshot = snapshot
            if self.isVisible():
                self._pace.ask()

    def places(self) -> list[Cell]:
        """Where each layer's picture is, layer 1 first."""
        width, height = self.width() - 2 * PADDING, self.height() - TOP - FOOT
        return cells(len(self._layers()), PADDING, TOP, width, height)

    def _layers(self) -> tuple[Histogram | None, ...]:
        if self._snapshot is None:
            return ()
        return self._snapshot.distributions.get(self.quantity.key(), (None,))[1:]

    def _on_due(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        if snapshot.iteration < self._iteration or self._has_other_layers(snapshot):
            self._reaches.clear()
            for past in self._pasts.values():
                past.clear()
        if snapshot.iteration != self._iteration or not self.past.rows:
            for key, past in self._pasts.items():
                past.offer(float(snapshot.epoch), snapshot.distributions.get(key, (None,))[1:])
        self._iteration = snapshot.iteration
        self._refresh()

    def _has_other_layers(self, snapshot: Snapshot) -> bool:
        rows = self.past.rows
        return bool(rows) and len(rows[-1].layers) != len(snapshot.sizes) - 1

    def _on_quantity_chosen(self, key: str) -> None:
        self._refresh()

    def _refresh(self) -> None:
        for l in range(1, len(self._layers()) + 1):
            self._reaches[self.quantity.key(), l] = self._steady_reach(l)
        self.setAccessibleDescription(self._description())
        self.update()

    def _description(self) -> str:
        layers = ", ".join(
            f"layer {l} within ±{value_text(self._reach(l), 2)}" for l in range(1, len(self._layers()) + 1)
        )
        return f"Histograms of {MEANINGS[self.quantity.key()]}: {layers}" if layers else "No values yet"

    def _reach(self, l: int) -> float:
        return self._reaches[self.quantity.key(), l]

    def _steady_reach(self, l: int) -> float:
        """The end of layer l's axis: the largest size so far with some room, kept while it fits."""
        histogram = self._layers()[l - 1]
        now = 0.0 if histogram is None else float(abs(histogram.edges[-1]))
        needed = max(now, self.past.reach(l)) or 1.0
        kept = self._reaches.get((self.quantity.key(), l), 0.0)
        return kept if needed <= kept <= SLACK * needed else ROOM * needed

    def _heat(self, l: int) -> QImage:
        theme, reach = self._appearance.theme, self._reach(l)
        key = (self.quantity.key(), self.past.version, reach, theme.name)
        if l not in self._heats or self._heats[l][0] != key:
            heat = self.past.heat(l, reach)
            image = QImage(heat.tobytes(), BINS, len(heat), BINS, QImage.Format.Format_Indexed8).copy()
            image.setColorTable(self._ramp(l))
            self._heats[l] = (key, image)
        return self._heats[l][1]

    def _ramp(self, l: int) -> list[int]:
        theme = self._appearance.theme
        return ramp(theme.color("panel").rgb(), theme.layer_color(l).rgb())

    def _paint_cell(self, painter: QPainter, theme: Theme, cell: Cell, l: int) -> None:
        histogram = self._layers()[l - 1]
        past = QRectF(cell.left, cell.past_top, cell.width, cell.now_top - cell.past_top)
        if self.past.rows:
            painter.drawImage(past, self._heat(l))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.color("line"), 1.0))
        painter.drawLine(QLineF(cell.left, round(cell.now_top), cell.left + cell.width, round(cell.now_top)))
        painter.setPen(QPen(theme.color("line2"), 1.0))
        painter.drawLine(QLineF(cell.left, round(cell.base), cell.left + cell.width, round(cell.base)))
        if histogram is not None and histogram.counts.any():
            self._paint_now(painter, theme, cell, l, histogram)
        zero = round(cell.left + cell.width / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.color("line2"), 1.0))
        painter.drawLine(QLineF(zero, cell.past_top, zero, cell.base + 3.0))
        self._paint_title(painter, theme, cell, l)

    def _paint_now(self, painter: QPainter, theme: Theme, cell: Cell, l: int, histogram: Histogram) -> None:
        shares = profile(histogram, self._reach(l), BINS)
        step, height = cell.width / BINS, cell.base - cell.now_top - 4.0
        outline = QPolygonF([QPointF(cell.left, cell.base)])
        for i, share in enumerate(shares):
            y = cell.base - float(share) * height
            outline.append(QPointF(cell.left + i * step, y))
            outline.append(QPointF(cell.left + (i + 1) * step, y))
        outline.append(QPointF(cell.left + cell.width, cell.base))
        color = theme.layer_color(l)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 1.2))
        painter.setBrush(mixed(theme.color("panel"), color, FILL_SHARE))
        painter.drawPolygon(outline)

    def _paint_title(self, painter: QPainter, theme: Theme, cell: Cell, l: int) -> None:
        painter.fillRect(QRectF(cell.left, cell.top + 1.0, SWATCH_WIDTH, SWATCH_HEIGHT), theme.layer_color(l))
        line = QRectF(cell.left + SWATCH_WIDTH + 4.0, cell.top - 1.0, cell.width - SWATCH_WIDTH - 4.0, 14.0)
        draw_text(painter, line, str(l), "caption", theme.color("ink"), LEFT)
        draw_text(painter, line, "±" + value_text(self._reach(l), 2), "caption", theme.color("ink3"), RIGHT)

    def _paint_foot(self, painter: QPainter, theme: Theme) -> None:
        left = self.quantity.geometry().right() + 12
        line = QRectF(left, self.quantity.y(), self.width() - PADDING - left, self.quantity.height())
        text = MEANINGS[self.quantity.key()]
        draw_text(painter, line, text, "caption", theme.color("ink2"), LEFT)
        if self.past.rows and self._snapshot is not None:
            span = f"epoch {epoch_text(self.past.rows[0].epoch)} to {epoch_text(float(self._snapshot.epoch))}"
            if text_width(text, "caption") + text_width(span, "caption") + 12 < line.width():
                draw_text(painter, line, span, "caption", theme.color("ink3"), RIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 90)

    def resizeEvent(self, event: QResizeEvent) -> None:
        hint = self.quantity.sizeHint()
        self.quantity.setGeometry(PADDING, self.height() - hint.height() - 6, hint.width(), hint.height())

    def showEvent(self, event: QShowEvent) -> None:
        self.wishes_changed.emit({"distributions": True})
        self._pace.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self._pace.cancel()
        self.wishes_changed.emit({"distributions": False})

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        for l, cell in enumerate(self.places(), start=1):
            self._paint_cell(painter, theme, cell, l)
        self._paint_foot(painter, theme)


def mixed(ground: QColor, color: QColor, share: float) -> QColor:
    """A colour between two: share 0 is the ground, 1 the colour."""
    pairs = ((ground.red(), color.red()), (ground.green(), color.green()), (ground.blue(), color.blue()))
    return QColor(*(round(g + share * (c - g)) for g, c in pairs))


@cache
def ramp(ground: int, color: int) -> list[int]:
    """256 QRgb values from the ground to a colour, both given as QRgb."""
    return [mixed(QColor.fromRgb(ground), QColor.fromRgb(color), i / 255).rgb() for i in range(256)]

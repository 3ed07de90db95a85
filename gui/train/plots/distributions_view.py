"""Histograms of W, A, Z or dW, one small picture a layer: how they lay over the run, and how they lie now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.data_table import DataTable
from gui.theme import Theme
from gui.train.indexed_images import indexed_image, ramp
from gui.train.plots.distribution_geometry import Cell, cells
from gui.train.plots.distribution_past import BINS, Layers, Past, profile
from gui.train.plots.distribution_pictures import LayerPicture, paint_cell
from gui.train.plots.numbers import epoch_text
from gui.train.plots.pace import Pace
from gui.train.plots.tables import histogram_table
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
ROOM, SLACK = 1.1, 1.6  # an axis is made a tenth too long, and kept until it is 60 % too long


class DistributionsView(QWidget):
    """Signals: wishes_changed(dict), {"distributions": True} when it comes on the screen, False when it goes."""

    view_name = "Distributions"
    wishes_changed = Signal(dict)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._taken: Snapshot | None = None
        self._snapshot: Snapshot | None = None
        self._pictures: tuple[LayerPicture, ...] = ()
        self._pasts = {key: Past() for key, _ in QUANTITIES}
        self._reaches: dict[tuple[str, int], float] = {}
        self._heats: dict[int, tuple[object, QImage]] = {}
        self.quantity = Segmented(appearance, QUANTITIES, self)
        self.quantity.setAccessibleName("Which numbers are counted")
        self.quantity.chosen.connect(self._on_quantity_chosen)
        self._pace = Pace(INTERVAL_MS, self)
        self._pace.due.connect(self._on_due)
        appearance.changed.connect(self._refresh)
        self.setAccessibleName("Distributions by layer")
        self.setToolTip("Below: the histogram of now. Above: the run so far, its newest moment at the bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    @property
    def past(self) -> Past:
        """What was kept of the chosen quantity."""
        return self._pasts[self.quantity.key()]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the histograms of a snapshot, at most ten times a second; one without any changes nothing."""
        if snapshot.distributions:
            self._taken = snapshot
            if self.isVisible():
                self._pace.ask()

    def data_table(self) -> DataTable | None:
        """The histograms of now."""
        key = self.quantity.key()
        return None if self._snapshot is None else histogram_table(key, _layers(self._snapshot, key))

    def places(self) -> list[Cell]:
        """Where each layer's picture is, layer 1 first."""
        width, height = self.width() - 2 * PADDING, self.height() - TOP - FOOT
        return cells(len(self._pictures), PADDING, TOP, width, height)

    def _on_due(self) -> None:
        before, snapshot = self._snapshot, self._taken
        if snapshot is None:
            return
        if (
            before is None
            or snapshot.iteration < before.iteration
            or len(snapshot.sizes) != len(before.sizes)
        ):
            self._forget()
        if before is None or snapshot.iteration != before.iteration or not self.past.rows:
            for key, past in self._pasts.items():
                past.offer(float(snapshot.epoch), _layers(snapshot, key))
        self._snapshot = snapshot
        self._refresh()

    def _forget(self) -> None:
        self._reaches.clear()
        for past in self._pasts.values():
            past.clear()

    def _on_quantity_chosen(self, key: str) -> None:
        self._refresh()

    def _refresh(self) -> None:
        """Make the pictures of the chosen quantity anew."""
        if self._snapshot is not None:
            layers = _layers(self._snapshot, self.quantity.key())
            self._pictures = tuple(self._picture(l, layers) for l in range(1, len(layers) + 1))
        ranges = ", ".join(f"layer {picture.l} within {picture.range_text}" for picture in self._pictures)
        meaning = MEANINGS[self.quantity.key()]
        self.setAccessibleDescription(f"Histograms of {meaning}: {ranges}" if ranges else "No values yet")
        self.update()

    def _picture(self, l: int, layers: Layers) -> LayerPicture:
        histogram = layers[l - 1]
        now = 0.0 if histogram is None else float(abs(histogram.edges[-1]))
        place = (self.quantity.key(), l)
        reach = self._reaches[place] = _steady(
            self._reaches.get(place, 0.0), max(now, self.past.reach(l)) or 1.0
        )
        shares = profile(histogram, reach, BINS)
        return LayerPicture(l, reach, shares, self._heat(l, reach) if self.past.rows else None)

    def _heat(self, l: int, reach: float) -> QImage:
        theme = self._appearance.theme
        key = (self.quantity.key(), self.past.version, reach, theme.name)
        if l not in self._heats or self._heats[l][0] != key:
            table = ramp(theme.color("panel"), theme.layer_color(l))
            self._heats[l] = (key, indexed_image(self.past.heat(l, reach), table))
        return self._heats[l][1]

    def _paint_foot(self, painter: QPainter, theme: Theme) -> None:
        left = self.quantity.geometry().right() + 12
        line = QRectF(left, self.quantity.y(), self.width() - PADDING - left, self.quantity.height())
        text = MEANINGS[self.quantity.key()]
        draw_text(painter, line, text, "caption", theme.color("ink2"), LEFT)
        if self.past.rows and self._snapshot is not None:
            span = span_text(self.past.rows[0].epoch, float(self._snapshot.epoch))
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
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.color("panel"))
            for picture, cell in zip(self._pictures, self.places(), strict=True):
                paint_cell(painter, theme, cell, picture)
            self._paint_foot(painter, theme)


def span_text(first: float, last: float) -> str:
    """The epochs that the past covers: "epoch 3 to 10", or "epoch 10" while it is one moment or within one epoch."""
    begin, end = epoch_text(first), epoch_text(last)
    return f"epoch {end}" if begin == end else f"epoch {begin} to {end}"


def _layers(snapshot: Snapshot, key: str) -> Layers:
    return snapshot.distributions.get(key, (None,))[1:]


def _steady(kept: float, needed: float) -> float:
    """The end of an axis that reaches `needed`: the one that it had, as long as that fits."""
    return kept if needed <= kept <= SLACK * needed else ROOM * needed

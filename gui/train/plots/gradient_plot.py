"""The gradient plot: root mean square of dW[l] over epochs, a curve a layer, and how large each is now as bars.

Curves are running means on pale bands from least to largest: the gradients of mini-batches jump from update to update.
A bar is as high as the end of its curve, or as the curve is under the cursor: what is read off is what is drawn.
One log axis for all. Exact zeros and values under 10⁻¹² lie on a foot of the axis that is labelled 0.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.data_table import DataTable
from gui.train.plots.area import FRAME_MS, PlotArea
from gui.train.plots.axis import NUMBER_GAP, number_width
from gui.train.plots.marks import WARN_SIDE, band_key_place, paint_band_key, paint_break, paint_dot
from gui.train.plots.now_bars import BarRow, bar_rects, bar_row, paint_bars
from gui.train.plots.numbers import epoch_text, scientific_text
from gui.train.plots.picture import Picture, Style, make_smooth_curves
from gui.train.plots.reach import Reach
from gui.train.plots.readout import card_place, paint_card
from gui.train.plots.scale import Scale, epoch_scale, log_scale
from gui.train.plots.series import Array, Box, Series, make_series
from gui.train.plots.tables import gradient_table

PADDING = 16.0
LEFT, TOP, BOTTOM = 44.0, 9.0, 30.0
BARS_SHARE = 0.42  # of the width that is left beside the numbers, at most
BARS_GAP = 20.0
BARS_RIGHT = 9.0
TICK_DISTANCE = 26.0
LAYER_WIDTH = 1.8
DASH = (6.0, 4.0)
END_RADIUS = 2.5
FOOT = 16.0  # between 0 and the lowest power of ten
NOW, MEAN_NOW = "now", "mean now"
EXACT_DECIMALS = 2


class GradientPlot(PlotArea):
    """Signals: those of PlotArea. Takes set-ups and snapshots as every view does."""

    view_name = "Gradients"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Size of the gradients over epochs", parent, first_wait_ms=FRAME_MS // 2)
        self._reach = Reach()
        self._layers = 0
        self._row = bar_row(0, 1.0, 1.0)

    @property
    def row(self) -> BarRow:
        """Where the bars stand."""
        return self._row

    def data_table(self) -> DataTable | None:
        """The history behind the curves."""
        return None if self._snapshot is None else gradient_table(self._snapshot.curves)

    def values(self) -> list[float]:
        """What the bars show, layer 1 first: now, or under the cursor; NaN where nothing is known."""
        found = [self._picture.at(curve, self.cursor_epoch) for curve in self._picture.curves]
        return [float("nan") if one is None else one[1] for one in found]

    @property
    def caption(self) -> str:
        """What the bars are: of now, of the epoch under the cursor, or the mean at the ends of the curves."""
        return self._caption_of(self.values())

    def _caption_of(self, values: Sequence[float]) -> str:
        if self.cursor_epoch is not None:
            return f"at {epoch_text(self.cursor_epoch)}, layer"
        ends = zip(self._picture.curves, values, strict=False)  # no curves yet: the bars are 0
        is_now = all(value == curve.series.end[1] for curve, value in ends if len(curve.series))
        return f"{NOW if is_now else MEAN_NOW}, layer"

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Also gives an empty plot its bars' room."""
        self._layers = setup.network.L
        super().set_setup(setup, dataset)

    def _compose(self, snapshot: Snapshot | None, epochs: Array) -> Picture:
        shown = [] if snapshot is None else _measured(snapshot, epochs)
        if snapshot is not None:
            self._layers = len(shown)
            self._reach.follow(snapshot)
            self._reach.cover(shown)
        x_scale = epoch_scale(float(epochs[-1]) if len(epochs) else 0.0)
        height = max(20.0, self.height() - TOP - BOTTOM)
        y_scale = self._value_scale(height)
        left = max(LEFT, PADDING + number_width(y_scale) + NUMBER_GAP)
        self._row = bar_row(self._layers, self.width() - BARS_RIGHT, BARS_SHARE * (self.width() - left))
        box = Box(left, TOP, max(20.0, self._row.left - BARS_GAP - left), height)
        styled = [(series, self._style(l)) for l, series in enumerate(shown, start=1)]
        rows = max((series.x for series in shown), key=len, default=np.empty(0))
        return Picture(box, x_scale, y_scale, rows, make_smooth_curves(styled, x_scale, y_scale, box))

    def _value_scale(self, height: float) -> Scale:
        foot = FOOT if self._reach.has_zero else 0.0
        most_ticks = max(2, int((height - foot) / TICK_DISTANCE))
        scale = log_scale(self._reach.least_positive, self._reach.largest, most_ticks)
        return scale.with_zero(foot / height) if foot else scale

    def _style(self, l: int) -> Style:
        theme = self._appearance.theme
        return Style(theme.layer_color(l), LAYER_WIDTH, DASH if theme.layer_is_dashed(l) else None)

    def _make_texts(self) -> str:
        epoch = self.cursor_epoch
        place = epoch if epoch is not None else self._last_epoch()
        if place is None:
            return "No values yet"
        values = ", ".join(f"layer {l} {scientific_text(v)}" for l, v in enumerate(self.values(), start=1))
        return f"Root mean square of dW at epoch {epoch_text(place)}: {values}"

    def _last_epoch(self) -> float | None:
        """The epoch at which the longest curve ends; None while there is no value."""
        epochs = self._picture.epochs
        return float(epochs[-1]) if len(epochs) else None

    def _on_cursor_changed(self) -> None:
        self._texts_are_stale = True

    def _paint_moving(self, painter: QPainter) -> None:
        theme, picture = self._appearance.theme, self._picture
        values = self.values() or [0.0] * self._layers
        rects = bar_rects(self._row, picture.box, picture.y_scale, values)
        paint_bars(painter, theme, self._row, rects, values, self._caption_of(values), picture.box.bottom)
        has_bands = any(curve.band is not None for curve in picture.curves)
        if has_bands and band_key_place(picture.box).left() > picture.box.left:
            paint_band_key(painter, theme, picture.box)
        for curve in picture.curves:
            if len(curve.series):
                paint_dot(painter, theme, *picture.end(curve), curve.style.color, radius=END_RADIUS)
        last = self._last_epoch()
        if self._snapshot is not None and self._snapshot.divergence is not None and last is not None:
            x = picture.box.x(picture.x_scale, last)
            paint_break(painter, theme, picture.box, x, picture.box.bottom - WARN_SIDE / 2)

    def _paint_readout(self, painter: QPainter, x: float, epoch: float) -> None:
        theme = self._appearance.theme
        card = card_place(len(self._picture.curves), x, self._picture.box, self._row.left - 4.0)
        rows = [
            (str(l), scientific_text(value, EXACT_DECIMALS), theme.layer_color(l))
            for l, value in enumerate(self.values(), start=1)
        ]
        paint_card(painter, theme, card, rows)


def _measured(snapshot: Snapshot, epochs: Array) -> list[Series]:
    """One series a layer, layer 1 first."""
    L = len(snapshot.sizes) - 1
    low, high = snapshot.curves.low["rms_dW"], snapshot.curves.high["rms_dW"]
    return make_series(epochs, low.T[:L], high.T[:L], snapshot.rms_dW[-L:])

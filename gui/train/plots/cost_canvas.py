"""The drawing of the cost plot: train, test and the regularisation term over epochs, each named at its right end."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.data_table import DataTable
from gui.train.plots.area import PlotArea
from gui.train.plots.axis import NUMBER_GAP, number_width
from gui.train.plots.labels import spread
from gui.train.plots.marks import paint_break, paint_dot
from gui.train.plots.numbers import epoch_text, range_texts, value_texts
from gui.train.plots.picture import Curve, Picture, Style, make_curves
from gui.train.plots.reach import Reach
from gui.train.plots.scale import Scale, epoch_scale, fine_log_scale, value_scale
from gui.train.plots.series import Array, Box, Series, make_series
from gui.train.plots.tables import cost_table
from gui.train.plots.text import plot_font, width_of

PADDING = 16.0
LEFT, TOP, BOTTOM = 44.0, 9.0, 30.0
LABEL_ROOM, LABEL_ROOM_STEP = 88.0, 8.0
LABEL_GAP, LABEL_HEIGHT, LABEL_DISTANCE = 9.0, 16.0, 15.0
WORD_GAP = 3.5
TICK_DISTANCE = 40.0
ONE_POINT_SHARE = 0.6  # curves that end left of this part of the axis are named beside their end
EXACT_DIGITS = 4


class CostLook(NamedTuple):
    """One row: key of the series in Curves, its name, colour token, width, dash (on, off) and kind of its end."""

    key: str
    name: str
    token: str
    width: float
    dash: tuple[float, float] | None
    end: str

    def style(self, color: QColor) -> Style:
        """The row as a style in a theme's colour."""
        return Style(color, self.width, self.dash, round_caps=self.end == "ring")


LOOKS = (
    CostLook("cost_train", "train", "ink", 2.0, None, "dot"),
    CostLook("cost_test", "test", "ink3", 2.0, (1.0, 4.5), "ring"),
    CostLook("regularization", "penalty", "ink2", 1.5, (6.0, 4.0), ""),
)


class EndLabel(NamedTuple):
    """What is written at the end of a curve: its name and a value."""

    name: str
    value: str
    token: str

    @property
    def width(self) -> float:
        """How wide it is."""
        return width_of(self.name, "small") + WORD_GAP + width_of(self.value, "small", strong=True)


class CostCanvas(PlotArea):
    """Signals: those of PlotArea. `set_log` changes the left axis."""

    view_name = "Cost"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Cost over epochs", parent)
        self._log = False
        self._reach = Reach()
        self._looks: tuple[CostLook, ...] = ()
        self._labels: tuple[EndLabel, ...] = ()
        self._room = LABEL_ROOM

    def data_table(self) -> DataTable | None:
        """The history behind the curves."""
        if self._snapshot is None:
            return None
        return cost_table(self._snapshot.curves, [look.key for look in self._all_looks()])

    def set_log(self, on: bool) -> None:
        """A logarithmic left axis, or a linear one from 0."""
        self._log = on
        self._refresh()

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Also decides whether the regularisation term has a line of its own."""
        self._room = LABEL_ROOM
        super().set_setup(setup, dataset)

    @property
    def labels(self) -> tuple[EndLabel, ...]:
        """What is written at the right ends, in the order of the curves."""
        return self._labels

    def label_places(self) -> list[QRectF]:
        """Where the labels are, in the order of the curves."""
        picture, tops = self._picture, self._label_ys()
        places = []
        for label, y in zip(self._labels, tops, strict=True):
            width = label.width + 2.0
            left = min(self._label_left(), self.width() - width - 4.0)
            places.append(QRectF(max(picture.box.left, left), y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT))
        return places

    def _regularization_name(self) -> str:
        if self._setup is None:
            return ""
        network = self._setup.network
        return "+".join(name for name, rate in (("L1", network.l1), ("L2", network.l2)) if rate)

    def _compose(self, snapshot: Snapshot | None, epochs: Array) -> Picture:
        shown = [] if snapshot is None else self._measured(snapshot, epochs)
        self._looks = tuple(look for look, _ in shown)
        self._texts_are_stale |= len(self._looks) != len(self._labels)
        if snapshot is not None:
            self._reach.follow(snapshot)
            self._reach.cover(series for _, series in shown)
        x_scale = epoch_scale(float(epochs[-1]) if len(epochs) else 0.0)
        height = max(20.0, self.height() - TOP - BOTTOM)
        y_scale = self._value_scale(max(2, int(height / TICK_DISTANCE)))
        box = self._box(y_scale, height)
        theme = self._appearance.theme
        styled = [(series, look.style(theme.color(look.token))) for look, series in shown]
        rows = shown[0][1].x if shown else np.empty(0)
        return Picture(box, x_scale, y_scale, rows, make_curves(styled, x_scale, y_scale, box))

    def _measured(self, snapshot: Snapshot, epochs: Array) -> list[tuple[CostLook, Series]]:
        looks = self._all_looks()
        low, high = snapshot.curves.low, snapshot.curves.high
        found = make_series(
            epochs,
            [low[look.key] for look in looks],
            [high[look.key] for look in looks],
            [getattr(snapshot, look.key) for look in looks],
        )
        return [(look, series) for look, series in zip(looks, found, strict=True) if len(series)]

    def _all_looks(self) -> list[CostLook]:
        return [look for look in LOOKS if look.key != "regularization" or self._regularization_name()]

    def _value_scale(self, intervals: int) -> Scale:
        if self._log:
            return fine_log_scale(self._reach.least_positive, self._reach.largest, intervals + 1)
        return value_scale(self._reach.largest, intervals)

    def _box(self, y_scale: Scale, height: float) -> Box:
        left = max(LEFT, PADDING + number_width(y_scale) + NUMBER_GAP)
        return Box(left, TOP, max(20.0, self.width() - left - self._room), height)

    def _axis_name(self) -> str:
        return "epoch"

    def _make_texts(self) -> str:
        self._labels = self._labels_at(self.cursor_epoch)
        needed = max((label.width for label in self._labels), default=0.0) + LABEL_GAP + 6.0
        if needed > self._room and self.cursor_epoch is None:
            self._room = math.ceil(needed / LABEL_ROOM_STEP) * LABEL_ROOM_STEP
            self._is_stale = True
            self.update()
        if self._snapshot is None or not self._labels:
            return "No values yet"
        values = ", ".join(f"{label.name} {label.value}" for label in self._labels)
        place = self.cursor_epoch if self.cursor_epoch is not None else self._picture.curves[0].series.end[0]
        broken = ", the run diverged" if self._is_broken() else ""
        return f"Cost J at epoch {epoch_text(place)}: {values}{broken}"

    def _labels_at(self, epoch: float | None) -> tuple[EndLabel, ...]:
        shown = list(zip(self._looks, self._picture.curves, strict=True))
        if epoch is None:
            texts = value_texts([self._present(look, curve) for look, curve in shown])
        else:
            texts = range_texts(
                [curve.series.at(epoch) or (math.nan,) * 2 for _, curve in shown], EXACT_DIGITS
            )
        names = (
            self._regularization_name() if look.key == "regularization" else look.name for look, _ in shown
        )
        return tuple(
            EndLabel(name, text, look.token)
            for name, text, (look, _) in zip(names, texts, shown, strict=True)
        )

    def _present(self, look: CostLook, curve: Curve) -> float:
        """The snapshot's own number; while that is not finite, the last one that was."""
        now = float(getattr(self._snapshot, look.key))
        return now if math.isfinite(now) else curve.series.end[1]

    def _on_cursor_changed(self) -> None:
        self._texts_are_stale = True

    def _is_broken(self) -> bool:
        return self._snapshot is not None and self._snapshot.divergence is not None

    def _label_left(self) -> float:
        box = self._picture.box
        end = max((self._picture.end(curve)[0] for curve in self._picture.curves), default=box.right)
        return (end if end < box.left + ONE_POINT_SHARE * box.width else box.right) + LABEL_GAP

    def _label_ys(self) -> list[float]:
        box = self._picture.box
        wanted = [self._picture.end(curve)[1] for curve in self._picture.curves]
        return spread(wanted, LABEL_DISTANCE, box.top, box.bottom - LABEL_HEIGHT / 2 + 2.0)

    def _paint_moving(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        for look, curve in reversed(list(zip(self._looks, self._picture.curves, strict=True))):
            if look.end:
                paint_dot(
                    painter, theme, *self._picture.end(curve), curve.style.color, hollow=look.end == "ring"
                )
        if self._is_broken() and self._picture.curves:
            paint_break(painter, theme, self._picture.box, *self._picture.end(self._picture.curves[0]))
        for label, place in zip(self._labels, self.label_places(), strict=True):
            self._paint_label(painter, label, place)

    def _paint_label(self, painter: QPainter, label: EndLabel, place: QRectF) -> None:
        theme = self._appearance.theme
        painter.fillRect(place, theme.color("panel"))
        painter.setPen(theme.color(label.token))
        painter.setFont(plot_font("small"))
        baseline = place.top() + 12.0
        painter.drawText(QPointF(place.left(), baseline), label.name)
        left = place.left() + width_of(label.name, "small") + WORD_GAP
        painter.setFont(plot_font("small", strong=True))
        painter.drawText(QPointF(left, baseline), label.value)

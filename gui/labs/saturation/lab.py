"""The lab of saturation (C7): the scale of the start, where the units stand on g, and how fast they learn."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.saturation import HIDDEN, Descent, Spread, Study, study
from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, Segment, align
from gui.chart.items import Style
from gui.labs.readouts import Readout, Readouts
from gui.labs.run_lab import RunLab, Work, activation_items, short_number
from gui.widgets import Caption, Label, fixed_text, number_text

SCALES: list[object] = [0.01, 0.03, 0.1, 0.3, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 30.0, 50.0, 100.0]
ALPHAS: list[object] = [0.01, 0.03, 0.1, 0.3, 1.0, 3.0]
SEEDS: list[object] = list(range(10))
BAR_SHARE = 0.8  # of the room of a bin
SHARE_TOPS = (0.1, 0.2, 0.4, 1.0)  # where the axis of a histogram may end: all have a round middle
J_TOP = 1.0


class SaturationLab(RunLab):
    """Face: see `Lab`. Its controls are its settings, and run."""

    key = "saturation"
    title = "Saturation"
    runs_by_itself = True

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.scale = self._add_slider("scale", "Scale of W", SCALES, short_number)
        self.scale.setMaximumWidth(320)
        self.activation = self._add_combo("activation", "Hidden units", activation_items(HIDDEN))
        self.alpha = self._add_slider("alpha", "α", ALPHAS, short_number)
        self.seed = self._add_slider("seed", "Seed", SEEDS)
        self._end_controls()
        self._spread: Spread | None = None
        self.a_chart, self.slope_chart, self.cost = (Chart(appearance, self) for _ in range(3))
        align((self.a_chart, self.slope_chart))
        self.readouts = Readouts(appearance, _rows(None), self, low=True)
        self.words = Label(appearance, "", "body", "ink2", self)
        self.words.setWordWrap(True)
        self._arrange()
        self.head.set_subtitle("both hidden layers of 2-8-8-1 at the start, all training examples")
        self.head.set_detail("circle · batch 10")
        self._show_settings()

    def _arrange(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for layout, title, chart in (
            (left, "Activations a", self.a_chart),
            (left, "Slopes g′(z)", self.slope_chart),
            (right, "Cost J", self.cost),
        ):
            layout.setSpacing(4)
            layout.addWidget(Caption(self._appearance, title, "header", "ink", height=20))
            layout.addWidget(chart, 1)
        right.addSpacing(8)
        right.addWidget(self.readouts)
        right.addSpacing(4)
        right.addWidget(self.words)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self._body.addLayout(row, 1)

    def _work(self) -> Work:
        return study, (dict(self._settings),)

    def _show_controls(self) -> None:
        self._set_slider(self.scale, SCALES, self._settings["scale"])
        self._set_slider(self.alpha, ALPHAS, self._settings["alpha"])
        self._set_slider(self.seed, SEEDS, self._settings["seed"])
        self.activation.set_key(str(self._settings["activation"]))

    def _show_nothing(self) -> None:
        self._spread = None
        for chart in (self.a_chart, self.slope_chart, self.cost):
            chart.set_note("Press Run")
            chart.set_curves([])
            chart.set_segments([])
        self.readouts.set_rows(_rows(None))
        self.words.setText("")

    def _show_result(self, result: object) -> None:
        found: Study = result  # type: ignore[assignment]
        for chart in (self.a_chart, self.slope_chart, self.cost):
            chart.set_note("")
        self._spread = found.spread
        self._show_spread(found.spread)
        self._show_costs(found.here, found.usual)
        self.readouts.set_rows(_rows(found))
        self.words.setText(_words(found.spread, found.here))
        self.told.emit(f"update {int(found.here.updates[-1])} · J {fixed_text(float(found.here.J[-1]), 3)}")

    def _show_spread(self, spread: Spread) -> None:
        _show_shares(self.a_chart, spread.a_edges, spread.a_shares, "a", "layer1")
        _show_shares(self.slope_chart, spread.slope_edges, spread.slope_shares, "g′", "bwd")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._spread is not None:  # the bars are as wide as their bins are now
            layout = self.layout()
            assert layout is not None
            layout.activate()
            self._show_spread(self._spread)

    def _show_costs(self, here: Descent, usual: Descent) -> None:
        updates = max(1, int(str(self._settings["updates"])))
        top = max(J_TOP, min(float(np.nanmax(here.J)), 5.0))
        self.cost.set_axes(Axis(0, updates, "update"), Axis(0, top))
        scale = float(str(self._settings["scale"]))
        own = _curve(here, "ink", "line", f"scale {short_number(scale)}")
        others = [] if scale == 1.0 else [_curve(usual, "ink3", "dots", "scale 1")]  # else it is the same
        self.cost.set_curves([*others, own])


def _show_shares(chart: Chart, edges: np.ndarray, shares: np.ndarray, name: str, color: str) -> None:
    """A histogram: upright lines as wide as most of a bin."""
    top = next((top for top in SHARE_TOPS if top >= shares.max()), SHARE_TOPS[-1])
    chart.set_axes(Axis(float(edges[0]), float(edges[-1]), name), Axis(0, top))
    middles = (edges[:-1] + edges[1:]) / 2
    plane = chart.plane
    room = abs(plane.x(float(edges[1])) - plane.x(float(edges[0])))
    chart.set_segments(
        [
            Segment(float(x), 0.0, float(x), float(share), color, max(2.0, BAR_SHARE * room))
            for x, share in zip(middles, shares, strict=True)
            if share > 0
        ]
    )


def _curve(descent: Descent, color: str, style: Style, name: str) -> Curve:
    value = fixed_text(float(descent.J[-1]), 3)
    return Curve(descent.updates, descent.J, color, 2.0, style, name, value)


def _rows(found: Study | None) -> list[Readout]:
    percent = fixed_text(100 * found.spread.saturated, 1) + " %" if found else "–"
    slope = fixed_text(found.spread.mean_slope, 4) if found else "–"
    J = fixed_text(float(found.here.J[-1]), 4) if found else "–"
    return [
        Readout("saturated", "slopes below 5 % of the largest", value=percent),
        Readout("mean_slope", "mean slope", color="bwd", value=slope),
        Readout("J", "J now", value=J),
    ]


def _words(spread: Spread, here: Descent) -> str:
    if here.diverged:
        return "The run broke: numbers became too large. A smaller scale or α keeps them finite."
    factor = spread.mean_slope**2
    return f"Two such layers pass {number_text(float(f'{factor:.2g}'))} of the gradient on, on average."

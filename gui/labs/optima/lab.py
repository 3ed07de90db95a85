"""The lab of local optima (C2): XOR on 2-2-1 from many starts; some runs reach the bottom, others are stuck."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.optima import GOOD, Run, runs
from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, Marks
from gui.labs.readouts import Readout, Readouts
from gui.labs.run_lab import RunLab, Work, short_number
from gui.widgets import Label, fixed_text

SEEDS: list[object] = [5, 10, 20, 30, 50]
ALPHAS: list[object] = [0.03, 0.1, 0.3, 1.0, 3.0]
UPDATES: list[object] = [500, 1000, 2000, 3000, 5000, 10_000]
LOW, HIGH = 1e-4, 2.0
RIGHT_WIDTH = 300
POINTS = "(0,\u00a00), (0,\u00a01), (1,\u00a00), (1,\u00a01)"  # never broken within a point
LOG2_HALF = r"\frac{1}{2} \log 2"  # J where half of the examples can't be told apart


class OptimaLab(RunLab):
    """Face: see `Lab`. Its controls are its settings, and run."""

    key = "optima"
    latex = (LOG2_HALF,)
    title = "Local optima"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._runs: list[Run] = []
        self.seeds = self._add_slider("seeds", "Starts", SEEDS)
        self.alpha = self._add_slider("alpha", "α", ALPHAS, short_number)
        self.updates = self._add_slider("updates", "Updates", UPDATES)
        self._end_controls()
        self.chart = Chart(appearance, self)
        self.readouts = Readouts(appearance, _rows([]), self)
        self.words = Label(appearance, "", "body", "ink2", self)
        self.words.setWordWrap(True)
        self._add_chart_and_words(self.chart, self.readouts, self.words, RIGHT_WIDTH)
        self.head.set_subtitle("XOR on 2-2-1 tanh, W = randn, b = 0")
        self.head.set_detail("4 examples · full batch")
        self._show_settings()

    def start(self) -> None:
        self._runs = []
        super().start()

    def _work(self) -> Work:
        return runs, (dict(self._settings),)

    def _show_controls(self) -> None:
        self._set_slider(self.seeds, SEEDS, self._settings["seeds"])
        self._set_slider(self.alpha, ALPHAS, self._settings["alpha"])
        self._set_slider(self.updates, UPDATES, self._settings["updates"])

    def _show_nothing(self) -> None:
        self._runs = []
        self._show_runs()

    def _show_result(self, result: object) -> None:
        run: Run = result  # type: ignore[assignment]
        self._runs.append(run)
        self._show_runs()
        self.told.emit(f"start {len(self._runs)} of {self._settings['seeds']}")

    def _show_runs(self) -> None:
        updates = float(str(self._settings["updates"]))
        self.chart.set_axes(Axis(0, updates, "update"), Axis(LOW, HIGH, log=True))
        self.chart.set_note("" if self._runs else "Press Run")
        stuck = [run for run in self._runs if not run.is_good]
        good = [run for run in self._runs if run.is_good]
        self.chart.set_curves([*_curves(stuck, "warn", "stuck"), *_curves(good, "ink", "at the bottom")])
        ends = [Marks([run.updates[-1]], [max(LOW, run.J[-1])], _color(run), "dot", 7) for run in self._runs]
        self.chart.set_marks(ends)
        self.readouts.set_rows(_rows(self._runs))
        self.words.setText(_words(stuck))


def _color(run: Run) -> str:
    return "ink" if run.is_good else "warn"


def _curves(found: list[Run], color: str, name: str) -> list[Curve]:
    """One line for each start; the group is named once."""
    last = len(found) - 1
    return [
        Curve(run.updates, np.maximum(run.J, LOW), color, 1.5, name=name if index == last else "")
        for index, run in enumerate(found)
    ]


def _rows(found: list[Run]) -> list[Readout]:
    good = [float(run.J[-1]) for run in found if run.is_good]
    stuck = [float(run.J[-1]) for run in found if not run.is_good]
    return [
        Readout("starts", "starts tried", value=str(len(found))),
        Readout("good", f"at the bottom, J < {GOOD:g}", value=str(len(good))),
        Readout("J_good", "their J, median", value=_median(good)),
        Readout("stuck", "stuck above it", color="warn", value=str(len(stuck))),
        Readout("J_stuck", "their J, median", color="warn", value=_median(stuck)),
        Readout("log2_half", "", LOG2_HALF, value=fixed_text(math.log(2) / 2, 4)),
    ]


def _median(values: list[float]) -> str:
    return fixed_text(float(np.median(values)), 4) if values else "–"


def _words(stuck: list[Run]) -> str:
    if not stuck:
        return "Each line is one start: the same network, the same data, other random weights."
    run = stuck[0]
    outputs = ", ".join(fixed_text(float(value), 2) for value in run.yhat)
    return (
        f"Start {run.seed + 1} is stuck. For the points {POINTS} it answers {outputs}; "
        "right would be 0, 1, 1, 0."
    )

"""The lab of data and size (C1): errors against m, of three networks that are trained live and of a kernel SVM."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engine.labs.more_data import COUNTS, SIZES, Outcome, outcomes, spec_of, svm_errors
from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, Marks
from gui.chart.items import Style
from gui.labs.readouts import Readout, Readouts
from gui.labs.run_lab import RunLab, Work
from gui.widgets import Label, fixed_text, grouped_text

UPDATES: list[object] = [500, 1000, 3000, 6000, 10_000, 20_000]
SEEDS: list[object] = list(range(10))
TOP = 25.0  # percent
# Not layers and not signs: what tells the curves apart is how strong and how broken they are.
LOOKS: dict[str, tuple[str, float, Style]] = {
    "small": ("ink3", 2.0, "line"),
    "medium": ("ink2", 2.0, "line"),
    "large": ("ink", 3.0, "line"),
}
SVM_LOOK: tuple[str, float, Style] = ("ink3", 2.0, "dots")
RIGHT_WIDTH = 280
HANDLE = "m"


class MoreDataLab(RunLab):
    """Face: see `Lab`. Its controls are its settings, and run."""

    key = "more-data"
    latex = (HANDLE,)
    title = "More data, bigger network"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._errors: dict[str, dict[int, float]] = {}
        self.updates = self._add_slider("updates", "Updates", UPDATES)
        self.seed = self._add_slider("seed", "Seed", SEEDS)
        self._end_controls()
        self.chart = Chart(appearance, self)
        self.chart.handle_dragged.connect(self._on_handle)
        self._name_control("m", self.chart)
        self.readouts = Readouts(appearance, [], self)
        self.words = Label(appearance, "", "body", "ink2", self)
        self.words.setWordWrap(True)
        self._add_chart_and_words(self.chart, self.readouts, self.words, RIGHT_WIDTH)
        self.head.set_subtitle("percent of 4 000 test examples that are wrong")
        self.chart.set_axes(
            Axis(
                COUNTS[0], COUNTS[-1], "m", log=True, ticks=tuple((float(m), grouped_text(m)) for m in COUNTS)
            ),
            Axis(0, TOP, "%"),
        )
        self._show_settings()

    def start(self) -> None:
        self._errors = {size: {} for size in SIZES}
        super().start()
        self._show_errors()

    def _show_settings(self) -> None:
        """Another m is only read off elsewhere: nothing is trained again for it."""
        wanted = {name: value for name, value in self._settings.items() if name != "m"}
        self._show_controls()
        if self._was_run and wanted != self._trained:
            self.start()
        elif not self._was_run:
            self._show_nothing()
        else:
            self._show_errors()

    def _work(self) -> Work:
        self._trained = {name: value for name, value in self._settings.items() if name != "m"}
        return outcomes, (dict(self._settings),)

    def _show_controls(self) -> None:
        self._set_slider(self.updates, UPDATES, self._settings["updates"])
        self._set_slider(self.seed, SEEDS, self._settings["seed"])

    def _show_nothing(self) -> None:
        self._errors = {size: {} for size in SIZES}
        self._show_errors()

    def _show_result(self, result: object) -> None:
        if isinstance(result, Outcome):
            self._errors[result.size][result.m] = result.error
            self._show_errors()

    def _show_errors(self) -> None:
        svm = svm_errors()
        curves = [Curve(list(svm), list(svm.values()), *SVM_LOOK, "SVM", _percent(svm[COUNTS[-1]]))]
        marks = [Marks(list(svm), list(svm.values()), "ink3", "ring", 7)]
        for size, found in self._errors.items():
            if found:
                ms, errors = np.array(list(found)), np.minimum(list(found.values()), TOP)
                color, width, style = LOOKS[size]
                curves.append(Curve(ms, errors, color, width, style, size, _percent(errors[-1])))
                marks.append(Marks(ms, errors, color, "dot", 7))
        self.chart.set_curves(curves)
        self.chart.set_marks(marks)
        m = self._m
        self.chart.set_handle(HANDLE, float(m), grouped_text(m), low=COUNTS[0], high=COUNTS[-1])
        self.readouts.set_rows(self._rows(m))
        done = sum(len(found) for found in self._errors.values())
        total = len(SIZES) * len(COUNTS)
        self.head.set_detail(f"{done} of {total} networks trained")
        self.words.setText(
            _words({size: found[m] for size, found in self._errors.items() if m in found}, svm[m], m)
        )
        if done:
            self.told.emit(f"{done} of {total} networks trained")

    @property
    def _m(self) -> int:
        """The measured m that is nearest to the setting, on a log scale."""
        wanted = float(str(self._settings["m"]))
        return min(COUNTS, key=lambda m: abs(np.log(m / wanted)))

    def _rows(self, m: int) -> list[Readout]:
        rows = [Readout("m", "examples", HANDLE, value=grouped_text(m))]
        for size in SIZES:
            sizes = "-".join(str(n) for n in spec_of(size).sizes)
            error = self._errors.get(size, {}).get(m)
            rows.append(Readout(size, f"{size}, {sizes}", value="–" if error is None else _percent(error)))
        return [*rows, Readout("svm", "kernel SVM", value=_percent(svm_errors()[m]), color="ink3")]

    @Slot(str, float)
    def _on_handle(self, _key: str, x: float) -> None:
        self._change(m=round(min(max(x, COUNTS[0]), COUNTS[-1])))


def _percent(error: float) -> str:
    return f"{fixed_text(float(error), 1)} %"


def _words(errors: dict[str, float], svm: float, m: int) -> str:
    """Who is best at this m, of those that are there."""
    if len(errors) < len(SIZES):
        return (
            "The dotted curve was measured beforehand; the networks are trained now. Press Run, and drag m."
        )
    best = min(errors, key=lambda size: errors[size])
    if svm <= errors[best]:
        return f"With {grouped_text(m)} examples the simpler model is best."
    # the difference of the numbers as they are shown, so that a reader finds the same one
    points = fixed_text(round(svm, 1) - round(errors[best], 1), 1)
    return f"With {grouped_text(m)} examples the {best} network is best, {points} points below the SVM."

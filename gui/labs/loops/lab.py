"""The lab of loops (C4): m and n_x chosen, Run measures the three programs on a thread."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.loops import MOST_M, MOST_N_X, STAGES, Timing, measure
from gui.appearance import Appearance
from gui.labs.background import Background
from gui.labs.lab import Lab
from gui.labs.loops.programs_view import ProgramsView
from gui.labs.loops.time_bars import TimeBars
from gui.labs.loops.time_text import difference_text, factor_text
from gui.labs.run_button import RunButton
from gui.widgets import Label, PanelHeader, Separator, Slider, grouped_text

M_VALUES = [m for m in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if m <= MOST_M]
N_X_VALUES = [n for n in (1, 2, 5, 10, 20, 50, 100) if n <= MOST_N_X]
PADDING, HEAD_MARGIN = 24, 8
BEFORE = (
    "Each program makes one update of logistic regression. The loop over updates would remain in all three."
)


def _grouped(m: object) -> str:
    return grouped_text(float(str(m)))


class LoopsLab(Lab):
    """Face: see `Lab`. Its controls: m, n_x, run."""

    key = "loops"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._background = Background(self)
        self.m = Slider(appearance, "m, examples", M_VALUES, _grouped, self)
        self.n_x = Slider(appearance, "n_x, features", N_X_VALUES, parent=self)
        self.run = RunButton(appearance, self.end_word, self)
        self.programs = ProgramsView(appearance, self)
        self.bars = TimeBars(appearance, self)
        self.verdict = Label(appearance, "", "title", "ink", self)
        self.equal = Label(appearance, "", "small", "ink2", self)
        self._lay_out()
        for name, widget in (("m", self.m), ("n_x", self.n_x), ("run", self.run)):
            self._name_control(name, widget)
        self.m.value_changed.connect(lambda m: self._change(m=m))
        self.n_x.value_changed.connect(lambda n_x: self._change(n_x=n_x))
        self.run.clicked.connect(self._on_run)
        self._background.came.connect(self._on_timing)
        self._background.ended.connect(self._show_running)
        self._show_settings()

    @property
    def is_running(self) -> bool:
        """Whether the programs are being measured."""
        return self._background.is_busy

    def start(self) -> None:
        """Measure."""
        self.bars.set_timing(None)
        self._background.start(measure, self._settings["m"], self._settings["n_x"])
        self._show_running()

    def stop(self) -> None:
        """Give the measurement up after the program that runs; what is known stays."""
        self._background.cancel()
        self._show_running()

    def close_down(self) -> None:
        self._background.close()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(HEAD_MARGIN, 6, PADDING, 6)
        head.setSpacing(20)
        head.addWidget(PanelHeader(self._appearance, "Loops against vectors", parent=self), 1)
        for slider in (self.m, self.n_x):
            slider.setFixedWidth(170)
            head.addWidget(slider)
        head.addWidget(self.run)
        foot = QVBoxLayout()
        foot.setContentsMargins(PADDING, 10, PADDING, 10)
        foot.setSpacing(8)
        words = QHBoxLayout()
        words.addWidget(self.verdict)
        words.addStretch(1)
        words.addWidget(self.equal, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addLayout(words)
        foot.addWidget(self.bars)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator(self._appearance))
        column.addWidget(self.programs, 1)
        column.addLayout(foot)

    def _show_settings(self) -> None:
        self._background.cancel()
        self.m.set_value(self._settings["m"])
        self.n_x.set_value(self._settings["n_x"])
        self.bars.set_timing(None)
        self.verdict.setText("")
        self.equal.setText(BEFORE)
        self._show_running()

    def _on_run(self) -> None:
        if self.is_running:
            self.stop()
        else:
            self.start()

    def _show_running(self) -> None:
        self.run.show_running(self.is_running)
        if not self.is_running:
            self.programs.set_running(-1)
        self.run_changed.emit()

    def _on_timing(self, timing: Timing) -> None:
        self.bars.set_timing(timing)
        self.programs.set_running(-1 if timing.is_over else timing.at)
        if math.isnan(timing.factor):
            words = f"Running stage {timing.at + 1} of {len(STAGES)}"
        else:
            words = f"Stage 3 is {factor_text(timing.factor)} times as fast as stage 1"
        self.verdict.setText(words)
        if not math.isnan(timing.difference):
            self.equal.setText(f"The new w, b and J are {difference_text(timing.difference)}")
        self.told.emit(words)

"""One of the two networks: its name, a sentence about its gradients, their curves, and bars of now."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.initializers import INITIALIZERS
from engine.labs.vanishing import HIDDEN, LAST, Progress
from gui.appearance import Appearance
from gui.chart import Axis, Bars, Chart, Curve
from gui.labs.run_lab import STARTS, activation_items
from gui.widgets import Caption, Combo, fixed_text, grouped_text
from gui.widgets.numbers import scientific_text

FLOOR = 1e-12
FIRST_LOW, FIRST_HIGH = 1e-6, 1.0
MARGIN = 1.2
LONG = 1e7  # a factor from here on is written with a power of ten


class Side(QWidget):
    """`set_network` names it, `show_progress` shows how far it is; None before the first run."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.activation = Combo(appearance, self)
        self.activation.set_items(activation_items(HIDDEN))
        self.start = Combo(appearance, self)
        self.start.set_items([(key, f"{STARTS[key]} start") for key in INITIALIZERS])
        self.sentence = Caption(appearance, "", "body", "ink2", height=20, parent=self)
        self.result = Caption(appearance, "", "body", "ink2", height=20, parent=self)
        self.chart = Chart(appearance, self, ground="panel")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.activation)
        head.addWidget(self.start)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(self.sentence)
        column.addWidget(self.result)
        column.addSpacing(6)
        column.addWidget(self.chart, 1)

    def set_network(self, activation: str, start: str) -> None:
        """Name it by its hidden layers' activation and the start of W."""
        self.activation.set_key(activation)
        self.start.set_key(start)

    def show_progress(self, progress: Progress | None, updates: int, span: tuple[float, float]) -> None:
        """updates: how far the axis goes; span: of the gradients' axis, one for both networks."""
        self.sentence.set_text(_sentence(progress))
        self.result.set_text(_result(progress))
        self.chart.set_axes(Axis(0, max(updates, 1), "update"), Axis(*span, log=True))
        self.chart.set_note("" if progress is not None and progress.updates else "Press Run")
        if progress is None or not progress.updates:
            self.chart.set_curves([])
            self.chart.set_bars(None)
            return
        at = np.arange(1, progress.updates + 1)
        sizes = np.maximum(progress.means, FLOOR)
        layers = range(1, sizes.shape[1] + 1)
        self.chart.set_curves([Curve(at, sizes[:, l - 1], f"layer{l}", 1.8) for l in layers])
        now = tuple(float(value) for value in np.maximum(progress.now, FLOOR))
        colors = tuple(f"layer{l}" for l in layers)
        self.chart.set_bars(
            Bars(now, tuple(str(l) for l in layers), colors, name=f"now, layer 1 to {len(now)}")
        )


def span_of(*progresses: Progress) -> tuple[float, float]:
    """One log axis for both: from a whole decade, 10⁻⁶ to 1 unless some gradient lies outside."""
    values = np.concatenate([progress.means.ravel() for progress in progresses])
    values = values[np.isfinite(values) & (values > 0)]
    low, high = FIRST_LOW, FIRST_HIGH
    if len(values):
        low = min(low, max(FLOOR, 10.0 ** math.floor(math.log10(values.min()))))
        high = max(high, MARGIN * float(values.max()))
    return low, high


def _sentence(progress: Progress | None) -> str:
    if progress is None or not progress.updates:
        return f"rms of dW[l], mean of {LAST} updates"
    L = progress.sizes.shape[1]
    ratio = progress.ratio
    if not math.isfinite(ratio):
        return "No gradient reaches layer 1 at all."
    return f"Layer {L}: {_times(ratio)} times the gradient of layer 1."


def _times(ratio: float) -> str:
    if ratio >= LONG:
        return scientific_text(ratio)
    return grouped_text(round(ratio)) if ratio >= 10 else fixed_text(ratio, 1)


def _result(progress: Progress | None) -> str:
    if progress is None or not progress.updates:
        return ""
    if progress.diverged:
        return "Diverged: choose a smaller α."
    return f"J {fixed_text(progress.J, 3)}, accuracy {fixed_text(progress.accuracy, 0)} %"

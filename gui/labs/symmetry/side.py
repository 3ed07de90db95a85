"""One of the two networks: how W starts, what becomes of its hidden units, their paths and the cost."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.symmetry import STARTS as KEYS
from engine.labs.symmetry import UNITS, Paths
from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, Marks, align, nice_axis
from gui.labs.run_lab import STARTS
from gui.widgets import Caption, Combo, fixed_text, number_text

LEAST_REACH = 0.05
SAME, APART = 1e-9, 0.05
J_TOP = 1.0
# Hidden units are of one layer, and have one colour; only where they go tells them apart.
COLOR = "layer1"


class Side(QWidget):
    """`set_start` names it, `show_paths` shows how far it is; None before the first run."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = Combo(appearance, self)
        self.start.set_items([(key, f"{STARTS[key]} start") for key in KEYS])
        self.sentence = Caption(appearance, "", "body", "ink", height=20, parent=self)
        self.detail = Caption(appearance, "", "body", "ink2", height=20, parent=self)
        self.plane = Chart(appearance, self)
        self.cost = Chart(appearance, self)
        self.cost.setMaximumHeight(190)
        align((self.plane, self.cost))
        head = QHBoxLayout()
        head.addWidget(self.start)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(6)
        column.addWidget(self.sentence)
        column.addWidget(self.detail)
        column.addSpacing(6)
        column.addWidget(self.plane, 3)
        column.addWidget(self.cost, 2)

    def show_paths(self, paths: Paths | None, updates: int, reach: float, top: float) -> None:
        """updates: how far the lower axis goes; reach and top: of the axes, one for both networks."""
        self.sentence.set_text(_sentence(paths))
        self.detail.set_text(_detail(paths))
        axis = nice_axis(-reach, reach)
        self.plane.set_axes(Axis(axis.low, axis.high, "w₁"), Axis(axis.low, axis.high, "w₂"))
        self.cost.set_axes(Axis(0, max(updates, 1), "update"), Axis(0, top))
        self.plane.set_note("" if paths is not None else "Press Run")
        if paths is None:
            self.plane.set_curves([])
            self.plane.set_marks([])
            self.cost.set_curves([])
            return
        W1 = paths.W1
        self.plane.set_curves([Curve(W1[:, k, 0], W1[:, k, 1], COLOR, 1.8) for k in range(UNITS)])
        self.plane.set_marks(_marks(W1))
        value = fixed_text(float(paths.J[-1]), 3)
        self.cost.set_curves([Curve(np.arange(len(paths.J)), paths.J, "ink", 2.0, name="J", value=value)])


def reach_of(*sides: Paths) -> float:
    """How far the axes of both planes go."""
    return max(LEAST_REACH, *(1.05 * float(np.abs(paths.W1).max()) for paths in sides))


def top_of(*sides: Paths) -> float:
    """How far the axes of both costs go."""
    return max(J_TOP, *(float(paths.J[np.isfinite(paths.J)].max()) for paths in sides))


def _marks(W1: np.ndarray) -> list[Marks]:
    """Where the units began, and where they are, with their numbers; units at one place share a number text."""
    places: dict[tuple[float, float], list[int]] = {}
    for k in range(UNITS):
        places.setdefault((round(float(W1[-1, k, 0]), 6), round(float(W1[-1, k, 1]), 6)), []).append(k)
    ends = [(W1[-1, ks[0], 0], W1[-1, ks[0], 1], _units_text(ks)) for ks in places.values()]
    xs, ys, texts = zip(*ends, strict=True)
    return [
        Marks(W1[0, :, 0], W1[0, :, 1], "ink3", "ring", 7),
        Marks(np.array(xs), np.array(ys), COLOR, "dot", 10, texts=texts),
    ]


def _units_text(ks: list[int]) -> str:
    return (
        f"unit {ks[0] + 1}"
        if len(ks) == 1
        else f"units {ks[0] + 1} to {ks[-1] + 1}"
        if len(ks) == UNITS
        else ("units " + ", ".join(str(k + 1) for k in ks))
    )


def _sentence(paths: Paths | None) -> str:
    if paths is None:
        return f"The weights of {UNITS} hidden units, from their start"
    spread = float(paths.spread[-1])
    if spread <= SAME:
        stands = float(np.abs(paths.W1[-1] - paths.W1[0]).max()) <= SAME
        return "No hidden unit moves at all." if stands else f"All {UNITS} units move as one."
    verb = "part" if spread > APART else "differ a little"
    return f"The units {verb}: by up to {number_text(float(f'{spread:.2g}'))}."


def _detail(paths: Paths | None) -> str:
    if paths is None:
        return ""
    J, b2 = fixed_text(float(paths.J[-1]), 3), fixed_text(float(paths.b2[-1]), 3)
    return f"J {J}, largest |W[2]| {fixed_text(float(np.abs(paths.W2[-1]).max()), 3)}, b[2] {b2}"

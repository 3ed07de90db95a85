"""The lab of symmetry (C7): hidden units that start alike beside hidden units that do not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.labs.symmetry import ACTIVATIONS, DATA, SIDES, Paths, race
from gui.appearance import Appearance
from gui.labs.run_lab import RunLab, Work, activation_items, short_number
from gui.labs.symmetry.side import J_TOP, LEAST_REACH, Side, reach_of, top_of
from gui.widgets import Separator

ALPHAS: list[object] = [0.03, 0.1, 0.3, 0.5, 1.0, 3.0]
UPDATES: list[object] = [50, 100, 200, 400, 700, 1000]
SEEDS: list[object] = list(range(10))
DATA_NAMES = {"gauss": "Two blobs", "xor": "XOR", "circle": "Circle"}


class SymmetryLab(RunLab):
    """Face: see `Lab`. Its controls are its settings, and run."""

    key = "symmetry"
    title = "Symmetry"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.activation = self._add_combo("activation", "Hidden units", activation_items(ACTIVATIONS))
        self.data = self._add_combo("data", "Data", [(key, DATA_NAMES[key]) for key in DATA])
        self.alpha = self._add_slider("alpha", "α", ALPHAS, short_number)
        self.updates = self._add_slider("updates", "Updates", UPDATES)
        self.seed = self._add_slider("seed", "Seed", SEEDS)
        self._end_controls()
        self.sides = {side: Side(appearance, self) for side in SIDES}
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sides["left"], 1)
        row.addWidget(Separator(appearance, Qt.Orientation.Vertical))
        row.addWidget(self.sides["right"], 1)
        self._body.addLayout(row, 1)
        for side, view in self.sides.items():
            self._connect_combo(side, view.start)
        self.head.set_subtitle("each hidden unit's two weights, from update to update")
        self.head.set_detail("2-4-1 · batch 10")
        self._show_settings()

    def _work(self) -> Work:
        return race, (dict(self._settings),)

    def _show_controls(self) -> None:
        self._set_slider(self.alpha, ALPHAS, self._settings["alpha"])
        self._set_slider(self.updates, UPDATES, self._settings["updates"])
        self._set_slider(self.seed, SEEDS, self._settings["seed"])
        self.activation.set_key(str(self._settings["activation"]))
        self.data.set_key(str(self._settings["data"]))
        for side, view in self.sides.items():
            view.start.set_key(str(self._settings[side]))

    def _show_nothing(self) -> None:
        for view in self.sides.values():
            view.show_paths(None, self._updates, LEAST_REACH, J_TOP)

    def _show_result(self, result: object) -> None:
        pair: tuple[Paths, Paths] = result  # type: ignore[assignment]
        reach, top = reach_of(*pair), top_of(*pair)
        for view, paths in zip(self.sides.values(), pair, strict=True):
            view.show_paths(paths, self._updates, reach, top)
        self.told.emit(f"update {pair[0].updates} · both networks, same data, same α")

    @property
    def _updates(self) -> int:
        return int(str(self._settings["updates"]))

"""The lab of vanishing gradients (C8): two deep networks, the same data, and the gradient of every layer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.labs.vanishing import SIDES, UNITS, Progress, race
from gui.appearance import Appearance
from gui.labs.run_lab import RunLab, Work, short_number
from gui.labs.vanishing.side import FIRST_HIGH, FIRST_LOW, Side, span_of
from gui.widgets import Separator

LAYERS: list[object] = list(range(2, 11))
ALPHAS: list[object] = [0.01, 0.03, 0.1, 0.3, 1.0, 3.0]
UPDATES: list[object] = [50, 100, 200, 300, 500, 1000]
SEEDS: list[object] = list(range(10))


class VanishingLab(RunLab):
    """Face: see `Lab`. Its controls are its settings, and run."""

    key = "vanishing"
    title = "Gradient of each layer"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.layers = self._add_slider("layers", "Layers", LAYERS)
        self.alpha = self._add_slider("alpha", "α", ALPHAS, short_number)
        self.updates = self._add_slider("updates", "Updates", UPDATES)
        self.seed = self._add_slider("seed", "Seed", SEEDS)
        self._end_controls()
        self.sides = {side: Side(appearance, self) for side in SIDES}
        for side, view in self.sides.items():
            self._connect_combo(side, view.activation)
            self._connect_combo(f"{side}_start", view.start)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.sides["left"], 1)
        row.addWidget(Separator(appearance, Qt.Orientation.Vertical))
        row.addWidget(self.sides["right"], 1)
        self._body.addLayout(row, 1)
        self._show_settings()

    def _work(self) -> Work:
        return race, (dict(self._settings),)

    def _show_controls(self) -> None:
        for name, slider, values in (
            ("layers", self.layers, LAYERS),
            ("alpha", self.alpha, ALPHAS),
            ("updates", self.updates, UPDATES),
            ("seed", self.seed, SEEDS),
        ):
            self._set_slider(slider, values, self._settings[name])
        for side, view in self.sides.items():
            view.set_network(str(self._settings[side]), str(self._settings[f"{side}_start"]))
        sizes = "-".join(["2", *([str(UNITS)] * (int(str(self._settings["layers"])) - 1)), "1"])
        self.head.set_subtitle("rms of dW[l] of an update's mini-batch")
        self.head.set_detail(f"{sizes} · circle · batch 30 · α = {short_number(self._settings['alpha'])}")

    def _show_nothing(self) -> None:
        for view in self.sides.values():
            view.show_progress(None, self._updates, (FIRST_LOW, FIRST_HIGH))

    def _show_result(self, result: object) -> None:
        pair: tuple[Progress, Progress] = result  # type: ignore[assignment]
        span = span_of(*pair)
        for view, progress in zip(self.sides.values(), pair, strict=True):
            view.show_progress(progress, self._updates, span)
        updates = pair[0].updates
        self.told.emit(f"update {updates} · both networks, same data, same α")

    @property
    def _updates(self) -> int:
        return int(str(self._settings["updates"]))

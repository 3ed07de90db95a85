"""The bar over the workspace: reset, run, single updates, the epoch, and how the network is trained.

It holds no state of a run: `set_setup`, `set_state` and `show_snapshot` say what to show, and what a
person does goes out as signals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.costs import COSTS
from engine.data import Dataset
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.transport import hints
from gui.train.transport.epoch_counter import EpochCounter
from gui.train.transport.layout import HEIGHT, YIELDING, Arrangement, arrange
from gui.train.transport.more_button import MoreButton
from gui.train.transport.regularization_control import RegularizationControl
from gui.train.transport.speed_slider import SpeedSlider
from gui.widgets import Bar, Button, Combo, LabeledControl, NumberCombo, Separator

MINIMUM_RATE, MAXIMUM_RATE = 0.0, 1e6  # open below: a learning rate of 0 would not learn
EPOCH_WORD, MORE_WORD = "One epoch", "More"
WIDTHS = {"alpha": 92, "optimizer": 144, "cost": 164, "initialization": 116}
CAPTIONS = {
    "alpha": "Learning rate α",
    "optimizer": "Optimiser",
    "cost": "Cost",
    "regularization": "Regularisation",
    "initialization": "Start weights",
}


class TransportBar(Bar):
    """Signals, each a wish of a person: run, pause, reset, new weights, one update, one epoch,
    alpha_changed(float), optimizer_chosen(key), cost_chosen(key), regularization_changed(kind, rate) with
    kind none, l1 or l2, initialization_chosen(key), speed_changed(index).
    """

    run_requested = Signal()
    pause_requested = Signal()
    reset_requested = Signal()
    new_weights_requested = Signal()
    update_requested = Signal()
    epoch_requested = Signal()
    alpha_changed = Signal(float)
    optimizer_chosen = Signal(str)
    cost_chosen = Signal(str)
    regularization_changed = Signal(str, float)
    initialization_chosen = Signal(str)
    speed_changed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent, height=HEIGHT)
        self._state = "idle"
        self._arrangement: Arrangement | None = None
        self._build_buttons()
        self._build_controls()
        self._connect()
        self.set_state("idle")

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Show what the set-up asks for; costs are those that its output layer can have."""
        network, training = setup.network, setup.training
        output = network.layers[-1].activation
        offered = [row for row in COSTS.values() if not row.outputs or output in row.outputs]
        self.cost.set_items([(row.key, row.label) for row in offered])
        self.alpha.set_value(training.alpha)
        self.optimizer.set_key(training.optimizer)
        self.cost.set_key(network.cost)
        self.initialization.set_key(network.initialization)
        self.regularization.set_rates(network.l1, network.l2)
        self._refresh_hints(setup)
        self._arrange()

    def set_state(self, state: str) -> None:
        """Show a run's state: idle, running, paused, finished, diverged or failed."""
        self._state = state
        running = state == "running"
        self.run.set_text("Pause" if running else "Run")
        self.run.setAccessibleName(self.run.text())
        self.run.set_icon("pause" if running else "play")
        self.run.setToolTip(hints.RUN_HINTS.get(state, hints.RUN_HINTS["paused"]))
        has_ended = state in hints.ENDED
        for button, hint in (
            (self.run, ""),
            (self.update_button, hints.UPDATE),
            (self.epoch_button, hints.EPOCH),
        ):
            button.setEnabled(not has_ended)
            if hint:
                button.setToolTip(hints.RUN_HINTS[state] if has_ended else hint)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the epoch of this moment."""
        self.counter.set_progress(snapshot.epoch, snapshot.iteration)

    def set_speeds(self, labels: Sequence[str], index: int) -> None:
        """Offer these speeds and show the one at `index`."""
        self.speed.set_speeds(labels, index)

    def _build_buttons(self) -> None:
        look = self._appearance
        self.reset = Button(look, "", "reset", parent=self)
        self.new_weights = Button(look, "", "new_weights", parent=self)
        self.run = Button(look, "Run", "play", "primary", "Space", self)
        self.update_button = Button(look, "One update", "update_step", key=".", parent=self)
        self.epoch_button = Button(look, "One epoch", "epoch_step", key=",", parent=self)
        self.reset.setToolTip(hints.RESET)
        self.new_weights.setToolTip(hints.NEW_WEIGHTS)
        self.reset.setAccessibleName("Reset to the same weights")
        self.new_weights.setAccessibleName("New weights")

    def _build_controls(self) -> None:
        look = self._appearance
        self.counter = EpochCounter(look, self)
        self.alpha = NumberCombo(look, minimum=MINIMUM_RATE, maximum=MAXIMUM_RATE)
        self.alpha.setToolTip(hints.ALPHA)
        self.optimizer = self._table_combo(OPTIMIZERS)
        self.cost = self._table_combo(COSTS)
        self._cost_width = self.cost.sizeHint().width()
        self.initialization = self._table_combo(INITIALIZERS)
        self.regularization = RegularizationControl(look)
        self.more = MoreButton(look, self)
        self.speed = SpeedSlider(look, self)
        self._captioned = {
            key: LabeledControl(look, caption, getattr(self, key), self) for key, caption in CAPTIONS.items()
        }
        for captioned in self._captioned.values():
            for widget in (captioned, captioned.widget):
                widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._placed: dict[str, QWidget] = {
            "reset": self.reset,
            "new_weights": self.new_weights,
            "run": self.run,
            "update": self.update_button,
            "epoch": self.epoch_button,
            "counter": self.counter,
            "rule_1": Separator(look, Qt.Orientation.Vertical, parent=self),
            "rule_2": Separator(look, Qt.Orientation.Vertical, parent=self),
            "more": self.more,
            "speed": self.speed,
            **self._captioned,
        }

    def _table_combo(self, table: Mapping[str, hints.Row]) -> Combo:
        combo = Combo(self._appearance)
        combo.set_items([(key, row.label) for key, row in table.items()])
        return combo

    def _connect(self) -> None:
        self.reset.clicked.connect(self.reset_requested)
        self.new_weights.clicked.connect(self.new_weights_requested)
        self.run.clicked.connect(self._on_run_clicked)
        self.update_button.clicked.connect(self.update_requested)
        self.epoch_button.clicked.connect(self.epoch_requested)
        self.alpha.value_changed.connect(self.alpha_changed)
        self.optimizer.key_chosen.connect(self.optimizer_chosen)
        self.cost.key_chosen.connect(self.cost_chosen)
        self.initialization.key_chosen.connect(self.initialization_chosen)
        self.regularization.changed.connect(self.regularization_changed)
        self.regularization.width_changed.connect(self._arrange)
        self.speed.speed_changed.connect(self.speed_changed)

    def _sizes(self) -> dict[str, int]:
        """The width that each piece wants."""
        sizes = {key: max(WIDTHS[key], getattr(self, key).sizeHint().width()) for key in WIDTHS}
        # As wide as the longest of all costs: nothing moves when another output layer offers others.
        sizes["cost"] = max(WIDTHS["cost"], self._cost_width)
        sizes["regularization"] = self.regularization.width_needed()
        sizes["reset"] = sizes["new_weights"] = sizes["more_short"] = self.reset.sizeHint().width()
        sizes["more"] = self.more.width_for(MORE_WORD)
        sizes["run"] = max(self.run.width_for(word) for word in ("Run", "Pause"))
        sizes["update"] = self.update_button.sizeHint().width()
        sizes["epoch"] = self.epoch_button.width_for(EPOCH_WORD)
        sizes["epoch_short"] = self.epoch_button.width_for("")
        sizes["counter"] = self.counter.width_needed()
        sizes["speed"] = self.speed.minimumWidth()
        return sizes

    @Slot()
    def _arrange(self) -> None:
        before = self._arrangement
        now = self._arrangement = arrange(self.width(), self._sizes())
        if before is None or before.hidden != now.hidden:
            self._hide_behind_more(now.hidden)
        self.epoch_button.set_text(EPOCH_WORD if now.epoch_has_text else "")
        self.more.set_text(MORE_WORD if now.more_has_text else "")
        for key, widget in self._placed.items():
            if key in now.places:
                widget.setGeometry(*now.places[key])

    def _hide_behind_more(self, hidden: tuple[str, ...]) -> None:
        for key in YIELDING:
            if key not in hidden:
                self._captioned[key].setParent(self)
                self._captioned[key].show()
        self.more.set_controls([self._captioned[key] for key in hidden], [CAPTIONS[key] for key in hidden])
        self.more.setVisible(bool(hidden))

    def _refresh_hints(self, setup: Setup) -> None:
        optimizer, cost = OPTIMIZERS[setup.training.optimizer], COSTS[setup.network.cost]
        self.optimizer.setToolTip(hints.row_hint(CAPTIONS["optimizer"], optimizer, hints.APPLIES))
        self.cost.setToolTip(hints.row_hint(CAPTIONS["cost"], cost, hints.COST))
        start = INITIALIZERS[setup.network.initialization]
        self.initialization.setToolTip(hints.row_hint(CAPTIONS["initialization"], start, hints.START))

    @Slot()
    def _on_run_clicked(self) -> None:
        if self._state == "running":
            self.pause_requested.emit()
        else:
            self.run_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

"""The controls of a train scene in one row, as many as fit: learning rate, optimiser, cost, batch, start weights ..."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from engine.costs import COSTS
from engine.data import SOURCES, Dataset, DataSpec
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS
from engine.setup import Setup
from gui.appearance import Appearance
from gui.train.data.batch_sizes import batch_sizes, effective_size, size_text
from gui.train.transport import hints
from gui.train.transport.regularization_control import RegularizationControl
from gui.widgets import Combo, LabeledControl, NumberCombo, RowBar
from gui.widgets.row_bar import PADDING

GAP = 14
ALPHA_WIDTH = 92
MINIMUM_RATE, MAXIMUM_RATE = 0.0, 1e6
CAPTIONS = {
    "alpha": "Learning rate α",
    "optimizer": "Optimiser",
    "loss": "Cost",
    "batch_size": "Mini-batch",
    "initialization": "Start weights",
    "regularization": "Regularisation",
    "noise": "Noise %",
    "data": "Data",
}
NOISES, MAX_NOISE, NOISE_WIDTH = tuple(float(percent) for percent in range(0, 55, 5)), 80.0, 64
PLANES = [
    (row.key, row.label) for row in SOURCES.values() if row.kind == "plane" and row.generate is not None
]
ALL = "all"  # the key of the batch of all examples


class ControlsStrip(RowBar):
    """`controls` holds each with its caption by its name, as a lesson lights it. Signals: each a wish of a person;
    data_requested(DataSpec, text of the undo step, merge key).
    """

    alpha_changed = Signal(float)
    optimizer_chosen = Signal(str)
    cost_chosen = Signal(str)
    batch_size_changed = Signal(object)
    initialization_chosen = Signal(str)
    regularization_changed = Signal(str, float)
    data_requested = Signal(object, str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent, gap=GAP)
        self.alpha = NumberCombo(appearance, minimum=MINIMUM_RATE, maximum=MAXIMUM_RATE)
        self.alpha.setFixedWidth(ALPHA_WIDTH)
        self.alpha.setToolTip(hints.ALPHA)
        self.optimizer, self.loss = Combo(appearance), Combo(appearance)
        self.batch_size, self.initialization = Combo(appearance), Combo(appearance)
        self.optimizer.set_items([(key, row.label) for key, row in OPTIMIZERS.items()])
        self.initialization.set_items([(key, row.label) for key, row in INITIALIZERS.items()])
        self.batch_size.setToolTip("How many training examples one update looks at")
        self.regularization = RegularizationControl(appearance)
        self.data = Combo(appearance)
        self.noise = NumberCombo(appearance, NOISES, 0.0, MAX_NOISE, is_open=False)
        self.noise.setFixedWidth(NOISE_WIDTH)
        self.controls = {
            key: LabeledControl(appearance, caption, getattr(self, key), self)
            for key, caption in CAPTIONS.items()
        }
        self._order = list(CAPTIONS)
        self._spec: DataSpec | None = None
        self._add(*self.controls.values())
        self._row.addStretch(1)
        self._connect()

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Show what the set-up asks for; costs are those that its output layer can have."""
        self._show_data(dataset.spec)
        network, training = setup.network, setup.training
        output = network.layers[-1].activation
        offered = [row for row in COSTS.values() if not row.outputs or output in row.outputs]
        self.loss.set_items([(row.key, row.label) for row in offered])
        self.loss.set_key(network.cost)
        self.alpha.set_value(training.alpha)
        self.optimizer.set_key(training.optimizer)
        self.initialization.set_key(network.initialization)
        self.regularization.set_rates(network.l1, network.l2)
        size = effective_size(training.batch_size, dataset.m)
        offered_sizes = batch_sizes(dataset.m, size)
        self.batch_size.set_items(
            [(size_text(b), size_text(b) if b else f"all {dataset.m}") for b in offered_sizes]
        )
        self.batch_size.set_key(size_text(size))
        self.optimizer.setToolTip(
            hints.row_hint(CAPTIONS["optimizer"], OPTIMIZERS[training.optimizer], hints.APPLIES)
        )
        self.loss.setToolTip(hints.row_hint(CAPTIONS["loss"], COSTS[network.cost], hints.COST))
        start = INITIALIZERS[network.initialization]
        self.initialization.setToolTip(hints.row_hint(CAPTIONS["initialization"], start, hints.START))
        self._fit()

    def bring_forward(self, keys: Collection[str]) -> None:
        """A lesson speaks about these: they keep their room in a narrow strip."""
        self._order = sorted(CAPTIONS, key=lambda key: key not in keys)
        self._fit()

    def _show_data(self, spec: DataSpec) -> None:
        self._spec = spec
        own = [] if spec.source in dict(PLANES) else [(spec.source, SOURCES[spec.source].label)]
        self.data.set_items([*PLANES, *own])
        self.data.set_key(spec.source)
        self.noise.set_value(spec.noise)
        has_noise = SOURCES[spec.source].generate is not None
        self.noise.setEnabled(has_noise)
        self.noise.setToolTip(
            "How far the examples are scattered" if has_noise else "These data have no noise to set"
        )

    def _connect(self) -> None:
        self.alpha.value_changed.connect(self.alpha_changed)
        self.optimizer.key_chosen.connect(self.optimizer_chosen)
        self.loss.key_chosen.connect(self.cost_chosen)
        self.batch_size.key_chosen.connect(self._on_batch)
        self.initialization.key_chosen.connect(self.initialization_chosen)
        self.noise.value_changed.connect(self._on_noise)
        self.data.key_chosen.connect(self._on_data)
        self.regularization.changed.connect(self.regularization_changed)
        self.regularization.width_changed.connect(self._fit)

    @Slot(str)
    def _on_batch(self, key: str) -> None:
        self.batch_size_changed.emit(None if key == ALL else int(key))

    @Slot(float)
    def _on_noise(self, noise: float) -> None:
        if self._spec is not None:
            self.data_requested.emit(replace(self._spec, noise=noise), f"Noise {noise:g} %", "noise")

    @Slot(str)
    def _on_data(self, source: str) -> None:
        if self._spec is not None:
            spec = replace(self._spec, source=source)
            self.data_requested.emit(spec, f"Data: {SOURCES[source].label}", "")

    @Slot()
    def _fit(self) -> None:
        """The last ones give way where the row is too narrow; the learning rate never does."""
        room = self.width() - 2 * PADDING + GAP
        for index, key in enumerate(self._order):
            captioned = self.controls[key]
            room -= captioned.sizeHint().width() + GAP
            captioned.setVisible(room >= 0 or index == 0)

    def sizeHint(self) -> QSize:
        return QSize(760, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(ALPHA_WIDTH + 2 * PADDING, self.minimumHeight())

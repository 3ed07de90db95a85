"""The right column of the bowl lab: what makes the surface, alpha and updates, the buttons, where descents end."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.activations import ACTIVATIONS
from engine.labs.bowl import ROW, examples
from engine.labs.cost_plane import Parameter, Path
from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, Marks
from gui.labs.bowl.words import LOSSES, sentence, updates_text
from gui.labs.number_table import NumberTable, TableRow
from gui.labs.run_button import PAUSE, RunButton
from gui.labs.slider_field import SliderField
from gui.widgets import Button, Combo, Label, fixed_text
from gui.widgets.labels import LabeledControl

ALPHAS = (0.01, 0.03, 0.1, 0.3, 0.5, 1.0, 2.0, 5.0, 8.0, 10.0, 12.0, 15.0, 20.0, 30.0, 50.0, 100.0)
UPDATES = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 300.0, 500.0, 1000.0, 2000.0)
LOSS_ITEMS = [
    ("cross_entropy", "Cross-entropy"),
    ("squared_error", "Squared error"),
    ("both", "Both, side by side"),
]
DATA_ITEMS = [("overlap", "Classes overlap"), ("separable", "Separable")]
MOST_ROWS = 6
LOW = 300  # below this height: alpha and where the first descents end, nothing else
ROOMY = 430  # from this height on, the rows of the table apart, the curve of the first start has room
FIT_AXIS = (-3.0, 3.0)

Paths = dict[str, tuple[Path, ...]]


class BowlPanel(QWidget):
    """Signals: changed(name, value); run_requested(), step_requested(), start_again_requested()."""

    changed = Signal(str, object)
    run_requested = Signal()
    step_requested = Signal()
    start_again_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loss, self.data = self._combo(appearance, "loss"), self._combo(appearance, "data")
        self.first, self.second = self._combo(appearance, "first"), self._combo(appearance, "second")
        self.loss.set_items(LOSS_ITEMS)
        self.data.set_items(DATA_ITEMS)
        highest = ROW.settings["alpha"].high or 100.0
        self.alpha = SliderField(appearance, "learning rate α", ALPHAS, 0.001, highest, self)
        self.updates = SliderField(appearance, "updates", UPDATES, 1, 2000, self)
        self.alpha.number_changed.connect(lambda value: self.changed.emit("alpha", value))
        self.updates.number_changed.connect(lambda value: self.changed.emit("updates", round(value)))
        self.again = Button(appearance, icon="reset", parent=self)
        self.again.setAccessibleName("Start again")
        self.again.setToolTip("One start, at its first place")
        self.run = RunButton(appearance, PAUSE, self)
        self.step = Button(appearance, "One update more", parent=self)
        self.run.clicked.connect(self.run_requested)
        self.step.clicked.connect(self.step_requested)
        self.again.clicked.connect(self.start_again_requested)
        self.table = NumberTable(appearance, ("start", "w", "b", "J"), self, low=True, name_share=0.34)
        self.sentence = Label(appearance, "", "body", "ink2", self)
        self.sentence.setWordWrap(True)
        self.fit = Chart(appearance, self)
        self.fit.setAccessibleName("The examples, and the logistic curve at the end of the first descent")
        self.fit.set_axes(Axis(*FIT_AXIS, "x"), Axis(0, 1, "y, ŷ", ticks=(0, 0.5, 1)))
        self.fit.setMinimumHeight(140)
        self.fit.setMaximumHeight(220)
        self._lay_out(appearance)

    def _combo(self, appearance: Appearance, name: str) -> Combo:
        combo = Combo(appearance, self)
        combo.key_chosen.connect(lambda key: self.changed.emit(name, key))
        return combo

    def _lay_out(self, appearance: Appearance) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(12)
        captions = (
            ("surface of", self.loss),
            ("data", self.data),
            ("across", self.first),
            ("up", self.second),
        )
        self._choices = {}
        for caption, combo in captions:
            self._choices[combo] = LabeledControl(appearance, caption, combo)
            choices.addWidget(self._choices[combo])
        choices.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.again, self.run, self.step):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(choices)
        column.addWidget(self.alpha)
        column.addWidget(self.updates)
        column.addLayout(buttons)
        column.addWidget(self.table)
        column.addWidget(self.sentence)
        column.addWidget(self.fit, 1)
        column.addStretch(1)

    def set_parameters(self, parameters: tuple[Parameter, ...]) -> None:
        """The weights of a network that may be chosen."""
        items = [(parameter.key, parameter.label) for parameter in parameters]
        self.first.set_items(items)
        self.second.set_items(items)

    def show_settings(self, settings: dict[str, object], names: tuple[str, str]) -> None:
        """Show what is chosen; names: of the two parameters."""
        is_network = settings["mode"] == "network"
        for combo, control in self._choices.items():
            control.setVisible((combo in (self.first, self.second)) == is_network)
        self.loss.set_key(str(settings["loss"]))
        self.data.set_key(str(settings["data"]))
        self.alpha.set_number(float(str(settings["alpha"])))
        self.updates.set_number(float(str(settings["updates"])))
        self.table.set_heads((self.table.heads[0], *names, "J"))

    def show_paths(
        self, losses: tuple[str, ...], shown: Paths, whole: Paths, settings: dict[str, object]
    ) -> None:
        """Where the descents are as far as they are shown, and what they come to in the end."""
        rows = []
        for loss in losses:
            for index, path in enumerate(shown.get(loss, ())):
                first = LOSSES[loss] if len(losses) > 1 else "start"
                rows.append(_row(first if index == 0 else f"start {index + 1}", path, index == 0))
        is_low = self.height() < LOW
        self.updates.setVisible(not is_low)
        self.sentence.setVisible(not is_low)
        self.table.set_rows(rows[: len(losses) if is_low else MOST_ROWS])
        updates = max((path.updates for loss in losses for path in shown.get(loss, ())), default=0)
        self.table.set_head(f"after {updates_text(updates)}")
        self.sentence.setText(sentence(losses, whole, str(settings["data"]), float(str(settings["alpha"]))))
        self._show_fit(losses, shown, str(settings["data"]))

    def _show_fit(self, losses: tuple[str, ...], shown: Paths, data: str) -> None:
        """The logistic curves at the ends of the first start's descents, with the examples."""
        is_network = "network" in losses
        self.fit.setVisible(not is_network and self.height() >= ROOMY + self.table.height())
        if is_network:
            return
        X, Y = examples(data)
        x = np.linspace(*FIT_AXIS, 121)
        curves = []
        for loss, color in zip(losses, ("ink", "ink3"), strict=False):
            for path in shown.get(loss, ())[:1]:
                y = ACTIVATIONS["sigmoid"].g(path.u[-1] * x + path.v[-1], 0.0)
                name = LOSSES[loss] if len(losses) > 1 else "ŷ"
                curves.append(Curve(x, y, color, name=name))
        self.fit.set_curves(curves)
        positive = Y > 0
        marks = [
            Marks(X[part], Y[part], color, size=9) for part, color in ((~positive, "neg"), (positive, "pos"))
        ]
        self.fit.set_marks(marks)

    def show_running(self, running: bool) -> None:
        """The button says what it does now."""
        self.run.show_running(running)


def _row(name: str, path: Path, strong: bool) -> TableRow:
    numbers = (
        fixed_text(float(path.u[-1]), 2),
        fixed_text(float(path.v[-1]), 2),
        fixed_text(float(path.J[-1]), 4),
    )
    return TableRow(name, numbers, strong=strong)

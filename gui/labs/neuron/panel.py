"""The right column of the neuron lab: w, b and alpha, the buttons, J and the price, and what they mean."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.chart import Axis, Chart, Curve, nice_axis
from gui.labs.neuron.words import EQUATIONS, cost_text, price_text, sentence
from gui.labs.readouts import Readout, Readouts
from gui.labs.run_button import PAUSE, RunButton
from gui.labs.slider_field import SliderField
from gui.widgets import Button, Label, fixed_text, grouped_text
from gui.widgets.labels import CAPTION_HEIGHT

W_VALUES = tuple(round(-1 + 0.05 * index, 2) for index in range(121))
B_VALUES = tuple(round(-3 + 0.05 * index, 2) for index in range(121))
ALPHAS = (0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.8, 0.9, 1.0, 1.2, 2.0, 3.0)
ROOMY, ROOMIER = 380, 560  # heights from which the equation, and the course of J, are shown


class NeuronPanel(QWidget):
    """Signals: number_changed(name, value); run_requested(), step_requested(), start_again_requested()."""

    number_changed = Signal(str, float)
    run_requested = Signal()
    step_requested = Signal()
    start_again_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.w = SliderField(appearance, "w, 1000 € per m²", W_VALUES, -100, 100, self)
        self.b = SliderField(appearance, "b, 100 000 €", B_VALUES, -100, 100, self)
        self.alpha = SliderField(appearance, "learning rate α", ALPHAS, 1e-4, 3.0, self)
        for name, control in (("w", self.w), ("b", self.b), ("alpha", self.alpha)):
            control.number_changed.connect(lambda value, name=name: self.number_changed.emit(name, value))
        self.run = RunButton(appearance, PAUSE, self)
        self.step = Button(appearance, "One update", parent=self)
        self.again = Button(appearance, icon="reset", parent=self)
        self.again.setAccessibleName("Start again")
        self.again.setToolTip("Back to w = 0.2, b = 0")
        self.run.clicked.connect(self.run_requested)
        self.step.clicked.connect(self.step_requested)
        self.again.clicked.connect(self.start_again_requested)
        self.readouts = Readouts(appearance, parent=self)
        self.sentence = Label(appearance, "", "body", "ink2", self)
        self.sentence.setWordWrap(True)
        self.costs = Chart(appearance, self)
        self.costs.setAccessibleName("J over the updates")
        self.costs.setMinimumHeight(150)
        self.costs.setMaximumHeight(240)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.again, self.run, self.step):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.w, self.b, self.alpha):
            column.addWidget(widget)
        column.addSpacing(CAPTION_HEIGHT - 10)
        column.addLayout(buttons)
        column.addSpacing(2)
        column.addWidget(self.readouts)
        column.addWidget(self.sentence)
        column.addWidget(self.costs, 1)
        column.addStretch(1)

    def show_numbers(self, settings: dict[str, object], J: float, price: float, update: int) -> None:
        """Show parameters, cost and price; update: how many updates a run has made, 0 for none."""
        w, b, alpha, size = (float(str(settings[name])) for name in ("w", "b", "alpha", "size"))
        activation = str(settings["activation"])
        self.w.set_number(w, fixed_text(w, 3))
        self.b.set_number(b, fixed_text(b, 3))
        self.alpha.set_number(alpha)
        count = f"after {grouped_text(update)} update" + ("s" if update != 1 else "") if update else ""
        rows = [Readout("J", f"cost {count}".strip(), "J", value=cost_text(J))]
        if self.height() >= ROOMY:
            rows.insert(0, Readout("equation", latex=EQUATIONS[activation]))
            rows.append(Readout("price", f"price for {size:.0f} m²", value=price_text(price)))
        self.readouts.set_rows(rows)
        self.sentence.setText(sentence(w, b, activation, size, price))
        self.costs.setVisible(self.height() >= ROOMIER)

    def show_course(self, costs: list[float]) -> None:
        """The curve of J over the updates that were made, the start included."""
        if len(costs) < 2:
            self.costs.set_curves([])
            self.costs.set_axes(Axis(0, 10, "update"), Axis(0, 1))
            self.costs.set_note("J over the updates of a descent")
            return
        self.costs.set_axes(nice_axis(0, max(10, len(costs) - 1), "update"), nice_axis(0, max(costs)))
        self.costs.set_curves([Curve(range(len(costs)), costs, "ink", name="J", value=cost_text(costs[-1]))])

    def show_running(self, running: bool) -> None:
        """The button says what it does now."""
        self.run.show_running(running)
        self.step.setEnabled(not running)

"""The right column of the activations lab: the numbers at z, or all four functions in a table, and a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.activations import ACTIVATIONS
from engine.labs.activations import FUNCTIONS, HIGH, LOW
from gui.appearance import Appearance
from gui.labs.activations.words import (
    LEAKY,
    A,
    Z,
    layers_text,
    power_formula,
    power_text_of,
    sentence,
    slope_formula,
    value_formula,
)
from gui.labs.number_field import NumberField
from gui.labs.number_table import NumberTable, TableRow
from gui.labs.readouts import Readout, Readouts
from gui.widgets import Label, fixed_text

ROOMY, ROOMIER = 380, 500  # from these heights on the formula of g has a row, and all four functions a table
GAP = 14


class ActivationTable(QWidget):
    """Signals: z_typed(float), leaky_slope_typed(float), layers_typed(float)."""

    z_typed = Signal(float)
    leaky_slope_typed = Signal(float)
    layers_typed = Signal(float)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.z = NumberField(appearance, "z", LOW, HIGH, 0.1)
        self.leaky_slope = NumberField(appearance, "Slope of leaky ReLU below 0", 0.0, 1.0, 0.01)
        self.readouts = Readouts(appearance, parent=self)
        self.readouts.put_widget("z", self.z)
        self.readouts.put_widget("leaky_slope", self.leaky_slope)
        self.sentence = Label(appearance, "", "body", "ink2", self)
        self.sentence.setWordWrap(True)
        self.others = NumberTable(appearance, ("all at this z", "a", "slope"), self, low=True)
        self.z.number_typed.connect(self.z_typed)
        self.leaky_slope.number_typed.connect(self.leaky_slope_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.readouts)
        column.addWidget(self.sentence)
        column.addSpacing(6)
        column.addWidget(self.others)
        column.addStretch(1)

    def show_numbers(self, settings: dict[str, object], facts: dict[str, float]) -> None:
        """Show the numbers of these settings."""
        function, z = str(settings["function"]), facts["z"]
        leaky = float(str(settings["leaky_slope"]))
        self.readouts.set_rows(self._rows(function, settings, facts))
        self.z.set_number(z, fixed_text(z, 2))
        self.leaky_slope.set_number(leaky)
        self.sentence.setText(sentence(function, z, facts, leaky))
        self.others.setVisible(self.height() >= ROOMIER)
        self.others.set_rows([_row_of(other, other == function, facts) for other in FUNCTIONS])

    def _rows(self, function: str, settings: dict[str, object], facts: dict[str, float]) -> list[Readout]:
        layers = int(str(settings["layers"]))
        rows = [
            Readout("z", latex=Z),
            Readout("a", latex=A, value=fixed_text(facts["a"], 4)),
            Readout("slope", latex=slope_formula(function), color="bwd", value=fixed_text(facts["slope"], 4)),
            Readout(
                "slope_power",
                layers_text(layers),
                power_formula(layers),
                "bwd",
                power_text_of(facts["slope_power"]),
            ),
        ]
        if function == "leaky_relu":
            rows.insert(1, Readout("leaky_slope", "slope below 0", LEAKY))
        if self.height() >= ROOMY:
            rows.insert(0, Readout("formula", latex=value_formula(function)))
        return rows


def _row_of(function: str, is_chosen: bool, facts: dict[str, float]) -> TableRow:
    numbers = fixed_text(facts[f"a_{function}"], 4), fixed_text(facts[f"slope_{function}"], 4)
    return TableRow(ACTIVATIONS[function].label, numbers, strong=is_chosen)

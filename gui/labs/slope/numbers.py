"""The right column of the slope lab: a and the nudge to type, the numbers in a table, and what they say."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.slope import HIGH, LARGEST, LOW, SMALLEST
from engine.labs.slope import facts as facts_of
from gui.appearance import Appearance
from gui.labs.number_field import NumberField
from gui.labs.number_table import NumberTable, TableRow
from gui.labs.readouts import Readout, Readouts
from gui.labs.slope.picture import derivative_latex
from gui.labs.slope.words import ratio_text, sentence, value_text
from gui.widgets import Label, Slider, number_text
from gui.widgets.labels import LabeledControl

NUDGES = (*(round(digit * 10.0**power, 6) for power in range(-6, 0) for digit in (1, 2, 5)), 1.0)
SHRINKING = (1.0, 0.1, 0.01, 0.001, 0.0001)
SPOKEN, ROOMY, ROOMIER = (
    300,
    420,
    600,
)  # heights from which the sentence, the formulas, the shrinking nudges are shown
GAP = 14


class SlopeNumbers(QWidget):
    """Signals: a_typed(float), nudge_chosen(float)."""

    a_typed = Signal(float)
    nudge_chosen = Signal(float)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.a = NumberField(appearance, "a", LOW, HIGH, 0.1)
        self.nudge = NumberField(appearance, "nudge", SMALLEST, LARGEST, 0.001)
        self.nudges = Slider(appearance, "nudge", NUDGES, lambda value: number_text(float(str(value))))
        self.formulas = Readouts(appearance, parent=self)
        self.table = NumberTable(appearance, ("", "a", "f(a)"), self, low=True)
        self.sentence = Label(appearance, "", "body", "ink2", self)
        self.sentence.setWordWrap(True)
        self.shrinking = NumberTable(
            appearance, ("as the nudge shrinks", "change of f", "÷ nudge"), self, low=True
        )
        self.a.number_typed.connect(self.a_typed)
        self.nudge.number_typed.connect(self.nudge_chosen)
        self.nudges.value_changed.connect(lambda value: self.nudge_chosen.emit(float(value)))
        self._lay_out(appearance)

    def _lay_out(self, appearance: Appearance) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(LabeledControl(appearance, "a", self.a))
        row.addWidget(LabeledControl(appearance, "nudge", self.nudge))
        row.addWidget(self.nudges, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP - 4)
        column.addLayout(row)
        column.addWidget(self.formulas)
        column.addWidget(self.table)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(self.shrinking)
        column.addStretch(1)

    def show_numbers(self, function: str, facts: dict[str, float]) -> None:
        """Show the numbers of a function at a."""
        self.a.set_number(facts["a"], ratio_text(facts["a"]))
        self.nudge.set_number(facts["nudge"])
        self.nudges.set_value(facts["nudge"])
        value, slope = derivative_latex(function)
        self.formulas.setVisible(self.height() >= ROOMY)
        self.formulas.set_rows([Readout("f", latex=value), Readout("slope", latex=slope, color="bwd")])
        self.table.set_rows(_rows(function, facts))
        self.sentence.setText(sentence(function, facts))
        self.sentence.setVisible(self.height() >= SPOKEN)
        self.shrinking.setVisible(self.height() >= ROOMIER and "f" in facts)
        self.shrinking.set_rows([_shrunk(function, facts["a"], facts["nudge"], nudge) for nudge in SHRINKING])


def _shrunk(function: str, a: float, shown: float, nudge: float) -> TableRow:
    facts = facts_of({"function": function, "a": a, "nudge": nudge})
    if "f" not in facts:
        return TableRow(number_text(nudge), ("–", "–"))
    change = value_text(facts["df"], nudge, function != "log a")
    return TableRow(number_text(nudge), (change, ratio_text(facts["ratio"])), strong=nudge == shown)


def _rows(function: str, facts: dict[str, float]) -> list[TableRow]:
    nudge, is_exact = facts["nudge"], function != "log a"

    def text(key: str) -> str:
        return value_text(facts[key], nudge, is_exact) if key in facts else "–"

    ratio, slope = (ratio_text(facts[key]) if key in facts else "–" for key in ("ratio", "slope"))
    return [
        TableRow("now", (ratio_text(facts["a"]), text("f"))),
        TableRow("nudged", (ratio_text(facts["a_nudged"]), text("f_nudged"))),
        TableRow("change", (number_text(nudge), text("df"))),
        TableRow("change of f ÷ change of a", ("", ratio), strong=True),
        TableRow("slope at a", ("", slope), "bwd", strong=True),
    ]

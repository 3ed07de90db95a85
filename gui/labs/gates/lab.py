"""The lab of gates (C8): parity deep and flat, the inputs clicked, the gates counted."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.gates import LEAST, MOST, Bits, bits_of, relu_answer
from gui.appearance import Appearance
from gui.labs.gates.circuit_view import name_of
from gui.labs.gates.flat_view import FlatView
from gui.labs.gates.tree_view import TreeView
from gui.labs.lab import Lab
from gui.widgets import Label, PanelHeader, Separator, Slider

PADDING, HEAD_MARGIN, GAP = 24, 8, 40
LEGEND = (
    "XOR is (a OR b) AND NOT (a AND b). Flat: an AND gate for every odd input; "
    "■ takes the input itself, □ NOT of it."
)
MOST_TERMS = 4


class GatesLab(Lab):
    """Face: see `Lab`. Its controls: inputs (n), bits (the tiles of the tree)."""

    key = "depth-gates"

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.inputs = Slider(appearance, "n, inputs", range(LEAST, MOST + 1), parent=self)
        self.tree = TreeView(appearance, self)
        self.flat = FlatView(appearance, self)
        self.legend = Label(appearance, LEGEND, "small", "ink2", self)
        self.relu = Label(appearance, "", "small", "ink2", self)
        for label in (self.legend, self.relu):
            label.setWordWrap(True)
        self._lay_out()
        self._name_control("inputs", self.inputs)
        self._name_control("bits", self.tree)
        self.inputs.value_changed.connect(lambda n: self._change(inputs=n))
        self.tree.input_toggled.connect(self._toggle)
        self.flat.input_toggled.connect(self._toggle)
        self._show_settings()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(HEAD_MARGIN, 6, PADDING, 6)
        subtitle = "is the number of ones odd?"
        head.addWidget(PanelHeader(self._appearance, "Parity with gates", subtitle=subtitle), 1)
        self.inputs.setFixedWidth(200)
        head.addWidget(self.inputs)
        circuits = QHBoxLayout()
        circuits.setContentsMargins(PADDING, 4, PADDING, 8)
        circuits.setSpacing(GAP)
        circuits.addWidget(self.tree, 1)
        circuits.addWidget(self.flat, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(PADDING, 10, PADDING, 12)
        foot.setSpacing(6)
        foot.addWidget(self.legend)
        foot.addWidget(self.relu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator(self._appearance))
        column.addLayout(circuits, 1)
        column.addWidget(Separator(self._appearance))
        column.addLayout(foot)

    def _show_settings(self) -> None:
        bits = bits_of(self._settings)
        self.inputs.set_value(len(bits))
        self.tree.set_bits(bits)
        self.flat.set_bits(bits)
        self.relu.setText(_relu_text(bits))
        ones = sum(bits)
        self.told.emit(f"{ones} of {len(bits)} inputs are 1: parity {self.tree.answer}")

    def _toggle(self, index: int) -> None:
        bits = list(bits_of(self._settings))
        bits[index] = 1 - bits[index]
        self._change(bits="".join(map(str, bits)))


def _relu_text(bits: Bits) -> str:
    """That gates are not units, with what the ReLU network really says."""
    terms = ["relu(s)", *(f"{'−' if k % 2 else '+'} 2 relu(s − {k})" for k in range(1, len(bits)))]
    if len(terms) > MOST_TERMS:
        terms = [*terms[: MOST_TERMS - 1], "…", terms[-1]]
    return (
        f"This is about AND, OR and NOT gates, not about ReLU units: {len(bits)} of those in one layer compute parity "
        f"exactly. With s = {' + '.join(_names(len(bits)))} = {sum(bits)}: {' '.join(terms)} = {relu_answer(bits):g}."
    )


def _names(n: int) -> list[str]:
    return [name_of(i) for i in range(n)] if n <= MOST_TERMS else [name_of(0), "…", name_of(n - 1)]

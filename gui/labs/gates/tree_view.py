"""Parity as a tree of XOR gates: the signal is lit on its way."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.gates import GATES_OF_XOR, depth, gate_count, run_tree, tree
from gui.appearance import Appearance
from gui.labs.gates.circuit_geometry import output_box, tree_boxes
from gui.labs.gates.circuit_view import CircuitView, paint_gate, paint_wire
from gui.theme import Theme


class TreeView(CircuitView):
    """Face: see `CircuitView`."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Deep: a tree of XOR gates", parent)

    @property
    def answer(self) -> int:
        return run_tree(self._bits)[-1][0]

    @property
    def detail(self) -> str:
        gates = gate_count(len(self._bits))
        xor = "1 XOR gate" if gates == 1 else f"{gates} XOR gates"
        return f"{xor} = {GATES_OF_XOR * gates} AND, OR, NOT · {depth(len(self._bits))} deep"

    def _paint_circuit(self, painter: QPainter, theme: Theme) -> float:
        signals, values = tree(len(self._bits)), run_tree(self._bits)
        boxes = tree_boxes(signals, self.width(), self._room())
        for level in range(1, len(signals)):
            for signal, box in zip(signals[level], boxes[level], strict=True):
                for source in signal.sources:
                    bit = values[level - 1][source]
                    paint_wire(painter, theme, boxes[level - 1][source].right, box.left, bit)
        last = boxes[-1][0]
        end = output_box(self.width(), last.right[1])
        paint_wire(painter, theme, last.right, end.left, values[-1][0])
        for level in range(1, len(signals)):
            for signal, box, bit in zip(signals[level], boxes[level], values[level], strict=True):
                if signal.kind == "xor":
                    paint_gate(painter, theme, box, "XOR", bit)
        return last.right[1]

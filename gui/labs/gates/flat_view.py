"""Parity in one hidden layer: an AND gate for every input with an odd number of ones, and an OR behind them."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.labs.gates import flat_gates, pattern_of, run_flat
from gui.appearance import Appearance
from gui.labs.gates.circuit_geometry import Box, FlatPlaces, flat_places, output_box
from gui.labs.gates.circuit_view import CircuitView, lit_ground, paint_gate, paint_wire
from gui.theme import Theme
from gui.widgets import draw_box, grouped_text
from gui.widgets.painting import RADIUS_S

SQUARE_LINE = 1.2
MOST_LINES = 8  # wires to a gate; more are a bundle
DOT, DOT_STEP = 3.0, 7.0


class FlatView(CircuitView):
    """Face: see `CircuitView`. In a gate's row a full square takes the input, an empty one takes it through NOT."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Flat: one hidden layer", parent)

    @property
    def answer(self) -> int:
        return run_flat(self._bits)[1]

    @property
    def detail(self) -> str:
        return f"{grouped_text(len(flat_gates(len(self._bits))))} AND gates and an OR"

    def _paint_circuit(self, painter: QPainter, theme: Theme) -> float:
        n = len(self._bits)
        gates = flat_gates(n)
        lit, answer = run_flat(self._bits)
        places = flat_places(n, len(gates), lit, self.width(), self._room())
        if n > MOST_LINES:
            _paint_bundle(painter, theme, places)
        order = sorted(places.gates, key=lambda place: place[0] is not None and place[0] == lit)
        for gate, box in order:  # the lit one last, over the others
            if gate is not None:
                self._paint_wires(painter, theme, places.inputs, box, is_lit=gate == lit)
                paint_wire(painter, theme, box.right, places.any_of.left, int(gate == lit))
        end = output_box(self.width(), places.any_of.right[1])
        paint_wire(painter, theme, places.any_of.right, end.left, answer)
        for gate, box in places.gates:
            if gate is None:
                _paint_gap(painter, theme, box)
            else:
                pattern = pattern_of(int(gates[gate]), n)
                _paint_pattern(painter, theme, box, pattern, places.square, is_lit=gate == lit)
        paint_gate(painter, theme, places.any_of, "OR", answer)
        return places.any_of.right[1]

    def _paint_wires(
        self, painter: QPainter, theme: Theme, inputs: tuple[Box, ...], box: Box, *, is_lit: bool
    ) -> None:
        if is_lit:
            for source, bit in zip(inputs, self._bits, strict=True):
                paint_wire(painter, theme, source.right, box.left, bit)
        elif len(inputs) <= MOST_LINES:
            painter.setPen(QPen(theme.color("line"), 1.0))
            end = QPointF(*box.left)
            painter.drawLines([QLineF(QPointF(*source.right), end) for source in inputs])


def _paint_bundle(painter: QPainter, theme: Theme, places: FlatPlaces) -> None:
    """In place of wires that nobody could follow: the room that they take."""
    first, last = places.gates[0][1], places.gates[-1][1]
    corners = (places.inputs[0].right, places.inputs[-1].right, last.left, first.left)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("hover"))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_pattern(
    painter: QPainter, theme: Theme, box: Box, pattern: tuple[int, ...], square: float, *, is_lit: bool
) -> None:
    """An AND gate as the row of its inputs."""
    border = theme.color("pos" if is_lit else "line2")
    draw_box(painter, QRectF(*box), RADIUS_S, lit_ground(theme, int(is_lit)), border, 1.5)
    side = square - 2
    top = box.y + (box.height - side) / 2
    places = [QRectF(box.x + 6 + index * square + 1, top, side, side) for index in range(len(pattern))]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink"))
    painter.drawRects([place for place, bit in zip(places, pattern, strict=True) if bit])
    painter.setPen(QPen(theme.color("ink2"), SQUARE_LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = SQUARE_LINE / 2
    painter.drawRects(
        [
            place.adjusted(half, half, -half, -half)
            for place, bit in zip(places, pattern, strict=True)
            if not bit
        ]
    )


def _paint_gap(painter: QPainter, theme: Theme, box: Box) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink3"))
    x, y = box.x + box.width / 2, box.y + box.height / 2
    for step in (-1, 0, 1):
        painter.drawEllipse(QPointF(x, y + step * DOT_STEP), DOT / 2, DOT / 2)

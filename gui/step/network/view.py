"""The network panel of Step: a head that says what the edges show, the drawing, and its legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.graph.network_link import why_no_graph
from gui.step.network.canvas import NetworkCanvas
from gui.step.number_format import NumberFormat
from gui.step.selection import Cell
from gui.widgets import Button, PanelHeader, follow
from gui.widgets.painting import CENTER, RIGHT, draw_text, text_width

LEGEND_HEIGHT, ARROW_LENGTH = 64, 88
BAR_WIDTH, BAR_HEIGHT = 92, 8


class StepNetwork(QWidget):
    """Signals: edge_requested(l, k, j), unit_requested(l, k), as the canvas emits them; graph_requested(), the network
    shall be seen as a computation graph.
    """

    view_name = "Network"
    edge_requested = Signal(int, int, int)
    unit_requested = Signal(int, int)
    graph_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.header = PanelHeader(appearance, "Network")
        self.graph_button = Button(appearance, "", "graph", small=True)
        self.graph_button.setAccessibleName("Show as graph")
        self.graph_button.setToolTip("This example as a computation graph (networks of up to 12 parameters)")
        self.graph_button.clicked.connect(self.graph_requested)
        self.graph_button.hide()
        self.header.add_widget(self.graph_button)
        self.canvas = NetworkCanvas(appearance)
        self.legend = _Legend(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.canvas, self.legend):
            column.addWidget(widget)
        follow(self, appearance)
        self.canvas.edge_requested.connect(self.edge_requested)
        self.canvas.unit_requested.connect(self.unit_requested)

    def set_tape(self, tape: Tape) -> None:
        """Another update."""
        self.canvas.set_tape(tape)
        self.graph_button.setVisible(not why_no_graph(tape.moment.spec))

    def set_number_format(self, style: NumberFormat) -> None:
        """Other decimals."""
        self.canvas.set_number_format(style)

    def show_row(self, index: int) -> None:
        """The numbers that are known at a row."""
        self.canvas.show_row(index)
        self._say()

    def show_cell(self, cell: Cell | None) -> None:
        """Light what belongs to a selected number."""
        self.canvas.show_cell(cell)
        self._say()

    def _say(self) -> None:
        content = self.canvas.content
        if content is None:
            return
        self.header.set_subtitle(f"edges show {content.edge_name}")
        m = self.canvas.columns
        self.header.set_detail(f"example {content.example + 1} of {m}" if m > 1 else "")
        self.legend.set_phase(content.phase)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("sunken"))


class _Legend(QWidget):
    """The direction of the phase as an arrow, what the tiles say, and the colours of signs."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._phase = "forward"
        self.setFixedHeight(LEGEND_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def set_phase(self, phase: str) -> None:
        """Show the arrow of another phase."""
        if phase != self._phase:
            self._phase = phase
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("sunken"))
        self._paint_arrow(painter)
        y, height = LEGEND_HEIGHT - 28, 16
        words = (("tile: a, forward", "ink2"), ("dz, backward", "bwd"))
        x = 16.0
        for text, token in words:
            width = text_width(text, "small")
            draw_text(painter, QRectF(x, y, width + 1, height), text, "small", theme.color(token))
            x += width + 16
        left = max(x + 12, self.width() - 16 - 14 - BAR_WIDTH)
        right = self.width() - 16 - 14
        draw_text(painter, QRectF(left - 16, y, 12, height), "\u2212", "small", theme.color("ink2"), RIGHT)
        draw_text(painter, QRectF(right + 2, y, 12, height), "+", "small", theme.color("ink2"), CENTER)
        gradient = QLinearGradient(left, 0, right, 0)
        for stop in range(9):
            gradient.setColorAt(stop / 8, theme.signed(stop / 4 - 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(QRectF(left, y + 4, right - left, BAR_HEIGHT), 4, 4)

    def _paint_arrow(self, painter: QPainter) -> None:
        if self._phase not in ("forward", "backward"):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.theme.color("fwd" if self._phase == "forward" else "bwd")
        painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle, y = self.width() / 2, 14.0
        left, right = middle - ARROW_LENGTH / 2, middle + ARROW_LENGTH / 2
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        tip, back = (right, -8.0) if self._phase == "forward" else (left, 8.0)
        painter.drawLine(QPointF(tip, y), QPointF(tip + back, y - 6))
        painter.drawLine(QPointF(tip, y), QPointF(tip + back, y + 6))

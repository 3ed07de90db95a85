"""The network panel of Step: a head that says what the edges show, the drawing, and its legend."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.graph.network_link import why_no_graph
from gui.step.network.canvas import NetworkCanvas
from gui.step.network.legend import Legend, slope_names, tile_letters
from gui.step.number_format import NumberFormat
from gui.step.selection import Cell
from gui.widgets import Button, PanelHeader, follow
from gui.widgets.painting import text_width
from gui.widgets.panel_header import GAP as HEAD_GAP
from gui.widgets.panel_header import PADDING as HEAD_PADDING

EDGES_SHOW = ("edges show {}", "edges: {}", "{}")
SUBTITLE_GAPS = 20  # between title, subtitle and detail in the head


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
        self.legend = Legend(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.canvas, self.legend):
            column.addWidget(widget)
        follow(self, appearance)
        self.canvas.edge_requested.connect(self.edge_requested)
        self.canvas.unit_requested.connect(self.unit_requested)
        self.canvas.placed.connect(self._say)

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

    def show_cell(self, cell: Cell | None) -> None:
        """Light what belongs to a selected number."""
        self.canvas.show_cell(cell)

    @Slot()
    def _say(self) -> None:
        content, scene = self.canvas.content, self.canvas.scene
        if content is None or scene is None:
            return
        m = self.canvas.columns
        detail = f"example {content.example + 1} of {m}" if m > 1 else ""
        self.header.set_detail(detail)
        self.header.set_subtitle(edges_words(content.edge_name, self._room_for_words(detail)))
        self.legend.show_drawn(content.phase, tile_letters(content, scene), slope_names(self.canvas.slopes))

    def _room_for_words(self, detail: str) -> float:
        """What the head has left between its title and what stands at the right."""
        taken = text_width(self.header.title(), "header") + text_width(detail, "small") + SUBTITLE_GAPS
        button = 0 if self.graph_button.isHidden() else self.graph_button.sizeHint().width() + HEAD_GAP
        return self.width() - 2 * HEAD_PADDING - taken - button

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("sunken"))


def edges_words(name: str, room: float) -> str:
    """What the edges show, in as many words as have room."""
    texts = [words.format(name) for words in EDGES_SHOW]
    return next((text for text in texts if text_width(text, "small") <= room), texts[-1])

"""The panel of the cost plot: its head with the switch of the log axis, and the drawing below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.data import Dataset
from engine.setup import Setup
from engine.snapshot import Snapshot
from gui.appearance import Appearance
from gui.train.plots.cost_canvas import CostCanvas
from gui.widgets.button import Button
from gui.widgets.painting import follow
from gui.widgets.panel_header import PanelHeader


class CostPlot(QWidget):
    """Signals: cursor_moved(epoch or None), when the cursor moves in this plot."""

    cursor_moved = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PanelHeader(appearance, "Cost J")
        self.log_button = Button(appearance, "log", small=True)
        self.log_button.setCheckable(True)
        self.log_button.setAccessibleName("Logarithmic cost axis")
        self.log_button.setToolTip("Logarithmic axis: equal steps are equal factors")
        self.header.add_widget(self.log_button)
        self.canvas = CostCanvas(appearance)
        self._lay_out()
        self.log_button.toggled.connect(self.canvas.set_log)
        self.canvas.cursor_moved.connect(self.cursor_moved)
        self._appearance = appearance
        follow(self, appearance)

    def set_setup(self, setup: Setup, dataset: Dataset) -> None:
        """Take over regularisation and batch size."""
        self.canvas.set_setup(setup, dataset)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw the curves of a snapshot."""
        self.canvas.show_snapshot(snapshot)

    def show_cursor(self, epoch: float | None) -> None:
        """Put the cursor where another plot has it."""
        self.canvas.show_cursor(epoch)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.canvas, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._appearance.theme.color("panel"))

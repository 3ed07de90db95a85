"""The numbered steps of both passes: done ones with a tick, the current one chalk yellow, those to come pale."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.graph import Evaluation
from gui.appearance import Appearance
from gui.graph.steps_rows import StepRows
from gui.widgets import PanelHeader, follow


class StepsList(QWidget):
    """Signals: event_requested(int), from 0, after a click."""

    event_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.header = PanelHeader(appearance, "Steps")
        self.rows = StepRows(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.rows, 1)
        self.rows.row_requested.connect(self.event_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        follow(self, appearance)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show these numbers."""
        self.rows.show_evaluation(evaluation)

    def show_event(self, index: int) -> None:
        """Mark event `index` (from 0) and bring it into view."""
        self.rows.show_event(index)
        self.header.set_detail(f"{index + 1} of {self.rows.count}" if self.rows.count else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.header.height() + self.rows.minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("panel"))

"""The left column: data above inputs, scrolling where they don't fit; in a low window both stand closer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.train.data.inputs_panel import InputsPanel
from gui.train.data.panel import DataPanel
from gui.widgets.ground import PanelGround

WIDTH = 224
ROOMY_HEIGHT = 680


class DataColumn(QScrollArea):
    """Takes the two panels in. Both get `set_compact` when the column becomes low or high."""

    def __init__(
        self,
        appearance: Appearance,
        data_panel: DataPanel,
        inputs_panel: InputsPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._panels = (data_panel, inputs_panel)
        self._is_compact = False
        content = PanelGround(appearance)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(data_panel)
        column.addWidget(inputs_panel)
        column.addStretch(1)
        # The scroll bar lies over the padding at the right, so that nothing moves when it comes.
        content.setMinimumWidth(WIDTH)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(WIDTH)
        self.setAccessibleName("Data and inputs")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what is inside, and brings it into view
        self.horizontalScrollBar().rangeChanged.connect(self._keep_left)

    @property
    def is_compact(self) -> bool:
        """Whether the panels stand close together."""
        return self._is_compact

    @Slot(int, int)
    def _keep_left(self, _low: int, high: int) -> None:
        if high:
            self.horizontalScrollBar().setRange(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.height() < ROOMY_HEIGHT
        if compact != self._is_compact:
            self._is_compact = compact
            for panel in self._panels:
                panel.set_compact(compact)

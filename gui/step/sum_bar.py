"""The bar under the matrices: the selected number written out as a sum. Long sums scroll in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.step.sum_canvas import SumCanvas
from gui.step.sum_geometry import LEAST_HEIGHT
from gui.widgets.scroll_bars import set_bars


class SumBar(QScrollArea):
    """Holds the canvas, which is told what to show. Signals: height_changed(), when more or fewer terms are wanted."""

    height_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = SumCanvas(appearance)
        self.setWidget(self.canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.canvas.changed.connect(self.height_changed)

    def fit(self, width: int, least: int, most: int) -> int:
        """Take this width; the height that the words need in it, at least `least` and at most `most`."""
        most = max(most, least, LEAST_HEIGHT)
        height = self.canvas.fit(width, least, most)
        set_bars(self, vertical=height > most, horizontal=False)
        if height > most:
            height = self.canvas.fit(width - self.verticalScrollBar().sizeHint().width(), least, most)
        return min(height, most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # arrow keys move the selected number, they don't scroll

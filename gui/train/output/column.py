"""The scrolling part of the output column: parts one below the other, each as high as its width asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from gui.appearance import Appearance
from gui.widgets.ground import PanelGround

BAR_WIDTH = 10


class Stacked(Protocol):
    """What the column needs of a part: a QWidget that knows its height."""

    def height_for(self, width: int) -> int:
        """How high the part is in a column of this width."""


class OutputColumn(QScrollArea):
    """The scroll bar lies over the right margin, so that the picture keeps its size when it appears."""

    def __init__(
        self, appearance: Appearance, parts: Sequence[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._all = self._parts = tuple(parts)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = PanelGround(appearance)
        for part in self._parts:
            part.setParent(self._ground)
        self.setWidget(self._ground)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        own = self.verticalScrollBar()
        own.rangeChanged.connect(self._on_range_changed)
        own.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(own.setValue)
        self._bar.hide()

    def show_parts(self, parts: Sequence[QWidget]) -> None:
        """Show these of the parts, in this order, and hide the others."""
        for part in self._all:
            part.setVisible(part in parts)
        self._parts = tuple(parts)
        self.arrange()

    def arrange(self) -> None:
        """Put every part that is not hidden in its place."""
        width, top = self.width(), 0
        for part in self._parts:
            if part.isHidden():
                continue
            height = part.height_for(width)  # type: ignore[attr-defined]
            part.setGeometry(0, top, width, height)
            top += height
        self._ground.resize(width, max(top, self.height()))

    def _on_range_changed(self, low: int, high: int) -> None:
        own = self.verticalScrollBar()
        self._bar.setRange(low, high)
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._bar.setVisible(high > low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.setGeometry(self.width() - BAR_WIDTH, 0, BAR_WIDTH, self.height())
        self.arrange()

"""The gallery of expressions: a row for each, its formula typeset; one click or Return opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from engine.graph import GALLERY, Example
from gui.appearance import Appearance
from gui.graph.panels.gallery_rows import GalleryRows
from gui.widgets import PanelHeader, follow

BOTTOM, SHOWN = 8, 4


class GalleryList(QWidget):
    """Signals: example_chosen(Example), by mouse or keyboard."""

    example_chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, examples: Sequence[Example] = GALLERY
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.header = PanelHeader(appearance, "Gallery")
        self.rows = GalleryRows(appearance, examples)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BOTTOM)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._scroll, 1)
        self.rows.chosen.connect(self.example_chosen)
        self.rows.reached.connect(self._on_reached)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        follow(self, appearance)

    def set_current(self, key: str | None) -> None:
        """Mark the example that is open, by its key; None where it is none of these. Sends no signal."""
        self.rows.set_current(key)

    @Slot(int)
    def _on_reached(self, index: int) -> None:
        row = self.rows.row_rect(index)
        self._scroll.ensureVisible(0, round(row.center().y()), 0, round(row.height() / 2))

    def sizeHint(self) -> QSize:
        return QSize(264, self.header.height() + self.rows.sizeHint().height() + BOTTOM)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.header.height() + round(SHOWN * self.rows.row_rect(0).height()) + BOTTOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("panel"))

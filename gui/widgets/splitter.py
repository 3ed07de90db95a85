"""Panels that touch, with one line between them; a double click on the line restores their first sizes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from gui.appearance import Appearance
from gui.widgets.painting import follow


class Splitter(QSplitter):
    """Signals: reset_requested(), on a double click."""

    reset_requested = Signal()

    def __init__(
        self,
        appearance: Appearance,
        orientation: Qt.Orientation,
        widgets: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.appearance = appearance
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget in widgets:
            self.addWidget(widget)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self)


class _Handle(QSplitterHandle):
    def __init__(self, splitter: Splitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._splitter = splitter
        self.setToolTip("Drag to resize; a double click restores the sizes")
        follow(self, splitter.appearance)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._splitter.reset_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._splitter.appearance.theme.color("line"))

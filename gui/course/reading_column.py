"""The left column of a lesson: the page's text, and the pager fixed below it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.course.page_text import PageText
from gui.course.pager import Pager

WIDTH, NARROWEST, WIDEST = 432, 360, 480


class ReadingColumn(QWidget):
    """432 px wide at first, 360 to 480 by the splitter."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = PageText(appearance)
        self.pager = Pager(appearance)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addWidget(self.pager)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 580)

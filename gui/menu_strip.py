"""The strip at the top: the program's name, the menus, and what is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenuBar, QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.fonts import font

HEIGHT, MARGIN = 28, 12


class MenuStrip(QWidget):
    """`bar` takes the menus; `set_title` says what is open, at the right."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedHeight(HEIGHT)
        brand = QLabel("Chalknet")
        brand.setFont(font("header"))
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.bar.setFixedHeight(HEIGHT - 1)
        self._title = QLabel()
        self._title.setObjectName("caption")
        self._title.setTextFormat(Qt.TextFormat.PlainText)  # a file may be called <b>
        self._title.setFont(font("small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN + 4, 1)
        row.setSpacing(6)
        row.addWidget(brand)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self._title)
        appearance.changed.connect(self.update)

    def set_title(self, title: str) -> None:
        """What is open, such as "Circle · 2-4-2-1"."""
        self._title.setText(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))

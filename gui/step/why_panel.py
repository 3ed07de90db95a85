"""The questions that a row raises, with their answers: why the transpose, why 1/m, why A[L] - Y."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from engine.step.row import Row
from engine.step.whys import WHYS, Why
from gui.appearance import Appearance
from gui.fonts import TYPE_TOKENS
from gui.step.numbers_page import PADDING
from gui.step.why_text import why_html, why_plain
from gui.widgets import Label

GAP, BLOCK_GAP, TOP = 4, 20, 16
WIDEST = 660  # about 80 letters a line


class WhyPanel(QScrollArea):
    """`show_row` takes a row; each of its questions stands above its answer."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row: Row | None = None
        self._keys: tuple[str, ...] = ()
        self._layer = 0

    def questions(self) -> tuple[str, ...]:
        """What is asked now, as plain text."""
        return tuple(why_plain(WHYS[key].question, self._layer) for key in self._keys)

    def show_row(self, row: Row) -> None:
        """Answer what this row raises, once somebody looks."""
        self._row = row
        if self.isVisible():
            self._answer(row)

    def _answer(self, row: Row) -> None:
        if (row.whys, row.layer) == (self._keys, self._layer) and self.widget() is not None:
            return
        self._keys, self._layer = row.whys, row.layer
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(PADDING, TOP, PADDING, TOP)
        column.setSpacing(GAP)
        for key in row.whys:
            self._add(column, WHYS[key])
        if not row.whys:
            column.addWidget(Label(self._appearance, "Nothing is asked here often.", "body", "ink2"))
        column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(0)

    def _add(self, column: QVBoxLayout, why: Why) -> None:
        for markup, token in ((why.question, "title"), (why.answer, "reading")):
            label = Label(self._appearance, "", token, "ink")
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setText(why_html(markup, self._layer, TYPE_TOKENS[token].pixels))
            label.setAccessibleName(why_plain(markup, self._layer))
            label.setWordWrap(True)
            label.setMaximumWidth(WIDEST)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addSpacing(BLOCK_GAP - GAP)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._row is not None:
            self._answer(self._row)

"""The gradient check on the spot: the backward pass against central differences for the row's W[l] or b[l]."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from engine.step.check import LayerCheck, Place
from engine.step.row import Row
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.break_button import BreakButton
from gui.step.check_table import CheckTable
from gui.step.check_words import verdict_color, verdict_of
from gui.step.checker import GradientChecker, Question
from gui.step.number_format import NumberFormat
from gui.step.numbers_page import PADDING
from gui.step.selection import Cell
from gui.widgets import Label

BIASES = ("b", "db")


class CheckPanel(QWidget):
    """`set_tape`, `show_row`, `show_cell` say what is looked at; it checks only while it can be seen."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tape: Tape | None = None
        self._row: Row | None = None
        self._include: Place | None = None
        self._asked: tuple[object, ...] = ()
        self.check: LayerCheck | None = None
        self.checker = GradientChecker(self)
        self.checker.done.connect(self._on_done)
        self.title = Label(appearance, "", "body", "ink2")
        self.title.setWordWrap(True)
        self.verdict = Label(appearance, "", "header", "ink")
        self.verdict.setWordWrap(True)
        self.button = BreakButton(appearance)
        self.button.clicked.connect(self._ask)
        self.table = CheckTable(appearance)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.table)
        self._lay_out()

    def set_tape(self, tape: Tape) -> None:
        """Another update."""
        self._tape = tape
        self._row = None
        self._asked = ()

    def show_row(self, index: int) -> None:
        """Check the parameters of this row's layer."""
        assert self._tape is not None
        self._row = self._tape.rows[index]
        self._include = None
        self._ask()

    def show_cell(self, cell: Cell | None) -> None:
        """Have this entry among those that are checked, where the row is about W or b."""
        about_parameters = self._row is not None and self._row.symbol in ("dW", "db", "W", "b")
        self._include = (cell.k, cell.i) if cell is not None and about_parameters else None
        self._ask()

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Numbers are compared in full: nothing changes with the decimals."""

    def close_down(self) -> None:
        """End a check that is under way."""
        self.checker.close()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 12, PADDING, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.verdict)
        column.addWidget(self._scroll, 1)

    @Slot()
    def _ask(self) -> None:
        if self._tape is None or self._row is None or not self.isVisible():
            return
        symbol = "db" if self._row.symbol in BIASES else "dW"
        layer = max(1, self._row.layer)
        asked = (symbol, layer, self.button.isChecked(), self._include)
        if asked == self._asked:
            return
        same = self._asked[:3] == asked[:3] and self.check is not None
        self._asked = asked
        if same and self.check is not None and (self._include is None or self._include in self.check.entries):
            self._show(self.check)
            return
        self.verdict.setText("Checking…")
        self.checker.ask(Question(self._tape, symbol, layer, self.button.isChecked(), self._include))

    @Slot(object)
    def _on_done(self, check: LayerCheck) -> None:
        self.check = check
        self._show(check)

    def _show(self, check: LayerCheck) -> None:
        symbol, layer = check.symbol, check.layer
        letter = "w" if symbol == "dW" else "b"
        self.title.setText(
            f"{symbol}[{layer}] of the backward pass against (J({letter} + ε) − J({letter} − ε)) / 2ε, "
            f"one {letter} at a time, ε = 0.00001"
        )
        self.verdict.setText(verdict_of(check))
        self.verdict.set_color(verdict_color(check))
        self.table.show_check(check, self._include)
        index = check.worst if self._include is None else check.entries.index(self._include)
        place = self.table.place_of(index)
        self._scroll.ensureVisible(place.x(), place.y(), 0, 60)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self.checker.close()
        self._asked = ()
        super().hideEvent(event)

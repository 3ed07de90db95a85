"""The chain rule of one weight or bias: a product of derivatives along every path, and their sum."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from engine.step.names import cell as cell_latex
from engine.step.paths import WeightPaths, weight_paths
from engine.step.row import Row
from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.chain_products import ChainProducts
from gui.step.chain_title import ChainTitle
from gui.step.number_format import NumberFormat, constant_text, full_text
from gui.step.numbers_page import PADDING
from gui.step.selection import Cell
from gui.widgets import Label
from gui.widgets.numbers import grouped_text

PARAMETERS = ("W", "b", "dW", "db")


class ChainPanel(QWidget):
    """`set_tape`, `show_row`, `show_cell` say which weight; without a selected one it is the first of the layer."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tape: Tape | None = None
        self._row: Row | None = None
        self._cell: Cell | None = None
        self.title = ChainTitle(appearance)
        self.hint = Label(appearance, "", "small", "ink2")
        self.hint.setWordWrap(True)
        self.products = ChainProducts(appearance)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.products)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 8, PADDING, 0)
        column.setSpacing(4)
        for widget in (self.title, self.hint):
            column.addWidget(widget)
        column.addWidget(scroll, 1)

    def set_tape(self, tape: Tape) -> None:
        """Another update."""
        self._tape = tape

    def set_number_format(self, style: NumberFormat) -> None:
        """Other decimals."""
        self.products.set_style(style.style_for(1.0))

    def show_row(self, index: int) -> None:
        """Show the paths of this row's layer."""
        assert self._tape is not None
        self._row = self._tape.rows[index]
        self._cell = None
        self._refresh()

    def show_cell(self, cell: Cell | None) -> None:
        """Show the paths of this very weight or bias."""
        self._cell = cell
        self._refresh()

    def _refresh(self) -> None:
        if self._tape is None or self._row is None or not self.isVisible():
            return
        cell = self._cell
        l = max(1, self._row.layer)
        k, j = (cell.k, cell.i) if cell is not None and self._row.symbol in PARAMETERS else (0, 0)
        is_bias = self._row.symbol in ("b", "db")
        found = weight_paths(self._tape, l, k, None if is_bias else j)
        places = (k,) if is_bias else (k, j)
        latex = cell_latex("db" if is_bias else "dW", l, *places)
        plain = f"{'db' if is_bias else 'dw'}[{l}] {','.join(str(place + 1) for place in places)}"
        paths = "one path" if found.count == 1 else f"{grouped_text(found.count)} paths"
        self.title.show_text(latex, plain, f"= {full_text(found.value)}: the sum over {paths}")
        self.hint.setText(_hint(found, self._tape.moment.m, chosen=cell is not None))
        self.products.show_paths(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()


def _hint(found: WeightPaths, m: int, *, chosen: bool) -> str:
    parts = [] if chosen else ["Select a weight or a bias in a row of dW or db to see its own paths."]
    if not found.is_whole:
        parts.append(f"The {len(found.paths)} largest products are listed.")
    if m > 1:
        parts.append(f"Each of the {m} examples has its own, with 1/m = {constant_text(1 / m)} in front.")
    if found.penalty:
        parts.append(f"Regularisation adds {full_text(found.penalty)}.")
    return " ".join(parts)

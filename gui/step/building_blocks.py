"""The building blocks of one update: forward boxes, the caches they hand down, backward boxes, and the update.

240 px high; a click on the head folds it to 36 and opens it again.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.block_words import detail
from gui.step.blocks_canvas import BlocksCanvas
from gui.step.number_format import NumberFormat
from gui.widgets import PanelHeader, follow
from gui.widgets.fold_button import FoldButton

HEIGHT, FOLDED_HEIGHT = 240, 36
HINT = "click a box to jump"
HIDDEN = "?"


class BuildingBlocks(QWidget):
    """Signals: row_requested(int), the first row of a box that was clicked; folded_changed(bool)."""

    view_name = "Building blocks"
    row_requested = Signal(int)
    folded_changed = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tape: Tape | None = None
        self._row = 0
        self._format = NumberFormat()
        self._is_hidden = False
        self._is_folded = False
        self.header = PanelHeader(appearance, "Building blocks", subtitle=HINT)
        self.header.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fold_button = FoldButton(appearance)
        self.fold_button.clicked.connect(self._toggle)
        self.header.add_widget(self.fold_button)
        self.canvas = BlocksCanvas(appearance)
        self.canvas.row_requested.connect(self.row_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.canvas)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_folded(False)
        follow(self, appearance)

    @property
    def is_folded(self) -> bool:
        """Whether only the head is shown."""
        return self._is_folded

    @property
    def value_text(self) -> str:
        """J as it stands in its box."""
        return self.canvas.value

    def set_folded(self, folded: bool) -> None:
        """Fold to the head, or open."""
        changed = folded != self._is_folded
        self._is_folded = folded
        self.canvas.setVisible(not folded)
        self.fold_button.set_folded(folded)
        self.setFixedHeight(self.sizeHint().height())
        self._write_head()
        if changed:
            self.folded_changed.emit(folded)

    def set_tape(self, tape: Tape) -> None:
        """Show the boxes of another tape, at its first row."""
        self._tape = tape
        self.canvas.set_tape(tape)
        self._write_value()
        self.show_row(0)

    def show_row(self, index: int) -> None:
        """Light the box that row `index` (from 0) belongs to."""
        self._row = index
        self.canvas.show_row(index)
        self._write_head()

    def show_cell(self, cell: object) -> None:
        """The picture shows rows only: nothing changes with a selected number."""

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write J in another way."""
        self._format = number_format
        self._write_value()

    def set_numbers_hidden(self, hidden: bool) -> None:
        """Pencil mode: no J in its box."""
        self._is_hidden = hidden
        self._write_value()

    def sizeHint(self) -> QSize:
        return QSize(640, FOLDED_HEIGHT if self._is_folded else HEIGHT)

    def _write_value(self) -> None:
        if self._tape is not None:
            J = self._tape.cost_before
            self.canvas.set_value(HIDDEN if self._is_hidden else self._format.style_for(abs(J)).text(J))

    def _write_head(self) -> None:
        """Folded, the head says what the picture would show."""
        current = self.canvas.current
        if self._is_folded and self._tape is not None and current is not None:
            self.header.set_subtitle(f"{current.title}, {detail(self._tape, current, self._row)}")
        else:
            self.header.set_subtitle(HINT)

    @Slot()
    def _toggle(self) -> None:
        self.set_folded(not self._is_folded)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.header.geometry().contains(
            event.position().toPoint()
        ):
            self._toggle()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("panel"))

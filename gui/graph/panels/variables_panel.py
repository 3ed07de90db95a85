"""The variables of an expression, a row each: dragged or typed, and everything that depends on them follows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.appearance import Appearance
from gui.graph.panels.variable_row import HEIGHT, PADDING, VariableRow
from gui.graph.panels.variable_rows import BOTTOM, VariableRows
from gui.widgets import PanelHeader, follow
from gui.widgets.scroll_bars import set_bars

SHOWN = 3
HINT, NONE = "drag or type", "none in this expression"


class VariablesPanel(QWidget):
    """`set_values` shows variables and values, in the order of the mapping.

    Signals: value_changed(str, float), at once while a person drags; variable_selected(str), when one is touched.
    """

    value_changed = Signal(str, float)
    variable_selected = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.header = PanelHeader(appearance, "Variables", NONE)
        self.rows = VariableRows(appearance)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.rows)
        set_bars(self._scroll, vertical=False, horizontal=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._scroll, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._connect()
        follow(self, appearance)

    def _connect(self) -> None:
        self.rows.value_changed.connect(self.value_changed)
        self.rows.touched.connect(self._on_touched)
        self._scroll.verticalScrollBar().valueChanged.connect(self._show_rows)

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show these variables, in this order, with their values. Sends no signal; what is being typed stays."""
        is_other = list(values) != self.rows.names
        self.rows.set_values(values)
        if is_other:
            self.header.set_detail(HINT if values else NONE)
            self.updateGeometry()
            self._show_rows()

    def set_columns(self, count: int) -> None:
        """So many variables side by side, where the panel is wide and low."""
        self.rows.set_columns(count)
        self._show_rows()

    def values(self) -> dict[str, float]:
        """The values that are shown."""
        return self.rows.values()

    def row(self, name: str) -> VariableRow:
        """The row of a variable. Raises ValueError for another name."""
        return self.rows.row(name)

    def reveal(self, name: str) -> None:
        """Scroll to a variable. Raises ValueError for another name."""
        self._scroll.ensureWidgetVisible(self.rows.row(name), 0, 0)

    @Slot()
    def _show_rows(self) -> None:
        """Make the rows that are seen. The scroll bar lies in their padding: fields stay under the header's end."""
        room = self.height() - self.header.height()
        has_bar = self.rows.height() > room
        set_bars(self._scroll, vertical=has_bar, horizontal=False)
        bar = self._scroll.verticalScrollBar()
        self.rows.set_right_padding(PADDING - (bar.sizeHint().width() if has_bar else 0))
        self.rows.set_seen(bar.value(), room)

    @Slot(str)
    def _on_touched(self, name: str) -> None:
        self.reveal(name)
        self.variable_selected.emit(name)

    def sizeHint(self) -> QSize:
        return QSize(264, self.header.height() + self.rows.height())

    def minimumSizeHint(self) -> QSize:
        shown = min(SHOWN, len(self.rows.names))
        return QSize(200, self.header.height() + shown * HEIGHT + (BOTTOM if shown else 0))

    def resizeEvent(self, event: QEvent) -> None:
        self._show_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._appearance.theme.color("panel"))

"""The rows of the variables, one below the other; only those that can be seen are made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.graph.names import name_latex
from gui.appearance import Appearance
from gui.graph.panels.slider_scale import SliderScale, scale_for
from gui.graph.panels.variable_row import HEIGHT, NAME_WIDTH, PADDING, WIDE_NAME_WIDTH, VariableRow
from gui.widgets.ground import PanelGround

BOTTOM = 8
SHORT = 2  # signs of a name that a narrow column holds
BEYOND = 1  # rows above and below what is seen, so that Tab finds the next one


class VariableRows(PanelGround):
    """Signals: value_changed(str, float); touched(str)."""

    value_changed = Signal(str, float)
    touched = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._look = appearance
        self._values: dict[str, float] = {}
        self._names: list[str] = []
        self._scales: dict[str, SliderScale] = {}
        self._rows: dict[int, VariableRow] = {}
        self._seen = (0, 0)
        self._columns = 1
        self._right_padding, self._name_width = PADDING, NAME_WIDTH
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(BOTTOM)

    @property
    def names(self) -> list[str]:
        """The variables, from above."""
        return self._names

    def values(self) -> dict[str, float]:
        """The values that are shown."""
        return dict(self._values)

    def row(self, name: str) -> VariableRow:
        """The row of a variable, made if need be."""
        return self._made(self._names.index(name))

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show these variables with these values."""
        if list(values) != self._names:
            self._take_names(values)
        self._values = dict(values)
        for index in range(*self._seen):
            self._fill(index)

    def set_seen(self, top: int, height: int) -> None:
        """Which part of the rows is seen: its top and its height in pixels."""
        first = max(0, top // HEIGHT - BEYOND) * self._columns
        last = min(len(self._names), (-(-(top + height) // HEIGHT) + BEYOND) * self._columns)
        self._seen = (first, max(first, last))
        for index in range(*self._seen):
            self._fill(index)

    def set_columns(self, count: int) -> None:
        """So many variables side by side."""
        if count != self._columns:
            self._columns = count
            self._fit_height()
            self._place_rows()

    def _fit_height(self) -> None:
        self.setFixedHeight(HEIGHT * -(-len(self._names) // self._columns) + BOTTOM)

    def _place_rows(self) -> None:
        for index, row in self._rows.items():
            row.setGeometry(self._place(index))

    def _place(self, index: int) -> QRect:
        line, column = divmod(index, self._columns)
        left, right = (self.width() * edge // self._columns for edge in (column, column + 1))
        return QRect(left, line * HEIGHT, right - left, HEIGHT)

    def set_right_padding(self, padding: int) -> None:
        """Keep the fields where they are beside a scroll bar."""
        self._right_padding = padding
        for row in self._rows.values():
            row.set_right_padding(padding)

    def _take_names(self, values: Mapping[str, float]) -> None:
        """Other variables: a row takes the name that is now at its place, and forgets what was typed for another."""
        scale = scale_for(list(values.values()))
        self._names = list(values)
        is_short = all(len(name) <= SHORT for name in values)
        self._name_width = NAME_WIDTH if is_short else WIDE_NAME_WIDTH
        self._scales = {name: self._scales.get(name, scale) for name in values}
        for index, row in self._rows.items():
            row.setVisible(index < len(values))
        self._fit_height()
        self._seen = (min(self._seen[0], len(values)), min(self._seen[1], len(values)))

    def _fill(self, index: int) -> None:
        row, name = self._made(index), self._names[index]
        row.set_variable(name, name_latex(name), self._scales[name])
        row.set_value(self._values[name])
        row.set_name_width(self._name_width)

    def _made(self, index: int) -> VariableRow:
        row = self._rows.get(index)
        if row is None:
            name = self._names[index]
            row = VariableRow(self._look, name, name_latex(name), self)
            row.set_right_padding(self._right_padding)
            row.value_changed.connect(self._on_value_changed)
            row.touched.connect(self._on_touched)
            row.setGeometry(self._place(index))
            row.show()
            self._rows[index] = row
            self._fill(index)
            self._order_tabs(index)
        return row

    def _order_tabs(self, index: int) -> None:
        """Tab goes from above to below, in whatever order rows were made."""
        before, after = self._rows.get(index - 1), self._rows.get(index + 1)
        row = self._rows[index]
        QWidget.setTabOrder(row.slider, row.field)
        if before is not None:
            QWidget.setTabOrder(before.field, row.slider)
        if after is not None:
            QWidget.setTabOrder(row.field, after.slider)

    @Slot(str, float)
    def _on_value_changed(self, name: str, value: float) -> None:
        self._values[name] = value
        self._scales[name] = self._scales[name].holding(value)
        self.value_changed.emit(name, value)

    @Slot(str)
    def _on_touched(self, name: str) -> None:
        # A row that goes away hands the keyboard's focus on, perhaps to one that goes away next.
        if name in self._values and name in self._names:
            self.touched.emit(name)

    def sizeHint(self) -> QSize:
        return QSize(264, self.height())

    def resizeEvent(self, event: QEvent) -> None:
        self._place_rows()

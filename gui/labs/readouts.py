"""A lab's numbers in rows: what it is (words, a formula) at the left, how much at the right, lines between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import formulas
from gui.appearance import Appearance
from gui.widgets import draw_text, follow, text_width
from gui.widgets.painting import RIGHT

ROW, LOW_ROW = 42, 34
MATH, LOW_MATH = 18.0, 16.0
GAP = 8.0
AXIS = 0.27  # of the letters' size: the height of a fraction's bar over the baseline


@dataclass(frozen=True)
class Readout:
    """One row: text, then a LaTeX formula, and the value. color: a theme token; a text alone in ink2."""

    key: str
    text: str = ""
    latex: str = ""
    color: str = "ink"
    value: str = ""
    strong: bool = True


class Readouts(QWidget):
    """Rows by key; a row may hold a widget instead of its value. low: less high, for many rows."""

    def __init__(
        self,
        appearance: Appearance,
        rows: Sequence[Readout] = (),
        parent: QWidget | None = None,
        *,
        low: bool = False,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows = list(rows)
        self._low = low
        self._widgets: dict[str, QWidget] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        formulas.shelf().ready.connect(self._on_formula_ready)
        follow(self, appearance)

    def rows(self) -> tuple[Readout, ...]:
        """What is shown, from top to bottom."""
        return tuple(self._rows)

    def set_rows(self, rows: Sequence[Readout]) -> None:
        """Show these rows."""
        if list(rows) == self._rows:
            return
        changes_size = len(rows) != len(self._rows)
        self._rows = list(rows)
        self.setAccessibleDescription("; ".join(f"{row.text or row.key} {row.value}" for row in rows))
        if changes_size:
            self.updateGeometry()
        self._place_widgets()
        self.update()

    def set_value(self, key: str, value: str) -> None:
        """Show another value in one row."""
        self.set_rows([replace(row, value=value) if row.key == key else row for row in self._rows])

    def set_low(self, low: bool) -> None:
        """Rows of less or of the usual height."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self._place_widgets()
            self.update()

    def put_widget(self, key: str, widget: QWidget) -> None:
        """A control at the right of a row, in place of its value."""
        self._widgets[key] = widget
        widget.setParent(self)
        self._place_widgets()

    def value_of(self, key: str) -> str:
        """The text of a row's value, "" for a key that no row has."""
        return next((row.value for row in self._rows if row.key == key), "")

    @property
    def row_height(self) -> int:
        """The height of a row in pixels."""
        return LOW_ROW if self._low else ROW

    def _place_widgets(self) -> None:
        keys = [row.key for row in self._rows]
        for key, widget in self._widgets.items():
            widget.setVisible(key in keys)
            if key in keys:
                top = keys.index(key) * self.row_height + (self.row_height - widget.height()) // 2
                widget.move(self.width() - widget.width(), top)

    @Slot(str)
    def _on_formula_ready(self, latex: str) -> None:
        if any(row.latex == latex for row in self._rows):
            self.update()

    def _paint_row(self, painter: QPainter, row: Readout, top: float) -> None:
        theme, height = self._appearance.theme, self.row_height
        color = theme.color(row.color)
        token = ("cell_selected" if self._low else "display") if row.strong else "cell"
        value_width = text_width(row.value, token)
        if row.key in self._widgets:
            value_width = self._widgets[row.key].width()
        else:
            draw_text(painter, QRectF(0, top, self.width(), height), row.value, token, color, RIGHT)
        room = self.width() - value_width - GAP
        x = 0.0
        if row.text:
            ink = theme.color("ink2") if row.color == "ink" else color
            draw_text(painter, QRectF(0, top, room, height), row.text, "body", ink)
            x = text_width(row.text, "body") + GAP
        if row.latex:
            self._paint_formula(painter, row, x, top + height / 2, room)

    def _paint_formula(self, painter: QPainter, row: Readout, x: float, middle: float, room: float) -> None:
        formula = formulas.get(row.latex)
        if formula is None or x >= room:
            return
        pixels = LOW_MATH if self._low else MATH
        pixels = min(
            pixels, (room - x) / max(formula.width, 0.1), (self.row_height - 4) / max(formula.height, 0.1)
        )
        painter.setPen(self._appearance.theme.color(row.color))
        formulas.draw(painter, x, middle + AXIS * pixels, formula, pixels)

    def sizeHint(self) -> QSize:
        return QSize(300, self.row_height * len(self._rows) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_widgets()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("line"), 1.0))
        edges = [0.5 + index * self.row_height for index in range(len(self._rows) + 1)]
        painter.drawLines([QLineF(0, y, self.width(), y) for y in edges])
        for index, row in enumerate(self._rows):
            self._paint_row(painter, row, 1.0 + index * self.row_height)

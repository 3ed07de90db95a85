"""A small table of numbers: a head of column names, rows with a name and a number for each column, lines between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets import draw_text, follow, text_width
from gui.widgets.painting import RIGHT

HEAD, ROW, LOW_ROW = 26, 38, 32
NAME_SHARE, GAP = 0.38, 12.0


@dataclass(frozen=True)
class TableRow:
    """name at the left, then one text for each column. color: a theme token; strong: bold."""

    name: str
    values: tuple[str, ...]
    color: str = "ink"
    strong: bool = False


class NumberTable(QWidget):
    """heads: the names of the columns, that of the rows' names first. low: rows of less height."""

    def __init__(
        self,
        appearance: Appearance,
        heads: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        low: bool = False,
        name_share: float = NAME_SHARE,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._heads = tuple(heads)
        self._row_height = LOW_ROW if low else ROW
        self._name_share = name_share
        self._rows: tuple[TableRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def rows(self) -> tuple[TableRow, ...]:
        """What is shown."""
        return self._rows

    def set_heads(self, heads: Sequence[str]) -> None:
        """Other names of columns."""
        self._heads = tuple(heads)
        self.update()

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._heads

    def set_head(self, head: str) -> None:
        """Another name over the rows' names."""
        self.set_heads((head, *self._heads[1:]))

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows."""
        if tuple(rows) == self._rows:
            return
        changes_size = len(rows) != len(self._rows)
        self._rows = tuple(rows)
        self.setAccessibleDescription("; ".join(f"{row.name} {' '.join(row.values)}" for row in rows))
        if changes_size:
            self.updateGeometry()
        self.update()

    def _edges(self) -> list[float]:
        """Left ends of the columns, and the right end."""
        count = max(1, len(self._heads) - 1)
        left = self.width() * self._name_share
        return [0.0] + [left + (self.width() - left) * index / count for index in range(count + 1)]

    def name_room(self, values: Sequence[str], token: str) -> float:
        """How wide a row's name may be: it takes what its first number leaves free. token: of the numbers."""
        edges = self._edges()
        first = next((index for index, text in enumerate(values) if text), None)
        if first is None:
            return edges[-1]
        return max(edges[first + 1], edges[first + 2] - text_width(values[first], token) - GAP)

    def _paint_line(self, painter: QPainter, top: float, height: float, row: TableRow, is_head: bool) -> None:
        theme, edges = self._appearance.theme, self._edges()
        name = "caption" if is_head else "header" if row.strong else "body"
        number = "caption" if is_head else "header" if row.strong else "reading"
        color = theme.color("ink3" if is_head else row.color)
        quiet = theme.color("ink2") if row.color == "ink" and not (is_head or row.strong) else color
        room = self.name_room(row.values, number)
        draw_text(painter, QRectF(0, top, room, height), row.name, name, quiet)
        for index, text in enumerate(row.values):
            place = QRectF(edges[index + 1] + 4, top, edges[index + 2] - edges[index + 1] - 4, height)
            draw_text(painter, place, text, number, color, RIGHT)

    def sizeHint(self) -> QSize:
        return QSize(280, HEAD + len(self._rows) * self._row_height + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._heads:
            self._paint_line(painter, 0, HEAD, TableRow(self._heads[0], self._heads[1:]), is_head=True)
        painter.setPen(QPen(self._appearance.theme.color("line"), 1.0))
        tops = [HEAD + 0.5 + index * self._row_height for index in range(len(self._rows) + 1)]
        painter.drawLines([QLineF(0, y, self.width(), y) for y in tops])
        for top, row in zip(tops, self._rows, strict=False):
            self._paint_line(painter, top, self._row_height, row, is_head=False)

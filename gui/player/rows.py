"""The list of what is gone through, scrolling: a click asks for a row, the current one is kept in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.player.pointed_area import PointedArea
from gui.player.rows_geometry import Lines, scrolled
from gui.widgets.focus_ring import RING_REACH


class PlayerRows(PointedArea):
    """A subclass says how many rows there are (`count`) and how they stand (`_set_lines`), and paints them.

    Signals: row_requested(int), from 0, after a click on a row.
    """

    row_requested = Signal(int)

    def __init__(
        self, appearance: Appearance, name: str, lines: Lines, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, name, parent)
        self._lines = lines
        self._current = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(lines.row_height)

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def current(self) -> int:
        """The row that is marked, from 0."""
        return self._current

    def row_rect(self, row: int) -> QRectF:
        """Where a row is in the viewport now."""
        top = self._lines.top_of(row) - self._offset()
        return QRectF(0, top, self.viewport().width(), self._lines.row_height)

    def _paint_rows(self, painter: QPainter, shown: QRect) -> None:
        """Paint the rows in `shown`, in pixels from the list's top."""
        raise NotImplementedError

    def _set_lines(self, lines: Lines) -> None:
        self._lines = lines
        self._set_range()
        self.viewport().update()

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _room_for_scroll_bar(self) -> int:
        return self.width() - self.viewport().width()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._lines.height - self.viewport().height()))

    def _reveal(self) -> None:
        if self.count:
            height = self.viewport().height()
            self.verticalScrollBar().setValue(scrolled(self._lines, self._current, self._offset(), height))

    def _repaint(self, first: int, last: int) -> None:
        """Only these rows: a formula takes a fifth of a millisecond."""
        rect = self.row_rect(first).united(self.row_rect(last))
        self.viewport().update(rect.toRect().adjusted(0, -RING_REACH, 0, RING_REACH))

    def _repaint_part(self, part: int) -> None:
        self._repaint(part, part)

    def _part_at(self, place: QPointF) -> int | None:
        return self._lines.row_at(place.y() + self._offset())

    def _click(self, part: int) -> None:
        self.row_requested.emit(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("panel"))
        if not self.count:
            return
        offset = self._offset()
        painter.translate(0, -offset)
        self._paint_rows(painter, event.rect().translated(0, offset))
        if offset > 0:  # what is cut off goes on above
            painter.fillRect(0, offset, self.width(), 1, theme.color("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_range()
        self._reveal()

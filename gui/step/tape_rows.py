"""The lines of the tape, scrolling: what is done has a tick, the current row is chalk yellow, what comes is pale."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from engine.step.tape import Tape
from gui import formulas
from gui.appearance import Appearance
from gui.step.tape_geometry import TapeLines
from gui.step.tape_line_painter import RING_REACH, LinePainter
from gui.step.tape_words import row_latex

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class TapeRows(QAbstractScrollArea):
    """Signals: row_requested(int), after a click on a row. Arrow keys are left to the window, which steps by them."""

    row_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tape: Tape | None = None
        self._lines = TapeLines(())
        self._latex: frozenset[str] = frozenset()
        self._current = 0
        self._hovered: int | None = None
        self._marks: Mapping[int, str] = {}
        self._has_ring = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Tape")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(31)
        formulas.shelf().ready.connect(self._on_formula_ready)
        appearance.changed.connect(self.viewport().update)

    @property
    def current(self) -> int:
        """The row that is marked."""
        return self._current

    def set_tape(self, tape: Tape) -> None:
        """Show the rows of another tape; the first one is current."""
        self._tape = tape
        self._lines = TapeLines([row.phase for row in tape.rows])
        self._latex = frozenset(latex for row in tape.rows for latex in row_latex(row))
        self._marks = {}
        self._hovered = None
        self._current = 0
        self._set_scroll_range()
        self.viewport().update()

    def show_row(self, index: int) -> None:
        """Mark a row and bring it into view."""
        assert self._tape is not None
        before, self._current = self._current, index
        row = self._tape.rows[index]
        self.setAccessibleDescription(
            f"{row.phase.capitalize()}, step {index + 1} of {len(self._tape.rows)}: {row.name}. {row.meaning}"
        )
        self._reveal()
        self._repaint(min(before, index), max(before, index))

    def set_marks(self, marks: Mapping[int, str]) -> None:
        """ "right" or "wrong" for rows that were worked out with a pencil; they stand in the place of the tick."""
        if dict(marks) != self._marks:
            self._marks = dict(marks)
            self.viewport().update()

    def row_rect(self, row: int) -> QRectF:
        """Where a row is in the viewport now."""
        line = self._lines.line_of(row)
        return QRectF(0, line.top - self._offset(), self.viewport().width(), line.height)

    def _repaint(self, first: int, last: int) -> None:
        """Only these rows: a formula takes a fifth of a millisecond."""
        rect = self.row_rect(first).united(self.row_rect(last))
        self.viewport().update(rect.toRect().adjusted(0, -RING_REACH, 0, RING_REACH))

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _set_scroll_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._lines.height - self.viewport().height()))

    def _reveal(self) -> None:
        if self._tape is not None:
            height = self.viewport().height()
            self.verticalScrollBar().setValue(self._lines.scrolled(self._current, self._offset(), height))

    @Slot(str)
    def _on_formula_ready(self, latex: str) -> None:
        if latex in self._latex:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("panel"))
        if self._tape is None:
            return
        offset = self._offset()
        painter.translate(0, -offset)
        lines = LinePainter(painter, theme, self._tape, self.width(), self._room_for_scroll_bar())
        shown = event.rect().translated(0, offset)
        for line in self._lines.between(shown.top(), shown.bottom()):
            if line.row is None:
                lines.draw_caption(line)
            else:
                lines.draw_row(line, self._current, self._hovered == line.row, self._marks.get(line.row, ""))
        if self._has_ring:
            lines.draw_ring(self._lines.line_of(self._current))
        if offset > 0:  # what is cut off goes on above
            painter.fillRect(0, offset, self.width(), 1, theme.color("line"))

    def _room_for_scroll_bar(self) -> int:
        return self.width() - self.viewport().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_scroll_range()
        self._reveal()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hover(None)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self.row_requested.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _row_at(self, place: QPointF) -> int | None:
        return self._lines.row_at(place.y() + self._offset())

    def _hover(self, row: int | None) -> None:
        if row != self._hovered:
            for changed in (self._hovered, row):
                if changed is not None:
                    self._repaint(changed, changed)
            self._hovered = row
            shape = Qt.CursorShape.PointingHandCursor if row is not None else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._has_ring = event.reason() in KEYBOARD_REASONS
        self._reveal()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._has_ring = False
        self.viewport().update()

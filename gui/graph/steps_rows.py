"""The lines of the steps, scrolling. Arrow keys are left to the window, which steps by them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from engine.graph import Evaluation
from gui import formulas
from gui.appearance import Appearance
from gui.graph.step_geometry import ROW_HEIGHT, height_of, row_at, rows_between, scrolled
from gui.graph.step_painter import StepPainter
from gui.step.tape_rows import KEYBOARD_REASONS

FEWEST = 3  # steps that are in view however little room there is


class StepRows(QAbstractScrollArea):
    """Signals: event_requested(int), from 0, after a click on a step."""

    event_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._evaluation: Evaluation | None = None
        self._current = 0
        self._hovered: int | None = None
        self._has_ring = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Steps")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT)
        formulas.shelf().ready.connect(self._on_formula_ready)
        appearance.changed.connect(self.viewport().update)

    @property
    def count(self) -> int:
        """How many steps there are."""
        return 0 if self._evaluation is None else len(self._evaluation.events)

    @property
    def current(self) -> int:
        """The step that is marked, from 0."""
        return self._current

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Other numbers, or another graph."""
        if self._evaluation is None or evaluation.graph is not self._evaluation.graph:
            self._current, self._hovered = 0, None
        self._evaluation = evaluation
        self._set_range()
        self.viewport().update()

    def show_event(self, index: int) -> None:
        """Mark a step and bring it into view."""
        self._current = index
        if self._evaluation is not None and index < self.count:
            event = self._evaluation.events[index]
            name = self._evaluation.graph.nodes[event.node].name
            words = f"{event.phase.capitalize()}, step {index + 1} of {self.count}: {name}"
            self.setAccessibleDescription(words)
        self._reveal()
        self.viewport().update()

    def row_rect(self, row: int) -> QRectF:
        """Where a step is in the viewport now."""
        return QRectF(0, row * ROW_HEIGHT - self._offset(), self.viewport().width(), ROW_HEIGHT)

    def _offset(self) -> int:
        return self.verticalScrollBar().value()

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, height_of(self.count) - self.viewport().height()))

    def _reveal(self) -> None:
        height = self.viewport().height()
        self.verticalScrollBar().setValue(scrolled(self._current, self._offset(), height, self.count))

    @Slot(str)
    def _on_formula_ready(self, _latex: str) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("panel"))
        if self._evaluation is None:
            return
        offset = self._offset()
        painter.translate(0, -offset)
        bar = self.width() - self.viewport().width()
        steps = StepPainter(painter, theme, self._evaluation.graph, self.width(), bar)
        shown = event.rect().translated(0, offset)
        for index in rows_between(shown.top(), shown.bottom(), self.count):
            steps.draw(index, self._evaluation.events[index], self._current, self._hovered == index)
        if self._has_ring and self.count:
            steps.draw_ring(self._current)
        if offset > 0:  # what is cut off goes on above
            painter.fillRect(0, offset, self.width(), 1, theme.color("line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_range()
        self._reveal()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hover(None)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self.event_requested.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def _row_at(self, place: QPointF) -> int | None:
        return row_at(place.y() + self._offset(), self.count)

    def _hover(self, row: int | None) -> None:
        if row != self._hovered:
            self._hovered = row
            shape = Qt.CursorShape.PointingHandCursor if row is not None else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

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

    def minimumSizeHint(self) -> QSize:
        return QSize(200, height_of(FEWEST))

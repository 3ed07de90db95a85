"""The lines of the steps, scrolling."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.graph import Evaluation
from gui.appearance import Appearance
from gui.graph.step_geometry import ROW_HEIGHT, StepLines
from gui.graph.step_painter import StepPainter
from gui.player.rows import PlayerRows

FEWEST = 3  # steps that are in view however little room there is


class StepRows(PlayerRows):
    """`show_evaluation` says what the steps are, `show_event` which one is current."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Steps", StepLines(), parent)
        self._evaluation: Evaluation | None = None

    @property
    def count(self) -> int:
        """How many steps there are."""
        return 0 if self._evaluation is None else len(self._evaluation.events)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Other numbers, or another graph."""
        if self._evaluation is None or evaluation.graph is not self._evaluation.graph:
            self._current, self._hovered = 0, None
        self._evaluation = evaluation
        self._set_lines(StepLines(self.count))
        self._end_at_whole_rows()

    def _end_at_whole_rows(self) -> None:
        """What can't be seen wholly is left to scrolling."""
        over = self.height() % ROW_HEIGHT if StepLines(self.count).height > self.height() else 0
        if over != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, over)

    def _offset(self) -> int:
        """Whole rows above, too, wherever the bar stands."""
        return round(self.verticalScrollBar().value() / ROW_HEIGHT) * ROW_HEIGHT

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

    def _paint_rows(self, painter: QPainter, shown: QRect) -> None:
        evaluation, bar = self._evaluation, self._room_for_scroll_bar()
        assert evaluation is not None
        steps = StepPainter(painter, self._appearance.theme, evaluation.graph, self.width(), bar)
        for index in StepLines(self.count).between(shown.top(), shown.bottom()):
            steps.draw(index, evaluation.events[index], self._current, self._hovered == index)
        if self._has_ring:
            steps.draw_ring(self._current)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._end_at_whole_rows()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, StepLines(FEWEST).height)

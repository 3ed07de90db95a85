"""The lines of the tape, scrolling: what is done has a tick, the current row is chalk yellow, what comes is pale.

The list begins and ends with a whole line: one that would be cut through its letters is not there.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.player.rows import PlayerRows
from gui.step.tape_geometry import Line, TapeLines
from gui.step.tape_line_painter import LinePainter
from gui.step.tape_words import row_latex


class TapeRows(PlayerRows):
    """`set_tape` says what the rows are, `show_row` which one is current, `set_marks` which were solved by pencil."""

    _lines: TapeLines

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "Tape", TapeLines(()), parent)
        self._tape: Tape | None = None
        self._latex = frozenset()
        self._marks: Mapping[int, str] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        return 0 if self._tape is None else len(self._tape.rows)

    def set_tape(self, tape: Tape) -> None:
        """Show the rows of another tape; the first one is current."""
        self._tape = tape
        self._latex = frozenset(latex for row in tape.rows for latex in row_latex(row))
        self._marks = {}
        self._hovered = None
        self._current = 0
        self._set_lines(TapeLines([row.phase for row in tape.rows]))

    def show_row(self, index: int) -> None:
        """Mark a row and bring it into view."""
        assert self._tape is not None
        before, self._current = self._current, index
        row = self._tape.rows[index]
        self.setAccessibleDescription(
            f"{row.phase.capitalize()}, step {index + 1} of {self.count}: {row.name}. {row.meaning}"
        )
        self._reveal()
        self._repaint(min(before, index), max(before, index))

    def set_marks(self, marks: Mapping[int, str]) -> None:
        """ "right" or "wrong" for rows that were worked out with a pencil; they stand in the place of the tick."""
        if dict(marks) != self._marks:
            self._marks = dict(marks)
            self.viewport().update()

    def _whole_lines(self) -> list[Line]:
        top = self._offset()
        return self._lines.whole_between(top, top + self.viewport().height())

    def _part_at(self, place: QPointF) -> int | None:
        row = super()._part_at(place)
        return row if any(line.row == row for line in self._whole_lines()) else None

    def _paint_rows(self, painter: QPainter, shown: QRect) -> None:
        assert self._tape is not None
        theme, bar = self._appearance.theme, self._room_for_scroll_bar()
        lines = LinePainter(painter, theme, self._tape, self.width(), bar)
        for line in self._whole_lines():
            if line.top > shown.bottom() or line.top + line.height < shown.top():
                continue
            if line.row is None:
                lines.draw_caption(line)
            else:
                lines.draw_row(line, self._current, self._hovered == line.row, self._marks.get(line.row, ""))
        if self._has_ring:
            lines.draw_ring(self._lines.line_of(self._current))

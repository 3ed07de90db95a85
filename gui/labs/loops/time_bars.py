"""The measured times as bars on a log axis that always is the same, so that two measurements can be compared."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.loops import STAGES, Timing
from gui.appearance import Appearance
from gui.labs.loops.time_text import TICKS, position, seconds_text, tick_text
from gui.theme import Theme
from gui.widgets import draw_box, draw_text, follow
from gui.widgets.painting import CENTER

ROW, BAR, AXIS = 26, 18, 20
NAME, END = 96, 132
LEAST = 3.0


class TimeBars(QWidget):
    """`set_timing` shows a measurement, None for nothing measured yet."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._timing: Timing | None = None
        self.setFixedHeight(len(STAGES) * ROW + AXIS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Times")
        follow(self, appearance)

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands at the end of each bar."""
        if self._timing is None:
            return ("",) * len(STAGES)
        return tuple("" if math.isnan(seconds) else seconds_text(seconds) for seconds in self._timing.seconds)

    def set_timing(self, timing: Timing | None) -> None:
        """Show another measurement."""
        self._timing = timing
        self.setAccessibleDescription(", ".join(text for text in self.texts if text))
        self.update()

    def bar_rect(self, stage: int) -> QRectF:
        """Where a bar is; empty before its stage has run."""
        seconds = math.nan if self._timing is None else self._timing.seconds[stage]
        width = 0.0 if math.isnan(seconds) else max(LEAST, position(seconds) * self._room())
        return QRectF(NAME, stage * ROW + (ROW - BAR) / 2, width, BAR)

    def _room(self) -> float:
        return self.width() - NAME - END

    def sizeHint(self) -> QSize:
        return QSize(720, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._appearance.theme
        self._paint_axis(painter, theme)
        for number, stage in enumerate(STAGES):
            name = QRectF(0, number * ROW, NAME - 10, ROW)
            draw_text(painter, name, f"{number + 1}  {stage.title}", "small", theme.color("ink2"))
            self._paint_bar(painter, theme, number)
        if self._timing is None:
            place = QRectF(NAME, 0, self._room(), len(STAGES) * ROW)
            draw_text(painter, place, "not measured yet", "small", theme.color("ink3"), CENTER)

    def _paint_bar(self, painter: QPainter, theme: Theme, number: int) -> None:
        timing, bar = self._timing, self.bar_rect(number)
        if timing is None or not bar.width():
            return
        is_going_on = number == timing.at and not timing.is_over
        draw_box(painter, bar, 3.0, theme.color("ink3" if is_going_on else "ink"))
        end = QRectF(bar.right() + 8, bar.top(), END, BAR)
        draw_text(painter, end, self.texts[number], "header", theme.color("ink"))

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        bottom = len(STAGES) * ROW
        for exponent in TICKS:
            x = NAME + position(10.0**exponent) * self._room()
            painter.fillRect(QRectF(round(x), 0, 1, bottom), theme.color("line"))
            place = QRectF(x - 40, bottom + 3, 80, AXIS - 4)
            draw_text(painter, place, tick_text(exponent), "caption", theme.color("ink3"), CENTER)
        painter.fillRect(QRectF(NAME, bottom, self._room() + 1, 1), theme.color("line2"))

"""The three programs side by side, each loop with a line beside its body."""

from __future__ import annotations

from functools import cache
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.labs.loop_texts import HELPERS
from engine.labs.loops import STAGES, Stage
from gui.appearance import Appearance
from gui.labs.loops.code_geometry import columns_of, letter_size, line_height, loops_of
from gui.theme import Theme
from gui.widgets import draw_text, follow, text_width, type_font

PADDING, HEAD, FOOT = 10, 34, 8
# What stands in each column; below the shortest program is what all three call.
TEXTS = (*(stage.text for stage in STAGES[:-1]), f"{STAGES[-1].text}\n{HELPERS}")
GUIDE_WIDTH, GUIDE_OFF = 2.0, 2.0
RUNNING = 8.0


class ProgramsView(QWidget):
    """`set_running` marks the program that runs, -1 for none."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._running = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Programs")
        self.setAccessibleDescription("\n".join(stage.text for stage in STAGES))
        follow(self, appearance)

    @property
    def running(self) -> int:
        """The program that is marked."""
        return self._running

    def set_running(self, stage: int) -> None:
        """Mark another program."""
        if stage != self._running:
            self._running = stage
            self.update()

    @property
    def letters(self) -> int:
        """The size of the letters, in pixels."""
        room = self.width() - 2 * PADDING * len(TEXTS)
        return letter_size(TEXTS, room, self.height() - HEAD - FOOT)

    def places(self) -> tuple[QRectF, ...]:
        """Each program's column, as wide as its longest line asks for."""
        columns = [columns_of(text) for text in TEXTS]
        room = (self.width() - 2 * PADDING * len(TEXTS)) / sum(columns)
        widths = [count * room + 2 * PADDING for count in columns]
        lefts = accumulate(widths, initial=0.0)
        return tuple(QRectF(round(x), 0, w, self.height()) for x, w in zip(lefts, widths, strict=False))

    def sizeHint(self) -> QSize:
        return QSize(760, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(720, 270)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._appearance.theme
        painter.fillRect(self.rect(), theme.color("sunken"))
        size, places = self.letters, self.places()
        for number, (stage, place) in enumerate(zip(STAGES, places, strict=True)):
            self._paint_head(painter, theme, place, number, stage)
            _paint_program(painter, theme, place, stage.text, size)
            if number:
                painter.fillRect(QRectF(round(place.left()), 0, 1, self.height()), theme.color("line"))
        self._paint_helpers(painter, theme, size, places[-1].left() + PADDING)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("line"))

    def _paint_head(self, painter: QPainter, theme: Theme, place: QRectF, number: int, stage: Stage) -> None:
        x = place.left() + PADDING
        if number == self._running:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("run"), 0))
            painter.setBrush(theme.color("run"))
            painter.drawEllipse(QRectF(x, HEAD / 2 - RUNNING / 2, RUNNING, RUNNING))
            x += RUNNING + 6
        title = f"{number + 1}  {stage.title}"
        width = text_width(title, "header")
        draw_text(painter, QRectF(x, 0, width + 1, HEAD), title, "header", theme.color("ink"))
        rest = QRectF(x + width + 8, 0, place.right() - x - width - 12, HEAD)
        draw_text(painter, rest, stage.about, "small", theme.color("ink3"))

    def _paint_helpers(self, painter: QPainter, theme: Theme, size: int, left: float) -> None:
        """Below the shortest program: what all three call."""
        leading = line_height(size)
        lines = HELPERS.rstrip("\n").split("\n")
        below = max(stage.text.count("\n") for stage in STAGES) - len(lines)
        painter.setFont(code_font(size))
        painter.setPen(theme.color("ink3"))
        for row, line in enumerate(lines):
            y = HEAD + (below + row) * leading + _ascent(size)
            painter.drawText(QPointF(left, y), line)


def _paint_program(painter: QPainter, theme: Theme, place: QRectF, text: str, size: int) -> None:
    left, leading = place.left() + PADDING, line_height(size)
    advance = QFontMetricsF(code_font(size)).horizontalAdvance("0")
    for loop in loops_of(text):
        x = left + loop.column * advance + GUIDE_OFF
        top = HEAD + loop.first * leading + 1
        height = (loop.last - loop.first + 1) * leading - 2
        painter.fillRect(QRectF(round(x), top, GUIDE_WIDTH, height), theme.color("line2"))
    painter.setFont(code_font(size))
    painter.setPen(theme.color("ink"))
    for row, line in enumerate(text.rstrip("\n").split("\n")):
        painter.drawText(QPointF(left, HEAD + row * leading + _ascent(size)), line)


def _ascent(size: int) -> float:
    """From the top of a line to its baseline."""
    metrics = QFontMetricsF(code_font(size))
    return (line_height(size) + metrics.capHeight()) / 2


@cache
def code_font(size: int) -> QFont:
    """The face of code at any size."""
    face = QFont(type_font("code"))
    face.setPixelSize(size)
    return face

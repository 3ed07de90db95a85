"""The foot of the tape: J before the update; at the last row J after it and the difference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.step.tape import Tape
from gui.appearance import Appearance
from gui.step.number_format import NumberFormat, NumberStyle
from gui.widgets import draw_text, follow, text_width
from gui.widgets.painting import RIGHT

HEIGHT, STACKED_HEIGHT, PADDING, GAP, LINE = 49, 67, 16, 8, 18
BEFORE, HIDDEN = "J before", "?"
SMALL = NumberStyle(2, power=True)
Part = tuple[str, str, str]  # word, number, the number's colour


class TapeFooter(QWidget):
    """`show_row` decides between "after step 17" and J after."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tape: Tape | None = None
        self._format = NumberFormat()
        self._is_at_end = False
        self._hides_before = self._hides_after = False
        self._is_stacked = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    def text(self) -> str:
        """What stands there, as one sentence."""
        return ", ".join(f"{word} {number}" for word, number, _color in self._parts(self._is_at_end))

    def set_tape(self, tape: Tape) -> None:
        """Take the costs of another update."""
        self._tape = tape
        self._is_at_end = False
        self._changed()

    def show_row(self, index: int) -> None:
        """J after is shown at the last row."""
        self._is_at_end = self._tape is not None and index == len(self._tape.rows) - 1
        self._changed()

    def set_number_format(self, number_format: NumberFormat) -> None:
        """Write numbers in another way."""
        self._format = number_format
        self._changed()

    def set_numbers_hidden(self, before: bool, after: bool) -> None:
        """A question mark instead of J before or after, while it is to be worked out with a pencil."""
        self._hides_before, self._hides_after = before, after
        self._changed()

    def _changed(self) -> None:
        self._fit()
        self.setAccessibleName(self.text())
        self.update()

    def _parts(self, at_end: bool) -> list[Part]:
        tape = self._tape
        if tape is None:
            return []
        before = (BEFORE, self._number(tape.cost_before, self._hides_before), "ink")
        if not at_end:
            return [before, ("after", f"step {len(tape.rows)}", "ink2")]
        change = tape.cost_after - tape.cost_before
        is_hidden = self._hides_before or self._hides_after
        color = "ink2" if is_hidden or change == 0.0 else "neg" if change < 0.0 else "pos"
        return [
            before,
            ("after", self._number(tape.cost_after, self._hides_after), "ink"),
            ("difference", HIDDEN if is_hidden else self._difference(change), color),
        ]

    def _number(self, value: float, is_hidden: bool = False) -> str:
        return HIDDEN if is_hidden else self._format.style_for(abs(value)).text(value)

    def _difference(self, change: float) -> str:
        """With its sign; one that would be rounded to nothing is written with a power of ten."""
        text = self._number(change)
        if change != 0.0 and not text.strip("0."):
            text = SMALL.text(change)
        return f"+{text}" if change > 0.0 else text

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two numbers in a line where they fit, at the end as well: the height does not change while stepping."""
        if self._tape is not None:
            widest = max(self._beside(self._parts(at_end)) for at_end in (False, True))
            self._is_stacked = widest > self.width() - 2 * PADDING
            self.setFixedHeight(STACKED_HEIGHT if self._is_stacked else HEIGHT)

    @staticmethod
    def _beside(parts: Sequence[Part]) -> float:
        return sum(_width(part) for part in parts[:2]) + 2 * GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.fillRect(QRectF(PADDING, 0, self.width() - 2 * PADDING, 1), theme.color("line"))
        parts = self._parts(self._is_at_end)
        lines = [[part] for part in parts] if self._is_stacked else [parts[:2], parts[2:]]
        lines = [line for line in lines if line]
        top = (self.height() + 1 - LINE * len(lines)) / 2
        for number, line in enumerate(lines):
            self._draw_line(painter, line, top + number * LINE)

    def _draw_line(self, painter: QPainter, parts: Sequence[Part], top: float) -> None:
        for part in parts:
            word, number, color = part
            token = _token(part)
            is_left = part is parts[0] and (len(parts) > 1 or self._is_stacked or word == BEFORE)
            width = _width(part)
            x = PADDING if is_left else self.width() - PADDING - width
            theme = self._appearance.theme
            draw_text(painter, QRectF(x, top, width, LINE), word, "body", theme.color("ink2"))
            right = self.width() - PADDING if self._is_stacked else x + width
            draw_text(painter, QRectF(x, top, right - x, LINE), number, token, theme.color(color), RIGHT)


def _token(part: Part) -> str:
    return "body" if part[2] == "ink2" else "header"


def _width(part: Part) -> float:
    return text_width(part[0], "body") + GAP + text_width(part[1], _token(part)) + 1

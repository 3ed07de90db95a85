"""The slips of an exercise: how often each was made, what it is called, and a sentence that sets it right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.widgets import draw_text, follow, text_width
from gui.widgets.painting import RIGHT

ROW, LINE, COUNT_WIDTH, GAP = 46, 18, 34, 12


@dataclass(frozen=True)
class Made:
    """A slip in words, how often it was made, and what to mind."""

    words: str
    count: int
    sentence: str


class SlipList(QWidget):
    """`show_slips`, the most frequent first."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.slips: tuple[Made, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_slips(())
        follow(self, appearance)

    def show_slips(self, slips: Sequence[Made]) -> None:
        """Show other slips."""
        self.slips = tuple(slips)
        self.setFixedHeight(ROW * len(self.slips))
        self.setVisible(bool(self.slips))
        self.setAccessibleName("; ".join(f"{slip.count} times {slip.words}" for slip in self.slips))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, ROW * len(self.slips))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        for index, slip in enumerate(self.slips):
            top = index * ROW
            painter.fillRect(QRectF(0, top, self.width(), 1), theme.color("line"))
            number = QRectF(0, top + 5, COUNT_WIDTH, LINE)
            draw_text(painter, number, f"{slip.count} ×", "header", theme.color("ink"), RIGHT)
            left = COUNT_WIDTH + GAP
            words = slip.words[:1].upper() + slip.words[1:]
            width = min(text_width(words, "header") + 1, self.width() - left)
            draw_text(painter, QRectF(left, top + 5, width, LINE), words, "header", theme.color("ink"))
            place = QRectF(left, top + 5 + LINE, self.width() - left, LINE)
            draw_text(painter, place, slip.sentence, "body", theme.color("ink2"))

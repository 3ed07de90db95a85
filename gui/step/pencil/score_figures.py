"""The figures of a score side by side: how many, a sign and a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.appearance import Appearance
from gui.icons import paint_icon
from gui.widgets import draw_box, draw_text, follow
from gui.widgets.painting import RADIUS_L

HEIGHT, GAP, PADDING, WIDEST = 76, 12, 14, 168
ICON, NUMBER_HEIGHT, WORD_HEIGHT = 18, 30, 18


@dataclass(frozen=True)
class Figure:
    """count with its word, and the sign that stands beside it."""

    count: int
    word: str
    icon: str
    color: str


class ScoreFigures(QWidget):
    """`show_figures`; all boxes have the same width."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._figures: tuple[Figure, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self, appearance)

    @property
    def text(self) -> str:
        """All of it in one line."""
        return ", ".join(f"{figure.count} {figure.word}" for figure in self._figures)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other figures."""
        self._figures = tuple(figures)
        self.setAccessibleName(self.text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        count = max(1, len(self._figures))
        width = min(WIDEST, (self.width() - GAP * (count - 1)) / count)
        for index, figure in enumerate(self._figures):
            box = QRectF(round(index * (width + GAP)), 0, round(width), HEIGHT)
            draw_box(painter, box, RADIUS_L, theme.color("sunken"), theme.color("line"))
            left, top = box.x() + PADDING, (HEIGHT - NUMBER_HEIGHT - WORD_HEIGHT) / 2
            is_none = figure.count == 0
            place = QRectF(left, top, width - 2 * PADDING, NUMBER_HEIGHT)
            draw_text(painter, place, str(figure.count), "heading", theme.color("ink3" if is_none else "ink"))
            icon = QRectF(box.right() - PADDING - ICON, top + (NUMBER_HEIGHT - ICON) / 2, ICON, ICON)
            color = theme.color("line2" if is_none else figure.color)
            paint_icon(painter, figure.icon, icon, color, 2)
            below = QRectF(left, top + NUMBER_HEIGHT, width - 2 * PADDING, WORD_HEIGHT)
            draw_text(painter, below, figure.word, "small", theme.color("ink2"))

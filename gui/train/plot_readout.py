"""A small card beside the cursor with one exact value a layer. Where it goes is pure; painting it is not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import Theme
from gui.train.plot_series import Box
from gui.train.plot_text import plot_font
from gui.widgets.painting import RADIUS_M, draw_box

ROW_HEIGHT, COLUMN_WIDTH, PADDING = 15.0, 84.0, 7.0
CURSOR_GAP = 9.0
SWATCH = QRectF(0.0, 2.0, 3.0, 11.0)
NAME_WIDTH = 20.0


@dataclass(frozen=True)
class Card:
    """The card's rectangle and how many rows a column of it holds."""

    left: float
    top: float
    width: float
    height: float
    rows: int


def card_place(count: int, x: float, box: Box, right: float) -> Card:
    """A card for `count` values beside a cursor at `x`: right of it if it ends before `right`, else left of it."""
    most_rows = max(1, int((box.height - 2 * PADDING) // ROW_HEIGHT))
    columns = max(1, math.ceil(count / most_rows))
    rows = math.ceil(count / columns)
    width = columns * COLUMN_WIDTH + 2 * PADDING
    height = rows * ROW_HEIGHT + 2 * PADDING - 1.0
    left = x + CURSOR_GAP
    if left + width > right:
        left = max(2.0, x - CURSOR_GAP - width)
    return Card(left, box.top + 1.0, width, height, rows)


def paint_card(
    painter: QPainter, theme: Theme, card: Card, values: Sequence[tuple[str, str, QColor]]
) -> None:
    """Rows of (name, value, colour of the swatch)."""
    draw_box(
        painter,
        QRectF(card.left, card.top, card.width, card.height),
        RADIUS_M,
        theme.color("panel"),
        theme.color("line2"),
    )
    for i, (name, value, color) in enumerate(values):
        left = card.left + PADDING + (i // card.rows) * COLUMN_WIDTH
        top = card.top + PADDING + (i % card.rows) * ROW_HEIGHT
        painter.fillRect(SWATCH.translated(left, top), color)
        painter.setFont(plot_font("caption"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRectF(left + 8.0, top, NAME_WIDTH, ROW_HEIGHT), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(plot_font("caption", strong=True))
        painter.setPen(theme.color("ink"))
        place = QRectF(left + 8.0 + NAME_WIDTH, top, COLUMN_WIDTH - NAME_WIDTH - 8.0, ROW_HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, value)

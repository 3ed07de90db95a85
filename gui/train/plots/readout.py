"""A small card beside the cursor with one exact value a layer. Where it goes is pure; painting it is not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import Theme
from gui.train.plots.series import Box
from gui.train.plots.text import plot_font
from gui.widgets.painting import RADIUS_M, draw_box

ROW_HEIGHT, LEAST_ROW_HEIGHT, COLUMN_WIDTH, PADDING = 15.0, 12.0, 92.0, 6.0
CURSOR_GAP = 9.0
SWATCH_WIDTH, SWATCH_HEIGHT = 3.0, 10.0
NAME_LEFT, NAME_WIDTH = 8.0, 18.0


class Card(NamedTuple):
    """The card's rectangle, how many rows a column of it holds and how high they are."""

    left: float
    top: float
    width: float
    height: float
    rows: int
    row_height: float


def card_place(count: int, x: float, box: Box, right: float) -> Card:
    """A card for `count` values beside a cursor at `x`: right of it if it ends before `right`, else left of it."""
    room = box.height - 2 * PADDING
    columns = max(1, math.ceil(count * LEAST_ROW_HEIGHT / room))
    rows = math.ceil(count / columns)
    row_height = min(ROW_HEIGHT, room / max(1, rows))
    width = columns * COLUMN_WIDTH + 2 * PADDING
    left = x + CURSOR_GAP
    if left + width > right:
        left = max(2.0, x - CURSOR_GAP - width)
    return Card(left, box.top, width, rows * row_height + 2 * PADDING, rows, row_height)


def paint_card(
    painter: QPainter, theme: Theme, card: Card, values: Sequence[tuple[str, str, QColor]]
) -> None:
    """Rows of (name, value, colour of the swatch)."""
    place = QRectF(card.left, card.top, card.width, card.height)
    draw_box(painter, place, RADIUS_M, theme.color("panel"), theme.color("line2"))
    for i, (name, value, color) in enumerate(values):
        left = card.left + PADDING + (i // card.rows) * COLUMN_WIDTH
        row = QRectF(
            left, card.top + PADDING + (i % card.rows) * card.row_height, COLUMN_WIDTH, card.row_height
        )
        painter.fillRect(
            QRectF(left, row.center().y() - SWATCH_HEIGHT / 2, SWATCH_WIDTH, SWATCH_HEIGHT), color
        )
        painter.setFont(plot_font("caption"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(row.adjusted(NAME_LEFT, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(plot_font("caption", strong=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(row.adjusted(NAME_LEFT + NAME_WIDTH, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, value)

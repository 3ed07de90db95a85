"""An icon and a word: Right, Not quite. Never a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets import draw_text, text_width

ICON, GAP, HEIGHT = 16.0, 5.0, 20.0
RIGHT, WRONG, TOKEN = "Right", "Not quite", "small_strong"
WORDS = {True: (RIGHT, "check", "run"), False: (WRONG, "close", "err")}


def mark_width(is_right: bool) -> float:
    """The room that the mark takes."""
    return ICON + GAP + text_width(WORDS[is_right][0], TOKEN) + 1


def paint_mark(painter: QPainter, theme: Theme, x: float, middle: float, is_right: bool) -> None:
    """Paint the mark from x on, around this height."""
    word, icon, color = WORDS[is_right]
    place = QRectF(x, middle - ICON / 2, ICON, ICON)
    paint_icon(painter, icon, place, theme.color(color), 2.0)
    words = QRectF(x + ICON + GAP, middle - HEIGHT / 2, text_width(word, TOKEN) + 1, HEIGHT)
    draw_text(painter, words, word, TOKEN, theme.color(color))

"""The sizes that a text of the course is set in: the lesson, the question of a page, what explains its answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF

from gui.fonts import font
from gui.widgets import type_font

CODE_SHARE = 0.88  # of the text's size: the letters of code look larger
SAMPLE = "the first layers hear next to nothing of a signal that shrinks at every step"
BOLD, ITALIC, CODE = "+bold", "+italic", "+code"


@dataclass(frozen=True)
class Look:
    """token: of the type; line: pixels a line; math, display: pixels of formulas; gap: between paragraphs.

    color: a token; letters: at most so many in a line, 0 for no limit.
    """

    token: str
    line: float
    math: float
    display: float
    gap: float
    color: str = "ink"
    letters: int = 0


HEADING = Look("heading", 31, 25, 26, 8)
LESSON = Look("lesson", 23, 17.5, 20, 12, letters=62)
QUESTION = Look("title", 21, 17.5, 19, 8)
CHOICE = Look("reading", 20, 16.5, 18, 6)
CHOSEN = Look("reading+bold", 20, 16.5, 18, 6)
EXPLANATION = Look("body", 19, 15.5, 17, 8, "ink2")
EXCERPT = Look("body", 19, 15.5, 17, 6, "ink2")


@cache
def style_font(style: str) -> QFont:
    """The face of a piece: a type token, and behind it what is special: "lesson+bold", "body+code"."""
    token, *marks = style.split("+")
    base = type_font(token)
    if "code" in marks:
        face = font("code")
        face.setPixelSize(round(base.pixelSize() * CODE_SHARE))
        return face
    face = QFont(base)
    if "bold" in marks:
        face.setWeight(QFont.Weight.DemiBold)
    face.setItalic("italic" in marks)
    return face


@cache
def metrics(style: str) -> QFontMetricsF:
    """How large the letters of a style are."""
    return QFontMetricsF(style_font(style))


def widest(look: Look) -> float:
    """The room for as many letters as a line may have; without a limit it is endless."""
    if not look.letters:
        return float("inf")
    return look.letters * metrics(look.token).horizontalAdvance(SAMPLE) / len(SAMPLE)

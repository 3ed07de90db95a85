"""The faces and sizes of print, in points: Inter for words, STIX Two Math for numbers, as in the formulas beside them.

Numbers stand in the face of formulas also because its figures are all equally wide, and can be copied out of a PDF.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontMetricsF

from gui.fonts import TEXT_FAMILY, math_font

UNIT = 100  # fonts are made this large and scaled, as Qt's pixel sizes are whole
TITLE, HEADING, BODY, SMALL = 19.0, 12.5, 10.5, 8.5
FORMULA, NUMBER, SMALL_NUMBER = 13.0, 12.0, 10.5
WORDS, STRONG, NUMBERS = "words", "strong", "numbers"


@cache
def face(name: str) -> QFont:
    """The font of a face, UNIT pixels large."""
    if name == NUMBERS:
        return math_font(UNIT)
    chosen = QFont([TEXT_FAMILY, "DejaVu Sans"])
    chosen.setPixelSize(UNIT)
    chosen.setWeight(QFont.Weight.DemiBold if name == STRONG else QFont.Weight.Normal)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    chosen.setStyleHint(QFont.StyleHint.SansSerif)
    # Its other brackets, for between figures, would get lost when text is copied out of a PDF.
    chosen.setFeature(QFont.Tag("calt"), 0)
    return chosen


def text_width(text: str, name: str, size: float) -> float:
    """How wide a line of text is, in points."""
    return QFontMetricsF(face(name)).horizontalAdvance(text) * size / UNIT

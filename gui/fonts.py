"""The bundled faces and the sizes of text: `font("body")`, `math_font(15)`. Sizes are pixels.

Inter carries text and numbers (figures of equal width), STIX Two Math formulas, JetBrains Mono code.
"""

from __future__ import annotations

import logging
import unicodedata
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from engine.asset_paths import asset_path

log = logging.getLogger(__name__)

TEXT_FAMILY = "Inter"
MATH_FAMILY = "STIX Two Math"
CODE_FAMILY = "JetBrains Mono"
FONT_FILES = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "STIXTwoMath-Regular.ttf",
    "JetBrainsMono-Regular.ttf",
)


class TypeToken(NamedTuple):
    """One size of text: pixels, weight, letter spacing in percent of the usual advance."""

    pixels: int
    weight: QFont.Weight = QFont.Weight.Normal
    spacing: float = 100.0
    family: str = TEXT_FAMILY


# Qt's pixel sizes are whole: the 13.5 px of code and the 14.5 px of lessons are rounded up.
TYPE_TOKENS: dict[str, TypeToken] = {
    "caption": TypeToken(11),
    "small": TypeToken(12),
    "body": TypeToken(13),
    "reading": TypeToken(14),
    "lesson": TypeToken(15),
    "header": TypeToken(13, QFont.Weight.DemiBold),
    "title": TypeToken(15, QFont.Weight.DemiBold),
    "cell": TypeToken(16),
    "cell_selected": TypeToken(16, QFont.Weight.DemiBold),
    "display": TypeToken(20, QFont.Weight.DemiBold),
    "heading": TypeToken(24, QFont.Weight.DemiBold, 99.0),
    "code": TypeToken(14, family=CODE_FAMILY),
    "code_small": TypeToken(12, family=CODE_FAMILY),
    "code_field": TypeToken(17, family=CODE_FAMILY),
}

# First code points of the mathematical italic alphabets, by the range of plain letters that they mirror.
ITALIC_RANGES = (("A", "Z", 0x1D434), ("a", "z", 0x1D44E), ("Α", "Ω", 0x1D6E2), ("α", "ω", 0x1D6FC))
ITALIC_SINGLES = {"h": "\u210e", "∂": "\U0001d715", "∇": "\U0001d6fb"}


def load_fonts() -> tuple[str, ...]:
    """Make the bundled faces known to Qt and return their families. Needs a QGuiApplication; may be repeated."""
    families: dict[str, None] = {}
    for name in FONT_FILES:
        identifier = QFontDatabase.addApplicationFont(str(asset_path("fonts", name)))
        if identifier < 0:
            log.warning("the bundled font %s can't be loaded; the system's face is used", name)
            continue
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(identifier)))
    return tuple(families)


def font(token: str, weight: QFont.Weight | None = None) -> QFont:
    """The font of a type token ("caption", "body", "header", ...), in its own weight or in another one."""
    chosen = QFont(_token_font(token))
    if weight is not None:
        chosen.setWeight(weight)
    return chosen


def math_font(pixels: int) -> QFont:
    """The face of formulas, upright; `math_italic` gives its slanted letters.

    The face is made for tall integrals: its line is four times as high as its letters. Place it by baseline or by
    `QFontMetricsF.tightBoundingRect`, not by ascent and height.
    """
    chosen = QFont([MATH_FAMILY, "DejaVu Sans"])
    chosen.setPixelSize(pixels)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen


def math_italic(text: str) -> str:
    """The same text with Latin and Greek letters slanted, by code point: W -> U+1D44A, ŷ -> slanted y and a hat."""
    return "".join(_italic_letter(letter) for letter in unicodedata.normalize("NFD", text))


@cache
def _token_font(token: str) -> QFont:
    size = TYPE_TOKENS[token]
    is_code = size.family == CODE_FAMILY
    chosen = QFont([size.family, "DejaVu Sans Mono" if is_code else "DejaVu Sans"])
    chosen.setPixelSize(size.pixels)
    chosen.setWeight(size.weight)
    # Unhinted text has the same widths on every system, and is placed by fractions of a pixel.
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if is_code:
        chosen.setStyleHint(QFont.StyleHint.Monospace)
        chosen.setFeature(QFont.Tag("calt"), 0)  # no ligatures: == stays two signs
    else:
        chosen.setStyleHint(QFont.StyleHint.SansSerif)
        chosen.setFeature(QFont.Tag("tnum"), 1)
    if size.spacing != 100.0:
        chosen.setLetterSpacing(QFont.SpacingType.PercentageSpacing, size.spacing)
    return chosen


@cache
def _italic_letter(letter: str) -> str:
    if letter in ITALIC_SINGLES:
        return ITALIC_SINGLES[letter]
    for first, last, start in ITALIC_RANGES:
        if first <= letter <= last:
            return chr(start + ord(letter) - ord(first))
    return letter

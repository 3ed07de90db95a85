"""Symbols as the notes write them, w with [l] above and k,j below, drawn from the bundled mathematical face."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui.fonts import math_font, math_italic
from gui.widgets.numbers import MINUS, fixed_text

SCRIPT = 0.72
RAISE, DROP = 0.42, 0.28
_Part = tuple[float, float, str, bool]  # x, y, text, whether it is small

SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@dataclass(frozen=True, slots=True)
class Symbol:
    """letters are slanted; above and below are its upper and lower index, upright; after follows upright."""

    letters: str
    above: str = ""
    below: str = ""
    after: str = ""


def weight_symbol(l: int, k: int, j: int) -> Symbol:
    """w of layer l from unit j to unit k; both counted from 0, written from 1."""
    return Symbol("w", f"[{l}]", f"{k + 1},{j + 1}")


def unit_symbol(letter: str, l: int, k: int) -> Symbol:
    """b or a of unit k (from 0) of layer l."""
    return Symbol(letter, f"[{l}]", str(k + 1))


def plain_name(symbol: Symbol) -> str:
    """The symbol in one line of plain text, for screen readers and messages: w[3]1,2."""
    return f"{symbol.letters}{symbol.above}{symbol.below}"


def number_for_card(value: float) -> str:
    """Four digits that count: 4.368, −0.0172, 123.4; very small ones as 3.2·10⁻⁵."""
    size = abs(value)
    if not math.isfinite(value):
        return "not a number" if math.isnan(value) else ("∞" if value > 0 else MINUS + "∞")
    if size >= 100_000 or 0 < size < 0.00095:
        digits, power = f"{value:.1e}".split("e")
        return f"{digits.replace('-', MINUS)}·10{str(int(power)).translate(SUPERSCRIPTS)}"
    return fixed_text(value, 4 if size < 1 else 3 if size < 10 else 2 if size < 100 else 1)


@cache
def _fonts(pixels: int) -> tuple[QFont, QFont]:
    return math_font(pixels), math_font(max(8, round(pixels * SCRIPT)))


@cache
def _parts(symbol: Symbol, pixels: int) -> tuple[tuple[_Part, ...], float]:
    """The parts about a baseline at 0, and the width of the whole."""
    main, small = (QFontMetricsF(face) for face in _fonts(pixels))
    slanted = math_italic(symbol.letters)
    x = main.horizontalAdvance(slanted)
    parts: list[_Part] = [(0.0, 0.0, slanted, False)]
    widest = 0.0
    for text, rise in ((symbol.above, -RAISE), (symbol.below, DROP)):
        if text:
            parts.append((x + 0.5, rise * pixels, text, True))
            widest = max(widest, small.horizontalAdvance(text) + 0.5)
    x += widest
    if symbol.after:
        parts.append((x, 0.0, symbol.after, False))
        x += main.horizontalAdvance(symbol.after)
    return tuple(parts), x


def symbol_width(symbol: Symbol, pixels: int) -> float:
    """How wide the symbol is."""
    return _parts(symbol, pixels)[1]


def draw_symbol(painter: QPainter, x: float, baseline: float, symbol: Symbol, pixels: int) -> float:
    """Draw with the painter's pen, left end at x; returns where the symbol ends."""
    parts, width = _parts(symbol, pixels)
    main, small = _fonts(pixels)
    for dx, dy, text, is_small in parts:
        painter.setFont(small if is_small else main)
        painter.drawText(QPointF(x + dx, baseline + dy), text)
    return x + width


def draw_math_text(painter: QPainter, x: float, baseline: float, text: str, pixels: int) -> float:
    """Draw upright text in the mathematical face; returns where it ends."""
    painter.setFont(_fonts(pixels)[0])
    painter.drawText(QPointF(x, baseline), text)
    return x + math_text_width(text, pixels)


@cache
def math_text_width(text: str, pixels: int) -> float:
    """How wide upright text in the mathematical face is."""
    return QFontMetricsF(_fonts(pixels)[0]).horizontalAdvance(text)

"""The signs between matrices as mathematics: 1/m as a fraction, single letters slanted, words upright."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from gui.fonts import math_font, math_italic

LARGE, WORDY, SHORT = 24, 17, 8  # pixels of short signs and of long ones
FRACTION = re.compile(r"(1/2m|1/m|λ₂/2)")
VARIABLE = re.compile(r"(?<![A-Za-z])(d?[A-Za-zα-ω])(?![A-Za-z(])")
FUNCTIONS = "σ"
SMALL = 0.72  # of a fraction's parts
AXIS, BAR, FRACTION_PAD = 0.25, 1.2, 3.0


@dataclass(frozen=True)
class Run:
    """A stretch of text, or a fraction whose lower part is `below`."""

    text: str
    below: str = ""


def sign_pixels(text: str) -> int:
    """Short signs are large, words and long factors smaller."""
    return LARGE if len(text) <= SHORT else WORDY


def sign_width(text: str) -> float:
    """How wide a sign is in its size."""
    return sum(_width(run, sign_pixels(text)) for run in _runs(text))


def draw_sign(painter: QPainter, center_x: float, axis_y: float, text: str) -> None:
    """Draw in the colour of the painter's pen, about the axis of the matrices."""
    pixels = sign_pixels(text)
    x, baseline = center_x - sign_width(text) / 2, axis_y + AXIS * pixels
    for run in _runs(text):
        if run.below:
            _draw_fraction(painter, x, axis_y, run, pixels)
        else:
            painter.setFont(math_font(pixels))
            painter.drawText(QPointF(x, baseline), run.text)
        x += _width(run, pixels)


def _draw_fraction(painter: QPainter, x: float, axis_y: float, run: Run, pixels: int) -> None:
    small = round(SMALL * pixels)
    face = math_font(small)
    metrics = QFontMetricsF(face)
    width = _width(run, pixels)
    painter.setFont(face)
    for text, baseline in ((run.text, axis_y - 0.28 * small), (run.below, axis_y + 0.95 * small)):
        painter.drawText(QPointF(x + (width - metrics.horizontalAdvance(text)) / 2, baseline), text)
    bar = QRectF(x + FRACTION_PAD / 2, axis_y - BAR / 2, width - FRACTION_PAD, BAR)
    painter.fillRect(bar, painter.pen().color())


def _width(run: Run, pixels: int) -> float:
    if not run.below:
        return _advance(run.text, pixels)
    small = round(SMALL * pixels)
    return max(_advance(run.text, small), _advance(run.below, small)) + 2 * FRACTION_PAD


@cache
def _advance(text: str, pixels: int) -> float:
    return QFontMetricsF(math_font(pixels)).horizontalAdvance(text)


@cache
def _runs(text: str) -> tuple[Run, ...]:
    runs = []
    for part in FRACTION.split(text):
        if FRACTION.fullmatch(part):
            above, _, below = part.partition("/")
            runs.append(Run(_slanted(above), _slanted(below)))
        elif part:
            runs.append(Run(_slanted(part)))
    return tuple(runs)


def _slanted(text: str) -> str:
    return VARIABLE.sub(lambda found: found[1] if found[1] in FUNCTIONS else math_italic(found[1]), text)

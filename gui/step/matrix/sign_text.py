"""The signs between matrices as mathematics: 1/m as a fraction, [l] raised, single letters slanted, words upright."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from gui.fonts import math_font, math_italic
from gui.step.matrix.brackets import bracket_width, draw_bracket

LARGE, MIDDLE, SHORT = 24, 19, 8  # pixels of short signs and of long ones
FRACTION, LAYER = r"\d+/\d*m|\d+/\d+|λ₂/2", r"\[\d+\]"
PARTS = re.compile(f"({FRACTION}|{LAYER})")
VARIABLE = re.compile(r"(?<![A-Za-z])(d?[A-Za-zα-ω])(?![A-Za-z(])")
FUNCTIONS = "σ"
SMALL = 0.72  # of a fraction's parts and of what is raised
RAISE = 0.36
AXIS, BAR, FRACTION_PAD = 0.25, 1.2, 3.0


@dataclass(frozen=True)
class Run:
    """A stretch of text, perhaps raised, or a fraction whose lower part is `below`."""

    text: str
    below: str = ""
    is_raised: bool = False


@dataclass(frozen=True)
class Fences:
    """The heights of the matrices that a sign ends before with "(", and begins after with ")"; 0: of none."""

    opening: float = 0.0
    closing: float = 0.0


def sign_pixels(texts: Sequence[str]) -> int:
    """The signs of an equation have one size: a large one if all of them are short."""
    return LARGE if all(len(text) <= SHORT for text in texts) else MIDDLE


def sign_width(text: str, pixels: int) -> float:
    """How wide a sign is in a size."""
    return sum(_width(run, pixels) for run in _runs(text))


def draw_sign(
    painter: QPainter, center_x: float, axis_y: float, text: str, pixels: int, fences: Fences = Fences()
) -> None:
    """Draw in the colour of the painter's pen, about the axis of the matrices."""
    inner = text[1 if fences.closing else 0 : -1 if fences.opening else None]
    before, after = bracket_width(fences.closing), bracket_width(fences.opening)
    x = center_x - (before + sign_width(inner, pixels) + after) / 2
    if fences.closing:
        draw_bracket(painter, x, axis_y, fences.closing, opens=False)
    x += before
    for run in _runs(inner):
        _draw_run(painter, x, axis_y, run, pixels)
        x += _width(run, pixels)
    if fences.opening:
        draw_bracket(painter, x, axis_y, fences.opening, opens=True)


def _draw_run(painter: QPainter, x: float, axis_y: float, run: Run, pixels: int) -> None:
    if run.below:
        _draw_fraction(painter, x, axis_y, run, pixels)
        return
    baseline = axis_y + AXIS * pixels
    painter.setFont(math_font(_small(pixels) if run.is_raised else pixels))
    painter.drawText(QPointF(x, baseline - RAISE * pixels if run.is_raised else baseline), run.text)


def _draw_fraction(painter: QPainter, x: float, axis_y: float, run: Run, pixels: int) -> None:
    small = _small(pixels)
    face = math_font(small)
    metrics = QFontMetricsF(face)
    width = _width(run, pixels)
    painter.setFont(face)
    for text, baseline in ((run.text, axis_y - 0.28 * small), (run.below, axis_y + 0.95 * small)):
        painter.drawText(QPointF(x + (width - metrics.horizontalAdvance(text)) / 2, baseline), text)
    bar = QRectF(x + FRACTION_PAD / 2, axis_y - BAR / 2, width - FRACTION_PAD, BAR)
    painter.fillRect(bar, painter.pen().color())


def _small(pixels: int) -> int:
    return round(SMALL * pixels)


def _width(run: Run, pixels: int) -> float:
    if run.below:
        parts = (_advance(text, _small(pixels)) for text in (run.text, run.below))
        return max(parts) + 2 * FRACTION_PAD
    return _advance(run.text, _small(pixels) if run.is_raised else pixels)


@cache
def _advance(text: str, pixels: int) -> float:
    return QFontMetricsF(math_font(pixels)).horizontalAdvance(text)


@cache
def _runs(text: str) -> tuple[Run, ...]:
    runs = []
    for part in PARTS.split(text):
        if re.fullmatch(FRACTION, part):
            above, _, below = part.partition("/")
            runs.append(Run(_slanted(above), _slanted(below)))
        elif part:
            runs.append(Run(_slanted(part), is_raised=bool(re.fullmatch(LAYER, part))))
    return tuple(runs)


def _slanted(text: str) -> str:
    return VARIABLE.sub(lambda found: found[1] if found[1] in FUNCTIONS else math_italic(found[1]), text)

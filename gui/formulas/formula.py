"""A formula ready to be drawn: outlines in units of the text's size, filled in the painter's colour at any size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QTransform

from gui.fonts import font
from gui.formulas.composition import Composition

UNITS = 1000.0
FALLBACK_PIXELS = 100
FALLBACK_SIZE = 0.72  # of the face of code: its letters are larger and wider than those of formulas


@dataclass(frozen=True, eq=False)
class Formula:
    """Lengths in em: times the pixels of the text they are pixels. The path's origin is the left end of the baseline.

    ascent and descent reach from the baseline to the edges of the ink. bars: strokes of fractions and roofs of roots,
    apart from the letters so that they can be drawn along the pixels. is_fallback: the LaTeX itself is shown.
    """

    path: QPainterPath
    bars: tuple[QRectF, ...]
    width: float
    ascent: float
    descent: float
    is_fallback: bool = False

    @property
    def height(self) -> float:
        """From the highest to the lowest ink."""
        return self.ascent + self.descent


def draw(painter: QPainter, x: float, baseline: float, formula: Formula, pixels: float) -> None:
    """Draw a formula in the colour of the painter's pen, `pixels` high (the size of its text), from x on."""
    color = painter.pen().color()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, baseline)
    painter.scale(pixels, pixels)
    painter.fillPath(formula.path, color)
    for bar in formula.bars:
        painter.fillRect(_along_pixels(painter.deviceTransform(), bar), color)
    painter.restore()


def draw_centered(
    painter: QPainter, center_x: float, baseline: float, formula: Formula, pixels: float
) -> None:
    """Draw a formula with its middle at center_x."""
    draw(painter, center_x - formula.width * pixels / 2, baseline, formula, pixels)


def build(composition: Composition, glyphs: dict[int, QPainterPath]) -> Formula:
    """The formula of a composition. glyphs: the outlines by number, in thousandths of an em."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for mark in composition.marks:
        factor = mark.scale / UNITS / UNITS
        place = QTransform(factor, 0.0, 0.0, factor, mark.x / UNITS, mark.y / UNITS)
        path.addPath(place.map(glyphs[mark.glyph]))
    bars = tuple(
        QRectF(bar.x / UNITS, bar.y / UNITS, bar.width / UNITS, bar.height / UNITS)
        for bar in composition.bars
    )
    size = (composition.width / UNITS, composition.ascent / UNITS, composition.descent / UNITS)
    return Formula(path, bars, *size)


def fallback(latex: str) -> Formula:
    """The LaTeX as it was typed, for what can't be typeset."""
    face = QFont(font("code"))
    face.setPixelSize(FALLBACK_PIXELS)
    text = latex.strip() or "?"
    path = QPainterPath()
    path.addText(0.0, 0.0, face, text)
    factor = FALLBACK_SIZE / FALLBACK_PIXELS
    path = QTransform.fromScale(factor, factor).map(path)
    ink = path.boundingRect()
    width = QFontMetricsF(face).horizontalAdvance(text) * factor
    return Formula(path, (), width, max(0.0, -ink.top()), max(0.0, ink.bottom()), is_fallback=True)


def outline_path(outline: str) -> QPainterPath:
    """The path of an outline "M x y L x y Q x y x y C ... Z"."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    words = outline.split()
    position = 0
    while position < len(words):
        order = words[position]
        count = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}[order]
        numbers = [float(word) for word in words[position + 1 : position + 1 + count]]
        _add(path, order, numbers)
        position += 1 + count
    return path


def _add(path: QPainterPath, order: str, numbers: list[float]) -> None:
    if order == "M":
        path.moveTo(*numbers)
    elif order == "L":
        path.lineTo(*numbers)
    elif order == "Q":
        path.quadTo(*numbers)
    elif order == "C":
        path.cubicTo(*numbers)
    else:
        path.closeSubpath()


def _along_pixels(transform: QTransform, bar: QRectF) -> QRectF:
    """The bar moved and thickened to whole device pixels across, so that thin strokes stay black at small sizes."""
    if not transform.isAffine() or transform.isRotating():
        return bar
    seen = transform.mapRect(bar)
    if seen.width() >= seen.height():
        thickness = max(1.0, round(seen.height()))
        seen = QRectF(seen.left(), round(seen.center().y() - thickness / 2), seen.width(), thickness)
    else:
        thickness = max(1.0, round(seen.width()))
        seen = QRectF(round(seen.center().x() - thickness / 2), seen.top(), thickness, seen.height())
    inverted, _is_invertible = transform.inverted()
    return inverted.mapRect(seen)

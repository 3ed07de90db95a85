"""The colours and faces that matrices are painted with, made once for a theme or a size."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF

from gui.fonts import font
from gui.step.matrix.cells import NOT_A_NUMBER
from gui.theme import Theme, load_theme

STRONG = QFont.Weight.DemiBold


@cache
def _brushes(theme_name: str) -> tuple[QBrush, ...]:
    theme = load_theme(theme_name)
    return tuple(QBrush(QColor.fromRgba(rgb)) for rgb in theme.signed_table(theme.cell_tint))


def cell_brush(theme: Theme, shade: int) -> QBrush:
    """The ground of a number: the signed scale, softened so that ink on it is easily read."""
    return QBrush(theme.color("hover")) if shade == NOT_A_NUMBER else _brushes(theme.name)[shade]


def hatch(theme: Theme) -> QBrush:
    """The lines over a cell that holds no number."""
    return QBrush(theme.color("line2"), Qt.BrushStyle.BDiagPattern)


@cache
def number_font(pixels: int, strong: bool) -> QFont:
    """The face of numbers at any size: figures of equal width."""
    face = QFont(font("cell"))
    face.setPixelSize(pixels)
    if strong:
        face.setWeight(STRONG)
    return face


@cache
def number_metrics(pixels: int, strong: bool) -> QFontMetricsF:
    """How wide numbers of this size are."""
    return QFontMetricsF(number_font(pixels, strong))


@cache
def number_width(text: str, pixels: int, strong: bool) -> float:
    """The width of a number; figures are alike, so few different texts are measured."""
    return number_metrics(pixels, strong).horizontalAdvance(text)


def width_of(text: str, pixels: int, strong: bool = False) -> float:
    """The width of a number's text in pixels."""
    return number_width(_with_zeros(text), pixels, strong)


_ZEROS = str.maketrans("123456789", "000000000")


def _with_zeros(text: str) -> str:
    return text.translate(_ZEROS)

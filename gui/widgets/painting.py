"""What the widgets' paint methods share: crisp boxes, text in a type token, and repainting with the theme."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.appearance import Appearance
from gui.fonts import font

RADIUS_S, RADIUS_M, RADIUS_L, RADIUS_XL = 4.0, 6.0, 8.0, 10.0
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
# Sizes of a type token in another weight.
WEIGHTED = {
    "medium": ("body", QFont.Weight.Medium),
    "small_medium": ("small", QFont.Weight.Medium),
    "small_strong": ("small", QFont.Weight.DemiBold),
    "caption_strong": ("caption", QFont.Weight.DemiBold),
    "display_light": ("display", QFont.Weight.Normal),
    "lesson_strong": ("lesson", QFont.Weight.DemiBold),
}


def follow(widget: QWidget, appearance: Appearance) -> None:
    """Repaint the widget whenever the theme becomes another one."""
    appearance.changed.connect(widget.update)


@cache
def type_font(token: str) -> QFont:
    """The font of a type token, or of one of the tokens in another weight."""
    name, weight = WEIGHTED.get(token, (token, None))
    return font(name, weight)


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose border lies inside `rect`, so that a line of whole width is crisp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    half = width / 2
    painter.setPen(QPen(border, width))
    inner = max(0.0, radius - half)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)


def draw_text(
    painter: QPainter, rect: QRectF, text: str, token: str, color: QColor, alignment: Qt.AlignmentFlag = LEFT
) -> None:
    """One line of text in a type token, cut with an ellipsis where `rect` is too narrow."""
    chosen = type_font(token)
    painter.setFont(chosen)
    painter.setPen(color)
    if text_width(text, token) > rect.width() + 0.5:
        text = QFontMetricsF(chosen).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, alignment | Qt.TextFlag.TextSingleLine, text)


@lru_cache(maxsize=8192)
def text_width(text: str, token: str) -> float:
    """How wide a line of text is, in pixels."""
    return QFontMetricsF(type_font(token)).horizontalAdvance(text)

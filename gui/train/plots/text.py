"""Fonts and text widths of the plots, kept: asking Qt for the width of a word costs as much as drawing it."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from gui.fonts import font


@cache
def plot_font(token: str, strong: bool = False) -> QFont:
    """The font of a type token, or its bolder sister for values."""
    return font(token, QFont.Weight.DemiBold) if strong else font(token)


@lru_cache(maxsize=2048)
def width_of(text: str, token: str, strong: bool = False) -> float:
    """How wide a text is, in pixels."""
    return _metrics(token, strong).horizontalAdvance(text)


@cache
def _metrics(token: str, strong: bool) -> QFontMetricsF:
    return QFontMetricsF(plot_font(token, strong))

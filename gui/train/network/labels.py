"""The texts at the tiles: biases in the colour of their sign, names of inputs and classes; laid out on change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText

from gui.fonts import font
from gui.theme import Theme
from gui.train.network.input_symbols import input_symbols
from gui.train.network.math import draw_math_text, draw_symbol, math_text_width, symbol_width
from gui.train.network.places import Places, Rect, TilePlace
from gui.widgets.numbers import fixed_text

ROOM_FOR_LETTER = 56.0
NAME_PIXELS, SMALL_NAME_PIXELS = 20, 14
NAME_MARGIN = 7.0
SPARE = 4.0  # what two lines have free above and below their letters
BAR, BAR_GAP, LEAST_BAR, LEAST_BAR_SCALE = 3.0, 2.0, 2.0, 1.0


def signed_number(value: float, decimals: int = 2) -> str:
    """+1.43, −0.04, 0.00 without a sign for what rounds to it; fewer decimals for large numbers."""
    size = abs(value)
    text = fixed_text(value, decimals if size < 9.995 else 1 if size < 99.95 else 0)
    return f"+{text}" if value > 0 and math.isfinite(value) and not is_nought(text) else text


def sign_token(value: float, text: str) -> str:
    """The colour of a signed number that is written as `text`: that of its sign, none where it reads as 0."""
    return "ink2" if is_nought(text) else _token(value)


def is_nought(text: str) -> bool:
    """Whether a written number reads as 0, whatever it was before it was rounded."""
    return not any(digit in text for digit in "123456789")


class _BiasText(NamedTuple):
    """A bias, laid out, and where it is written."""

    has_letter: bool
    value: QStaticText
    x: float
    value_x: float
    y: float
    token: str


class UnitLabels:
    """Biases of one set of places. `set_biases` lays texts out (some times a second), `paint` is cheap."""

    def __init__(self, places: Places) -> None:
        self._tiles = [tile for column in places.columns[1:] for tile in column.tiles]
        self._texts: list[_BiasText] = []
        self._bars: list[tuple[Rect, Rect, str]] = []
        self._value_font = font("caption", QFont.Weight.DemiBold)
        self._letter_font = font("caption")
        self._letter_font.setItalic(True)
        self._letter = static_text("b", self._letter_font)
        self._letter_width = QFontMetricsF(self._letter_font).horizontalAdvance("b ")

    def set_biases(self, b: Sequence[NDArray[np.floating] | None]) -> None:
        """Take the biases of all layers over."""
        self._texts, self._bars = [], []
        values = [float(b[tile.l][tile.k, 0]) for tile in self._tiles if _has(b, tile)]  # type: ignore[index]
        tiles = [tile for tile in self._tiles if _has(b, tile)]
        finite = [abs(value) for value in values if np.isfinite(value)]
        scale = max([LEAST_BAR_SCALE, *finite])
        for tile, value in zip(tiles, values, strict=True):
            if tile.is_compact:
                self._bars.append((_track(tile), _bar(tile, value / scale), _token(value)))
            else:
                self._texts.append(self._layout(tile, value))

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Draw the biases."""
        painter.setFont(self._letter_font)
        painter.setPen(theme.color("ink2"))
        for text in self._texts:
            if text.has_letter:
                painter.drawStaticText(QPointF(text.x, text.y), self._letter)
        painter.setFont(self._value_font)
        for text in self._texts:
            painter.setPen(theme.color(text.token))
            painter.drawStaticText(QPointF(text.value_x, text.y), text.value)
        for track, bar, token in self._bars:
            painter.fillRect(QRectF(track.x, track.y, track.w, track.h), theme.color("line"))
            painter.fillRect(QRectF(bar.x, bar.y, bar.w, bar.h), theme.color(token))

    def _layout(self, tile: TilePlace, value: float) -> _BiasText:
        assert tile.bias is not None
        metrics = QFontMetricsF(self._value_font)
        text = signed_number(value)
        has_letter = tile.bias.w >= ROOM_FOR_LETTER
        width = metrics.horizontalAdvance(text) + (self._letter_width if has_letter else 0)
        x = tile.bias.cx - width / 2
        value_x = x + (self._letter_width if has_letter else 0)
        y = round(tile.bias.cy - metrics.height() / 2) - 1.0
        return _BiasText(
            has_letter, static_text(text, self._value_font), x, value_x, y, sign_token(value, text)
        )


def static_text(text: str, face: QFont) -> QStaticText:
    """Text that is laid out once and drawn often."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=face)
    return made


def draw_input_name(painter: QPainter, theme: Theme, name: str, rect: Rect) -> None:
    """An input's name: a symbol for x₁ and its kin, a caption for the column of a table."""
    is_beside = rect.h > 16
    symbols = input_symbols(name)
    if not symbols:
        alignment = Qt.AlignmentFlag.AlignRight if is_beside else Qt.AlignmentFlag.AlignHCenter
        _draw_plain(painter, theme, name, rect, alignment)
        return
    pixels, room = (NAME_PIXELS, rect.w - 2 * NAME_MARGIN) if is_beside else (SMALL_NAME_PIXELS, rect.w)
    width = _symbols_width(symbols, pixels)
    while width > room and pixels > 10:
        pixels -= 1
        width = _symbols_width(symbols, pixels)
    painter.setPen(theme.color("ink"))
    x = rect.right - NAME_MARGIN - width if is_beside else rect.cx - width / 2
    for before, symbol in symbols:
        x = draw_math_text(painter, x, rect.cy + pixels * 0.25, before, pixels)
        x = draw_symbol(painter, x, rect.cy + pixels * 0.25, symbol, pixels)


def draw_class_name(painter: QPainter, theme: Theme, name: str, rect: Rect) -> None:
    """A class beside its output tile."""
    _draw_plain(painter, theme, name, rect, Qt.AlignmentFlag.AlignLeft)


def _draw_plain(painter: QPainter, theme: Theme, name: str, rect: Rect, alignment: Qt.AlignmentFlag) -> None:
    painter.setFont(font("caption"))
    painter.setPen(theme.color("ink2"))
    text = "\n".join(name_lines(name, rect.w, rect.h))
    painter.drawText(QRectF(rect.x, rect.y, rect.w, rect.h), alignment | Qt.AlignmentFlag.AlignVCenter, text)


def name_lines(name: str, width: float, height: float) -> tuple[str, ...]:
    """A name in one line; in two where one is too short and there is room for two; cut where that is not enough."""
    metrics = QFontMetricsF(font("caption"))
    lines: tuple[str, ...] = (name,)
    if metrics.horizontalAdvance(name) > width and 2 * metrics.height() <= height + SPARE:
        words = name.split(" ")
        ways = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
        lines = min(ways, key=lambda way: max(map(metrics.horizontalAdvance, way)), default=lines)
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


def _symbols_width(symbols: tuple, pixels: int) -> float:
    return sum(math_text_width(before, pixels) + symbol_width(symbol, pixels) for before, symbol in symbols)


def _track(tile: TilePlace) -> Rect:
    """The way that a bias's bar can go: a quiet line as wide as its tile, so that a short bar is seen to be one."""
    return Rect(tile.frame.x, tile.frame.bottom + BAR_GAP, tile.frame.w, BAR)


def _bar(tile: TilePlace, share: float) -> Rect:
    """A bar from the tile's middle: to the right for a positive bias, to the left for a negative one."""
    length = max(LEAST_BAR, abs(share) * tile.frame.w / 2) if np.isfinite(share) else LEAST_BAR
    x = tile.frame.cx if share >= 0 else tile.frame.cx - length
    return Rect(x, tile.frame.bottom + BAR_GAP, length, BAR)


def _token(value: float) -> str:
    return "pos" if value > 0 else "neg" if value < 0 else "ink2"


def _has(b: Sequence[NDArray[np.floating] | None], tile: TilePlace) -> bool:
    biases = b[tile.l] if tile.l < len(b) else None
    return biases is not None and tile.k < len(biases)

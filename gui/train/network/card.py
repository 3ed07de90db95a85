"""The value card: name and value of what is hovered or selected, its derivative below. Content and painting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from engine.snapshot import Snapshot
from gui.fonts import font
from gui.theme import Theme
from gui.train.network.frames import qrect
from gui.train.network.hit import Target
from gui.train.network.input_symbols import input_symbols
from gui.train.network.math import (
    Symbol,
    draw_math_text,
    draw_symbol,
    math_text_width,
    number_for_card,
    symbol_width,
    unit_symbol,
    weight_symbol,
)
from gui.train.network.places import Rect
from gui.widgets.painting import draw_box

VALUE, DERIVATIVE = 15, 13
LINE_HEIGHTS = {VALUE: 26.0, DERIVATIVE: 21.0}
PADDING, TIGHT_PADDING, TOP, BOTTOM = 16.0, 4.0, 3.0, 5.0
MEAN_Z, MEAN_ACTIVATION = "z̄", "ā"
LEAST_WIDTH, FIELD_WIDTH, FIELD_HEIGHT, ERROR_HEIGHT = 96.0, 96.0, 24.0, 18.0
BORDER, RADIUS = 1.5, 8.0
EQUALS = " = "


class CardLine(NamedTuple):
    """before: plain words; symbol: what is named; value: the number as text. pixels: VALUE or DERIVATIVE."""

    symbol: Symbol | None
    value: str
    pixels: int
    before: str = ""

    @property
    def head_width(self) -> float:
        """The width of everything before the value."""
        words = QFontMetricsF(font("small")).horizontalAdvance(self.before) if self.before else 0.0
        if self.symbol is None:
            return words
        return words + symbol_width(self.symbol, self.pixels) + math_text_width(EQUALS, self.pixels)

    @property
    def width(self) -> float:
        """The width of the whole line."""
        return self.head_width + math_text_width(self.value, self.pixels)


def card_lines(target: Target, snapshot: Snapshot, input_names: Sequence[str]) -> tuple[CardLine, ...]:
    """What the card of a target says at this moment; () where there is nothing to say."""
    l, k, j = target.l, target.k, target.j
    if target.kind == "edge" and j is not None:
        symbol = weight_symbol(l, k, j)
        return _parameter_lines(symbol, _at(snapshot.W, l, k, j), _at(snapshot.dW, l, k, j))
    if target.kind in ("tile", "bias") and l > 0:
        lines = _parameter_lines(unit_symbol("b", l, k), _at(snapshot.b, l, k, 0), _at(snapshot.db, l, k, 0))
        return lines + _mean_lines(snapshot, l, k) if target.kind == "tile" else lines
    if target.kind == "tile" and k < len(input_names):
        return _input_lines(input_names[k], _entry(snapshot.unit_activity, 0, k))
    return ()


def value_of(target: Target, snapshot: Snapshot) -> float | None:
    """The parameter that a target stands for: a weight, or the bias of a unit."""
    if target.kind == "edge":
        return _at(snapshot.W, target.l, target.k, target.j or 0)
    return _at(snapshot.b, target.l, target.k, 0) if target.l > 0 else None


def card_size(
    lines: Sequence[CardLine], is_editing: bool, error: str, padding: float = PADDING
) -> tuple[float, float]:
    """Width and height; with a field the first line is longer, with an error there is one line more."""
    widths = [line.width for line in lines]
    if is_editing and lines:
        widths[0] = lines[0].head_width + FIELD_WIDTH
    height = TOP + BOTTOM + sum(LINE_HEIGHTS[line.pixels] for line in lines)
    if is_editing:
        height += FIELD_HEIGHT + 4 - LINE_HEIGHTS[VALUE]
    if error:
        widths.append(QFontMetricsF(font("small")).horizontalAdvance(error))
        height += ERROR_HEIGHT
    return float(round(max(LEAST_WIDTH, *widths) + 2 * padding)), height


def field_place(lines: Sequence[CardLine], card: Rect) -> Rect:
    """Where the field stands in a card that is being edited."""
    left = card.cx - (lines[0].head_width + FIELD_WIDTH) / 2 + lines[0].head_width
    return Rect(round(left), round(card.y + TOP + 2), FIELD_WIDTH, FIELD_HEIGHT)


def paint_card(
    painter: QPainter,
    theme: Theme,
    card: Rect,
    lines: Sequence[CardLine],
    is_editing: bool = False,
    error: str = "",
) -> None:
    """Ground, border and the lines; a field, if there is one, covers its value."""
    draw_box(painter, qrect(card), RADIUS, theme.color("panel"), theme.color("ink"), BORDER)
    y = card.y + TOP
    for index, line in enumerate(lines):
        has_field = is_editing and index == 0
        height = FIELD_HEIGHT + 4 if has_field else LINE_HEIGHTS[line.pixels]
        width = line.head_width + FIELD_WIDTH if has_field else line.width
        painter.setPen(theme.color("ink" if line.pixels == VALUE else "ink2"))
        _paint_line(painter, line, card.cx - width / 2, y + height / 2 + line.pixels * 0.3, has_field)
        y += height
        if has_field and error:
            painter.setPen(theme.color("err"))
            painter.setFont(font("small"))
            painter.drawText(QRectF(card.x, y, card.w, ERROR_HEIGHT), Qt.AlignmentFlag.AlignCenter, error)
            y += ERROR_HEIGHT


def _paint_line(painter: QPainter, line: CardLine, x: float, baseline: float, without_value: bool) -> None:
    if line.before:
        painter.setFont(font("small"))
        painter.drawText(QPointF(x, baseline), line.before)
        x += QFontMetricsF(font("small")).horizontalAdvance(line.before)
    if line.symbol is not None:
        x = draw_symbol(painter, x, baseline, line.symbol, line.pixels)
        x = draw_math_text(painter, x, baseline, EQUALS, line.pixels)
    if not without_value:
        draw_math_text(painter, x, baseline, line.value, line.pixels)


def _parameter_lines(symbol: Symbol, value: float | None, derivative: float | None) -> tuple[CardLine, ...]:
    if value is None:
        return ()
    lines = (CardLine(symbol, number_for_card(value), VALUE),)
    if derivative is None:
        return lines
    named = Symbol(f"d{symbol.letters}", symbol.above, symbol.below)
    return (*lines, CardLine(named, number_for_card(derivative), DERIVATIVE))


def _input_lines(name: str, mean: float | None) -> tuple[CardLine, ...]:
    symbols = input_symbols(name)
    if len(symbols) == 1 and not symbols[0][0]:
        return () if mean is None else (CardLine(symbols[0][1], number_for_card(mean), DERIVATIVE, "mean "),)
    text = "" if mean is None else f"mean {number_for_card(mean)}"
    return tuple(CardLine(None, "", DERIVATIVE, before) for before in (name, text) if before)


def _mean_lines(snapshot: Snapshot, l: int, k: int) -> tuple[CardLine, ...]:
    named = ((MEAN_Z, snapshot.unit_mean_z), (MEAN_ACTIVATION, snapshot.unit_activity))
    means = [(letter, _entry(entries, l, k)) for letter, entries in named]
    return tuple(
        CardLine(unit_symbol(letter, l, k), number_for_card(mean), DERIVATIVE)
        for letter, mean in means
        if mean is not None
    )


def _entry(entries: Sequence[NDArray[np.floating] | None], l: int, k: int) -> float | None:
    means = entries[l] if l < len(entries) else None
    return float(means[k]) if means is not None and k < len(means) else None


def _at(entries: Sequence[NDArray[np.floating] | None], l: int, k: int, j: int) -> float | None:
    array = entries[l] if l < len(entries) else None
    if array is None or k >= array.shape[0] or j >= array.shape[1]:
        return None
    return float(array[k, j])

"""What stands still in the network drawing: input tiles, names of matrices, legend, the counts of elided columns.

Painted once into the ground picture; the edges are drawn over it, and the tiles over them.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPen, QPolygonF

from gui.fonts import font
from gui.theme import Theme
from gui.train.network.frames import qrect
from gui.train.network.input_pictures import InputPictures
from gui.train.network.labels import draw_class_name
from gui.train.network.legend_words import LegendWords
from gui.train.network.math import Symbol, draw_math_text, draw_symbol, math_text_width, symbol_width
from gui.train.network.places import Places, Rect, WindowPlace
from gui.widgets.numbers import MINUS, fixed_text, scientific_text

LABEL_PIXELS = 15
BAR_LEFT, BAR_WIDTH, BAR_HEIGHT, TEXT_GAP, LEGEND_GAP = 60.0, 180.0, 8.0, 8.0, 32.0
NARROW_BAR = 96.0


class GroundTexts(NamedTuple):
    """Texts that depend on the data: names of the classes (empty: none shown), and what the legend says."""

    class_names: tuple[str, ...]
    legend: LegendWords


def paint_ground(
    painter: QPainter, theme: Theme, places: Places, inputs: InputPictures, texts: GroundTexts
) -> None:
    """Fill the whole drawing; edges and unit tiles are still to come."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, places.width, places.height), theme.color("sunken"))
    for tile in places.columns[0].tiles:
        inputs.paint(painter, theme, tile.k, qrect(tile.picture))
    for tile in places.columns[-1].tiles:
        if tile.name is not None and tile.k < len(texts.class_names):
            draw_class_name(painter, theme, texts.class_names[tile.k], tile.name)
    _paint_matrix_names(painter, theme, places)
    paint_legend(painter, theme, places.legend, texts)
    for column in places.columns:
        if column.window is not None:
            _paint_window(painter, theme, column.window)


def _paint_matrix_names(painter: QPainter, theme: Theme, places: Places) -> None:
    painter.setPen(theme.color("ink2"))
    for gap in places.gaps:
        symbol = Symbol("W", f"[{gap.l}]")
        rows, columns = places.columns[gap.l].units, places.columns[gap.l - 1].units
        shape = "" if gap.is_short else f" ({rows}, {columns})"
        width = symbol_width(symbol, LABEL_PIXELS) + math_text_width(shape, LABEL_PIXELS)
        baseline = gap.label.cy + LABEL_PIXELS * 0.3
        end = draw_symbol(painter, gap.label.cx - width / 2, baseline, symbol, LABEL_PIXELS)
        draw_math_text(painter, end, baseline, shape, LABEL_PIXELS)


def range_text(largest: float) -> str:
    """From the most negative to the most positive weight of a scale, with as few digits as tell it: −3.0 … +3.0."""
    short = largest < 1e4
    size = fixed_text(largest, 1 if largest < 9.95 else 0) if short else scientific_text(largest, 0)
    return f"{MINUS}{size} … +{size}"


def legend_texts(metrics: QFontMetricsF, words: LegendWords, room: float) -> tuple[str, ...]:
    """What stands beside the bar: the best of the choices that there is room for, else the last."""
    shown: tuple[str, ...] = ()
    for shown in words.choices():
        gaps = LEGEND_GAP * (len(shown) - 1)
        if sum(metrics.horizontalAdvance(text) for text in shown) + gaps <= room:
            break
    return shown


def paint_legend(painter: QPainter, theme: Theme, place: Rect, texts: GroundTexts) -> None:
    """Paint the row below the drawing over whatever stood there."""
    painter.fillRect(qrect(place), theme.color("sunken"))
    chosen = font("caption")
    metrics = QFontMetricsF(chosen)
    painter.setFont(chosen)
    painter.setPen(theme.color("ink3"))
    baseline = place.cy + metrics.capHeight() / 2
    words = BAR_LEFT + TEXT_GAP + metrics.horizontalAdvance("positive") + LEGEND_GAP
    shown = legend_texts(metrics, texts.legend, place.w - words - NARROW_BAR)
    spare = place.w - words - sum(metrics.horizontalAdvance(text) for text in shown)
    width = min(BAR_WIDTH, max(NARROW_BAR, spare - LEGEND_GAP * (len(shown) - 1)))
    bar = Rect(place.x + BAR_LEFT, place.cy - BAR_HEIGHT / 2, width, BAR_HEIGHT)
    painter.drawText(QPointF(place.x, baseline), "negative")
    painter.drawText(QPointF(bar.right + TEXT_GAP, baseline), "positive")
    x = bar.right + TEXT_GAP + metrics.horizontalAdvance("positive") + LEGEND_GAP
    for text in shown:
        painter.drawText(QPointF(x, baseline), text)
        x += metrics.horizontalAdvance(text) + LEGEND_GAP
    painter.fillRect(qrect(bar), _scale_brush(theme, bar))


def _scale_brush(theme: Theme, bar: Rect) -> QLinearGradient:
    gradient = QLinearGradient(bar.x, 0, bar.right, 0)
    for step in range(17):
        gradient.setColorAt(step / 16, theme.signed(step / 8 - 1))
    return gradient


def window_text(window: WindowPlace, fits: QFontMetricsF) -> str:
    """Which units are shown: the longest wording that its place has room for."""
    first, last = window.first + 1, window.first + window.count
    span = f"{first}–{last}" if last > first else str(first)
    choices = (f"{span} of {window.units} shown", f"{span} of {window.units}", f"{span}/{window.units}", span)
    return next((text for text in choices if fits.horizontalAdvance(text) <= window.text.w), span)


def _paint_window(painter: QPainter, theme: Theme, window: WindowPlace) -> None:
    chosen = font("caption")
    painter.setFont(chosen)
    painter.setPen(theme.color("ink2"))
    text = window_text(window, QFontMetricsF(chosen))
    painter.drawText(qrect(window.text), Qt.AlignmentFlag.AlignCenter, text)
    is_first, is_last = window.first == 0, window.first + window.count == window.units
    _paint_chevron(painter, window.up, -1, theme, is_first)
    _paint_chevron(painter, window.down, 1, theme, is_last)


def _paint_chevron(painter: QPainter, rect: Rect, direction: int, theme: Theme, is_end: bool) -> None:
    pen = QPen(theme.color("disabled" if is_end else "ink2"), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    x, y = rect.cx, rect.cy
    tip, wing = y + 2.2 * direction, y - 2.2 * direction
    painter.drawPolyline(QPolygonF([QPointF(x - 4.5, wing), QPointF(x, tip), QPointF(x + 4.5, wing)]))

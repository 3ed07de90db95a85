"""Painting one matrix: its cells with numbers, or its map; its brackets, dots, row numbers and scroll bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPen, QPolygonF

from gui.step.matrix.block_geometry import (
    BRACKET_OFF,
    BRACKET_OVER,
    FOOT,
    GAP,
    CellBlock,
    MapBlock,
    Rect,
    Span,
    handle,
)
from gui.step.matrix.cells import NOT_A_NUMBER, Matrix, seen_values, shades, widest_text
from gui.step.matrix.palette import cell_brush, hatch, number_font, number_metrics, width_of
from gui.step.number_format import UNKNOWN
from gui.theme import Theme
from gui.widgets.painting import CENTER, draw_text

RADIUS = 3.0
BRACKET, FRAME_WIDTH, HALO_WIDTH = 1.5, 2.0, 3.5
FRAME_RADIUS = 6.0
DOT, DOT_STEP = 2.6, 6.0
MINUS = "−"
AIR = 4.0  # before a minus, where there is room for it
NUMBER_BAND = 14
RANGE_ROOM = 30


def paint_cells(
    painter: QPainter,
    theme: Theme,
    matrix: Matrix,
    block: CellBlock,
    pixels: int,
    spans: Sequence[Span],
    seen: tuple[float, float],
) -> None:
    """The cells; numbers inside `spans` are strong. seen: from where to where: no number is cut through its digits."""
    values = seen_values(matrix.operand.array, block.rows, block.columns)
    rows = [(slot, row) for slot, row in enumerate(block.rows.slots()) if row is not None]
    columns = [(slot, column) for slot, column in enumerate(block.columns.slots()) if column is not None]
    painter.setPen(Qt.PenStyle.NoPen)
    for line, (row_slot, _) in zip(shades(values, matrix.reach).tolist(), rows, strict=True):
        for shade, (column_slot, _) in zip(line, columns, strict=True):
            place = block.slot_rect(row_slot, column_slot)
            _paint_ground(painter, theme, place, shade, is_hidden=matrix.style.nothing == UNKNOWN)
    painter.setPen(theme.color("ink"))
    widest, has_minus = widest_text(matrix)
    digits, width = width_of(widest, pixels), block.cell_width - 2 * GAP
    shift = _shift(digits, pixels, width) if has_minus else 0.0
    for line, (row_slot, row) in zip(values.tolist(), rows, strict=True):
        is_seen = _is_whole(block.slot_rect(row_slot, 0), pixels, seen)
        for value, (column_slot, column) in zip(line, columns, strict=True) if is_seen else ():
            text, place = matrix.style.text(value), block.slot_rect(row_slot, column_slot).moved(shift)
            paint_number(painter, place, text, digits, pixels, any(_has(span, row, column) for span in spans))
    _paint_beside(painter, theme, block)


def _paint_beside(painter: QPainter, theme: Theme, block: CellBlock) -> None:
    _paint_gaps(painter, theme, block)
    _paint_row_numbers(painter, theme, block)
    _paint_bars(painter, theme, block)


def _is_whole(place: Rect, pixels: int, seen: tuple[float, float]) -> bool:
    """Whether all of a cell's number is seen."""
    middle, half = place.y + place.height / 2, pixels / 2
    return seen[0] <= middle - half and middle + half <= seen[1]


def _shift(digits: float, pixels: int, width: float) -> float:
    """How far to the right numbers stand so that they look centred with a minus; in narrow cells it must find room, and
    keep as far from its edge as the last digit does.
    """
    minus = width_of(MINUS, pixels)
    air = min(AIR, (width - digits - minus) / 2)
    return max(minus / 4, minus + air - (width - digits) / 2)


def paint_number(painter: QPainter, place: Rect, text: str, digits: float, pixels: int, strong: bool) -> None:
    """A number centred by its digits, `digits` wide at the most: the minus sign hangs at the left."""
    painter.setFont(number_font(pixels, strong))
    metrics = number_metrics(pixels, strong)
    bare = text.removeprefix(MINUS)
    width = width_of(bare, pixels, strong)
    right = place.x + (place.width + max(width, digits)) / 2
    x = right - width - (width_of(MINUS, pixels, strong) if bare != text else 0.0)
    baseline = place.y + place.height / 2 + metrics.capHeight() / 2
    painter.drawText(QPointF(x, baseline), text)


def paint_map(painter: QPainter, theme: Theme, block: MapBlock, image: QImage, text: str) -> None:
    """The map; below it `text`, what its strongest colours stand for."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(_qrect(block.body), image)
    body = block.body
    below = QRectF(body.x - RANGE_ROOM, body.bottom + BRACKET_OVER + 2, body.width + 2 * RANGE_ROOM, 14)
    draw_text(painter, below, text, "caption", theme.color("ink3"), CENTER)


def paint_brackets(painter: QPainter, theme: Theme, body: Rect, off: int = BRACKET_OFF) -> None:
    """Square brackets off the cells."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("ink"), BRACKET)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    top, bottom = body.y - BRACKET_OVER + BRACKET / 2, body.bottom + BRACKET_OVER - BRACKET / 2
    for x, foot in (
        (body.x - off - BRACKET / 2, FOOT),
        (body.right + off + BRACKET / 2, -FOOT),
    ):
        corners = ((x + foot, top), (x, top), (x, bottom), (x + foot, bottom))
        painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))


def paint_frame(painter: QPainter, theme: Theme, place: Rect) -> None:
    """What is selected: a frame of ink with the chalk mark round it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outer = FRAME_WIDTH + HALO_WIDTH / 2
    for color, width, reach in (("spot", HALO_WIDTH, outer), ("ink", FRAME_WIDTH, FRAME_WIDTH / 2)):
        painter.setPen(QPen(theme.color(color), width))
        radius = FRAME_RADIUS - FRAME_WIDTH + reach
        painter.drawRoundedRect(_qrect(place.grown(reach)), radius, radius)


def paint_hover(painter: QPainter, theme: Theme, place: Rect) -> None:
    """The cell under the mouse."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("ink2"), 1.0))
    painter.drawRoundedRect(_qrect(place.grown(-0.5)), RADIUS, RADIUS)


def _paint_ground(painter: QPainter, theme: Theme, place: Rect, shade: int, *, is_hidden: bool) -> None:
    """is_hidden: what is no number here is one that is not to be seen yet."""
    rect = _qrect(place)
    painter.setBrush(cell_brush(theme, shade))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    if shade == NOT_A_NUMBER and not is_hidden:
        painter.setBrush(hatch(theme))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)


def _paint_gaps(painter: QPainter, theme: Theme, block: CellBlock) -> None:
    """Three dots in every cell of the gaps; none where nothing is left out."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme.color("ink3")))
    row_gap, column_gap = block.rows.has_gap, block.columns.has_gap
    for row_slot, row in enumerate(block.rows.slots()):
        for column_slot, column in enumerate(block.columns.slots()):
            if row is not None and column is not None:
                continue
            if (row is None and not row_gap) or (column is None and not column_gap):
                continue
            _paint_dots(
                painter, block.slot_rect(row_slot, column_slot), int(column is None), int(row is None)
            )


def _paint_dots(painter: QPainter, place: Rect, across: int, down: int) -> None:
    middle = QPointF(place.x + place.width / 2, place.y + place.height / 2)
    for step in (-1, 0, 1):
        offset = QPointF(step * DOT_STEP * across, step * (DOT_STEP - 1) * down)
        painter.drawEllipse(middle + offset, DOT / 2, DOT / 2)


def _paint_row_numbers(painter: QPainter, theme: Theme, block: CellBlock) -> None:
    """Long matrices say which rows and columns are seen."""
    color = theme.color("ink3")
    if not block.rows.is_whole:
        for slot, row in enumerate(block.rows.slots()):
            if row is not None:
                place = block.slot_rect(slot, 0)
                beside = QRectF(block.x - block.frame - 64, place.y, 60, place.height)
                draw_text(painter, beside, str(row + 1), "caption", color, RIGHT_MIDDLE)
    if not block.columns.is_whole:
        for slot, column in enumerate(block.columns.slots()):
            if column is not None:
                place = block.slot_rect(0, slot)
                above = QRectF(place.x, block.y - BRACKET_OVER - NUMBER_BAND, place.width, NUMBER_BAND)
                draw_text(painter, above, str(column + 1), "caption", color, CENTER)


RIGHT_MIDDLE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _paint_bars(painter: QPainter, theme: Theme, block: CellBlock) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for bar, window, lies in (
        (block.column_bar(), block.columns, True),
        (block.row_bar(), block.rows, False),
    ):
        if bar is None:
            continue
        start, length = handle(window, bar.width if lies else bar.height)
        grip = (
            Rect(bar.x + start, bar.y, length, bar.height)
            if lies
            else Rect(bar.x, bar.y + start, bar.width, length)
        )
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(_qrect(bar), RADIUS, RADIUS)
        painter.setBrush(theme.color("line2"))
        painter.drawRoundedRect(_qrect(grip), RADIUS, RADIUS)


def _has(span: Span, row: int, column: int) -> bool:
    return span.first_row <= row <= span.last_row and span.first_column <= column <= span.last_column


def _qrect(place: Rect) -> QRectF:
    return QRectF(*place)

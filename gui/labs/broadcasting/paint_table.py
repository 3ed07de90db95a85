"""Painting one array: its numbers on the signed scale, and hatched what only acts as if it were there."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from engine.labs.array_lines import number_text
from engine.labs.shape_text import shape_text
from gui.fonts import math_font, math_italic
from gui.labs.broadcasting.lines_geometry import PlacedTable, cell_rect
from gui.step.matrix.block_geometry import Rect
from gui.step.matrix.cells import shades
from gui.step.matrix.paint_cells import RADIUS, paint_brackets, paint_frame, paint_number
from gui.step.matrix.palette import cell_brush, width_of
from gui.theme import Theme, load_theme
from gui.widgets.painting import CENTER, RIGHT, draw_text, text_width

MATH_PIXELS, NAME_GAP = 18, 6
HATCH_STEP, DOT, DOT_STEP = 8, 2.6, 6.0
WIDEST_NAME = 2  # a longer name is an expression
SPILL = 16  # a name may be so much wider than its table


def paint_table(painter: QPainter, theme: Theme, placed: PlacedTable) -> None:
    """Name, shape, labels, brackets and cells."""
    _paint_name(painter, theme, placed)
    _paint_labels(painter, theme, placed)
    _paint_cells(painter, theme, placed)
    if placed.table.array.ndim:
        paint_brackets(painter, theme, placed.block.body)


def paint_marks(painter: QPainter, theme: Theme, placed: PlacedTable, mask: NDArray[np.bool_]) -> None:
    """Frames round the cells that a selected number is made of: one band where they fill a rectangle."""
    rows, columns = np.nonzero(mask)
    if not len(rows):
        return
    corners = [
        cell_rect(placed, int(row), int(column))
        for row, column in ((rows.min(), columns.min()), (rows.max(), columns.max()))
    ]
    first, last = corners
    if first is not None and last is not None:
        paint_frame(painter, theme, Rect(first.x, first.y, last.right - first.x, last.bottom - first.y))


def _paint_name(painter: QPainter, theme: Theme, placed: PlacedTable) -> None:
    """The name over the middle with the shape behind it; what is stretched says into what, if there is room."""
    table = placed.table
    is_symbol = 0 < len(table.name) <= WIDEST_NAME
    painter.setFont(math_font(MATH_PIXELS))
    name = math_italic(table.name) if is_symbol else table.name
    name_width = painter.fontMetrics().horizontalAdvance(name) if is_symbol else text_width(name, "small")
    name_width += NAME_GAP if name else 0
    shape = shape_text(table.shape)
    long = f"{shape} acts as {shape_text(table.acts_as)}"
    if table.is_stretched and name_width + text_width(long, "small") < placed.name.width + SPILL:
        shape = long
    whole = name_width + text_width(shape, "small")
    x = placed.name.x + (placed.name.width - whole) / 2
    baseline = placed.name.y + placed.name.height - 9
    painter.setPen(theme.color("ink"))
    if is_symbol:
        painter.drawText(QPointF(x, baseline), name)
    elif name:
        draw_text(painter, QRectF(x, baseline - 13, name_width + 2, 18), name, "small", theme.color("ink"))
    place = QRectF(x + name_width, baseline - 13, text_width(shape, "small") + 2, 18)
    draw_text(painter, place, shape, "small", theme.color("ink3"))


def _paint_labels(painter: QPainter, theme: Theme, placed: PlacedTable) -> None:
    color = theme.color("ink2")
    for row, text in enumerate(placed.table.rows):
        cell = cell_rect(placed, row, 0)
        if cell is not None:
            beside = QRectF(placed.name.x - 124, cell.y, 120, cell.height)
            draw_text(painter, beside, text, "small", color, RIGHT)
    for column, text in enumerate(placed.table.columns):
        cell = cell_rect(placed, 0, column)
        if cell is not None:
            above = QRectF(cell.x - 4, cell.y - 26, cell.width + 8, 16)
            draw_text(painter, above, text, "small", color, CENTER)


def _paint_cells(painter: QPainter, theme: Theme, placed: PlacedTable) -> None:
    table, pixels = placed.table, placed.pixels
    cells, copies = table.cells, table.is_copy
    reach = float(np.abs(cells).max(initial=0.0)) or 1.0
    colors = shades(cells, reach)
    digits = max(
        width_of(number_text(float(v), table.decimals).lstrip("−"), pixels)
        for v in (cells.min(), cells.max())
    )
    for row_slot, row in enumerate(placed.block.rows.slots()):
        for column_slot, column in enumerate(placed.block.columns.slots()):
            place = placed.block.slot_rect(row_slot, column_slot)
            if row is None or column is None:
                _paint_dots(painter, theme, place, across=column is None, down=row is None)
                continue
            is_copy = bool(copies[row, column])
            _paint_ground(painter, theme, place, int(colors[row, column]), is_copy=is_copy)
            painter.setPen(theme.color("ink3" if is_copy else "ink"))
            text = number_text(float(cells[row, column]), table.decimals)
            paint_number(painter, place, text, digits, pixels, strong=False)


def _paint_ground(painter: QPainter, theme: Theme, place: Rect, shade: int, *, is_copy: bool) -> None:
    rect = QRectF(*place)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if not is_copy:
        painter.setBrush(cell_brush(theme, shade))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        return
    painter.setBrush(theme.color("sunken"))
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    _paint_hatch(painter, theme, rect)


def _paint_hatch(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    """Slanted lines that the number can be read on, within a thin border."""
    painter.fillRect(rect, _hatch(theme.name))
    painter.setPen(QPen(theme.color("line2"), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


@cache
def _hatch(theme_name: str) -> QBrush:
    """One tile of the hatching, repeated: much quicker than lines in every cell."""
    theme = load_theme(theme_name)
    tile = QImage(HATCH_STEP, HATCH_STEP, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line"), 1.4))
    for shift in (-HATCH_STEP, 0, HATCH_STEP):  # the corners belong to the neighbours' lines
        painter.drawLine(QPointF(shift, HATCH_STEP), QPointF(shift + HATCH_STEP, 0))
    painter.end()
    return QBrush(tile)


def _paint_dots(painter: QPainter, theme: Theme, place: Rect, *, across: bool, down: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(theme.color("ink3"))))
    middle = QPointF(place.x + place.width / 2, place.y + place.height / 2)
    for step in (-1, 0, 1):
        offset = QPointF(step * DOT_STEP * across, step * (DOT_STEP - 1) * down)
        painter.drawEllipse(middle + offset, DOT / 2, DOT / 2)

"""Painting an equation: names and shapes above its matrices, signs between them, the selection over everything."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.icons import paint_icon
from gui.step.math_text import draw_math
from gui.step.matrix.block_geometry import BAR, BAR_OFF, BRACKET_OFF, FRAME, CellBlock, Rect, Span
from gui.step.matrix.items import NAME_BAND
from gui.step.matrix.paint_blanks import paint_blanks
from gui.step.matrix.paint_cells import paint_brackets, paint_cells, paint_frame, paint_hover, paint_map
from gui.step.matrix.picture import NAME_GAP, NAME_PIXELS, EquationPicture
from gui.step.matrix.sign_text import draw_sign
from gui.theme import Theme
from gui.widgets.painting import draw_text, text_width

NAME_RISE = 6.0  # the baseline of a name below the middle of its band
BESIDE = 2 * FRAME  # brackets, scroll bar
COPY_ICON, COPY_GAP = 15, 3
MARK_WIDTH, MARK_GAP = 22, 5  # right of the result, for the signs of its remarks


@dataclass(frozen=True)
class Pointer:
    """What is under the mouse: a matrix, perhaps one of its cells; was_copied: and it has just been copied."""

    matrix: int | None = None
    cell: tuple[int, int] | None = None
    was_copied: bool = False


def paint_equation(painter: QPainter, theme: Theme, picture: EquationPicture, pointer: Pointer) -> None:
    """Everything, from the ground up."""
    painter.setPen(theme.color("ink"))
    for sign, fences in zip(picture.arrangement.signs, picture.fences(), strict=True):
        draw_sign(painter, sign.x, sign.y, sign.text, picture.sign_pixels, fences)
    for index, placed in enumerate(picture.arrangement.matrices):
        matrix, block = picture.matrices[index], placed.block
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(block, CellBlock):
            seen = picture.seen_of(index)
            paint_cells(painter, theme, matrix, block, placed.pixels, picture.spans[index], seen)
        else:
            paint_map(
                painter, theme, block, picture.map_image(theme, index, block), picture.range_text(index)
            )
        if isinstance(block, CellBlock) and index == len(picture.shown) - 1:
            paint_blanks(painter, theme, block, placed.pixels, picture.blanks)
        off = block.off if isinstance(block, CellBlock) else BRACKET_OFF
        paint_brackets(painter, theme, block.body, off)
    _paint_marks(painter, theme, picture)
    for index, placed in enumerate(picture.arrangement.matrices):
        for span in picture.spans[index]:
            place = placed.block.span_rect(span)
            if place is not None:
                paint_frame(painter, theme, place)
    _paint_names(painter, theme, picture)
    _paint_pointer(painter, theme, picture, pointer)


def name_place(picture: EquationPicture, matrix: int) -> tuple[float, float, float]:
    """Left end, middle and right end of a matrix's name with its shape: x, y, x."""
    placed = picture.arrangement.matrices[matrix]
    width = picture.name_width(matrix) + NAME_GAP + text_width(picture.label(matrix), "small")
    return placed.name_x - width / 2, picture.name_y(matrix), placed.name_x + width / 2


def copy_place(picture: EquationPicture, matrix: int) -> Rect:
    """Where the copy button of a matrix is while the mouse is over it: 24 x 24 beside its shape."""
    _, middle, right = name_place(picture, matrix)
    return Rect(right + COPY_GAP - 4, middle - 12, 24, 24)


def _paint_names(painter: QPainter, theme: Theme, picture: EquationPicture) -> None:
    """Names that have left their place to stay in sight cover what is below them."""
    for index, placed in enumerate(picture.arrangement.matrices):
        y = picture.name_y(index)
        if y != placed.name_y:
            left, right = _reach(picture, index)
            ground = QRectF(left, y - NAME_BAND / 2, right - left, NAME_BAND)
            painter.fillRect(ground, theme.color("panel"))
    for index in range(len(picture.shown)):
        if picture.name_y(index) + NAME_BAND / 2 <= picture.bottom:
            _paint_name(painter, theme, picture, index)


def _reach(picture: EquationPicture, matrix: int) -> tuple[float, float]:
    """How far a matrix reaches with all that is beside it."""
    body = picture.arrangement.matrices[matrix].block.body
    left, _, right = name_place(picture, matrix)
    return min(left, body.x - BESIDE), max(right, body.right + BESIDE)


def _paint_name(painter: QPainter, theme: Theme, picture: EquationPicture, matrix: int) -> None:
    operand = picture.matrices[matrix].operand
    left, middle, _ = name_place(picture, matrix)
    painter.setPen(theme.color("ink"))
    draw_math(painter, left, middle + NAME_RISE, operand.latex, operand.name, NAME_PIXELS)
    text = picture.label(matrix)
    place = QRectF(
        left + picture.name_width(matrix) + NAME_GAP, middle - 8, text_width(text, "small") + 2, 16
    )
    draw_text(painter, place, text, "small", theme.color("ink3"))


def _paint_marks(painter: QPainter, theme: Theme, picture: EquationPicture) -> None:
    """Warning signs at the rows of the result that a remark speaks of."""
    block = picture.arrangement.matrices[-1].block
    if not picture.marks or not isinstance(block, CellBlock):
        return
    x = block.body.right + block.frame + (0 if block.rows.is_whole else BAR_OFF + BAR) + MARK_GAP
    for slot, row in enumerate(block.rows.slots()):
        if row in picture.marks:
            place = block.slot_rect(slot, 0)
            icon = QRectF(x, place.y + (place.height - COPY_ICON) / 2, COPY_ICON, COPY_ICON)
            paint_icon(painter, "warning", icon, theme.color("warn"))


def _paint_pointer(painter: QPainter, theme: Theme, picture: EquationPicture, pointer: Pointer) -> None:
    if pointer.matrix is None:
        return
    if pointer.cell is not None:
        row, column = pointer.cell
        place = picture.arrangement.matrices[pointer.matrix].block.span_rect(Span(row, row, column, column))
        if place is not None:
            paint_hover(painter, theme, place)
    spot = copy_place(picture, pointer.matrix)
    inset = (spot.width - COPY_ICON) / 2
    icon = QRectF(spot.x + inset, spot.y + inset, COPY_ICON, COPY_ICON)
    name, color = ("check", "run") if pointer.was_copied else ("copy", "ink2")
    paint_icon(painter, name, icon, theme.color(color))

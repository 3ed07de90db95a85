"""Paints a text that was laid out: words, formulas in the same colour, grounds behind code, lines under links."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from gui import formulas
from gui.course.text.flow_geometry import Flow, Line, Placed
from gui.course.text.looks import CODE, style_font
from gui.course.text.measuring import CODE_EDGE
from gui.theme import Theme
from gui.widgets.painting import RADIUS_M, RADIUS_S, draw_box

UNDERLINE = 3.0  # below the base line


def paint_flow(
    painter: QPainter,
    laid: Flow,
    theme: Theme,
    color: QColor,
    *,
    x: float = 0.0,
    y: float = 0.0,
    ground: str = "hover",
) -> None:
    """Paint a text with its left upper corner at (x, y). ground: the token behind code."""
    painter.save()
    painter.translate(x, y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for box in laid.boxes:
        draw_box(painter, QRectF(0, box.top, laid.width, box.height), RADIUS_M, theme.color(ground))
    in_box = [(box.top, box.top + box.height) for box in laid.boxes]
    for line in laid.lines:
        is_block = any(top <= line.top < bottom for top, bottom in in_box)
        if not is_block:
            _paint_grounds(painter, line, theme.color(ground))
        for placed in line.placed:
            _paint_piece(painter, placed, color, 0.0 if is_block else CODE_EDGE)
        _underline(painter, line, theme)
    painter.restore()


def _paint_grounds(painter: QPainter, line: Line, color: QColor) -> None:
    """One ground behind each code among words, through its spaces."""
    grounds: list[QRectF] = []
    for number, placed in enumerate(line.placed):
        piece = placed.piece
        if not piece.style.endswith(CODE) or piece.latex or not piece.text:
            continue
        box = QRectF(
            placed.x, placed.baseline - piece.ascent - 1, piece.width, piece.ascent + piece.descent + 2
        )
        if piece.goes_on and number and grounds:
            grounds[-1] = grounds[-1].united(box)
        else:
            grounds.append(box)
    for box in grounds:
        draw_box(painter, box, RADIUS_S, color)


def _paint_piece(painter: QPainter, placed: Placed, color: QColor, code_edge: float) -> None:
    piece = placed.piece
    painter.setPen(color)
    if piece.latex:
        formula = formulas.get(piece.latex) if piece.width else None
        inset = (piece.width - formula.width * piece.pixels) / 2 if formula is not None else 0.0
        if formula is not None:
            formulas.draw(painter, placed.x + inset, placed.baseline, formula, piece.pixels)
    elif piece.text:
        x = placed.x + (code_edge if piece.style.endswith(CODE) else 0.0)
        painter.setFont(style_font(piece.style))
        painter.drawText(QPointF(x, placed.baseline), piece.text)


def _underline(painter: QPainter, line: Line, theme: Theme) -> None:
    """A line under each link, through the spaces between its words."""
    last: Placed | None = None
    for placed in line.placed:
        if placed.piece.link:
            goes_on = last is not None and last.piece.link == placed.piece.link
            left = last.x + last.piece.width if last is not None and goes_on else placed.x
            y = round(placed.baseline + UNDERLINE)
            painter.fillRect(QRectF(left, y, placed.x + placed.piece.width - left, 1), theme.color("line2"))
        last = placed

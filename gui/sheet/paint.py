"""Paints a page of marks, black on white, on anything: a PDF, a picture."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui import formulas
from gui.sheet.faces import UNIT, face
from gui.sheet.marks import Box, Circle, Line, Mark, Math, Text
from gui.sheet.pages import Page
from gui.sheet.shelf import render

INK = QColor(Qt.GlobalColor.black)
PAPER = QColor(Qt.GlobalColor.white)


def paint_page(painter: QPainter, page: Page, dots_per_inch: float) -> None:
    """Paint with the paper's upper left corner at the painter's origin."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dots_per_inch / 72, dots_per_inch / 72)
    for mark in page.marks:
        _paint(painter, mark)
    painter.restore()


def _paint(painter: QPainter, mark: Mark) -> None:
    if isinstance(mark, Text):
        _paint_text(painter, mark)
        return
    if isinstance(mark, Math):
        painter.setPen(INK)
        formulas.draw(painter, mark.x, mark.baseline, render(mark.latex), mark.size)
        return
    painter.setPen(
        QPen(INK, mark.thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if isinstance(mark, Line):
        painter.drawLine(QLineF(mark.x1, mark.y1, mark.x2, mark.y2))
    elif isinstance(mark, Box):
        painter.drawRect(QRectF(mark.x, mark.y, mark.width, mark.height))
    elif isinstance(mark, Circle):
        painter.setBrush(PAPER)
        painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)


def _paint_text(painter: QPainter, mark: Text) -> None:
    painter.save()
    painter.translate(mark.x, mark.baseline)
    painter.scale(mark.size / UNIT, mark.size / UNIT)
    painter.setPen(INK)
    painter.setFont(face(mark.face))
    painter.drawText(QPointF(0.0, 0.0), mark.text)
    painter.restore()

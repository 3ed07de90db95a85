"""Draws what a path is made of: circles with arrows from the output back, fractions of small d, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.graph import Graph
from gui import formulas
from gui.fonts import math_font
from gui.graph.panels.math_line import FormulaWaiter, draw_formula, draw_plain
from gui.graph.panels.path_book import PathLine
from gui.graph.panels.paths_geometry import NARROWEST_GAP, chain_places
from gui.graph.short_names import LETTERS, cut_latex, cut_text
from gui.widgets import draw_box

CIRCLE, CIRCLE_PADDING, CIRCLE_LINE, NAME_PIXELS = 26.0, 12.0, 1.2, 13.0
FRACTION_PIXELS, FRACTION_PAD = 16.0, 2.0
LINE_GAP, LEAST_DESCENT, LEAST_ASCENT = 3.0, 0.19, 0.75  # of fractions: in pixels, and in em for any name
DOT, DOT_GAP, DOTS_WIDTH = 1.2, 7.0, 16.0
NUMBER_PIXELS, MODEST_NUMBER, SMALLEST_NUMBER, NUMBER_DROP = 16, 12, 10, 0.33
ARROW, ARROW_LINE, ARROW_MARGIN, LEADING_ARROW = 4.0, 1.8, 5.0, 28.0
PARTIAL, DOTS = r"\partial", "⋯"


class PathPen:
    """For one painting. ink: circles, names and numbers; arrow: the arrows."""

    def __init__(
        self, painter: QPainter, graph: Graph, waiter: FormulaWaiter, ink: QColor, arrow: QColor
    ) -> None:
        self._painter = painter
        self._graph = graph
        self._waiter = waiter
        self._ink = ink
        self._arrow = arrow
        self._letters = LETTERS[0]  # of a name, at most: fewer where the room is short

    def draw_chain(self, nodes: Sequence[int | None], rect: QRectF, *, is_first: bool) -> None:
        """One line of the nodes of a path, arrows pointing from the output to its start."""
        left, middle = rect.left(), rect.center().y()
        if not is_first:
            self._draw_arrow(left + LEADING_ARROW - ARROW_MARGIN, left, middle)
            left += LEADING_ARROW
        room = rect.right() - left
        gaps = NARROWEST_GAP * (len(nodes) - 1)
        self._shorten(lambda: sum(map(self._circle_width, (n for n in nodes if n is not None))) + gaps, room)
        places, gap = chain_places(nodes, self._circle_width, room)
        for index, (node, (x, width)) in enumerate(zip(nodes, places, strict=True)):
            if node is None:
                self._draw_dots(left + x + width / 2, middle)
            else:
                self._draw_node(node, QRectF(left + x, middle - CIRCLE / 2, width, CIRCLE))
            if index:
                margin = min(ARROW_MARGIN, gap / 4)
                self._draw_arrow(left + x - margin, left + x - gap + margin, middle)

    def draw_product(
        self, path: PathLine, steps: Sequence[int | None], rect: QRectF, *, is_first: bool
    ) -> float:
        """One line of the fractions along a path; gives where they end."""
        self._shorten(lambda: self._product_width(path, steps, is_first=is_first), rect.width())
        width = self._product_width(path, steps, is_first=is_first)
        scale = min(1.0, rect.width() / max(1.0, width))
        painter = self._painter
        painter.save()
        painter.translate(rect.left(), round(rect.center().y()) + 0.5)
        painter.scale(scale, scale)
        x = 0.0
        for index, step in enumerate(steps):
            if index or not is_first:
                self._draw_dot(x + DOT_GAP)
                x += 2 * DOT_GAP
            if step is None:
                self._draw_dots(x + DOTS_WIDTH / 2, 0.0)
                x += DOTS_WIDTH
            else:
                x += self._draw_fraction(path.nodes[step + 1], path.nodes[step], x)
        painter.restore()
        return rect.left() + width * scale

    def draw_numbers(self, texts: Iterable[str], rect: QRectF) -> None:
        """A product or a sum, given with ever fewer digits: the first text that fits, a little smaller if need be."""
        metrics = QFontMetricsF(math_font(NUMBER_PIXELS))
        text, share = "", 1.0
        for text in texts:
            share = rect.width() / max(1.0, metrics.horizontalAdvance(text))
            if NUMBER_PIXELS * share >= MODEST_NUMBER:
                break
        pixels = max(SMALLEST_NUMBER, min(NUMBER_PIXELS, int(NUMBER_PIXELS * share)))
        face = math_font(pixels)
        text = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width() + 1)
        self._painter.setPen(self._ink)
        self._painter.setFont(face)
        self._painter.drawText(QPointF(rect.left(), round(rect.center().y() + NUMBER_DROP * pixels)), text)

    def _shorten(self, width: Callable[[], float], room: float) -> None:
        """Take as many letters of long names as there is room for."""
        for letters in LETTERS:
            self._letters = letters
            if width() <= room:
                return

    def _latex(self, node: int) -> str:
        return cut_latex(self._graph.nodes[node].latex, self._letters)

    def _circle_width(self, node: int) -> float:
        """A circle, or an oval for a long name."""
        return max(CIRCLE, self._name_width(node) * NAME_PIXELS + CIRCLE_PADDING)

    def _name_width(self, node: int) -> float:
        formula = self._waiter.get(self._latex(node))
        return 0.55 * len(self._plain(node)) if formula is None else formula.width

    def _plain(self, node: int) -> str:
        return cut_text(self._graph.nodes[node].name, self._letters)

    def _draw_node(self, node: int, rect: QRectF) -> None:
        draw_box(self._painter, rect, CIRCLE / 2, None, self._ink, CIRCLE_LINE)
        width = self._name_width(node)
        pixels = min(NAME_PIXELS, (rect.width() - CIRCLE_PADDING / 2) / max(width, 0.01))
        left = rect.center().x() - width * pixels / 2
        self._draw_name(node, QRectF(left, rect.top(), width * pixels, rect.height()), pixels)

    def _draw_name(self, node: int, rect: QRectF, pixels: float) -> None:
        self._painter.setPen(self._ink)
        formula = self._waiter.get(self._latex(node))
        if formula is None:
            draw_plain(self._painter, rect, self._plain(node), pixels)
        else:
            draw_formula(self._painter, rect, formula, pixels)

    def _partial_width(self) -> float:
        partial = self._waiter.get(PARTIAL)
        return 0.55 if partial is None else partial.width + 0.04

    def _fraction_width(self, above: int, below: int) -> float:
        widest = max(self._name_width(above), self._name_width(below)) + self._partial_width()
        return widest * FRACTION_PIXELS + 2 * FRACTION_PAD

    def _product_width(self, path: PathLine, steps: Sequence[int | None], *, is_first: bool) -> float:
        dots = 2 * DOT_GAP * (len(steps) - is_first)
        return dots + sum(
            DOTS_WIDTH if step is None else self._fraction_width(path.nodes[step + 1], path.nodes[step])
            for step in steps
        )

    def _draw_fraction(self, above: int, below: int, x: float) -> float:
        """∂above / ∂below, its line at 0; gives its width."""
        width = self._fraction_width(above, below)
        self._painter.fillRect(QRectF(x, -0.5, width, 1.0), self._ink)
        for node, baseline in ((above, -self._below_baseline(above)), (below, self._above_baseline(below))):
            wide = (self._partial_width() + self._name_width(node)) * FRACTION_PIXELS
            self._draw_derivative(node, x + (width - wide) / 2, baseline)
        return width

    def _below_baseline(self, node: int) -> float:
        """How far the baseline of a name stands over the line of its fraction: more where an index hangs down."""
        formula = self._waiter.get(self._latex(node))
        return LINE_GAP + max(LEAST_DESCENT, 0.0 if formula is None else formula.descent) * FRACTION_PIXELS

    def _above_baseline(self, node: int) -> float:
        """How far it stands under the line: more where something stands high."""
        formula = self._waiter.get(self._latex(node))
        return LINE_GAP + max(LEAST_ASCENT, 0.0 if formula is None else formula.ascent) * FRACTION_PIXELS

    def _draw_derivative(self, node: int, x: float, baseline: float) -> None:
        painter, pixels = self._painter, FRACTION_PIXELS
        painter.setPen(self._ink)
        partial, name = self._waiter.get(PARTIAL), self._waiter.get(self._latex(node))
        if partial is None or name is None:
            draw_plain(
                painter, QRectF(x, baseline - 0.76 * pixels, 40, pixels), f"∂{self._plain(node)}", pixels
            )
            return
        formulas.draw(painter, x, baseline, partial, pixels)
        formulas.draw(painter, x + self._partial_width() * pixels, baseline, name, pixels)

    def _draw_arrow(self, start: float, end: float, y: float) -> None:
        pen = QPen(self._arrow, ARROW_LINE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawLine(QPointF(start, y), QPointF(end, y))
        head = min(ARROW, abs(start - end))
        self._painter.drawPolyline(
            [QPointF(end + head, y - head), QPointF(end, y), QPointF(end + head, y + head)]
        )

    def _draw_dot(self, x: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._ink)
        self._painter.drawEllipse(QPointF(x, 0.0), DOT, DOT)

    def _draw_dots(self, x: float, y: float) -> None:
        self._painter.setFont(math_font(NUMBER_PIXELS))
        self._painter.setPen(self._ink)
        # The face's line is four times as high as its letters: placed by its baseline.
        wide = QFontMetricsF(math_font(NUMBER_PIXELS)).horizontalAdvance(DOTS)
        self._painter.drawText(QPointF(x - wide / 2, y + 0.26 * NUMBER_PIXELS), DOTS)

"""Paints one block of the panel of paths: chains, products, the sum, and the derivative at the right."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from engine.graph import Evaluation
from gui.graph.panels.math_line import FormulaWaiter
from gui.graph.panels.number_words import rounded, short_text
from gui.graph.panels.path_pen import PathPen
from gui.graph.panels.paths_content import Block, product_words, sum_words, wait_text
from gui.graph.panels.paths_geometry import (
    FRAME_INSET,
    ON_ONE_LINE,
    RESULT_GAP,
    RESULT_ROOM,
    TEXT_INSET,
    BlockShape,
    Line,
    chain_parts,
    nodes_on_a_line,
    number_parts,
    product_parts,
)
from gui.theme import Theme
from gui.widgets import draw_box, draw_text, grouped_text, text_width
from gui.widgets.painting import RADIUS_M, RIGHT

NUMBER_GAP, SUM_LEFT = 10.0, 32.0
MOST_SUMMED = 5  # terms that are written out
DIGITS = (
    17,
    4,
    3,
    2,
    1,
)  # that count, of numbers for which there is ever less room: a power of ten is never cut off
RESULT_TOKENS = ("cell_selected", "header")


class BlockPainter:
    """For one painting of one block. seen: what has to be painted."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        waiter: FormulaWaiter,
        evaluation: Evaluation,
        block: Block,
        width: float,
    ) -> None:
        self._painter, self._theme = painter, theme
        self._evaluation, self._block = evaluation, block
        self._right = width - TEXT_INSET
        self._nodes = nodes_on_a_line(width)
        self._is_known = block.state != "unknown"
        ink = theme.color("ink" if self._is_known else "ink3")
        arrow = theme.color("bwd" if self._is_known else "line2")
        self._pen = PathPen(painter, evaluation.graph, waiter, ink, arrow)

    def paint(self, shape: BlockShape, seen: QRectF, title: str) -> None:
        """All lines that are seen."""
        for line in shape.lines:
            if line.top <= seen.bottom() and line.top + line.height >= seen.top():
                self._paint_line(line, title)

    def paint_result(self, line: Line) -> None:
        """The derivative at the right of the first line."""
        known = self._is_known
        texts = result_texts(self._block.total) if known else ["?"]
        rect = QRectF(self._right - RESULT_ROOM, line.top, RESULT_ROOM, line.height)
        tried = ((text, token) for text in texts for token in RESULT_TOKENS)
        fits = (pair for pair in tried if text_width(*pair) <= RESULT_ROOM)
        text, token = next(fits, (texts[-1], RESULT_TOKENS[-1]))
        draw_text(self._painter, rect, text, token, self._theme.color("bwd" if known else "ink3"), RIGHT)

    def _paint_line(self, line: Line, title: str) -> None:
        rect = QRectF(TEXT_INSET, line.top, self._right - TEXT_INSET, line.height)
        if line.kind == "title":
            rect.setRight(self._right - RESULT_ROOM)
            draw_text(self._painter, rect, title, "small", self._theme.color("ink2"))
        elif line.kind == "chain":
            self._paint_chain(line, rect, title)
        elif line.kind == "more":
            more = grouped_text(self._block.count - len(self._block.paths))
            draw_text(self._painter, rect, f"⋯ {more} more", "small", self._theme.color("ink2"))
        elif not self._is_known:
            self._paint_wait(line, rect)
        elif line.kind == "product":
            self._paint_product(line, rect)
        elif line.kind == "numbers":
            self._paint_numbers(line, rect)
        else:
            self._paint_sum(rect)

    def _paint_chain(self, line: Line, rect: QRectF, title: str) -> None:
        if line.path == 0 and line.part == 0 and not title:
            rect.setRight(rect.right() - RESULT_ROOM - RESULT_GAP)
        nodes = chain_parts(self._block.paths[line.path], self._nodes)[line.part]
        self._pen.draw_chain(nodes, rect, is_first=line.part == 0)

    def _paint_wait(self, line: Line, rect: QRectF) -> None:
        if line.kind == "product" and line.path == 0 and line.part == 0:
            text = wait_text(self._block.wait)
            draw_text(self._painter, rect, text, "small", self._theme.color("ink3"))

    def _paint_product(self, line: Line, rect: QRectF) -> None:
        path = self._block.paths[line.path]
        steps = product_parts(path)[line.part]
        end = self._pen.draw_product(path, steps, rect, is_first=line.part == 0)
        if len(path.positions) <= ON_ONE_LINE:
            rect.setLeft(end + NUMBER_GAP)
            self._paint_numbers(line, rect)

    def _paint_numbers(self, line: Line, rect: QRectF) -> None:
        parts = number_parts(self._block.paths[line.path])
        is_last = line.part == len(parts) - 1
        words = partial(
            product_words,
            self._block.paths[line.path].slopes(self._evaluation),
            parts[line.part],
            is_first=line.part == 0,
            result=is_last and self._block.count > 1,
        )
        self._pen.draw_numbers((words(digits=digits) for digits in DIGITS[:-1]), rect)

    def _paint_sum(self, rect: QRectF) -> None:
        summed = self._block.paths[:MOST_SUMMED]
        products = [math.prod(path.slopes(self._evaluation)) for path in summed]
        draw_text(self._painter, rect, "sum", "small", self._theme.color("ink2"))
        rect.setLeft(rect.left() + SUM_LEFT)
        words = partial(sum_words, products, self._block.count, self._block.total)
        self._pen.draw_numbers((words(digits) for digits in DIGITS[:-1]), rect)


def result_texts(value: float) -> list[str]:
    """A derivative with ever fewer digits."""
    return list(dict.fromkeys(short_text(rounded(value, digits)) for digits in DIGITS))


def paint_block(
    painter: QPainter,
    theme: Theme,
    waiter: FormulaWaiter,
    evaluation: Evaluation,
    block: Block,
    shape: BlockShape,
    rect: QRectF,
    seen: QRectF,
    *,
    title: str,
    is_hovered: bool,
    has_line: bool,
) -> None:
    """One block in `rect`; has_line: whether a line parts it from the next one."""
    frame = rect.adjusted(FRAME_INSET, 0.5, -FRAME_INSET, -0.5)
    if block.state == "current":
        draw_box(painter, frame, RADIUS_M, theme.color("spotsoft"), theme.color("ink"), 2)
    elif is_hovered:
        draw_box(painter, frame.adjusted(0, 2, 0, -2), RADIUS_M, theme.color("hover"))
    if has_line:
        line = QRectF(FRAME_INSET, rect.bottom() - 1, rect.width() - 2 * FRAME_INSET, 1)
        painter.fillRect(line, theme.color("line"))
    brush = BlockPainter(painter, theme, waiter, evaluation, block, rect.width())
    brush.paint(shape, seen, title)
    if shape.lines:
        brush.paint_result(shape.lines[0])

"""The card of what the mouse is on, and the sentence at a node that has no value. In pixels of the view."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from engine.graph import Evaluation
from gui.graph.boxes_geometry import Box
from gui.graph.columns_geometry import Edge
from gui.graph.content import Content
from gui.graph.math_row import Latex, Row, draw_row, fitting, row_height, row_width
from gui.graph.number_fit import UNKNOWN
from gui.graph.panels.number_words import short_text
from gui.graph.words import EQUALS, contribution, name_of, slope_name
from gui.theme import Theme
from gui.widgets.painting import RADIUS_L, RADIUS_M, draw_box, type_font

PIXELS, SMALL_PIXELS, LEAST_PIXELS = 16.0, 14.0, 11.0
PADDING, LINE_GAP, DISTANCE = 12.0, 7.0, 10.0
BORDER = 1.5
FAULT_WIDTH, FAULT_TOKEN = 230, "small"
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter)

Line = tuple[Row, float, str]  # what is written, its size, its colour


def node_lines(content: Content, node: int) -> list[Line]:
    """What a node computes and its value; where its derivative comes from and that. What is yet to be found is "?"."""
    evaluation = content.evaluation
    graph = evaluation.graph
    shown = graph.nodes[node]
    value = short_text(evaluation.values[node]) if node in content.has_value else UNKNOWN
    rule: Row = () if shown.is_variable else (EQUALS, Latex(graph.look(shown, "step"), shown.kind))
    lines: list[Line] = [((name_of(shown), *rule, EQUALS + value), PIXELS, "ink")]
    slope = short_text(evaluation.derivatives[node]) if node in content.has_slope else UNKNOWN
    event = next((e for e in evaluation.events if e.phase == "backward" and e.node == node), None)
    name = slope_name(shown)
    found = name if event is None else Latex(event.open_latex, name.plain)
    return [*lines, ((found, EQUALS + slope), SMALL_PIXELS, "bwd")]


def edge_lines(content: Content, edge: Edge, source: int) -> list[Line]:
    """The slope along an arrow, and what it brings to the derivative: slope times upstream."""
    evaluation = content.evaluation
    event = next((e for e in evaluation.events if e.phase == "backward" and e.node == source), None)
    if event is None:
        return []
    term = next(t for t in event.terms if (t.consumer, t.position) == edge)
    names = [evaluation.graph.nodes[node].latex for node in (edge[0], source)]
    slope = Latex(rf"\frac{{\partial {names[0]}}}{{\partial {names[1]}}}", "slope")
    known = edge[0] in content.has_value
    first: Row = (
        slope,
        EQUALS,
        Latex(term.slope_latex, ""),
        *_number(evaluation, edge, term.slope_latex, known),
    )
    brought = short_text(contribution(evaluation, edge)) if source in content.has_slope else UNKNOWN
    return [
        (first, PIXELS, "ink"),
        ((Latex(term.latex, ""), EQUALS + brought), SMALL_PIXELS, "bwd"),
    ]


def _number(evaluation: Evaluation, edge: Edge, written: str, known: bool) -> Row:
    """The slope's number, unless it is what is written already."""
    text = short_text(evaluation.slopes[edge]) if known else UNKNOWN
    return () if text.replace("\u2212", "-") == written else (EQUALS + text,)


def draw_card(painter: QPainter, theme: Theme, lines: list[Line], target: QRectF, view: QRect) -> QRectF:
    """Beside what it is about, where it is wholly in view: above it, else below. Returns its place."""
    room = view.width() - 2 * PADDING - 8
    lines = [(*fitting([row], room, (size, LEAST_PIXELS)), color) for row, size, color in lines]
    sizes = [(row_width(row, size), *row_height(row, size)) for row, size, _ in lines]
    width = max(size[0] for size in sizes) + 2 * PADDING
    height = sum(up + down for _, up, down in sizes) + LINE_GAP * (len(lines) - 1) + 2 * PADDING - 2
    x = min(max(target.center().x() - width / 2, view.left() + 4), view.right() - 4 - width)
    y = target.top() - DISTANCE - height
    if y < view.top() + 4:
        y = min(target.bottom() + DISTANCE, view.bottom() - 4 - height)
    place = QRectF(round(x), round(y), round(width), round(height))
    draw_box(painter, place, RADIUS_L, theme.color("panel"), theme.color("ink"), BORDER)
    baseline = place.top() + PADDING - 1
    for (row, size, color), (_, up, down) in zip(lines, sizes, strict=True):
        baseline += up
        painter.setPen(theme.color(color))
        draw_row(painter, place.left() + PADDING, baseline, row, size)
        baseline += down + LINE_GAP
    return place


def draw_fault(painter: QPainter, theme: Theme, text: str, node: Box, view: QRect) -> None:
    """The sentence below a node; node: its box in the view."""
    metrics = QFontMetrics(type_font(FAULT_TOKEN))
    words = metrics.boundingRect(QRect(0, 0, FAULT_WIDTH, 1000), WRAP, text)
    width, height = words.width() + 20, words.height() + 12
    x = min(max(round(node.cx - width / 2), view.left() + 4), view.right() - 4 - width)
    y = round(node.bottom + 6)
    if y + height > view.bottom() - 4:
        y = round(node.y - 6 - height)
    place = QRect(x, y, width, height)
    draw_box(painter, QRectF(place), RADIUS_M, theme.color("errsoft"), theme.color("err"))
    painter.setFont(type_font(FAULT_TOKEN))
    painter.setPen(theme.color("err"))
    painter.drawText(place.adjusted(10, 6, -10, -6), WRAP, text)

"""Every formula that the Graph workspace may draw for a graph at these values, so that they can be typeset beforehand.

They are taken from the rows that are drawn: what those say otherwise one day, this says too. Numbers are no formulas.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.graph import Evaluation
from gui.graph.card_painter import edge_lines, node_lines
from gui.graph.content import content_at
from gui.graph.math_row import Latex, Row
from gui.graph.panels.path_pen import PARTIAL
from gui.graph.step_painter import step_rows
from gui.graph.words import name_of, slope_name, slope_rows, sum_rows


def drawn_latex(evaluation: Evaluation) -> Iterator[str]:
    """Definitions, names, labels and derivatives of nodes, steps, the cards of nodes and arrows, fractions of paths."""
    yield PARTIAL
    yield from evaluation.graph.definition_latex
    yield from (node.label for node in evaluation.graph.nodes)
    for row in _rows(evaluation):
        yield from (piece.latex for piece in row if isinstance(piece, Latex))


def _rows(evaluation: Evaluation) -> Iterator[Row]:
    graph, content = evaluation.graph, content_at(evaluation, len(evaluation.events))
    for node in graph.nodes:
        yield (name_of(node), slope_name(node))
        yield from (row for row, _, _ in node_lines(content, node.index))
        yield from slope_rows(evaluation, node.index)
        yield from sum_rows(evaluation, node.index)
        for edge in graph.consumers[node.index]:
            yield from (row for row, _, _ in edge_lines(content, edge, node.index))
    for event in evaluation.events:
        yield from step_rows(graph, event, is_known=True)

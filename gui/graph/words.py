"""What stands at arrows and nodes: values, derivatives, contributions and sums, as rows of formulas and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from engine.graph import Evaluation, Node
from engine.graph.events import differential
from gui.graph.columns_geometry import Edge
from gui.graph.math_row import Latex, Row
from gui.graph.number_fit import number_choices
from gui.graph.panels.number_words import short_text, sum_text

EQUALS = "\u2005=\u2005"
MOST_TERMS = 4


def name_of(node: Node) -> Latex:
    """A node's name."""
    return Latex(node.latex, node.name)


def slope_name(node: Node) -> Latex:
    """db."""
    return Latex(differential(node), f"d{node.name}")


def slope_rows(evaluation: Evaluation, node: int) -> Iterator[Row]:
    """db = 6, with ever fewer digits; at last the number alone."""
    name = slope_name(evaluation.graph.nodes[node])
    texts = list(number_choices(evaluation.derivatives[node]))
    yield from ((name, EQUALS + text) for text in texts)
    yield (texts[-1],)


def contribution(evaluation: Evaluation, edge: Edge) -> float:
    """What an arrow adds to the derivative of the node where it begins: slope times upstream."""
    return evaluation.slopes[edge] * evaluation.derivatives[edge[0]]


def sum_rows(evaluation: Evaluation, node: int) -> Iterator[Row]:
    """da = 4 + 5 = 9; without the terms where they take too much room."""
    parts = [contribution(evaluation, edge) for edge in evaluation.graph.consumers[node]]
    name = slope_name(evaluation.graph.nodes[node])
    total = short_text(evaluation.derivatives[node])
    if len(parts) <= MOST_TERMS and all(part == part for part in parts):
        for digits in (6, 3, 2):
            terms = sum_text([float(f"{part:.{digits}g}") for part in parts])
            yield name, f"{EQUALS}{terms}{EQUALS}{total}"
    yield name, EQUALS + total
    yield from ((name, EQUALS + text) for text in number_choices(evaluation.derivatives[node]))

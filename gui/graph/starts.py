"""The values that variables begin with: 1, 2, 3, ... in polynomials, small ones of both signs where functions saturate.

No Qt.
"""

from __future__ import annotations

from engine.graph import Evaluation, Graph

PLAIN = (1.0, 2.0, 3.0, 4.0, 5.0)
GENTLE = (0.5, -0.3, 0.8, 0.2, -0.6, 0.4, -0.1, 0.7, -0.4, 0.3, 0.6, -0.2)
POSITIVE = tuple(abs(value) for value in GENTLE)
STEEP = ("sigmoid", "tanh", "exp", "log")
LABEL, LABELLED = "y", 1.0  # what is to be found, 0 or 1


class Starts:
    """Remembers what each name was given, so that nothing changes while other names come and go."""

    def __init__(self) -> None:
        self._given: dict[tuple[float, ...], dict[str, float]] = {}

    def evaluate(self, graph: Graph, chosen: dict[str, float]) -> Evaluation:
        """The graph at the values that a person has chosen, and at beginnings for all the others."""
        if not any(node.kind in STEEP for node in graph.operations):
            return self._at(graph, chosen, PLAIN)
        evaluation = self._at(graph, chosen, GENTLE)
        return self._at(graph, chosen, POSITIVE) if evaluation.faults else evaluation

    def _at(self, graph: Graph, chosen: dict[str, float], values: tuple[float, ...]) -> Evaluation:
        given = self._given.setdefault(values, {})
        for number, name in enumerate(graph.variables):
            is_label = name == LABEL and values is GENTLE
            given.setdefault(name, LABELLED if is_label else values[number % len(values)])
        return graph.at({name: chosen.get(name, given[name]) for name in graph.variables})

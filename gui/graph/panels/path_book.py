"""The paths of a graph from every node to the output: how many, and the first few of each, found in one go. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.graph import Evaluation, Graph
from engine.graph.events import backward_order

LISTED = 3  # of each node


@dataclass(frozen=True)
class PathLine:
    """nodes from the one whose derivative it is to the output; slopes: of each node by the one before it."""

    nodes: tuple[int, ...]
    positions: tuple[int, ...]  # of each node among the operands of the next

    def slopes(self, evaluation: Evaluation) -> tuple[float, ...]:
        """The local derivatives along the path, from the start; nan where a value does not exist."""
        steps = zip(self.nodes[1:], self.positions, strict=True)
        return tuple(evaluation.slopes.get((node, position), float("nan")) for node, position in steps)


class PathBook:
    """counts: by node, of all paths to the output; `lines` has the first LISTED. order: of the backward pass.

    is_tall: whether names have a layer above and an index below, so that fractions are higher.
    """

    def __init__(self, graph: Graph) -> None:
        self.order = tuple(backward_order(graph))
        self.forward_count = len(graph.operations)
        self.is_tall = any("[" in node.name for node in graph.nodes)
        users = graph.consumers
        self.counts = [0] * len(graph.nodes)
        self._lines: list[tuple[PathLine, ...]] = [()] * len(graph.nodes)
        for node in reversed(range(len(graph.nodes))):
            if node == graph.output:
                self.counts[node] = 1
                self._lines[node] = (PathLine((node,), ()),)
                continue
            self.counts[node] = sum(self.counts[user] for user, _ in users[node])
            found = (
                PathLine((node, *rest.nodes), (position, *rest.positions))
                for user, position in users[node]
                for rest in self._lines[user]
            )
            self._lines[node] = tuple(line for line, _ in zip(found, range(LISTED), strict=False))

    def lines(self, node: int) -> tuple[PathLine, ...]:
        """The first paths of a node."""
        return self._lines[node]

"""The derivative as a sum over paths: along each from a node to the output the slopes multiply."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from engine.graph.evaluation import Evaluation
from engine.graph.graph import Graph
from engine.graph.number_text import number_latex

LIMIT = 64


@dataclass(frozen=True)
class Path:
    """nodes: from the start to the output; positions: at each step, which operand of the next node is meant.

    slopes: the local derivatives, as many as steps; product: of all of them, 1 for no step. names: of the nodes, LaTeX.
    """

    nodes: tuple[int, ...]
    positions: tuple[int, ...]
    slopes: tuple[float, ...]
    product: float
    names: tuple[str, ...]

    @property
    def latex(self) -> str:
        """The product as derivatives: \\frac{\\partial u}{\\partial b} \\cdot ..."""
        steps = pairwise(self.names)
        return (
            r" \cdot ".join(rf"\frac{{\partial {above}}}{{\partial {below}}}" for below, above in steps)
            or "1"
        )

    @property
    def numbers_latex(self) -> str:
        """The same with numbers: 2 \\cdot 1 \\cdot 3."""
        return r" \cdot ".join(map(_factor, self.slopes)) or "1"


@dataclass(frozen=True)
class Paths:
    """Some or all paths from a node to the output. count: how many there are; total: the sum of all, the derivative."""

    node: int
    paths: tuple[Path, ...]
    count: int
    total: float

    @property
    def is_whole(self) -> bool:
        """Whether every path is listed."""
        return len(self.paths) == self.count


def paths(evaluation: Evaluation, node: int, limit: int = LIMIT) -> Paths:
    """The paths from node (an index) to the output, at most `limit`; from the output itself the one of no step."""
    graph = evaluation.graph
    listed = tuple(_path(evaluation, *steps) for steps in islice(_walks(graph, node), limit))
    return Paths(node, listed, _count(graph, node), evaluation.derivatives[node])


def _walks(graph: Graph, start: int) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Nodes and positions of every path: every walk along the arrows ends at the output."""
    if start == graph.output:
        yield (start,), ()
        return
    nodes, positions = [start], [0]
    choices = [iter(graph.consumers[start])]
    while choices:
        step = next(choices[-1], None)
        if step is None:
            choices.pop()
            nodes.pop()
            positions.pop()
        elif step[0] == graph.output:
            yield (*nodes, step[0]), (*positions[1:], step[1])
        else:
            choices.append(iter(graph.consumers[step[0]]))
            nodes.append(step[0])
            positions.append(step[1])


def _count(graph: Graph, start: int) -> int:
    """How many paths, added up from the output on: there may be far too many to walk."""
    counts = [0] * len(graph.nodes)
    counts[graph.output] = 1
    for index in range(len(graph.nodes) - 1, start - 1, -1):
        if index != graph.output:
            counts[index] = sum(counts[consumer] for consumer, _ in graph.consumers[index])
    return counts[start]


def _path(evaluation: Evaluation, nodes: tuple[int, ...], positions: tuple[int, ...]) -> Path:
    slopes = tuple(
        evaluation.slopes[index, position] for index, position in zip(nodes[1:], positions, strict=True)
    )
    names = tuple(evaluation.graph.nodes[index].latex for index in nodes)
    return Path(nodes, positions, slopes, math.prod(slopes), names)


def _factor(slope: float) -> str:
    latex = number_latex(slope)
    return f"({latex})" if latex.startswith("-") else latex

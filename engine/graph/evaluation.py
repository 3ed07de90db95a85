"""A graph at given values: forward for the values, backward for the derivatives, each local slope kept."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.graph.events import Event, events_of
from engine.graph.forward import checked_inputs, forward, operands_of
from engine.graph.graph import Graph, Node
from engine.graph.number_text import number_words


@dataclass(frozen=True, eq=False)
class Evaluation:
    """All numbers of a graph where its variables are `inputs`.

    values: one a node, nan where there is none and in all that follows. faults: by node a sentence, where a value
    doesn't exist, or where it does and a slope that is asked for doesn't. slopes: by (node, position) the local
    derivative of a node by the operand there; numbers have none. derivatives: of the output by each node; nan where
    there is none.
    """

    graph: Graph
    inputs: Mapping[str, float]
    values: tuple[float, ...]
    faults: Mapping[int, str]
    slopes: Mapping[tuple[int, int], float]
    derivatives: tuple[float, ...]

    @property
    def output(self) -> float:
        """The output's value."""
        return self.values[self.graph.output]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The steps of the forward pass, then those of the backward pass."""
        return events_of(self.graph, self.values, self.slopes, self.derivatives)


def evaluate(graph: Graph, values: Mapping[str, float]) -> Evaluation:
    """See Graph.at."""
    inputs = checked_inputs(graph, values)
    numbers, faults = forward(graph, inputs)
    slopes = _slopes(graph, numbers, faults)
    derivatives = _backward(graph, slopes, is_number=math.isfinite(numbers[graph.output]))
    return Evaluation(graph, inputs, tuple(numbers), faults, slopes, tuple(derivatives))


def _slopes(graph: Graph, values: Sequence[float], faults: dict[int, str]) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for node in graph.operations:
        index = node.index
        local = _local(node, values)
        for position, operand in enumerate(node.operands):
            if type(operand) is not int:
                continue
            slope = local[position]
            if slope - slope != 0:  # inf or nan
                slope = math.nan
                if math.isfinite(values[index]):
                    faults[index] = _no_slope(graph, node, operand, values)
            found[index, position] = slope
    return found


def _local(node: Node, values: Sequence[float]) -> Sequence[float]:
    result = values[node.index]
    if result - result != 0:
        return [math.nan] * len(node.operands)
    try:
        return node.function.slopes(*operands_of(node, values), result)
    except OverflowError:
        return [math.nan] * len(node.operands)


def _no_slope(graph: Graph, node: Node, operand: int, values: Sequence[float]) -> str:
    name, value = graph.nodes[operand].name, number_words(values[operand])
    return f"{node.name} has a value, but no slope by {name} at {name} = {value}"


def _backward(graph: Graph, slopes: Mapping[tuple[int, int], float], *, is_number: bool) -> list[float]:
    """From the output, whose derivative by itself is 1, to the variables: contributions add up."""
    if not is_number:
        return [math.nan] * len(graph.nodes)
    derivatives = [0.0] * len(graph.nodes)
    derivatives[graph.output] = 1.0
    for node in reversed(graph.operations):
        upstream = derivatives[node.index]
        for position, operand in enumerate(node.operands):
            if type(operand) is int:
                derivatives[operand] += slopes[node.index, position] * upstream
    return [value if value - value == 0 else math.nan for value in derivatives]

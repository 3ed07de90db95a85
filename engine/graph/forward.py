"""The forward pass: values of all nodes, in topological order; nan where there is none, and in all that follows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from engine.graph.fault import DomainFault, MissingValue
from engine.graph.graph import Graph, Node

TOO_LARGE = "the result is too large a number"


def checked_inputs(graph: Graph, values: Mapping[str, float]) -> dict[str, float]:
    """The values of the graph's variables, as floats; other names are passed over.

    Raises MissingValue for a variable without one, ValueError for one that is no finite number.
    """
    found: dict[str, float] = {}
    for name in graph.variables:
        if name not in values:
            raise MissingValue(name)
        found[name] = float(values[name])
        if not math.isfinite(found[name]):
            raise ValueError(f"{name} must be a finite number, not {values[name]}")
    return found


def forward(graph: Graph, inputs: Mapping[str, float]) -> tuple[list[float], dict[int, str]]:
    """The value of every node, and a sentence for each whose value doesn't exist though its operands' values do."""
    values = [inputs[name] for name in graph.variables]
    values += [math.nan] * len(graph.operations)
    faults: dict[int, str] = {}
    forward_through(graph.operations, values, faults)
    return values, faults


def forward_through(operations: Sequence[Node], values: list[float], faults: dict[int, str]) -> None:
    """Compute these nodes, in their order, into `values`."""
    for node in operations:
        try:
            value = node.function.value(*operands_of(node, values))
            if value - value != 0:  # inf or nan
                value = _faulty(node, values, faults, TOO_LARGE)
        except DomainFault as fault:
            value = _faulty(node, values, faults, str(fault))
        except (OverflowError, ValueError):
            value = _faulty(node, values, faults, TOO_LARGE)
        values[node.index] = value


def operands_of(node: Node, values: Sequence[float]) -> list[float]:
    """The numbers that a node works on."""
    return [values[operand] if type(operand) is int else operand for operand in node.operands]


def _faulty(node: Node, values: Sequence[float], faults: dict[int, str], sentence: str) -> float:
    """nan; the fault is this node's own only where all its operands are numbers."""
    if all(map(math.isfinite, operands_of(node, values))):
        faults[node.index] = sentence
    return math.nan


def following(graph: Graph, start: int) -> list[Node]:
    """The operations whose value depends on node `start`, in order."""
    reached = {start}
    for node in graph.operations:
        if any(type(operand) is int and operand in reached for operand in node.operands):
            reached.add(node.index)
    return [graph.nodes[index] for index in sorted(reached) if index != start]

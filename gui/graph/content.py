"""What of a graph is known at an event, and what the event is about. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.graph import Evaluation, Event
from gui.graph.columns_geometry import Edge


@dataclass(frozen=True)
class Content:
    """has_value, has_slope: the nodes whose value and whose derivative are known. current: the arrows of the event;
    path: those by which its derivative reaches the output. asks_slopes: whether derivatives are looked for by now.
    """

    evaluation: Evaluation
    event: Event | None
    has_value: frozenset[int]
    has_slope: frozenset[int]
    current: frozenset[Edge]
    path: frozenset[Edge]
    asks_slopes: bool

    @property
    def place(self) -> tuple[str, int]:
        """What tells events of one graph apart."""
        return ("", 0) if self.event is None else (self.event.phase, self.event.node)

    @property
    def node(self) -> int | None:
        """The node that the event is about."""
        return None if self.event is None else self.event.node

    @property
    def is_backward(self) -> bool:
        """Whether the event finds a derivative."""
        return self.event is not None and self.event.phase == "backward"


def content_at(evaluation: Evaluation, index: int) -> Content:
    """What is known once event `index` (from 0) is done."""
    graph, events = evaluation.graph, evaluation.events
    done = events[: index + 1]
    event = done[-1] if done else None
    values = {node.index for node in graph.nodes if node.is_variable}
    values |= {found.node for found in done if found.phase == "forward"}
    slopes = {found.node for found in done if found.phase == "backward"}
    asks = event is None or event.phase == "backward" or event.node == graph.output
    if asks:
        slopes.add(graph.output)
    current: frozenset[Edge] = frozenset()
    path: frozenset[Edge] = frozenset()
    if event is not None and event.phase == "forward":
        operands = enumerate(graph.nodes[event.node].operands)
        current = frozenset((event.node, place) for place, operand in operands if type(operand) is int)
    elif event is not None:
        current = frozenset(graph.consumers[event.node])
        path = _onward(evaluation, event.node) - current
    return Content(evaluation, event, frozenset(values), frozenset(slopes), current, path, asks)


def _onward(evaluation: Evaluation, node: int) -> frozenset[Edge]:
    """Every arrow on a path from a node to the output."""
    consumers, found, waiting = evaluation.graph.consumers, set(), [node]
    seen = {node}
    while waiting:
        for edge in consumers[waiting.pop()]:
            found.add(edge)
            if edge[0] not in seen:
                seen.add(edge[0])
                waiting.append(edge[0])
    return frozenset(found)

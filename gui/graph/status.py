"""What the status bar says in Graph: the step, the output, what the step does, and how large the graph is. No Qt."""

from __future__ import annotations

from engine.graph import Evaluation
from engine.graph.number_text import number_words
from gui.status_texts import DOT, Part, Stepping


def stepping_of(evaluation: Evaluation, index: int, *, is_playing: bool = False) -> Stepping:
    """Such as: Stepping, step 7 of 8, J = 33, db; and 3 variables, 3 operations. J once it is found."""
    graph, events = evaluation.graph, evaluation.events
    event = events[index]
    parts: list[Part] = [(("step ", False), (str(index + 1), True), (f" of {len(events)}", False))]
    output = graph.nodes[graph.output].name
    if event.phase == "backward" or event.node == graph.output:
        parts.append(((f"{output} = ", False), (number_words(evaluation.output), True)))
    name = graph.nodes[event.node].name
    found = f"d{name}" if event.phase == "backward" else name
    if (found, event.phase) != (output, "forward"):
        parts.append(((f"{found} = ", False), (number_words(event.value), True)))
    variables, operations = len(graph.variables), len(graph.operations)
    what = DOT.join((_counted(variables, "variable"), _counted(operations, "operation")))
    return Stepping(tuple(parts), what, what, 0, is_playing)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")

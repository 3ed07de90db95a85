"""Print a graph's values and derivatives in a terminal: `main.py graph TEXT --at a=5,b=3`, as a table or JSON.

The result goes to stdout, a fault to stderr in one line with its column. Exit codes: 0 fine, 2 an expression that
can't be read, a value that is missing or none, or values at which the output or a derivative doesn't exist.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from engine.graph.build import build_graph
from engine.graph.evaluation import Evaluation
from engine.graph.fault import ExpressionFault, MissingValue
from engine.graph.graph import Graph, Node
from engine.graph.tokens import tokens_of

OK, FAULT = 0, 2


class ValuesFault(ValueError):
    """What follows --at can't be used; the sentence has its column."""

    def __init__(self, column: int, text: str) -> None:
        super().__init__(f"--at, column {column}: {text}")


def graph_in_terminal(text: str, at: str, *, as_json: bool) -> int:
    """Print the values and derivatives of `text` where its variables are as `at` says; returns the exit code."""
    try:
        graph = build_graph(text)
        evaluation = _evaluated(graph, read_values(at, graph.variables))
    except (ExpressionFault, ValuesFault) as fault:
        print(f"chalknet: {fault}", file=sys.stderr)
        return FAULT
    print(json.dumps(as_object(evaluation), allow_nan=False) if as_json else as_text(evaluation))
    return OK


def read_values(at: str, names: tuple[str, ...]) -> dict[str, float]:
    """a=5,b=-0.5 as numbers by name; names: those that there are. Raises ValuesFault."""
    values: dict[str, float] = {}
    for match in re.finditer(r"[^,]+", at):
        lead = len(match[0]) - len(match[0].lstrip())
        column, item = match.start() + lead + 1, match[0].strip()
        if not item:
            continue
        name, sign, number = (part.strip() for part in item.partition("="))
        if not sign:
            raise ValuesFault(column, f"expected a name, = and a number, such as a=5, not {item!r}")
        if name not in names:
            known = f"the variables are {', '.join(names)}" if names else "there are none"
            raise ValuesFault(column, f"{name!r} is no variable of the expression: {known}")
        if name in values:
            raise ValuesFault(column, f"{name} has a value already")
        values[name] = _number(number, name, column + item.index("=") + 1)
    return values


def _number(text: str, name: str, column: int) -> float:
    """A number of the grammar, with or without a minus."""
    try:
        tokens = tokens_of(text.removeprefix("-"))
    except ExpressionFault:
        tokens = ()
    if len(tokens) != 1 or tokens[0].kind != "number":
        raise ValuesFault(column, f"expected a number for {name}, such as 5 or -0.5, not {text!r}")
    return float(tokens[0].text) * (-1 if text.startswith("-") else 1)


def _evaluated(graph: Graph, values: dict[str, float]) -> Evaluation:
    """Raises ExpressionFault at the variable that has no value, or at the operation that has none."""
    try:
        evaluation = graph.at(values)
    except MissingValue as missing:
        column = graph.nodes[graph.index_of(missing.name)].column
        raise ExpressionFault(
            column, f"{missing.name} has no value: expected it after --at, as in --at {missing.name}=1"
        ) from None
    for index, sentence in sorted(evaluation.faults.items()):
        raise ExpressionFault(graph.nodes[index].column, sentence)
    return evaluation


def _shown(graph: Graph) -> list[Node]:
    """Variables and what was given a name, in the order of the forward pass."""
    return [node for node in graph.nodes if node.is_named]


def as_object(evaluation: Evaluation) -> dict[str, Any]:
    """The output's name; values, and derivatives of the output, by every variable and every definition."""
    graph = evaluation.graph
    shown = _shown(graph)
    return {
        "output": graph.nodes[graph.output].name,
        "values": {node.name: _plain(evaluation.values[node.index]) for node in shown},
        "derivatives": {node.name: _plain(evaluation.derivatives[node.index]) for node in shown},
    }


def _plain(value: float) -> float:
    return value + 0.0  # no minus before 0


def as_text(evaluation: Evaluation) -> str:
    """A table: every node with what it does, its value, and the output's derivative by it."""
    graph = evaluation.graph
    output = graph.nodes[graph.output].name
    rows = [
        (
            node.name,
            _operation(graph, node),
            f"{_plain(evaluation.values[node.index]):.10g}",
            f"{_plain(evaluation.derivatives[node.index]):.10g}",
        )
        for node in graph.nodes
    ]
    rows.insert(0, ("name", "is", "value", f"d{output} by it"))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        f"{name:{widths[0]}}  {done:{widths[1]}}  {value:>{widths[2]}}  {slope:>{widths[3]}}"
        for name, done, value, slope in rows
    )


def _operation(graph: Graph, node: Node) -> str:
    """In the grammar: "b*c", "log(a)"."""
    if node.is_variable:
        return ""
    names = [graph.nodes[o].name if isinstance(o, int) else f"{o:.10g}" for o in node.operands]
    if node.kind == "identity":
        return names[0]
    if node.function.precedence == 0:
        return f"{node.function.sign}({', '.join(names)})"
    return f" {node.function.sign} ".join(names) if len(names) > 1 else f"{node.function.sign}{names[0]}"

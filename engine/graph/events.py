"""The walk through a graph, one event at a time: every operation forward, then every derivative backward.

A derivative is written once all that it needs is there, operand by operand from the output on: of J = 3(a + b c)
dv, da, du, db, dc.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.graph.graph import Graph, Node
from engine.graph.looks import SIGN, SUM, WORD, Piece
from engine.graph.number_text import number_latex
from engine.graph.slope_looks import is_factor, slope_piece


@dataclass(frozen=True)
class Term:
    """What one use of a node adds to its derivative: slope times upstream.

    consumer: the node that uses it, at `position` among its operands; slope: the local derivative there; upstream:
    the output's derivative by the consumer; product: of both. slope_latex: "c"; latex: "c \\cdot du".
    """

    consumer: int
    position: int
    slope: float
    upstream: float
    product: float
    slope_latex: str
    latex: str


@dataclass(frozen=True)
class Event:
    """One step. number: from 1; node: whose value or derivative it finds; value: that, nan where there is none.

    open_latex: before it is done, "db = c \\cdot du"; latex: with the number, "db = c \\cdot du = 6". terms:
    backward, one for each use of the node; they add up to value.
    """

    number: int
    phase: Literal["forward", "backward"]
    node: int
    value: float
    open_latex: str
    latex: str
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Use:
    """One use of a node, before any number is known: latex is None where it is a number that depends on the values."""

    consumer: int
    position: int
    slope_latex: str | None
    latex: str | None
    short: str


@dataclass(frozen=True)
class Move:
    """What is known of an event without numbers: lead "db"; right: what follows "=", None where it depends on them."""

    phase: Literal["forward", "backward"]
    node: int
    lead: str
    right: str | None
    uses: tuple[Use, ...] = ()


def moves_of(graph: Graph) -> tuple[Move, ...]:
    """All that the events of a graph have in common wherever its variables stand. `Graph.moves` keeps it."""
    forward = [Move("forward", node.index, node.latex, graph.look(node, "step")) for node in graph.operations]
    return (*forward, *(_backward_move(graph, index) for index in backward_order(graph)))


def backward_order(graph: Graph) -> Iterator[int]:
    """Every node but the output, each after all that use it, by consumer from the output on and then by operand."""
    waiting = [len(uses) for uses in graph.consumers]
    for node in reversed(graph.operations):
        for operand in node.operands:
            if isinstance(operand, int):
                waiting[operand] -= 1
                if waiting[operand] == 0:
                    yield operand


def differential(node: Node) -> str:
    """The output's derivative by a node, in the short form of code: db."""
    return f"d{node.latex}"


def _backward_move(graph: Graph, index: int) -> Move:
    uses = tuple(_use(graph, consumer, position) for consumer, position in graph.consumers[index])
    known = [use.latex for use in uses if use.latex is not None]
    right = _added(known) if len(known) == len(uses) else None
    return Move("backward", index, differential(graph.nodes[index]), right, uses)


def _use(graph: Graph, consumer: int, position: int) -> Use:
    node = graph.nodes[consumer]
    short = differential(node)
    piece = slope_piece(graph, node, position)
    if piece is None:
        return Use(consumer, position, None, None, short)
    return Use(
        consumer, position, piece.latex, _times(piece, short, is_typed=is_factor(node, position)), short
    )


def _times(slope: Piece, short: str, *, is_typed: bool) -> str:
    """slope times upstream: dv = 3 dJ where the 3 was typed, else with a sign; a 1 would be overlooked."""
    if is_typed and "cdot" not in slope.latex and slope.latex != "1":
        return rf"{slope.latex}\,{short}"
    is_number = slope.latex.removeprefix("-").replace(".", "").isdigit()
    if is_number or slope.level not in (SUM, SIGN, WORD):
        return rf"{slope.latex} \cdot {short}"
    return rf"({slope.latex}) \cdot {short}"


def _added(terms: Sequence[str]) -> str:
    return " + ".join([terms[0], *(f"({term})" if term.startswith("-") else term for term in terms[1:])])


def events_of(
    graph: Graph,
    values: Sequence[float],
    slopes: Mapping[tuple[int, int], float],
    derivatives: Sequence[float],
) -> tuple[Event, ...]:
    """All events, in order: as many as operations, then as many as nodes but the output."""
    return tuple(
        _forward(graph, number, move, values[move.node])
        if move.phase == "forward"
        else _backward(graph, number, move, derivatives[move.node], slopes, derivatives)
        for number, move in enumerate(graph.moves, start=1)
    )


def _forward(graph: Graph, number: int, move: Move, value: float) -> Event:
    node = graph.nodes[move.node]
    open_latex = f"{move.lead} = {move.right}"
    says_it_already = node.kind == "identity" and not isinstance(node.operands[0], int)
    latex = open_latex if says_it_already else _with_result(open_latex, value)
    return Event(number, "forward", move.node, value, open_latex, latex)


def _backward(
    graph: Graph,
    number: int,
    move: Move,
    value: float,
    slopes: Mapping[tuple[int, int], float],
    derivatives: Sequence[float],
) -> Event:
    terms = tuple(
        _term(use, slopes[use.consumer, use.position], derivatives[use.consumer]) for use in move.uses
    )
    right = _added([term.latex for term in terms]) if move.right is None else move.right
    open_latex = f"{move.lead} = {right}"
    return Event(number, "backward", move.node, value, open_latex, _with_result(open_latex, value), terms)


def _with_result(latex: str, value: float) -> str:
    return f"{latex} = {number_latex(value)}" if math.isfinite(value) else latex


def _term(use: Use, slope: float, upstream: float) -> Term:
    written, latex = use.slope_latex, use.latex
    if written is None or latex is None:
        written = number_latex(slope)
        latex = rf"{written} \cdot {use.short}"
    return Term(use.consumer, use.position, slope, upstream, slope * upstream, written, latex)

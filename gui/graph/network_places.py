"""Where a node of a graph stands in the network that it writes out, so that a selection is carried over. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.graph import Graph
from engine.graph.events import backward_order
from engine.graph.network_text import bias_name, input_name, label_name, weight_name
from engine.spec import NetworkSpec
from engine.step.tape import Tape

LOSS, COST = "L", "J"


@dataclass(frozen=True)
class RowPlace:
    """A number of a tape: its row's symbol (X Y Z A J dA dZ dW db W b) and layer, and its row k and column j from 0.

    The column of Z, A, dZ and dA is the example: 0, as a graph has one.
    """

    symbol: str
    layer: int
    k: int = 0
    j: int = 0


def places_of(spec: NetworkSpec) -> dict[str, RowPlace]:
    """By name of the graph, where it stands: X, Y, W, b, Z, A, and J for the loss."""
    n, L = spec.sizes, spec.L
    places = {input_name(j): RowPlace("X", 0, j) for j in range(n[0])}
    places |= {label_name(spec, k): RowPlace("Y", L, k) for k in range(n[L])}
    for l in range(1, L + 1):
        for k in range(n[l]):
            bias = bias_name(spec, l, k)
            # z and a are named as b is: b[1]_2 with z[1]_2, or b with z.
            places |= {f"{sign.lower()}{bias[1:]}": RowPlace(sign, l, k) for sign in ("Z", "A", "b")}
            places |= {weight_name(spec, l, k, j): RowPlace("W", l, k, j) for j in range(n[l - 1])}
    places[LOSS] = RowPlace("J", L)
    if spec.l1 or spec.l2:
        places[COST] = RowPlace("J", L)
    return places


def node_of_place(spec: NetworkSpec, place: RowPlace) -> str | None:
    """The name of the node that a number of a tape belongs to, itself or as a derivative; None where there is none."""
    symbol = place.symbol.removeprefix("d")
    wanted = RowPlace(symbol, place.layer, place.k, place.j if symbol == "W" else 0)
    if symbol == "J":
        return COST if spec.l1 or spec.l2 else LOSS
    return next((name for name, found in places_of(spec).items() if found == wanted), None)


def place_of_node(graph: Graph, spec: NetworkSpec, node: int, *, backward: bool = False) -> RowPlace | None:
    """The place of a node's value, or of its derivative; a node in the middle of a definition stands with that.

    None for the derivative of an input or a label, which no tape has.
    """
    places = places_of(spec)
    index = node
    while graph.nodes[index].name not in places:
        index = graph.consumers[index][0][0]
    place = places[graph.nodes[index].name]
    if not backward:
        return place
    if place.symbol == "J":  # a step between a and the loss: it is part of dA
        return RowPlace("dA", spec.L)
    if place.symbol in ("X", "Y"):
        return None
    return RowPlace(f"d{place.symbol}", place.layer, place.k, place.j)


def place_of_event(graph: Graph, spec: NetworkSpec, event: int) -> RowPlace | None:
    """The place that a step of the graph computes; event: from 0. Raises IndexError."""
    forward = len(graph.operations)
    if event < forward:
        return place_of_node(graph, spec, graph.operations[event].index)
    return place_of_node(graph, spec, tuple(backward_order(graph))[event - forward], backward=True)


def event_of_place(graph: Graph, spec: NetworkSpec, place: RowPlace) -> int | None:
    """The step of the graph, from 0, that computes a number of a tape; None where none does.

    An updated W or b stands with its derivative.
    """
    name = node_of_place(spec, place)
    if name is None:
        return None
    node = graph.index_of(name)
    if place.symbol in ("Z", "A", "J"):
        return next(i for i, found in enumerate(graph.operations) if found.index == node)
    if place.symbol in ("X", "Y"):
        return None
    order = tuple(backward_order(graph))
    return len(graph.operations) + order.index(node) if node in order else None


def row_of_place(tape: Tape, place: RowPlace) -> int | None:
    """The index of the row that a place belongs to; where a tape has no dA[L], its dZ[L]; None where it has neither."""
    for symbol in (place.symbol, "dZ" if place.symbol == "dA" else ""):
        for row in tape.rows:
            if row.symbol == symbol and (symbol == "J" or row.layer == place.layer):
                return row.index
    return None


def place_of_cell(tape: Tape, row: int, k: int = 0, j: int = 0) -> RowPlace:
    """The place of cell (k, j) of a row of a tape; of rows by example j is the example and left out."""
    found = tape.rows[row]
    is_parameter = found.symbol in ("W", "dW")
    layer = tape.moment.spec.L if found.symbol == "J" else found.layer
    return RowPlace(found.symbol, layer, k, j if is_parameter else 0)

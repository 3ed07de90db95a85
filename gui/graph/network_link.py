"""A small network as a graph and back: one example of a tape as the Graph workspace shows it, a graph as Step opens it.

Both have the same numbers: the derivatives of the graph are dZ, dW and db of a tape of this one example. No Qt.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from engine.data import DataSpec, GivenExamples
from engine.given import GivenWeights, fault_of_given
from engine.graph import FoundNetwork, build_graph, graph_of_network, network_of_graph
from engine.graph.network_text import network_text
from engine.setup import Setup
from engine.spec import NetworkSpec, TrainingSpec
from engine.step.moment import Moment
from gui.graph.network_places import RowPlace, event_of_place, node_of_place
from gui.graph.state import GraphState

TITLE = "Network of a graph"
VARIABLES = ("W", "b", "dW", "db", "X", "Y")


def why_no_graph(spec: NetworkSpec) -> str:
    """Why a network can't be shown as a graph, in one sentence; "" where it can."""
    try:
        network_text(spec)
    except ValueError as error:
        return str(error)
    return ""


def state_of_moment(moment: Moment, example: int = 0, place: RowPlace | None = None) -> GraphState:
    """One of a moment's examples (a column of its X, from 0) as a graph, at the event of a place of the tape.

    Raises ValueError, in one sentence, for a network that is too large or has diverged, IndexError for an example that
    isn't there.
    """
    if not 0 <= example < moment.m:
        raise IndexError(f"there is no example {example + 1} here: there are {moment.m}")
    spec = moment.spec
    found = graph_of_network(spec, moment.W[1:], moment.b[1:], moment.X[:, example], moment.Y[:, example])
    for name, value in found.at.items():
        if not math.isfinite(value):
            raise ValueError(f"{name} is no finite number any more: a graph has nothing to compute with")
    state = GraphState(found.text, dict(found.at))
    if place is None:
        return state
    event = event_of_place(build_graph(found.text), spec, place)
    selected = node_of_place(spec, place) if place.symbol in VARIABLES else None
    return GraphState(found.text, dict(found.at), event or 0, selected=selected or "")


def network_of_state(state: GraphState) -> FoundNetwork | None:
    """The network that a graph writes out, None where it is none.

    Raises ExpressionFault for a text that makes no graph, KeyError for a variable without a value.
    """
    return network_of_graph(state.text, state.at)


def setup_of_graph(text: str, at: Mapping[str, float], training: TrainingSpec | None = None) -> Setup | None:
    """What Step opens for a graph, as `setup_of_network`; None where it is no network. Raises as `network_of_state`."""
    found = network_of_graph(text, at)
    return None if found is None else setup_of_network(found, training)


def setup_of_network(found: FoundNetwork, training: TrainingSpec | None = None) -> Setup:
    """A network that a graph writes out, with its weights given and its one example.

    training: how it is trained; gradient descent without one. Raises ValueError, in one sentence, for numbers that no
    example can have, such as a label beyond 0 ... 1.
    """
    weights = GivenWeights(
        tuple(tuple(map(tuple, W.tolist())) for W in found.W),
        tuple(tuple(b[:, 0].tolist()) for b in found.b),
    )
    data = DataSpec("given", given=GivenExamples(_column(found.x), _column(found.y)))
    fault = fault_of_given(data, found.spec, weights)
    if fault:
        raise ValueError(fault)
    return Setup(data, found.spec, training or TrainingSpec(), weights=weights, title=TITLE)


def _column(numbers: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    return tuple((number,) for number in numbers)

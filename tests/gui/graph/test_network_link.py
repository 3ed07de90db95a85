"""A network in Step and as a graph: equal values, equal derivatives, and the way between their places."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.graph import GALLERY, build_graph
from engine.run import build
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
from engine.step.exercises import load_preset, new_exercise
from engine.step.moment import take_moment
from engine.step.tape import Tape, record_tape
from gui.graph.network_link import network_of_state, setup_of_graph, state_of_moment, why_no_graph
from gui.graph.network_places import (
    RowPlace,
    event_of_place,
    node_of_place,
    place_of_cell,
    place_of_event,
    place_of_node,
    places_of,
    row_of_place,
)
from gui.graph.state import GraphState

BACKWARD = ("dZ", "dA", "dW", "db")
SETUPS = {
    "logistic": new_exercise(1, (2, 1), examples=3),
    "2-2-1": new_exercise(2, (2, 2, 1), "tanh", 3),
    "relu": new_exercise(3, (2, 2, 1), "relu", 2),
    "softmax": new_exercise(4, (2, 2), examples=4),
    "deep": new_exercise(5, (1, 1, 1, 1), "sigmoid", 2),
}


def moment_of(setup: Setup, columns="all"):
    _, _, trainer = build(setup)
    return take_moment(trainer, columns)


def tape_of(setup: Setup, columns="all") -> Tape:
    return record_tape(moment_of(setup, columns))


def numbers_of(tape: Tape):
    """Every number of a tape of one example that a graph has too: (place, value)."""
    for row in tape.rows:
        if row.phase == "update":
            continue
        for (k, j), value in np.ndenumerate(row.value):
            yield place_of_cell(tape, row.index, k, j), float(value)


@pytest.mark.parametrize("key", SETUPS)
def test_that_a_tape_and_its_graph_have_the_same_numbers(key):
    setup = SETUPS[key]
    for example in range(moment_of(setup).m):
        state = state_of_moment(moment_of(setup), example)
        graph = build_graph(state.text)
        evaluation = graph.at(state.at)
        for place, value in numbers_of(tape_of(setup, example)):
            index = graph.index_of(node_of_place(setup.network, place))
            numbers = evaluation.derivatives if place.symbol in BACKWARD else evaluation.values
            assert numbers[index] == pytest.approx(value, rel=1e-9, abs=1e-12), place


@pytest.mark.parametrize("key", SETUPS)
def test_that_a_graph_opened_in_step_has_the_same_numbers(key):
    state = state_of_moment(moment_of(SETUPS[key]), 1)
    evaluation = build_graph(state.text).at(state.at)
    setup = setup_of_graph(state.text, state.at)
    tape = tape_of(setup, "batch")
    assert tape.moment.m == 1
    assert tape.cost_before == pytest.approx(evaluation.output)
    for place, value in numbers_of(tape):
        index = evaluation.graph.index_of(node_of_place(setup.network, place))
        numbers = evaluation.derivatives if place.symbol in BACKWARD else evaluation.values
        assert numbers[index] == pytest.approx(value, rel=1e-9, abs=1e-12), place


@pytest.mark.parametrize("key", SETUPS)
def test_that_the_way_there_and_back_gives_the_same_state(key):
    state = state_of_moment(moment_of(SETUPS[key]), 1)
    setup = setup_of_graph(state.text, state.at)
    assert state_of_moment(moment_of(setup)) == state


@pytest.mark.parametrize("key", ["logistic-regression", "two-two-one"])
def test_that_networks_of_the_gallery_open_in_step(key):
    example = next(row for row in GALLERY if row.key == key)
    evaluation = build_graph(example.text).at(example.at)
    tape = tape_of(setup_of_graph(example.text, example.at), "batch")
    assert tape.cost_before == pytest.approx(evaluation.output)
    for name, place in places_of(tape.moment.spec).items():
        if place.symbol in ("W", "b"):
            found = tape.row(f"d{place.symbol}", place.layer).value[place.k, place.j]
            derivative = evaluation.derivatives[evaluation.graph.index_of(name)]
            assert found == pytest.approx(derivative)


def test_that_an_update_of_the_playground_keeps_its_way_of_training():
    state = state_of_moment(moment_of(SETUPS["2-2-1"]))
    training = TrainingSpec("adam", 0.01)
    assert setup_of_graph(state.text, state.at, training).training == training


@pytest.mark.parametrize("text", ["J = 3*(a + b*c)", "a = relu(z); z = w*x + b"])
def test_that_a_graph_that_is_no_network_opens_nothing(text):
    at = dict.fromkeys(build_graph(text).variables, 1.0)
    assert setup_of_graph(text, at) is None
    assert network_of_state(GraphState(text, at)) is None


def test_that_a_label_beyond_one_is_refused_in_a_sentence():
    example = next(row for row in GALLERY if row.key == "logistic-regression")
    with pytest.raises(ValueError, match="from 0 to 1"):
        setup_of_graph(example.text, {**example.at, "y": 3.0})


def test_that_a_large_network_says_why_it_is_no_graph():
    assert "at most 12" in why_no_graph(load_preset("worked-example").network)
    assert why_no_graph(SETUPS["2-2-1"].network) == ""
    with pytest.raises(ValueError, match="at most 12"):
        state_of_moment(moment_of(load_preset("worked-example")))


def test_that_weights_that_are_no_numbers_any_more_are_refused():
    moment = moment_of(SETUPS["logistic"])
    W = np.array(moment.W[1])
    W[0, 0] = np.nan
    with pytest.raises(ValueError, match="w1 is no finite number"):
        state_of_moment(replace(moment, W=(moment.W[0], W)))


@pytest.mark.parametrize("example", [-1, 3])
def test_that_an_example_that_is_not_there_is_refused(example):
    with pytest.raises(IndexError, match="there are 3"):
        state_of_moment(moment_of(SETUPS["2-2-1"]), example)


@pytest.mark.parametrize("key", SETUPS)
def test_that_a_selected_number_is_found_in_the_graph_and_back(key):
    setup = SETUPS[key]
    tape = tape_of(setup, 0)
    graph = build_graph(state_of_moment(tape.moment).text)
    for place, _ in numbers_of(tape):
        event = event_of_place(graph, setup.network, place)
        if place.symbol == "dA" and event is None:
            continue
        assert place_of_event(graph, setup.network, event) == place
        row = row_of_place(tape, place)
        assert tape.rows[row].symbol == place.symbol


@pytest.mark.parametrize("key", SETUPS)
def test_that_every_step_of_the_graph_has_a_row_of_the_tape(key):
    setup = SETUPS[key]
    tape = tape_of(setup, 0)
    graph = build_graph(state_of_moment(tape.moment).text)
    evaluation = graph.at(state_of_moment(tape.moment).at)
    for index, event in enumerate(evaluation.events):
        place = place_of_event(graph, setup.network, index)
        if place is None or place.symbol in ("X", "Y"):
            assert (
                graph.nodes[event.node].name in ("y", "y1", "y2", "x1", "x2")
                or not graph.nodes[event.node].is_named
            )
            continue
        row = tape.rows[row_of_place(tape, place)]
        assert row.phase in (("forward", "cost") if event.phase == "forward" else ("backward",))


def test_that_a_step_of_the_tape_opens_the_graph_at_its_own():
    tape = tape_of(SETUPS["2-2-1"], 0)
    state = state_of_moment(tape.moment, 0, RowPlace("dW", 1, 1, 0))
    graph = build_graph(state.text)
    assert state.selected == "w[1]_2_1"
    event = graph.at(state.at).events[state.event]
    assert (event.phase, graph.nodes[event.node].name) == ("backward", "w[1]_2_1")


def test_that_an_updated_weight_stands_with_its_derivative():
    setup = SETUPS["logistic"]
    graph = build_graph(state_of_moment(moment_of(setup)).text)
    place = RowPlace("W", 1, 0, 1)
    assert event_of_place(graph, setup.network, place) == event_of_place(
        graph, setup.network, RowPlace("dW", 1, 0, 1)
    )


def test_that_nodes_in_the_middle_of_a_definition_stand_with_it():
    setup = SETUPS["logistic"]
    graph = build_graph(state_of_moment(moment_of(setup)).text)
    unnamed = [node.index for node in graph.operations if not node.is_named]
    assert unnamed
    found = {place_of_node(graph, setup.network, node).symbol for node in unnamed}
    assert found <= {"Z", "J"}
    back = {place_of_node(graph, setup.network, node, backward=True).symbol for node in unnamed}
    assert back <= {"dZ", "dA"}


def test_that_a_regularised_cost_is_the_cost_of_the_graph():
    spec = NetworkSpec(2, (LayerSpec(1, "sigmoid"),), l2=0.1)
    assert node_of_place(spec, RowPlace("J", 1)) == "J"
    assert node_of_place(spec, RowPlace("dA", 1)) == "a"
    assert node_of_place(spec, RowPlace("Z", 2)) is None

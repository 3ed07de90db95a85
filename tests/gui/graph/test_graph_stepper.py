"""Where in the passes of a graph the window stands."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine.graph import build_graph
from gui.graph.content import content_at
from gui.graph.stepper import GraphStepper

AT = {"a": 5.0, "b": 3.0, "c": 2.0}


def chain_rule(**changes):
    return build_graph("J = 3*(a + b*c)").at({**AT, **changes})


@pytest.fixture
def stepper(qtbot):
    stepper = GraphStepper()
    stepper.set_evaluation(chain_rule())
    yield stepper
    stepper.stop()


def test_that_without_a_graph_every_key_does_nothing(qtbot):
    stepper = GraphStepper()
    for do in (stepper.next, stepper.previous, stepper.first, stepper.last, stepper.toggle_playing):
        do()
    stepper.go_to_phase("backward")
    stepper.go_to_node(0)
    assert (stepper.index, stepper.current, stepper.is_playing, stepper.is_at_end) == (0, None, False, False)


def test_that_it_goes_forward_then_backward_and_stops_at_both_ends(stepper):
    names = [stepper.graph.nodes[stepper.current.node].name]
    while not stepper.is_at_end:
        stepper.next()
        names.append(stepper.graph.nodes[stepper.current.node].name)
    assert names == ["u", "v", "J", "v", "a", "u", "b", "c"]
    stepper.next()
    assert stepper.index == 7
    stepper.first()
    stepper.previous()
    assert stepper.index == 0


def test_that_a_phase_begins_with_its_first_event(stepper):
    stepper.go_to_phase("backward")
    assert stepper.index == 3
    stepper.go_to_phase("forward")
    assert stepper.index == 0


def test_that_a_node_leads_to_its_value_going_forward_and_to_its_derivative_going_back(stepper):
    stepper.go_to_node(4)
    assert (stepper.current.phase, stepper.current.node) == ("forward", 4)
    stepper.go_to(5)
    stepper.go_to_node(4)
    assert (stepper.current.phase, stepper.current.node) == ("backward", 4)
    stepper.go_to_node(5)  # the output's derivative is given
    assert (stepper.current.phase, stepper.current.node) == ("forward", 5)


def test_that_a_variable_is_selected_where_it_is_and_followed_going_back(stepper):
    assert stepper.variable == "a"
    stepper.go_to_node(2)
    assert (stepper.variable, stepper.index) == ("c", 0)
    stepper.go_to(6)
    assert stepper.variable == "b"
    stepper.select("no such name")
    assert stepper.variable == "b"


def test_that_other_numbers_of_the_same_graph_keep_the_place(stepper, qtbot):
    stepper.go_to(6)
    graph, heard = stepper.graph, []
    stepper.graph_changed.connect(lambda graph: heard.append("graph"))
    stepper.moved.connect(lambda index: heard.append("moved"))
    stepper.evaluated.connect(lambda evaluation: heard.append(evaluation.derivatives[1]))
    stepper.set_evaluation(graph.at({**AT, "c": 7.0}))
    assert heard == [21.0]
    assert stepper.index == 6


def test_that_views_hear_of_the_graph_then_its_numbers_then_the_event_then_the_variable(qtbot):
    stepper, heard = GraphStepper(), []
    stepper.graph_changed.connect(lambda graph: heard.append("graph"))
    stepper.evaluated.connect(lambda evaluation: heard.append("numbers"))
    stepper.moved.connect(heard.append)
    stepper.variable_changed.connect(heard.append)
    stepper.set_evaluation(chain_rule(), 99)
    assert heard == ["graph", "numbers", 7, "a", "c"]


def test_that_playing_goes_to_the_end_and_stops_there_and_begins_anew(qtbot, stepper):
    stepper.set_pace(2)
    stepper.go_to(6)
    with qtbot.waitSignal(stepper.playing_changed, check_params_cb=lambda playing: not playing, timeout=5000):
        stepper.toggle_playing()
    assert stepper.is_at_end
    stepper.toggle_playing()
    assert (stepper.index, stepper.is_playing) == (0, True)
    stepper.next()
    assert (stepper.index, stepper.is_playing) == (1, False)


def test_that_going_back_shows_exactly_what_was():
    evaluation = chain_rule()
    there = [content_at(evaluation, index) for index in range(8)]
    back = [content_at(evaluation, index) for index in reversed(range(8))]
    assert there == back[::-1]
    assert all(a.has_value <= b.has_value and a.has_slope <= b.has_slope for a, b in pairwise(there))


def test_that_an_event_is_about_its_arrows_and_the_way_to_the_output():
    evaluation = chain_rule()
    forward, backward = content_at(evaluation, 1), content_at(evaluation, 6)
    assert forward.current == {(4, 0), (4, 1)}
    assert not forward.asks_slopes
    assert backward.current == {(3, 0)}
    assert backward.path == {(4, 1), (5, 1)}
    assert backward.has_slope == {5, 4, 0, 3, 1}
    assert content_at(evaluation, 2).asks_slopes  # J is found: now for the derivatives

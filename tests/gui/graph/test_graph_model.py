"""What is typed and dragged in Graph."""

from __future__ import annotations

import pytest

from engine.graph import GALLERY, ExpressionFault
from gui.graph.model import GraphModel
from gui.graph.state import GraphState
from gui.graph.status import stepping_of
from gui.graph.stepper import GraphStepper

TWICE = "f = (a + b)*c + (a + b)*d"


@pytest.fixture
def stepper(qtbot):
    return GraphStepper()


@pytest.fixture
def model(stepper):
    model = GraphModel(stepper, stepper)
    model.set_state(GraphState("J = 3*(a + b*c)", {"a": 5, "b": 3, "c": 2}, 6))
    return model


def test_that_a_state_is_shown_and_given_back(model, stepper):
    state = GraphState(TWICE, {"a": 2.0, "b": 3.0, "c": 4.0, "d": 5.0}, 3, True, "c")
    model.set_state(state)
    assert model.state() == state
    assert len(stepper.graph.nodes) == 8


def test_that_a_text_that_is_none_changes_nothing(model, stepper):
    before = model.state()
    with pytest.raises(ExpressionFault):
        model.set_state(GraphState("J = 3*("))
    assert model.state() == before


def test_that_values_change_without_another_graph(model, stepper):
    graph = stepper.graph
    model.set_value("b", 10.0)
    assert stepper.graph is graph
    assert stepper.evaluation.output == 75.0
    assert stepper.index == 6


def test_that_typing_keeps_the_values_of_names_and_gives_new_ones_a_number(model, stepper):
    model.set_text("J = 3*(a + b*c) + q")
    assert stepper.evaluation.inputs["a"] == 5.0
    assert stepper.evaluation.inputs["q"] == 4.0
    model.set_text("J = 3*a")
    model.set_text("J = 3*a*b")
    assert stepper.evaluation.inputs["b"] == 3.0


def test_that_typing_begins_anew_but_stays_at_the_end_where_everything_was_known(model, stepper):
    model.set_text("J = 3*(a + b)")
    assert stepper.index == 0
    stepper.last()
    model.set_text("J = 3*(a + b*c)")
    assert stepper.is_at_end


def test_that_equal_parts_are_shared_when_asked_and_only_where_there_are_some(model, stepper, qtbot):
    assert not model.can_share
    model.open(TWICE, {})
    assert model.can_share
    count = len(stepper.graph.nodes)
    with qtbot.waitSignal(model.share_changed):
        model.set_share(True)
    assert len(stepper.graph.nodes) == count - 1


def test_that_a_graph_that_writes_a_network_out_is_found(model):
    assert model.network() is None
    example = next(example for example in GALLERY if example.key == "logistic-regression")
    model.open(example.text, example.at)
    assert model.network().spec.sizes == (2, 1)
    model.set_value("w1", 0.75)
    assert model.network().W[0][0, 0] == 0.75


def test_that_the_status_bar_says_the_step_its_number_and_how_large_the_graph_is(stepper, model):
    texts = [
        "".join(piece for piece, _ in part) for part in stepping_of(stepper.evaluation, stepper.index).parts
    ]
    assert texts == ["step 7 of 8", "J = 33", "db = 6"]
    assert stepping_of(stepper.evaluation, 6).what == "3 variables · 3 operations"
    early = ["".join(piece for piece, _ in part) for part in stepping_of(stepper.evaluation, 0).parts]
    assert early == ["step 1 of 8", "u = 6"]

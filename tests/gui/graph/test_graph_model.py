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


LOGISTIC = "L = -(y*log(a) + (1 - y)*log(1 - a)); a = sigmoid(z); z = w1*x1 + w2*x2 + b"


def test_that_variables_of_a_graph_that_saturates_begin_small_differing_and_with_both_signs(model, stepper):
    model.set_state(GraphState(LOGISTIC))
    values = dict(stepper.evaluation.inputs)
    assert values.pop("y") == 1.0  # a label
    assert len(set(values.values())) == len(values) == 5
    assert max(map(abs, values.values())) < 1.0
    assert min(values.values()) < 0.0 < max(values.values())
    assert not stepper.evaluation.faults
    assert 0.05 < stepper.evaluation.output < 3.0
    assert all(abs(stepper.evaluation.derivatives[stepper.graph.index_of(name)]) > 1e-3 for name in values)


def test_that_a_logarithm_begins_where_it_has_a_value(model, stepper):
    model.set_state(GraphState("f = log(p*q)"))
    assert not stepper.evaluation.faults
    model.set_value("p", -2.0)
    assert stepper.evaluation.faults  # a person may go there, and what is seen beside it stays
    assert stepper.evaluation.inputs["q"] > 0


def test_that_a_polynomial_begins_with_one_two_three_whatever_was_shown_before(model, stepper):
    model.set_state(GraphState("f = a*b + c"))
    assert dict(stepper.evaluation.inputs) == {"a": 1.0, "b": 2.0, "c": 3.0}
    model.set_text("f = tanh(a*b + c)")
    assert max(map(abs, stepper.evaluation.inputs.values())) < 1.0
    model.set_text("f = a*b + c")
    assert dict(stepper.evaluation.inputs) == {"a": 1.0, "b": 2.0, "c": 3.0}


def test_that_the_status_bar_writes_powers_as_the_drawing_does(model, stepper):
    model.set_state(GraphState("f = a*10**(-12)", {"a": 2.545}, 0))
    said = "".join(piece for part in stepping_of(stepper.evaluation, 0).parts for piece, _ in part)
    assert "2.545·10⁻¹²" in said

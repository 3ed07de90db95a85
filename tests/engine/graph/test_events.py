"""The walk through a graph: order, what each step says, and sums where a node is used more than once."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings

from engine.graph import GALLERY, Event, Example, ExpressionFault, build_graph
from tests.engine.graph.expressions import EXPRESSIONS, POINTS


def events(text: str, **values: float) -> tuple[Event, ...]:
    return build_graph(text).at(values).events


def test_that_the_steps_are_those_of_the_notes() -> None:
    found = events("J = 3*(a + b*c)", a=5, b=3, c=2)
    assert [event.latex for event in found] == [
        "u = b c = 6",
        "v = a + u = 11",
        "J = 3 v = 33",
        r"dv = 3\,dJ = 3",
        r"da = 1 \cdot dv = 3",
        r"du = 1 \cdot dv = 3",
        r"db = c \cdot du = 6",
        r"dc = b \cdot du = 9",
    ]
    assert found[7].open_latex == r"dc = b \cdot du"
    assert [event.number for event in found] == list(range(1, 9))
    assert [event.phase for event in found] == ["forward"] * 3 + ["backward"] * 5
    assert [event.value for event in found] == [6, 11, 33, 3, 3, 3, 6, 9]


def test_that_a_node_that_is_used_twice_is_one_sum() -> None:
    graph = build_graph("f = (a + b)*c + (a + b)*d", share=True)
    found = graph.at({"a": 2, "b": 3, "c": 4, "d": 5}).events
    event = next(event for event in found if event.node == graph.index_of("u") and event.phase == "backward")
    assert event.latex == r"du = c \cdot dv + d \cdot dw = 9"
    assert [(term.slope, term.upstream, term.product, term.slope_latex) for term in event.terms] == [
        (4, 1, 4, "c"),
        (5, 1, 5, "d"),
    ]
    assert [graph.nodes[term.consumer].name for term in event.terms] == ["v", "w"]


def test_that_a_square_written_as_a_product_has_two_terms_from_one_node() -> None:
    found = events("f = a*a", a=3)
    assert found[1].latex == r"da = a \cdot df + a \cdot df = 6"
    assert [term.position for term in found[1].terms] == [0, 1]


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("f = a**2", r"da = 2 a \cdot df = 4"),
        ("f = a**3", r"da = 3 a^{2} \cdot df = 12"),
        ("f = a**-1", r"da = (-a^{-2}) \cdot df = -0.25"),
        ("f = log(a)", r"da = 1 / a \cdot df = 0.5"),
        ("f = exp(a)", r"da = f \cdot df = 7.3891"),
        ("f = sqrt(a)", r"da = 1 / (2 f) \cdot df = 0.3536"),
        ("f = sigmoid(a)", r"da = f(1 - f) \cdot df = 0.105"),
        ("f = tanh(a)", r"da = (1 - f^{2}) \cdot df = 0.07065"),
        ("f = sin(a)", r"da = (\cos a) \cdot df = -0.4161"),
        ("f = cos(a)", r"da = (-\sin a) \cdot df = -0.9093"),
        ("f = 1/a", r"da = (-1 / a^{2}) \cdot df = -0.25"),
        ("f = a/4", r"da = 0.25\,df = 0.25"),
        ("f = -a", r"da = -1 \cdot df = -1"),
        ("f = 5 - a", r"da = -1 \cdot df = -1"),
        ("f = 1*a", r"da = 1 \cdot df = 1"),
        ("f = a*(-3)", r"da = -3\,df = -3"),
        ("f = relu(a)", r"da = 1 \cdot df = 1"),
        ("f = max(1, a)", r"da = 1 \cdot df = 1"),
        ("f = abs(a)", r"da = 1 \cdot df = 1"),
        ("f = a", r"da = 1 \cdot df = 1"),
        ("f = 2**a", r"da = (f\,\log 2) \cdot df = 2.7726"),
    ],
)
def test_that_a_local_derivative_is_written_in_the_operands_names(text: str, latex: str) -> None:
    found = events(text, a=2)
    assert found[1].latex == latex


def test_that_a_negative_term_stands_in_brackets_in_a_sum() -> None:
    assert events("f = 3*a - a", a=2)[3].latex == r"da = 3\,du + (-1 \cdot df) = 2"


def test_that_a_step_without_number_shows_none() -> None:
    found = events("f = 2*u; u = log(a)", a=0)
    assert [event.latex for event in found] == [event.open_latex for event in found]
    assert [event.open_latex for event in found] == [
        r"u = \log a",
        "f = 2 u",
        r"du = 2\,df",
        r"da = 1 / a \cdot du",
    ]
    assert all(math.isnan(event.value) for event in found)


def test_that_a_slope_that_is_not_known_is_a_question_mark() -> None:
    assert events("relu(log(a))", a=0)[2].latex == r"du = ? \cdot df"


def test_that_a_number_with_a_name_is_said_once() -> None:
    assert events("k = 3; f = k*a", a=2)[0].latex == "k = 3"


@settings(deadline=None)
@given(EXPRESSIONS, POINTS)
def test_that_every_step_needs_only_what_was_done_before_it(text: str, point: dict[str, float]) -> None:
    try:
        graph = build_graph(text)
    except ExpressionFault:
        return
    found = graph.at(point)
    done = {("forward", graph.nodes[graph.index_of(name)].index) for name in graph.variables}
    done.add(("backward", graph.output))
    for event in found.events:
        if event.phase == "forward":
            node = graph.nodes[event.node]
            assert all(("forward", operand) in done for operand in node.operands if isinstance(operand, int))
        else:
            assert all(("backward", term.consumer) in done for term in event.terms)
        done.add((event.phase, event.node))
    assert len(done) == 2 * len(graph.nodes)


@pytest.mark.parametrize("example", GALLERY, ids=lambda example: example.key)
def test_that_the_terms_of_a_step_add_up_to_its_value(example: Example) -> None:
    found = build_graph(example.text).at(example.at)
    for event in found.events:
        if event.phase == "backward":
            assert event.value == pytest.approx(math.fsum(term.product for term in event.terms), rel=1e-14)
            assert event.value == found.derivatives[event.node]
        else:
            assert event.value == found.values[event.node]

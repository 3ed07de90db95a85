"""Values and derivatives: the numbers of the notes, kinks, and what happens where there is no number."""

from __future__ import annotations

import math
import time

import pytest

from engine.graph import Evaluation, MissingValue, build_graph


def at(text: str, **values: float) -> Evaluation:
    return build_graph(text).at(values)


def derivatives(evaluation: Evaluation) -> dict[str, float]:
    return {node.name: evaluation.derivatives[node.index] for node in evaluation.graph.nodes}


def values(evaluation: Evaluation) -> dict[str, float]:
    return {node.name: evaluation.values[node.index] for node in evaluation.graph.nodes}


@pytest.mark.parametrize(
    ("text", "value", "slope", "nudged"),
    [
        ("3*a", 6, 3, 6.003),
        ("a**2", 4, 4, 4.004001),
        ("a**3", 8, 12, 8.012006001),
        ("log(a)", 0.693147, 0.5, 0.693647),
    ],
)
def test_that_the_slopes_of_the_notes_come_out(text: str, value: float, slope: float, nudged: float) -> None:
    found = at(text, a=2)
    assert found.output == pytest.approx(value, abs=5e-7)
    assert found.derivatives[0] == pytest.approx(slope)
    assert at(text, a=2.001).output == pytest.approx(nudged, abs=5e-7)


def test_that_the_graph_of_the_notes_has_their_values_and_derivatives() -> None:
    found = at("J = 3*(a + b*c)", a=5, b=3, c=2)
    assert values(found) == {"a": 5, "b": 3, "c": 2, "u": 6, "v": 11, "J": 33}
    assert derivatives(found) == {"a": 3, "b": 6, "c": 9, "u": 3, "v": 3, "J": 1}
    assert found.slopes == {(3, 0): 2, (3, 1): 3, (4, 0): 1, (4, 1): 1, (5, 1): 3}


def test_that_contributions_add_up_where_a_node_is_used_twice() -> None:
    for share in (False, True):
        found = build_graph("f = (a + b)*c + (a + b)*d", share).at({"a": 2, "b": 3, "c": 4, "d": 5})
        assert found.output == 45
        assert {name: derivatives(found)[name] for name in "abcd"} == {"a": 9, "b": 9, "c": 5, "d": 5}


def test_that_logistic_regression_has_dz_a_minus_y() -> None:
    text = "L = -(y*log(a) + (1 - y)*log(1 - a)); a = sigmoid(z); z = w1*x1 + w2*x2 + b"
    found = at(text, w1=0.5, x1=1, w2=-0.25, x2=2, b=0.1, y=0)
    a = 1 / (1 + math.exp(-0.1))
    assert derivatives(found)["z"] == pytest.approx(a)
    assert derivatives(found)["w2"] == pytest.approx(2 * a)
    assert derivatives(found)["b"] == pytest.approx(a)


@pytest.mark.parametrize(
    ("text", "slopes"),
    [
        ("relu(a)", [1]),
        ("leaky_relu(a)", [1]),
        ("abs(a)", [0]),
        ("max(a, b)", [1, 0]),
        ("min(a, b)", [1, 0]),
        ("max(a, 0)", [1]),
    ],
)
def test_that_slopes_at_kinks_are_those_of_the_notes(text: str, slopes: list[float]) -> None:
    assert list(at(text, a=0, b=0).derivatives[: len(slopes)]) == slopes


@pytest.mark.parametrize(
    ("text", "value", "slopes"),
    [
        ("leaky_relu(a)", -0.03, [0.01]),
        ("leaky_relu(a, b)", -6, [2, -3]),
        ("leaky_relu(a, 0.2)", -0.6, [0.2]),
        ("relu(a)", 0, [0]),
        ("abs(a)", 3, [-1]),
        ("a**3", -27, [27]),
        ("a**-1", -1 / 3, [-1 / 9]),
        ("b**a", 0.125, [-3 / 16, 0.125 * math.log(2)]),
        ("a**0", 1, [0]),
    ],
)
def test_that_slopes_below_zero_are_right(text: str, value: float, slopes: list[float]) -> None:
    found = at(text, a=-3, b=2)
    assert found.output == pytest.approx(value)
    assert list(found.derivatives[: len(slopes)]) == pytest.approx(slopes)


@pytest.mark.parametrize(
    ("text", "a", "sentence"),
    [
        ("log(a)", 0, "log of 0: only of numbers above 0"),
        ("log(a)", -1.5, "log of −1.5: only of numbers above 0"),
        ("1/a", 0, "1 divided by 0: only by numbers other than 0"),
        ("a/0", 1, "1 divided by 0: only by numbers other than 0"),
        ("sqrt(a)", -1, "sqrt of −1: only of numbers from 0 on"),
        ("a**-1", 0, "0 to the power −1 divides by 0: only powers from 0 on"),
        ("a**0.5", -4, "−4 to the power 0.5: only of numbers from 0 on"),
        ("exp(a)", 710, "the result is too large a number"),
        ("a*a", 1e200, "the result is too large a number"),
        ("a**9", 1e200, "the result is too large a number"),
        ("a + a", 1.7e308, "the result is too large a number"),
    ],
)
def test_that_a_value_that_does_not_exist_is_said_at_its_node(text: str, a: float, sentence: str) -> None:
    found = at(f"u = {text}; f = u*2 + a", a=a)
    node = found.graph.index_of("u")
    assert found.faults == {node: sentence}
    assert found.values[0] == a
    assert all(map(math.isnan, found.values[node:]))
    assert all(map(math.isnan, found.derivatives))
    assert len(found.events) == len(found.graph.nodes) - 1 + len(found.graph.operations)


@pytest.mark.parametrize(
    ("text", "by"),
    [("sqrt(a)", "a"), ("a**0.5", "a"), ("a**b", "b"), ("log(a + 1e-310)", "u")],
)
def test_that_a_slope_that_does_not_exist_is_said_though_the_value_stays(text: str, by: str) -> None:
    found = at(text, a=0, b=0)
    assert found.faults[found.graph.output].startswith(f"f has a value, but no slope by {by} at {by} = ")
    assert math.isfinite(found.output)
    assert math.isnan(derivatives(found)[by])


def test_that_a_power_of_a_negative_number_has_no_slope_by_its_exponent_only() -> None:
    found = at("a**b", a=-2, b=2)
    assert found.output == 4
    assert found.derivatives[0] == -4
    assert math.isnan(found.derivatives[1])
    assert "no slope by b" in found.faults[2]


def test_that_zero_to_a_power_has_the_slopes_of_its_limit() -> None:
    assert list(at("a**b", a=0, b=2).derivatives[:2]) == [0, 0]
    assert list(at("a**b", a=0, b=1).derivatives[:2]) == [1, 0]
    assert at("a**0", a=0).derivatives[0] == 0


def test_that_two_faults_are_both_said_and_none_that_follows_from_them() -> None:
    found = at("u = log(a); v = 1/a; f = u + v", a=0)
    assert sorted(found.graph.nodes[index].name for index in found.faults) == ["u", "v"]


@pytest.mark.parametrize("z", [-1000.0, -40.0, 40.0, 1000.0])
def test_that_sigmoid_and_tanh_are_stable_far_out(z: float) -> None:
    found = at("sigmoid(z) + tanh(z)", z=z)
    assert found.faults == {}
    assert found.output == pytest.approx(2.0 if z > 0 else -1.0)
    assert abs(found.derivatives[0]) < 1e-15


def test_that_a_missing_value_is_named_and_others_are_passed_over() -> None:
    graph = build_graph("a*b")
    with pytest.raises(MissingValue, match="b has no value") as raised:
        graph.at({"a": 1, "q": 2})
    assert raised.value.name == "b"
    assert graph.at({"a": 1, "b": 2, "q": math.nan}).inputs == {"a": 1.0, "b": 2.0}


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_that_a_value_that_is_no_finite_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="a must be a finite number"):
        at("a*2", a=value)


def test_that_a_large_graph_is_evaluated_in_a_fraction_of_a_frame() -> None:
    graph = build_graph("+".join(["a*a"] * 99))
    graph.at({"a": 1.5})
    seconds = []
    for _ in range(20):
        start = time.perf_counter()
        graph.at({"a": 1.5})
        seconds.append(time.perf_counter() - start)
    assert len(graph.nodes) > 190
    assert min(seconds) < 0.002

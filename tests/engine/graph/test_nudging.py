"""A small change of a variable beside the derivative; the curve of the output."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.graph import GALLERY, build_graph, curve, nudge

GRAPH = build_graph("J = 3*(a + b*c)")
AT = {"a": 5.0, "b": 3.0, "c": 2.0}


def test_that_a_nudge_moves_the_output_by_the_derivative_times_it() -> None:
    found = nudge(GRAPH, AT, "b")
    assert (found.name, found.x, found.x_nudged, found.dx, found.J, found.derivative) == (
        ("b", 3.0, 3.001, 0.001, 33.0, 6.0)
    )
    assert found.J_nudged == pytest.approx(33.006, abs=1e-12)
    assert found.dJ == pytest.approx(0.006, abs=1e-12)
    assert found.ratio == pytest.approx(6, abs=1e-9)
    assert found.fault == ""


def test_that_the_nudges_of_the_notes_come_out() -> None:
    square = build_graph("f = a**2")
    assert nudge(square, {"a": 2}, "a").J_nudged == pytest.approx(4.004001, abs=1e-12)
    assert nudge(square, {"a": 2}, "a", 0.0001).J_nudged == pytest.approx(4.00040001, abs=1e-12)
    assert nudge(square, {"a": 2}, "a", -0.5).ratio == pytest.approx(3.5)


def test_that_a_nudge_out_of_the_domain_says_why() -> None:
    found = nudge(build_graph("f = log(a)"), {"a": 0.5}, "a", -1)
    assert found.fault == "log of −0.5: only of numbers above 0"
    assert math.isnan(found.J_nudged)
    assert math.isnan(found.ratio)
    assert found.derivative == 2


@pytest.mark.parametrize("step", [0.0, math.nan, math.inf])
def test_that_a_nudge_by_nothing_is_refused(step: float) -> None:
    with pytest.raises(ValueError, match="a nudge must be a number other than 0"):
        nudge(GRAPH, AT, "b", step)


def test_that_only_a_variable_can_be_nudged() -> None:
    with pytest.raises(KeyError):
        nudge(GRAPH, AT, "v")


def test_that_a_curve_goes_through_the_values_of_the_graph() -> None:
    for example in GALLERY:
        graph = build_graph(example.text)
        for name in graph.variables:
            xs, ys = curve(graph, example.at, name, 0.1, 0.9, 5)
            expected = [graph.at({**example.at, name: x}).output for x in xs.tolist()]
            np.testing.assert_array_equal(ys, expected)


def test_that_a_curve_has_gaps_where_there_is_no_value() -> None:
    xs, ys = curve(build_graph("f = log(a) + 0*b"), {"a": 1, "b": 1}, "a", -1, 1, 5)
    np.testing.assert_array_equal(xs, [-1, -0.5, 0, 0.5, 1])
    np.testing.assert_array_equal(np.isnan(ys), [True, True, True, False, False])
    _, flat = curve(build_graph("f = log(a) + b"), {"a": 0, "b": 1}, "b", -1, 1, 3)
    assert np.isnan(flat).all()

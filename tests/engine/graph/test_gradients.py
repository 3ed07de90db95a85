"""Derivatives of random expressions against central differences, and against sympy."""

from __future__ import annotations

import math

import pytest
import sympy
from hypothesis import HealthCheck, assume, given, settings

from engine.graph import Evaluation, ExpressionFault, Graph, build_graph, paths, share_text
from engine.graph.tree import Apply, Name, Number, Tree, folded
from tests.engine.graph.expressions import EXPRESSIONS, POINTS

LARGEST = 1e6
EXAMPLES = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def somewhere(text: str, point: dict[str, float]) -> Evaluation:
    """The evaluation at a point; an example without value, slope or any variable is passed over."""
    try:
        graph = build_graph(text)
    except ExpressionFault:  # numbers alone that don't exist, such as log(-2)
        graph = build_graph("1")
    assume(graph.variables)
    found = graph.at(point)
    assume(not found.faults)
    assume(all(abs(value) < LARGEST for value in (*found.values, *found.derivatives, *found.slopes.values())))
    return found


def output(graph: Graph, point: dict[str, float], name: str, step: float) -> float:
    return graph.at({**point, name: point[name] + step}).output


def difference(graph: Graph, point: dict[str, float], name: str) -> tuple[float, float]:
    """The central difference, made better by one of half the width, and how far both can be trusted."""
    wide, narrow = (
        (output(graph, point, name, h) - output(graph, point, name, -h)) / (2 * h) for h in (2e-4, 1e-4)
    )
    now = output(graph, point, name, 0)
    one_sided = [(output(graph, point, name, h) - now) / h for h in (1e-5, -1e-5)]
    trust = max(abs(wide - narrow), abs(one_sided[0] - one_sided[1]))
    return (4 * narrow - wide) / 3, trust


@EXAMPLES
@given(EXPRESSIONS, POINTS)
def test_that_derivatives_are_those_of_central_differences(text: str, point: dict[str, float]) -> None:
    found = somewhere(text, point)
    for name in found.graph.variables:
        numerical, trust = difference(found.graph, found.inputs, name)  # type: ignore[arg-type]
        scale = 1 + abs(numerical)
        # At a kink, or where the function bends too sharply, differences say nothing.
        assume(trust < 1e-3 * scale)
        size = max(map(abs, found.values))
        assert found.derivatives[found.graph.index_of(name)] == pytest.approx(
            numerical, rel=1e-6, abs=1e-6 * scale + 1e-11 * size
        )


SYMPY = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "power": lambda a, b: a**b,
    "negate": lambda a: -a,
    "exp": sympy.exp,
    "log": sympy.log,
    "sqrt": sympy.sqrt,
    "sin": sympy.sin,
    "cos": sympy.cos,
    "sigmoid": lambda a: 1 / (1 + sympy.exp(-a)),
    "tanh": sympy.tanh,
}


def symbolic(part: Tree, operands: tuple[sympy.Expr, ...]) -> sympy.Expr:
    if isinstance(part, Apply):
        return SYMPY[part.key](*operands)
    return sympy.Symbol(part.name, positive=True) if isinstance(part, Name) else sympy.nsimplify(part.text)


@pytest.mark.parametrize(
    "text",
    [
        "a**b",
        "(a*b)**(c - a)",
        "a/b - b/c + c/a",
        "log(a*b + c)**2 * sqrt(a)",
        "exp(-a**2/2)*sin(b*c) - cos(a/b)**3",
        "sigmoid(a*b - c)*(1 - sigmoid(a*b - c))",
        "tanh(a*tanh(b*tanh(c)))",
        "-(b*log(sigmoid(a)) + (1 - b)*log(1 - sigmoid(a)))",
        "2**-a + a**0.5 + (-a)**2 - -b**3",
        "(a + b)*c + (a + b)*a/(a + b)**2",
    ],
)
def test_that_derivatives_are_those_that_sympy_finds(text: str) -> None:
    graph = build_graph(text)
    point = {"a": 0.7, "b": 1.3, "c": 2.1}
    found = graph.at(point)
    formula = folded(definition_tree(text), symbolic)
    where = {sympy.Symbol(name, positive=True): value for name, value in point.items()}
    assert found.output == pytest.approx(float(formula.evalf(30, subs=where)), rel=1e-12)
    for name in graph.variables:
        slope = sympy.diff(formula, sympy.Symbol(name, positive=True)).evalf(30, subs=where)
        assert found.derivatives[graph.index_of(name)] == pytest.approx(float(slope), rel=1e-11, abs=1e-12)


def definition_tree(text: str) -> Tree:
    from engine.graph import parse

    return parse(text).definitions[0].tree


def test_that_every_number_of_the_grammar_is_a_leaf() -> None:
    assert isinstance(definition_tree("1.5e-3"), Number)


@EXAMPLES
@given(EXPRESSIONS, EXPRESSIONS, POINTS)
def test_that_sharing_keeps_value_and_derivatives(part: str, other: str, point: dict[str, float]) -> None:
    text = f"({part})*({other}) - sin({part} + {other}) - ({part})"
    found = somewhere(text, point)
    for graph in (build_graph(text, share=True), build_graph(share_text(text))):
        shared = graph.at(point)
        assert shared.output == pytest.approx(found.output, rel=1e-12, abs=1e-12)
        for name in found.graph.variables:
            assert shared.derivatives[graph.index_of(name)] == pytest.approx(
                found.derivatives[found.graph.index_of(name)], rel=1e-9, abs=1e-6
            )


@EXAMPLES
@given(EXPRESSIONS, POINTS)
def test_that_all_paths_sum_to_the_derivative(text: str, point: dict[str, float]) -> None:
    found = somewhere(text, point)
    for node in found.graph.nodes:
        listed = paths(found, node.index)
        assert listed.total == found.derivatives[node.index]
        if listed.is_whole:
            products = [path.product for path in listed.paths]
            size = max(map(abs, products))
            assert math.fsum(products) == pytest.approx(listed.total, rel=1e-9, abs=1e-9 * size + 1e-12)

"""Precedence, associativity, definitions, depth: what was typed is what is meant."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given

from engine.graph import MAX_CHARACTERS, build_graph, parse
from tests.engine.graph.expressions import EXPRESSIONS, python_shape, shape


def read(text: str) -> object:
    return shape(parse(text).definitions[0].tree)


@given(EXPRESSIONS)
def test_that_every_expression_is_read_as_python_reads_it(text: str) -> None:
    assert read(text) == python_shape(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("-a**2", ("negate", ("power", "a", 2.0))),
        ("2**-a", ("power", 2.0, ("negate", "a"))),
        ("a**b**c", ("power", "a", ("power", "b", "c"))),
        ("2**-a**b*c", ("multiply", ("power", 2.0, ("negate", ("power", "a", "b"))), "c")),
        ("a - b - c", ("subtract", ("subtract", "a", "b"), "c")),
        ("a/b*c", ("multiply", ("divide", "a", "b"), "c")),
        ("a*-b", ("multiply", "a", ("negate", "b"))),
        ("--a", ("negate", ("negate", "a"))),
        ("max(a, min(b, -c))", ("max", "a", ("min", "b", ("negate", "c")))),
    ],
)
def test_that_signs_bind_as_in_python(text: str, meant: object) -> None:
    assert read(text) == meant
    assert python_shape(text) == meant


@pytest.mark.parametrize(
    "name", ["a", "x1", "w_1", "z_2_1", "alpha", "yhat", "x_train", "z[1]", "z[1]_2", "w[2]_1_3", "dJ"]
)
def test_that_names_may_have_indices_and_layers(name: str) -> None:
    assert parse(f"{name}*2").variables == (name,)


def test_that_definitions_come_in_any_order_and_the_unused_one_is_the_output() -> None:
    program = parse("L = -log(s); s = sigmoid(z)\n z = w*x + b;;\n")
    assert program.output == "L"
    assert [definition.name for definition in program.ordered] == ["z", "s", "L"]
    assert [definition.name for definition in program.definitions] == ["L", "s", "z"]
    assert program.variables == ("w", "x", "b")


def test_that_an_expression_alone_is_called_f_or_what_is_free() -> None:
    assert parse("3*a").output == "f"
    assert parse("3*f").output == "J"
    assert parse("u*2; u = 3*f + J").output == "L"


@pytest.mark.parametrize("text", ["(" * 249 + "a" + ")" * 249, "-" * 150 + "a", "exp(" * 99 + "a" + ")" * 99])
def test_that_deep_nesting_meets_no_recursion_limit(text: str) -> None:
    limit = sys.getrecursionlimit()
    depth = 0
    frame = sys._getframe()
    while frame is not None:
        depth, frame = depth + 1, frame.f_back  # type: ignore[assignment]
    sys.setrecursionlimit(depth + 40)
    try:
        graph = build_graph(text)
        latex = graph.latex
    finally:
        sys.setrecursionlimit(limit)
    assert graph.variables == ("a",)
    assert latex.startswith("f = ")


def test_that_the_longest_text_is_read_and_one_more_character_is_not() -> None:
    text = "a".ljust(MAX_CHARACTERS)
    assert parse(text).variables == ("a",)
    with pytest.raises(ValueError, match=f"column {MAX_CHARACTERS + 1}: at most {MAX_CHARACTERS} characters"):
        parse(text + " ")


def test_that_a_carriage_return_and_a_tab_are_blanks() -> None:
    assert parse("u = a\r\nf\t= u*b").variables == ("a", "b")

"""The graph as data: nodes, names, numbers written into nodes, order, sharing."""

from __future__ import annotations

import pytest
from hypothesis import given

from engine.graph import VARIABLE, ExpressionFault, Graph, build_graph
from tests.engine.graph.expressions import EXPRESSIONS

MOCKUP = "J = 3*(a + b*c)"


def names(graph: Graph) -> list[str]:
    return [node.name for node in graph.nodes]


def built(text: str, share: bool = False) -> Graph | None:
    """None where the random text holds a number that doesn't exist, such as log(-2)."""
    try:
        return build_graph(text, share)
    except ExpressionFault:
        return None


def test_that_the_example_of_the_notes_has_the_nodes_of_the_notes() -> None:
    graph = build_graph(MOCKUP)
    assert [(node.name, node.kind, node.operands, node.label) for node in graph.nodes] == [
        ("a", VARIABLE, (), "a"),
        ("b", VARIABLE, (), "b"),
        ("c", VARIABLE, (), "c"),
        ("u", "multiply", (1, 2), r"b \cdot c"),
        ("v", "add", (0, 3), "a + u"),
        ("J", "multiply", (3.0, 4), r"3 \cdot v"),
    ]
    assert [node.is_named for node in graph.nodes] == [True, True, True, False, False, True]
    assert graph.nodes[graph.output].name == "J"
    assert graph.variables == ("a", "b", "c")
    assert graph.latex == r"J = 3(a + b\,c)"
    assert graph.index_of("v") == 4


def test_that_a_name_that_is_unknown_has_no_node() -> None:
    with pytest.raises(KeyError):
        build_graph(MOCKUP).index_of("w")


def test_that_a_variable_used_twice_is_one_node() -> None:
    graph = build_graph("f = (a + b)*c + (a + b)*d")
    assert names(graph) == ["a", "b", "c", "d", "u", "v", "w", "p", "f"]
    assert graph.consumers[0] == ((4, 0), (6, 0))


def test_that_equal_operations_are_one_node_when_asked() -> None:
    graph = build_graph("f = (a + b)*c + (b + a)*d", share=True)
    assert names(graph) == ["a", "b", "c", "d", "u", "v", "w", "f"]
    assert graph.consumers[4] == ((5, 0), (6, 0))


def test_that_what_only_looks_alike_is_not_shared() -> None:
    graph = build_graph("f = (a - b)*(b - a)*max(a, b)*max(b, a)*a**1*1**a", share=True)
    assert len(graph.nodes) == len(build_graph(graph.text).nodes)


def test_that_a_shared_operation_takes_the_name_that_was_typed() -> None:
    graph = build_graph("f = p*q; p = (a + b)*c; q = a + b", share=True)
    assert names(graph) == ["a", "b", "c", "q", "p", "f"]


def test_that_two_names_of_one_shared_operation_stay() -> None:
    graph = build_graph("f = p*q; p = a + b; q = b + a", share=True)
    assert [(node.name, node.label) for node in graph.nodes[2:]] == [
        ("p", "a + b"),
        ("q", "p"),
        ("f", r"p \cdot q"),
    ]


def test_that_names_that_were_found_never_clash() -> None:
    graph = build_graph("f = (u*v + w_1)*u_1 + p*q + r*s")
    found = [node.name for node in graph.nodes if not node.is_named]
    assert len(set(names(graph))) == len(graph.nodes)
    assert not set(found) & {"u", "v", "w_1", "u_1"}
    long = build_graph("u1 + " + "+".join(["a*a"] * 30))
    assert "u_1" not in names(long)
    assert "u_2" in names(long)


def test_that_numbers_alone_become_one_number() -> None:
    graph = build_graph("f = 2*3*a + 1/4 - -(2**3)")
    assert [node.operands for node in graph.operations] == [(6.0, 0), (1, 0.25), (2, -8.0)]
    assert graph.operations[2].label == "v - (-8)"


def test_that_a_definition_without_operation_is_a_node_too() -> None:
    graph = build_graph("k = 3; m = a; f = k*m")
    assert [(node.name, node.kind, node.operands) for node in graph.operations] == [
        ("k", "identity", (3.0,)),
        ("m", "identity", (0,)),
        ("f", "multiply", (1, 2)),
    ]
    alone = build_graph("5")
    assert (names(alone), alone.variables) == (["f"], ())


def test_that_every_node_knows_its_column() -> None:
    graph = build_graph("J = 3*(a + b*c)")
    assert [node.column for node in graph.nodes] == [8, 12, 14, 13, 10, 6]
    assert [node.column for node in build_graph("L = log(s); s = a").nodes] == [17, 13, 5]


@given(EXPRESSIONS)
def test_that_nodes_stand_in_topological_order_and_all_lead_to_the_output(text: str) -> None:
    for share in (False, True):
        graph = built(text, share)
        if graph is None:
            continue
        for node in graph.nodes:
            assert all(operand < node.index for operand in node.operands if isinstance(operand, int))
            assert bool(graph.consumers[node.index]) == (node.index != graph.output)
        assert [node.is_variable for node in graph.nodes] == sorted(
            (node.is_variable for node in graph.nodes), reverse=True
        )
        assert len({node.name for node in graph.nodes}) == len(graph.nodes)


@given(EXPRESSIONS)
def test_that_a_shared_graph_has_no_two_equal_operations(text: str) -> None:
    graph = built(text, share=True)
    if graph is not None:
        operations = [(node.kind, node.operands) for node in graph.operations if node.kind != "identity"]
        assert len(set(operations)) == len(operations)

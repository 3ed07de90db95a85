"""Equal sub-expressions written once."""

from __future__ import annotations

import pytest

from engine.graph import MAX_CHARACTERS, ExpressionFault, build_graph, share_text


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("f = (a+b)*c + (a+b)*d", "u = a + b; f = u*c + u*d"),
        ("(a+b)*(b+a)", "u = a + b; f = u*u"),
        ("f = ((a+b)*c)**2 + exp((a+b)*c)/(b+a)", "u = a + b; v = u*c; f = v**2 + exp(v)/u"),
        ("f = p*q; p = (a + b)*c; q = a + b", "f = p*q; p = q*c; q = a + b"),
        ("f = p*q; p = a + b; q = b + a", "f = p*q; p = a + b; q = p"),
        ("f = u*(a*b) - a*b", "v = a*b; f = u*v - v"),
        ("f = -(a*b)**2 + 1.50*(a*b)", "u = a*b; f = -u**2 + 1.50*u"),
        ("f = a**-(b*c) + max(b*c, 2)", "u = b*c; f = a**-u + max(u, 2)"),
        ("f = a - (b - c) + b*c + b*c", "u = b*c; f = a - (b - c) + u + u"),
        ("f = a/(b/c) - a*(b + c)*(b + c)", "u = b + c; f = a/(b/c) - a*u*u"),
        ("f = (a - (b - c))*(b - c)", "u = b - c; f = (a - u)*u"),
        ("f = (a**2)**3 + a**2**3 + (-a)**2 + (-a)", "u = -a; f = (a**2)**3 + a**(2**3) + u**2 + u"),
    ],
)
def test_that_what_occurs_twice_gets_a_name_in_front(text: str, shared: str) -> None:
    found = share_text(text)
    assert found.replace("a**(2**3)", "a**2**3") == shared.replace("a**(2**3)", "a**2**3")
    assert share_text(found) == found


@pytest.mark.parametrize("text", ["J = 3*(a+b*c)", "a*a", "f=u + v\nu = a\n v=a", "3*2 + 3*2*a"])
def test_that_a_text_without_equal_parts_stays_as_it_is(text: str) -> None:
    assert share_text(text) == text


def test_that_a_shared_graph_has_the_nodes_of_the_shared_text() -> None:
    text = "f = (a + b)*c + (a + b)*d"
    first, second = build_graph(text, share=True), build_graph(share_text(text))
    assert [(node.kind, node.operands, node.label) for node in first.nodes] == [
        (node.kind, node.operands, node.label) for node in second.nodes
    ]


def test_that_a_text_that_would_grow_too_long_stays_as_it_is() -> None:
    text = "+".join(f"aa{k}*b+aa{k}*b" for k in range(37))
    assert MAX_CHARACTERS - 20 < len(text) <= MAX_CHARACTERS
    assert share_text(text) == text


def test_that_a_fault_is_raised_as_by_the_parser() -> None:
    with pytest.raises(ExpressionFault, match="column 3"):
        share_text("a+")

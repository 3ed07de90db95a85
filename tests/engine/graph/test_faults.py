"""What can't be used is refused with its column and with what was expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.graph import FUNCTIONS, ExpressionFault, Graph, build_graph, parse

FAULTS = [
    ("", 1, "expected an expression"),
    (" ;\n; ", 1, "expected an expression"),
    # operands that are missing
    ("f = ", 5, "expected a number, a name or '(' after '='"),
    ("a +", 4, "expected a number, a name or '(' after '+'"),
    ("a + ; b", 5, "expected a number, a name or '(' after '+'"),
    ("a * / b", 5, "expected a number, a name or '(' after '*'"),
    ("* a", 1, "expected a number, a name or '('"),
    ("+a", 1, "expected a number, a name or '('"),
    ("a ** ** b", 6, "after '**'"),
    ("()", 2, "expected a number, a name or '(' after '('"),
    ("log(", 5, "after '('"),
    ("max(a, )", 8, "after ','"),
    ("max(, a)", 5, "after '('"),
    # signs that are missing
    ("3a", 2, "put * between '3' and 'a'"),
    ("3 4", 3, "put * between '3' and '4'"),
    ("1.2.3", 4, "put * between '1.2' and '.3'"),
    ("a b", 3, "put * between 'a' and 'b'"),
    ("2(a + b)", 2, "put * between '2' and '('"),
    ("(a)(b)", 4, "put * between ')' and '('"),
    ("(a) b", 5, "put * between ')' and 'b'"),
    ("a log(b)", 3, "put * between 'a' and 'log'"),
    ("J 3*a", 3, "put * between 'J' and '3'"),
    # brackets
    ("3*(a + b", 3, "this '(' is never closed"),
    ("((a + b)", 1, "this '(' is never closed"),
    ("log (a", 5, "this '(' is never closed"),
    ("u = (a\nf = u)", 5, "this '(' is never closed"),
    ("a + b)", 6, "this ')' closes nothing"),
    (")", 1, "expected a number, a name or '('"),
    ("(a, b)", 3, "a comma stands between the operands of a function only"),
    ("a, b", 2, "a comma stands between the operands of a function only"),
    ("max(a, (b, c))", 10, "a comma stands between the operands of a function only"),
    # functions
    ("sigma(z)", 1, "did you mean sigmoid?"),
    ("a + ln(b)", 5, "did you mean log?"),
    ("1 + sqr(b)", 5, "did you mean sqrt?"),
    ("x(a + b)", 1, "there is no function x, only exp, log"),
    ("max(a)", 1, "max takes 2 operands, here are 1"),
    ("1 + max(a, b, c)", 5, "max takes 2 operands, here are 3"),
    ("min()", 1, "min takes 2 operands, here are 0"),
    ("sigmoid(a, b)", 1, "sigmoid takes 1 operand, here are 2"),
    ("leaky_relu(a, b, c)", 1, "leaky_relu takes 1 or 2 operands, here are 3"),
    ("exp * 2", 5, "expected '(' after exp, which is a function"),
    ("a + exp", 8, "expected '(' after exp, which is a function"),
    ("exp = a", 1, "exp is a function: expected another name"),
    ("f(a) = 3*a", 2, "expected '=' after f"),
    # characters
    ("a ^ 2", 3, "a power is written **"),
    ("a − b", 3, "a minus is written -"),
    ("a · b", 3, "times is written *"),
    ("a²", 2, "a square is written **2"),
    ("a % b", 3, "unknown character '%'"),
    ("٣ * a", 1, "'٣' is no digit here"),
    ("x\u0661", 2, "no digit here"),
    ("α * a", 1, "Greek letters by name, such as alpha"),
    ("a\u0000", 2, "unknown character 'U+0000'"),
    ("w_ * a", 2, "an underscore stands inside a name"),
    ("z[x]", 2, "square brackets only name a layer"),
    ("a + .", 5, "a point stands inside a number"),
    ("a; b!", 5, "unknown character '!'"),
    # numbers
    ("1e999", 1, "1e999 is too large a number"),
    ("a + 1e309*b", 5, "1e309 is too large a number"),
    ("a + log(0)", 5, "log of 0: only of numbers above 0"),
    ("a*(1/0)", 5, "1 divided by 0"),
    ("a + sqrt(2 - 3)", 5, "sqrt of −1"),
    ("a + 0**-1", 6, "0 to the power −1 divides by 0"),
    ("a + exp(1000)", 5, "the result is too large a number"),
    ("a + 1e200*1e200", 10, "the result is too large a number"),
    # definitions
    ("= 3", 1, "expected a name before '='"),
    ("3 = a", 1, "expected a name before '=', not '3'"),
    ("f = a = b", 7, "'=' stands only after the name"),
    ("2*a = b", 5, "'=' stands only after the name"),
    ("u = a; f = u; u = b", 15, "u is defined twice, in column 1 already"),
    ("f = 2*f", 7, "f uses itself"),
    ("u = v; v = w; w = u*a", 19, "a circle: u uses v uses w uses u"),
    ("f = u; u = v; v = u", 19, "a circle: u uses v uses u"),
    ("u = a; v = b; w = c", 8, "no definition uses u and v and w"),
    ("a + b\n\nc", 8, "expected a name and '='"),
    ("x1 + x_1", 6, "x_1 and x1 look the same"),
    ("+".join(["a"] * 201), 400, "at most 200 variables and operations"),
    ("-" * 499 + "a", 201, "at most 200 variables and operations"),
    ("-" * 500, 501, "expected a number, a name or '(' after '-'"),
    ("(" * 500, 501, "expected a number, a name or '(' after '('"),
]


@pytest.mark.parametrize(("text", "column", "part"), FAULTS, ids=[repr(text[:20]) for text, _, _ in FAULTS])
def test_that_a_fault_says_where_and_what(text: str, column: int, part: str) -> None:
    with pytest.raises(ExpressionFault) as raised:
        build_graph(text)
    assert part in raised.value.text
    assert raised.value.column == column
    assert str(raised.value) == f"column {column}: {raised.value.text}"
    assert "\n" not in str(raised.value)


def test_that_an_unknown_function_lists_all_that_there_are() -> None:
    with pytest.raises(ExpressionFault) as raised:
        parse("q(a)")
    typed = [function.sign for function in FUNCTIONS.values() if function.sign.isidentifier()]
    assert len(typed) == 12
    assert all(sign in raised.value.text for sign in typed)


def test_that_the_most_nodes_are_built_and_one_more_is_refused() -> None:
    assert len(build_graph("+".join(["a"] * 200)).nodes) == 200
    with pytest.raises(ExpressionFault):
        parse("+".join(["a"] * 201))


def graph_or_fault(text: str) -> Graph | ExpressionFault:
    try:
        return build_graph(text)
    except ExpressionFault as fault:
        return fault


@given(st.text("ab1.+-*/()=;,\n_[]elogmax ^", max_size=40))
def test_that_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    found = graph_or_fault(text)
    if isinstance(found, ExpressionFault):
        assert 1 <= found.column <= len(text) + 1
        assert "\n" not in str(found)
    else:
        assert found.output == len(found.nodes) - 1

"""Random expressions of the grammar, as text, and how Python itself reads them."""

from __future__ import annotations

import ast

from hypothesis import strategies as st

from engine.graph.tree import Apply, Name, Number, Tree, folded

VARIABLES = ("a", "b", "c")
ONE_OPERAND = ("exp", "log", "sqrt", "sin", "cos", "sigmoid", "tanh", "relu", "leaky_relu", "abs")
TWO_OPERANDS = ("max", "min", "leaky_relu")

_LEAVES = st.sampled_from([*VARIABLES, "2", "3", "0.5", "1.5", "10", ".25", "1e-1"])


def _longer(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from([" + ", "-", "*", " / ", "**"])
    return st.one_of(
        st.tuples(parts, signs, parts).map("".join),
        parts.map(lambda part: f"-{part}"),
        parts.map(lambda part: f"({part})"),
        st.tuples(st.sampled_from(ONE_OPERAND), parts).map(lambda pair: f"{pair[0]}({pair[1]})"),
        st.tuples(st.sampled_from(TWO_OPERANDS), parts, parts).map(
            lambda trio: f"{trio[0]}({trio[1]}, {trio[2]})"
        ),
    )


# No brackets are put where they would be needed, so signs of every precedence meet.
EXPRESSIONS = st.recursive(_LEAVES, _longer, max_leaves=10)
POINTS = st.fixed_dictionaries({name: st.floats(0.3, 2.5).map(lambda x: round(x, 3)) for name in VARIABLES})

_SIGNS = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
    ast.Pow: "power",
}


def shape(tree: Tree) -> object:
    """A tree as nested tuples."""
    return folded(tree, _part)


def _part(part: Tree, operands: tuple[object, ...]) -> object:
    if isinstance(part, Apply):
        return (part.key, *operands)
    if isinstance(part, Number):
        return part.value
    assert isinstance(part, Name)
    return part.name


def python_shape(text: str) -> object:
    """The same from Python's own parser; nothing is executed."""
    return _of_python(ast.parse(text, mode="eval").body)


def _of_python(node: ast.expr) -> object:
    if isinstance(node, ast.Constant):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.BinOp):
        return (_SIGNS[type(node.op)], _of_python(node.left), _of_python(node.right))
    if isinstance(node, ast.UnaryOp):
        assert isinstance(node.op, ast.USub)
        return ("negate", _of_python(node.operand))
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    return (node.func.id, *map(_of_python, node.args))

"""How local derivatives look: of b c by b it is c, of a^2 it is 2 a. Of 3 v it is 3; of relu it depends."""

from __future__ import annotations

from collections.abc import Callable

from engine.graph.graph import Graph, Node
from engine.graph.looks import PRODUCT, SIGN, SUM, Piece, look, name_piece, number_piece

Pieces = tuple[Piece, ...]

ONE = number_piece(1)


def slope_piece(graph: Graph, node: Node, position: int) -> Piece | None:
    """The derivative of a node by the operand at a position, in the operands' names.

    None: a number that depends on where one stands, 0 or 1 for relu.
    """
    write = _LOOKS.get(node.kind)
    return write(graph, node, position) if write is not None else None


def is_factor(node: Node, position: int) -> bool:
    """Whether the slope is a number that was typed: 3 v, v / 4."""
    is_first_of_quotient = node.kind == "divide" and position == 0
    return (node.kind == "multiply" or is_first_of_quotient) and isinstance(
        node.operands[1 - position], float
    )


def _sum(*slopes: float) -> Callable[[Graph, Node, int], Piece]:
    pieces = tuple(map(number_piece, slopes))
    return lambda graph, node, position: pieces[position]


def _product(graph: Graph, node: Node, position: int) -> Piece:
    return graph.pieces(node)[1 - position]


def _quotient(graph: Graph, node: Node, position: int) -> Piece:
    above, below = graph.pieces(node)
    divisor = node.operands[1]
    if position == 0:
        is_number = isinstance(divisor, float) and divisor != 0
        return number_piece(1 / divisor) if is_number else _quotient_of(ONE, below)
    square = look("power", (below, number_piece(2)))
    return look("negate", (_quotient_of(above, square),))


def _quotient_of(above: Piece, below: Piece) -> Piece:
    """In one line: a step's row is no higher than a line."""
    return look("divide", (above, below), "step")


def _power(graph: Graph, node: Node, position: int) -> Piece:
    base, exponent = graph.pieces(node)
    if position == 1:
        return look("multiply", (name_piece(node.name), look("log", (base,))))
    number = node.operands[1]
    if isinstance(number, int):
        return look("multiply", (exponent, look("power", (base, look("subtract", (exponent, ONE))))))
    if number in (0.0, 1.0):
        return number_piece(number)
    lower = base if number == 2 else look("power", (base, number_piece(number - 1)))
    if number == -1:
        return Piece(f"-{lower.latex}", SIGN)
    return look("multiply", (exponent, lower))


def _result(graph: Graph, node: Node, position: int) -> Piece:
    return name_piece(node.name)


def _of_operand(write: Callable[[Piece], Piece]) -> Callable[[Graph, Node, int], Piece]:
    return lambda graph, node, position: write(graph.pieces(node)[0])


def _of_result(write: Callable[[str], Piece]) -> Callable[[Graph, Node, int], Piece]:
    return lambda graph, node, position: write(name_piece(node.name).latex)


def _square(latex: str) -> str:
    return f"{latex}^{{2}}" if "^" not in latex else f"({latex})^{{2}}"


_LOOKS: dict[str, Callable[[Graph, Node, int], Piece]] = {
    "add": _sum(1, 1),
    "subtract": _sum(1, -1),
    "negate": _sum(-1),
    "identity": _sum(1),
    "multiply": _product,
    "divide": _quotient,
    "power": _power,
    "exp": _result,
    "log": _of_operand(lambda a: _quotient_of(ONE, a)),
    "sqrt": _of_result(lambda r: Piece(f"1 / (2 {r})", PRODUCT)),
    "sin": _of_operand(lambda a: look("cos", (a,))),
    "cos": _of_operand(lambda a: look("negate", (look("sin", (a,)),))),
    "sigmoid": _of_result(lambda r: Piece(f"{r}(1 - {r})", PRODUCT)),
    "tanh": _of_result(lambda r: Piece(f"1 - {_square(r)}", SUM)),
}

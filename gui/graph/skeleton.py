"""A graph as its drawing needs it: what is joined with what, and how wide names and operations are. No Qt."""

from __future__ import annotations

import re

from engine.graph import Graph, Node
from gui.graph.columns_geometry import Skeleton
from gui.graph.places_geometry import OPERATION_WIDTH

SIGN, SMALL_SIGN = 10.5, 6.5  # of a letter in a name of 20 px and of its index
LABEL_SIGN, LABEL_MARGIN, WIDEST = 8.4, 16.0, 118.0
LONGEST_NAME = 110.0  # a longer one is cut beside an arrow
_COMMAND = re.compile(r"\\(?:mathrm|hat|,|frac)|[{}\s]")
_WORD = re.compile(r"\\([A-Za-z]+)")
_SHORT = ("cdot", "sigma")


def skeleton_of(graph: Graph) -> Skeleton:
    """The same for every value of the variables, so that nothing moves while they change."""
    operands = tuple(
        tuple((place, operand) for place, operand in enumerate(node.operands) if isinstance(operand, int))
        for node in graph.nodes
    )
    return Skeleton(
        operands,
        frozenset(node.index for node in graph.nodes if node.is_variable),
        graph.output,
        tuple(_width(node) for node in graph.nodes),
        tuple(min(LONGEST_NAME, name_width(node.latex) + SIGN) for node in graph.nodes),
    )


def _width(node: Node) -> float:
    """Of its box: an operation that is written longer gets a wider one, up to a limit; then its type is smaller."""
    if node.is_variable:
        return OPERATION_WIDTH
    return max(OPERATION_WIDTH, min(WIDEST, _signs(node.label) * LABEL_SIGN + LABEL_MARGIN))


def name_width(latex: str) -> float:
    """About how wide a name is at 20 px, with its index."""
    stem, _, index = _COMMAND.sub("", _WORD.sub(_letters, latex)).partition("_")
    stem, _, layer = stem.partition("^")
    return SIGN * max(1, len(stem)) + SMALL_SIGN * max(len(index), len(layer))


def _signs(latex: str) -> int:
    return len(_COMMAND.sub("", _WORD.sub(_letters, latex)).replace("_", "").replace("^", ""))


def _letters(found: re.Match[str]) -> str:
    word = found[1]
    if word in ("mathrm", "hat", "frac"):
        return ""
    return (
        "x"
        if word in _SHORT or len(word) > 5
        else word
        if word in ("log", "sin", "cos", "tanh", "max", "min")
        else "x"
    )

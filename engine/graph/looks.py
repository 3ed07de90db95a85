"""The table of how functions look in LaTeX, with the brackets that they need and no others.

Three styles: a definition (3(a + b\\,c), fractions with a bar), what a step does (b c) and a node's label (b \\cdot
c).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from engine.graph.names import name_latex
from engine.graph.number_text import number_latex

Style = Literal["definition", "step", "label"]

# How tightly a piece holds together. A "word" such as \log a would swallow a factor that follows it.
SUM, SIGN, PRODUCT, WORD, FRACTION, POWER, ATOM = range(1, 8)


@dataclass(frozen=True)
class Piece:
    """A part of a formula and how tightly it holds together."""

    latex: str
    level: int

    def at_least(self, level: int) -> str:
        """The LaTeX, in brackets where it holds together less tightly."""
        return self.latex if self.level >= level else f"({self.latex})"


def name_piece(name: str) -> Piece:
    """A name; one with a layer above can't take a power without brackets."""
    latex = name_latex(name)
    return Piece(latex, POWER if "^" in latex else ATOM)


def number_piece(value: float) -> Piece:
    """A number; a negative one takes brackets like a minus sign, one with a power of ten like a product."""
    latex = number_latex(value)
    level = SIGN if latex.startswith("-") else PRODUCT if "cdot" in latex else POWER if "^" in latex else ATOM
    return Piece(latex, level)


def look(key: str, operands: tuple[Piece, ...], style: Style = "definition") -> Piece:
    """What the function `key` does with its operands."""
    return _LOOKS[key](operands, style)


def times(left: str, right: str, style: Style) -> str:
    """A product without a sign where one can do without: 3 v, b c, 3(a + b); not 3 \\cdot 4, a \\cdot (-3)."""
    if style == "label" or right[:1].isdigit() or right.startswith("(-"):
        return rf"{left} \cdot {right}"
    if right.startswith("(") or left.endswith(")"):
        return left + right
    is_tight = left.isdigit() or (style == "step" and len(left) == len(right) == 1)
    return f"{left} {right}" if is_tight else rf"{left}\,{right}"


def _sum(sign: str) -> Callable[[tuple[Piece, ...], Style], Piece]:
    def write(operands: tuple[Piece, ...], style: Style) -> Piece:
        left, right = operands
        # A sign or a sum on the right keeps its brackets: a - (b + c), a + (-b).
        return Piece(f"{left.latex} {sign} {right.at_least(PRODUCT)}", SUM)

    return write


def _product(operands: tuple[Piece, ...], style: Style) -> Piece:
    left, right = operands
    factor = left.at_least(FRACTION if left.level == WORD else SIGN)
    # What ends in a word swallows what follows it, so it counts as one.
    level = SIGN if left.level == SIGN else WORD if right.level == WORD else PRODUCT
    return Piece(times(factor, right.at_least(WORD), style), level)


def _quotient(operands: tuple[Piece, ...], style: Style) -> Piece:
    above, below = operands
    if style == "definition":
        return Piece(rf"\frac{{{above.latex}}}{{{below.latex}}}", FRACTION)
    return Piece(f"{above.at_least(FRACTION)} / {below.at_least(FRACTION)}", PRODUCT)


def _power(operands: tuple[Piece, ...], style: Style) -> Piece:
    base, exponent = operands
    return Piece(f"{base.at_least(ATOM)}^{{{exponent.latex}}}", POWER)


def _word(latex: str) -> Callable[[tuple[Piece, ...], Style], Piece]:
    """\\log a, \\log(a + b), \\sigma(z), \\max(a, b)."""

    def write(operands: tuple[Piece, ...], style: Style) -> Piece:
        is_bare = len(operands) == 1 and operands[0].level >= ATOM and latex in _BARE
        if is_bare:
            return Piece(f"{latex} {operands[0].latex}", WORD)
        return Piece(f"{latex}({', '.join(operand.latex for operand in operands)})", POWER)

    return write


_BARE = (r"\log", r"\sin", r"\cos", r"\tanh")

_LOOKS: dict[str, Callable[[tuple[Piece, ...], Style], Piece]] = {
    "add": _sum("+"),
    "subtract": _sum("-"),
    "multiply": _product,
    "divide": _quotient,
    "power": _power,
    "negate": lambda operands, style: Piece(f"-{operands[0].at_least(PRODUCT)}", SIGN),
    "identity": lambda operands, style: operands[0],
    "exp": lambda operands, style: Piece(f"e^{{{operands[0].latex}}}", POWER),
    "sqrt": lambda operands, style: Piece(rf"\sqrt{{{operands[0].latex}}}", ATOM),
    "abs": lambda operands, style: Piece(f"|{operands[0].latex}|", ATOM),
    "log": _word(r"\log"),
    "sin": _word(r"\sin"),
    "cos": _word(r"\cos"),
    "tanh": _word(r"\tanh"),
    "sigmoid": _word(r"\sigma"),
    "relu": _word(r"\mathrm{relu}"),
    "leaky_relu": _word(r"\mathrm{leaky\ relu}"),
    "max": _word(r"\max"),
    "min": _word(r"\min"),
}

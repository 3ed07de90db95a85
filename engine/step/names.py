"""How arrays and cells are called: plain text, LaTeX and NumPy names, and templates filled with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from engine.spec import LayerSpec
from engine.step.expansion import Number, Token
from engine.step.row import Array, Operand

# An optimiser's memory of W or b: "vW", "sb"; not "dW".
MEMORY = re.compile(r"(?!d[Wb])([a-z]+)([Wb])")


def operand(symbol: str, layer: int, array: Array, *, transposed: bool = False) -> Operand:
    """The array `symbol` of a layer as it stands in an equation; transposed: pass the array itself, not its transpose.

    A of layer 0 is X; Y has no layer of its own.
    """
    if (symbol, layer) == ("A", 0):
        symbol = "X"
    return Operand(
        name=plain(symbol, layer) + "'" * transposed,
        latex=latex(symbol, layer, "T" * transposed),
        variable=variable(symbol, layer) + ".T" * transposed,
        symbol=symbol,
        layer=layer,
        array=array.T if transposed else array,
        is_transposed=transposed,
    )


def plain(symbol: str, layer: int) -> str:
    """Z and 1 give "Z[1]"; X, Y and J have no layer."""
    return symbol if symbol in "XYJ" else f"{symbol}[{layer}]"


def variable(symbol: str, layer: int) -> str:
    """The name in NumPy lines: "dZ1", "X"."""
    return symbol if symbol in "XYJ" else f"{symbol}{layer}"


def latex(symbol: str, layer: int, power: str = "") -> str:
    """dZ^{[1]}, X^{T}, W^{[2]T}, v_{W}^{[1]}."""
    if symbol in "XYJ":
        return symbol + f"^{{{power}}}" * bool(power)
    memory = MEMORY.fullmatch(symbol)
    stem = f"{_letter(memory[1])}_{{{memory[2]}}}" if memory else symbol
    return f"{stem}^{{[{layer}]{power}}}"


def cell(symbol: str, layer: int, *places: int, example: int | None = None) -> str:
    """One cell as LaTeX; places and the example count from 0: dw^{[1]}_{2,1}, z^{[1](3)}_{2}, x_{1}^{(3)}, y_{1}."""
    where = ",".join(str(place + 1) for place in places)
    return indexed(symbol, layer, where, column_of(example))


def indexed(symbol: str, layer: int, where: str, column: str = "") -> str:
    """The same with letters: ("A", 1, "j", "(i)") gives a^{[1](i)}_{j}."""
    if (symbol, layer) == ("A", 0):
        symbol = "X"
    memory = MEMORY.fullmatch(symbol)
    small = _letter(memory[1]) if memory else symbol[:-1] + symbol[-1].lower()
    if symbol in "XY":
        return f"{small}_{{{where}}}" + f"^{{{column}}}" * bool(column)
    return f"{small}^{{[{layer}]{column}}}_{{{where}}}"


def _letter(name: str) -> str:
    return name if len(name) == 1 else rf"\mathrm{{{name}}}"


def column_of(example: int | None) -> str:
    """The column of a cell as LaTeX, "(3)", or nothing where there is one column only."""
    return "" if example is None else f"({example + 1})"


def example_of(array: Array, i: int) -> int | None:
    """Column i, or None where there is one column only and nobody writes it."""
    return i if array.shape[1] > 1 else None


def filled(template: str, names: Mapping[str, str]) -> str:
    r"""LaTeX with \Z, \A, ... replaced by what they stand for here."""
    return re.sub(r"\\(\w+?)(?![A-Za-z])", lambda found: names.get(found[1], found[0]), template)


def layer_names(layer: LayerSpec, l: int) -> dict[str, str]:
    """What \\Z, \\A, \\slope and \\extreme stand for in the formulas of a layer."""
    return {
        "Z": latex("Z", l),
        "A": latex("A", l),
        "slope": f"{layer.leaky_slope:g}",
        "extreme": "\\" + extreme(layer),
    }


def line_names(layer: LayerSpec, l: int) -> dict[str, str]:
    """What {Z}, {A}, {slope} and {extreme} stand for in the NumPy expressions of a layer."""
    slope = repr(float(layer.leaky_slope))
    return {"Z": f"Z{l}", "A": f"A{l}", "slope": slope, "extreme": extreme(layer)}


def extreme(layer: LayerSpec) -> str:
    """A leaky ReLU is the larger of slope z and z, for a slope above 1 the smaller."""
    return "max" if layer.leaky_slope <= 1 else "min"


def layout_of(
    template: str, places: Mapping[str, int | str], names: Mapping[str, str] = MappingProxyType({})
) -> tuple[str | int, ...]:
    """A template as an equation's layout: each array where it comes first, after that by its name.

    names: of the arrays by their letters in the template; without one the capital letter.
    """
    found: list[str | int] = []
    text, seen = "", set()
    for index, part in enumerate(re.split(r"\{(\w+)\}", template)):
        place = places[part] if index % 2 else part
        if isinstance(place, int) and place not in seen:
            seen.add(place)
            found += [text.strip()] * bool(text.strip()) + [place]
            text = ""
        else:
            text += names.get(part, part.upper()) if isinstance(place, int) else place
    return (*found, *[text.strip()] * bool(text.strip()))


def mean_of(factor: float, m: str | int) -> str:
    """What opens a mean written out: "1/m Σ (" for letters, "−1/10 · (" for numbers, "−(" for m = 1."""
    sign = "−" if factor < 0 else ""
    times = round(1 / abs(factor))
    if isinstance(m, str):
        return f"{sign}1/{'' if times == 1 else times}{m} Σ ("
    return f"{sign}(" if times * m == 1 else f"{sign}1/{times * m} · ("


def tokens(template: str, numbers: Mapping[str, Token]) -> tuple[Token, ...]:
    """A template such as "{w} − {alpha} · {g}" with its numbers put in; other text stays."""
    parts = re.split(r"\{(\w+)\}", template)
    found = [numbers[part] if index % 2 else part for index, part in enumerate(parts)]
    return tuple(token for token in found if token != "")


def at(array: Array, index: int, row: int, column: int) -> Number:
    """The number in a cell of operand `index`."""
    return Number(float(array[row, column]), index, row, column)


def shape(array: Array) -> str:
    """(3, 10) as text."""
    return f"({array.shape[0]}, {array.shape[1]})"

"""The lab of shapes (C8): n[0] ... n[L] and m are given, the student says the shape of every array."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from engine.labs.row import LabRow, Setting, Settings
from engine.labs.shape_text import Shape, parse_shape, shape_text

SYMBOLS = ("W", "b", "Z", "A", "dW", "db", "dZ", "dA")
PARAMETERS = ("W", "b", "dW", "db")
MOST_LAYERS, MOST_UNITS, MOST_M = 8, 999, 9999


@dataclass(frozen=True)
class Verdict:
    """What is said of an answer. hint: "" where it is right. shape: what was read, None where nothing could be."""

    is_right: bool
    hint: str = ""
    shape: Shape | None = None


def parse_sizes(text: str) -> tuple[int, ...]:
    """n[0], n[1], ..., n[L] from "3-5-5-3-1"; commas and spaces do as well.

    Raises ValueError with one sentence: fewer than two numbers, more than eight layers, a number out of range.
    """
    words = [word for word in re.split(r"[-–−,;\s]+", text.strip()) if word]
    if not all(re.fullmatch("[0-9]{1,6}", word) for word in words):
        raise ValueError("type the numbers of units, such as 3-5-5-3-1")
    sizes = tuple(int(word) for word in words)
    if len(sizes) < 2:
        raise ValueError("a network needs inputs and at least one layer: 3-1")
    if len(sizes) > MOST_LAYERS + 1:
        raise ValueError(f"at most {MOST_LAYERS} layers, that is {MOST_LAYERS + 1} numbers")
    if not all(1 <= size <= MOST_UNITS for size in sizes):
        raise ValueError(f"every number must be 1 to {MOST_UNITS}")
    return sizes


def sizes_text(sizes: tuple[int, ...]) -> str:
    """The numbers of units as they are typed: 3-5-5-3-1."""
    return "-".join(map(str, sizes))


def shape_of(symbol: str, l: int, sizes: tuple[int, ...], m: int) -> Shape:
    """The shape of W, b, Z, A or of a derivative, which has the shape of what it is the derivative by."""
    plain = symbol.removeprefix("d")
    if plain == "W":
        return sizes[l], sizes[l - 1]
    return sizes[l], 1 if plain == "b" else m


def judge(symbol: str, l: int, answer: str, sizes: tuple[int, ...], m: int) -> Verdict:
    """Judge a typed shape of layer l; the letter m counts as its number. A wrong one gets a hint about the slip."""
    try:
        shape = parse_shape(answer, {"m": m})
    except ValueError as fault:
        return Verdict(False, str(fault))
    if symbol in PARAMETERS and "m" in answer:  # also where m happens to be the right number
        return Verdict(False, _no_m(symbol), shape)
    if shape == shape_of(symbol, l, sizes, m):
        return Verdict(True, "", shape)
    return Verdict(False, _hint(symbol, l, shape, sizes, m), shape)


def _hint(symbol: str, l: int, shape: Shape, sizes: tuple[int, ...], m: int) -> str:
    """The first slip that explains the answer, else what the rows and columns stand for."""
    right = shape_of(symbol, l, sizes, m)
    name = f"{symbol}[{l}]"
    if len(shape) == 1:
        return f"{shape_text(shape)} is neither row nor column: {name} has rows and columns."
    if len(shape) != 2:
        return f"{name} has two axes, rows and columns, not {len(shape)}."
    slips = (
        (shape == right[::-1], f"Transposed: {_sides(symbol, l)}."),
        _about_m(symbol, l, shape, sizes, m),
        (_is_elsewhere(symbol, l, shape, sizes, m), f"That belongs to another layer: {_sides(symbol, l)}."),
        (shape[0] == right[0], f"The rows are right. {_columns(symbol, l)}."),
        (shape[1] == right[1], f"The columns are right. {_rows(l)}."),
    )
    sides = f"{_rows(l)}, {_lower(_columns(symbol, l))}."
    return next((hint for is_so, hint in slips if is_so), sides)


def _about_m(symbol: str, l: int, shape: Shape, sizes: tuple[int, ...], m: int) -> tuple[bool, str]:
    """Forgetting the examples, or giving parameters a column for each."""
    if symbol in PARAMETERS:
        return m in shape and m not in shape_of(symbol, l, sizes, m), _no_m(symbol)
    forgotten = shape in ((sizes[l], 1), (1, sizes[l]), (sizes[l], sizes[l - 1]))
    return forgotten and m not in shape, f"m is forgotten: {symbol} has a column for each example."


def _no_m(symbol: str) -> str:
    if symbol.removeprefix("d") == "b":
        return f"No m here: {symbol} is one column for all examples; broadcasting stretches b."
    return f"No m here: there is one {symbol} for all examples."


def _is_elsewhere(symbol: str, l: int, shape: Shape, sizes: tuple[int, ...], m: int) -> bool:
    return any(
        shape == shape_of(symbol, other, sizes, m) for other in range(1, len(sizes)) if other != l
    ) or (symbol not in PARAMETERS and shape == (sizes[0], m))


def _sides(symbol: str, l: int) -> str:
    return f"{_lower(_rows(l))}, {_lower(_columns(symbol, l))}"


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _rows(l: int) -> str:
    return f"A row for each unit of layer {l}"


def _columns(symbol: str, l: int) -> str:
    plain = symbol.removeprefix("d")
    if plain == "W":
        return f"A column for each {'input' if l == 1 else f'unit of layer {l - 1}'}"
    return "One column" if plain == "b" else "A column for each example"


def new_exercise(number: int) -> tuple[tuple[int, ...], int]:
    """Sizes and m of the exercise with this number, the same each time; neighbouring layers differ."""
    generator = np.random.default_rng(number)
    sizes = [int(generator.integers(2, 8))]
    for _ in range(int(generator.integers(1, 4))):
        sizes.append(int(generator.choice([n for n in range(2, 8) if n != sizes[-1]])))
    m = int(generator.choice([8, 12, 20, 50, 100]))
    return (*sizes, 1), m


def facts(settings: Settings) -> dict[str, float]:
    """L, the number of parameters, and the number of rows and columns of every array: W1_rows, W1_columns, ...

    Raises ValueError where the sizes are no network.
    """
    sizes, m = parse_sizes(str(settings["sizes"])), int(settings["m"])
    layers = range(1, len(sizes))
    found: dict[str, float] = {"L": len(sizes) - 1, "m": m}
    found["parameters"] = sum(sizes[l] * (sizes[l - 1] + 1) for l in layers)
    for l in layers:
        for symbol in SYMBOLS:
            found[f"{symbol}{l}_rows"], found[f"{symbol}{l}_columns"] = shape_of(symbol, l, sizes, m)
    return found


ROW = LabRow(
    "shapes",
    "Shapes",
    "C8",
    "The shape of every array of a deep network, filled in and judged",
    {
        "sizes": Setting("3-5-5-3-1", about="n[0] to n[L], up to 8 layers"),
        "m": Setting(10, 1, MOST_M, about="examples"),
    },
    facts,
)

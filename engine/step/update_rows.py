"""The rows of the update: W[l] and b[l] by the optimiser, line by line, its memory first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np

from engine.optimizers import OPTIMIZERS, Optimizer, State, UpdateLine
from engine.step.expansion import Expansion, Number, Token
from engine.step.moment import Moment
from engine.step.names import at, cell, filled, latex, layout_of, operand, shape, tokens
from engine.step.row import Array, Equation, Operand, Row


def update_rows(moment: Moment, dW: Sequence[Array], db: Sequence[Array]) -> list[Row]:
    """W[1], b[1], ..., W[L], b[L]; dW and db with index 0 unused, regularisation included."""
    rows = []
    for l in range(1, moment.spec.L + 1):
        rows.append(_update_row(moment, "W", moment.W[l], dW[l], l))
        rows.append(_update_row(moment, "b", moment.b[l], db[l], l))
    return rows


def _update_row(moment: Moment, symbol: str, value: Array, gradient: Array, l: int) -> Row:
    optimizer = OPTIMIZERS[moment.training.optimizer]
    before = {name: pairs[l]["Wb".index(symbol)] for name, pairs in moment.memory.items()}
    after, state = _updated(optimizer, moment, value, gradient, before)
    arrays = {"W": value, "g": gradient, **before}
    equations = []
    for line in optimizer.lines:
        result = after if line.result == "W" else state[line.result]
        equations.append(_equation(moment, line, symbol, l, arrays, result))
        arrays[line.result] = result
    brief = filled(optimizer.brief, _latex_names(_symbols(moment, symbol), l))
    meaning = optimizer.meaning.format(what="weights" if symbol == "W" else "biases")
    last = "gradient_is_not_descent" if symbol == "W" else "b_minus_alpha_db"
    whys = ("minus_alpha", last, *(("optimizer_memory",) if optimizer.memory else ()))
    return Row(0, symbol, l, "update", brief, tuple(equations), len(equations) - 1, meaning, (), whys)


def _updated(
    optimizer: Optimizer, moment: Moment, value: Array, gradient: Array, before: Mapping[str, Array]
) -> tuple[Array, State]:
    """The optimiser's own update, on copies."""
    theta, state = value.copy(), {name: array.copy() for name, array in before.items()}
    optimizer.update(theta, gradient, state, moment.training.alpha, moment.t + 1)
    return theta, state


def _symbols(moment: Moment, symbol: str) -> dict[str, str]:
    """What a line's names stand for: {"W": "W", "g": "dW", "v": "vW", ...}."""
    return {"W": symbol, "g": f"d{symbol}", **{name: name + symbol for name in moment.memory}}


def _latex_names(symbols: Mapping[str, str], l: int) -> dict[str, str]:
    return {name: latex(of, l) for name, of in symbols.items()}


def _equation(
    moment: Moment, line: UpdateLine, symbol: str, l: int, arrays: Mapping[str, Array], result: Array
) -> Equation:
    symbols = _symbols(moment, symbol)
    operands = tuple(operand(symbols[name], l, arrays[name]) for name in line.operands)
    variables = {name: f"{of}{l}" for name, of in symbols.items()}
    constants = {"alpha": moment.training.alpha, "t": float(moment.t + 1)}
    sizes = ", ".join(shape(array.array) for array in operands)
    return Equation(
        formula=filled(line.formula, _latex_names(symbols, l)),
        numpy=f"{variables[line.result]} = {line.numpy.format(**variables)}",
        layout=layout_of(line.written, _places(line, moment.training.alpha)),
        operands=operands,
        result=operand(symbols[line.result], l, result),
        shapes=f"{sizes} → {shape(result)}",
        broadcast="",
        expand=partial(_expand, operands, line, symbols, l, constants),
        note=f"element by element; t = {moment.t + 1}" if "**t" in line.numpy else "element by element",
    )


def _places(line: UpdateLine, alpha: float) -> dict[str, int | str]:
    """alpha stands there as its number, without a power of ten."""
    written = np.format_float_positional(alpha, trim="-")
    return {"alpha": written, "t": "ᵗ", **{name: index for index, name in enumerate(line.operands)}}


def _expand(
    operands: Sequence[Operand],
    line: UpdateLine,
    symbols: Mapping[str, str],
    l: int,
    constants: Mapping[str, float],
    k: int,
    j: int,
) -> Expansion:
    numbers: dict[str, Token] = {name: Number(value) for name, value in constants.items()}
    numbers["t"] = f"{constants['t']:g}"
    values = dict(constants)
    for index, (name, array) in enumerate(zip(line.operands, operands, strict=True)):
        number = at(array.array, index, k, j)
        numbers[name], values[name] = number, number.value
    places = (k, j) if symbols["W"] == "W" else (k,)
    names = {name: cell(of, l, *places) for name, of in symbols.items()}
    return Expansion(
        symbol=names[line.result],
        general=filled(line.formula.split(":=", 1)[1].strip(), names),
        opening=(),
        terms=(tokens(line.written, numbers),),
        closing=(),
        total=line.value(values),
    )

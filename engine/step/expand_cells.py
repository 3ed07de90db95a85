"""Single cells of what goes element by element: A[l], dA[L] and dZ[l]."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from engine.activations import ACTIVATIONS
from engine.cost_lines import ArrayLine
from engine.spec import LayerSpec
from engine.step.expansion import Expansion, Number, Token, added
from engine.step.names import at, cell, column_of, example_of, extreme, filled, indexed, tokens
from engine.step.row import Array, Operand


def expand_activation(operands: Sequence[Operand], layer: LayerSpec, l: int, k: int, i: int) -> Expansion:
    """a[l]_k(i) = g(z[l]_k(i)); of a softmax the whole column takes part."""
    Z = operands[0].array
    example = example_of(Z, i)
    row = ACTIVATIONS[layer.activation]
    z = cell("Z", l, k, example=example)
    symbol = cell("A", l, k, example=example)
    if layer.activation == "softmax":
        return _expand_softmax(Z, symbol, l, k, i)
    names = {"Z": z, "slope": f"{layer.leaky_slope:g}", "extreme": "\\" + extreme(layer)}
    numbers: dict[str, Token] = {
        "z": at(Z, 0, k, i),
        "slope": Number(layer.leaky_slope),
        "extreme": extreme(layer),
    }
    total = row.g(Z[k : k + 1, i : i + 1].copy(), layer.leaky_slope)
    return Expansion(
        symbol, filled(row.matrix_formula, names), (), (tokens(row.written, numbers),), (), float(total[0, 0])
    )


def _expand_softmax(Z: Array, symbol: str, l: int, k: int, i: int) -> Expansion:
    column = Z[:, i].tolist()
    largest = max(column)
    powers = [math.exp(z - largest) for z in column]
    column_text = column_of(example_of(Z, i))
    z_k, z_j = (indexed("Z", l, place, column_text) for place in (str(k + 1), "j"))
    return Expansion(
        symbol=symbol,
        general=rf"\frac{{e^{{{z_k}}}}}{{\sum_{{j}} e^{{{z_j}}}}}",
        opening=("e^(", at(Z, 0, k, i), ") / ("),
        terms=tuple(("e^(", Number(z, 0, j, i), ")") for j, z in enumerate(column)),
        closing=(")",),
        total=powers[k] / added(powers),
    )


def expand_cost_slope(
    operands: Sequence[Operand], line: ArrayLine, rule: str, l: int, Z: Array, k: int, i: int
) -> Expansion:
    """da[L]_k(i) from y and a, or from y and z where a has rounded. operands: Y and A[L] or Z[L]."""
    Y, other = operands[0].array, operands[1].array
    example = example_of(Y, i)
    y, value = at(Y, 0, k, i), at(other, 1, k, i)
    one = np.full((1, 1), value.value)
    total = line.compute(one, one, np.full((1, 1), y.value))
    return Expansion(
        symbol=cell("dA", l, k, example=example),
        general=_in_cells(rule, l, k, example),
        opening=(),
        terms=(tokens(line.written, {"y": y, "a": value, "z": value}),),
        closing=(),
        total=float(total[0, 0]),
    )


def _in_cells(rule: str, l: int, k: int, example: int | None) -> str:
    r"""A rule such as -\frac{Y}{\A} for one cell."""
    return filled(
        rule.replace("Y", r"\Y"),
        {name: cell(name, l, k, example=example) for name in "AY"},
    )


def expand_difference(operands: Sequence[Operand], l: int, k: int, i: int) -> Expansion:
    """dz[L]_k(i) = a - y."""
    a, y = at(operands[0].array, 0, k, i), at(operands[1].array, 1, k, i)
    example = example_of(operands[0].array, i)
    return Expansion(
        symbol=cell("dZ", l, k, example=example),
        general=f"{cell('A', l, k, example=example)} - {cell('Y', l, k, example=example)}",
        opening=(),
        terms=((a, " − ", y),),
        closing=(),
        total=a.value - y.value,
    )


def expand_chain(operands: Sequence[Operand], l: int, k: int, i: int) -> Expansion:
    """dz[l]_k(i) = da * g'(z)."""
    dA, slope = at(operands[0].array, 0, k, i), at(operands[1].array, 1, k, i)
    example = example_of(operands[0].array, i)
    return Expansion(
        symbol=cell("dZ", l, k, example=example),
        general=rf"{cell('dA', l, k, example=example)}\, g'({cell('Z', l, k, example=example)})",
        opening=(),
        terms=((dA, " · ", slope),),
        closing=(),
        total=dA.value * slope.value,
    )


def expand_jacobian(operands: Sequence[Operand], l: int, k: int, i: int) -> Expansion:
    """dz[L]_k(i) = a_k (da_k - sum_j a_j da_j): every output of a softmax depends on every z."""
    A, dA = operands[0].array, operands[1].array
    example = example_of(A, i)
    products = [-a * da for a, da in zip(A[:, i].tolist(), dA[:, i].tolist(), strict=True)]
    a, da = at(A, 0, k, i), at(dA, 1, k, i)
    column = column_of(example)
    return Expansion(
        symbol=cell("dZ", l, k, example=example),
        general=rf"{cell('A', l, k, example=example)} \left( {cell('dA', l, k, example=example)} - "
        rf"\sum_{{j}} {indexed('A', l, 'j', column)}\, {indexed('dA', l, 'j', column)} \right)",
        opening=(a, " · (", da, " − ("),
        terms=tuple((at(A, 0, j, i), " · ", at(dA, 1, j, i)) for j in range(A.shape[0])),
        closing=("))",),
        total=a.value * added([da.value, *products]),
    )

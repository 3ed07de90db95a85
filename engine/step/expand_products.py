"""Single cells of the products written out: Z[l], dW[l], db[l], dA[l-1]."""

from __future__ import annotations

from collections.abc import Sequence

from engine.step.expansion import Expansion, Number, Term, Terms, Token, added
from engine.step.names import at, cell, column_of, example_of, indexed
from engine.step.row import Operand


class _Product:
    """Row k of operand 0 times column i of operand 1: the terms "a · b", and their sum rounded once."""

    def __init__(self, left: Operand, right: Operand, k: int, i: int) -> None:
        self._row: list[float] = left.array[k].tolist()
        self._column: list[float] = right.array[:, i].tolist()
        self._k, self._i = k, i
        self.sum = added(a * b for a, b in zip(self._row, self._column, strict=True))

    def __len__(self) -> int:
        return len(self._row)

    def term(self, j: int) -> Term:
        return (Number(self._row[j], 0, self._k, j), " · ", Number(self._column[j], 1, j, self._i))

    def terms(self, *more: Term) -> Terms:
        """All terms, then `more`."""
        count = len(self._row)
        return Terms(count + len(more), lambda j: self.term(j) if j < count else more[j - count])


def expand_linear(operands: Sequence[Operand], l: int, k: int, i: int) -> Expansion:
    """z[l]_k(i) = sum_j w_kj a_j(i) + b_k."""
    W, A_prev, b = operands
    product = _Product(W, A_prev, k, i)
    example = example_of(A_prev.array, i)
    bias = at(b.array, 2, k, 0)
    j, over = ("1", "") if len(product) == 1 else ("j", r"\sum_{j} ")
    w, a = indexed("W", l, f"{k + 1},{j}"), indexed("A", l - 1, j, column_of(example))
    return Expansion(
        symbol=cell("Z", l, k, example=example),
        general=rf"{over}{w}\, {a} + {cell('b', l, k)}",
        opening=(),
        terms=product.terms((bias,)),
        closing=(),
        total=product.sum + bias.value,
    )


def expand_dW(operands: Sequence[Operand], l: int, rates: tuple[float, float], k: int, j: int) -> Expansion:
    """dw[l]_kj = (1/m) sum_i dz_k(i) a_j(i), with lambda2 w + lambda1 sign(w) where regularisation is on."""
    product = _Product(operands[0], operands[1], k, j)
    m = len(product)
    i, over = ("", "") if m == 1 else ("(i)", r"\sum_{i} ")
    dz, a = indexed("dZ", l, str(k + 1), i), indexed("A", l - 1, str(j + 1), i)
    closing, penalty, rule = _penalty(operands, l, rates, k, j)
    return Expansion(
        symbol=cell("dW", l, k, j),
        general=rf"\frac{{1}}{{m}}\, {over}{dz}\, {a}{rule}",
        opening=_mean_opening(m),
        terms=product.terms(),
        closing=(*_mean_closing(m), *closing),
        total=added((product.sum / m, *penalty)),
    )


def expand_db(operands: Sequence[Operand], l: int, k: int, _column: int) -> Expansion:
    """db[l]_k = (1/m) sum_i dz_k(i)."""
    values = operands[0].array[k].tolist()
    m = len(values)
    i, over = ("", "") if m == 1 else ("(i)", r"\sum_{i} ")
    return Expansion(
        symbol=cell("db", l, k),
        general=rf"\frac{{1}}{{m}}\, {over}{indexed('dZ', l, str(k + 1), i)}",
        opening=_mean_opening(m),
        terms=Terms(m, lambda i: (Number(values[i], 0, k, i),)),
        closing=_mean_closing(m),
        total=added(values) / m,
    )


def expand_dA(operands: Sequence[Operand], l: int, k: int, i: int) -> Expansion:
    """da[l]_k(i) = sum_p w[l+1]_pk dz[l+1]_p(i): column k of W[l+1], read down."""
    product = _Product(operands[0], operands[1], k, i)
    example = example_of(operands[1].array, i)
    p, over = ("1", "") if len(product) == 1 else ("p", r"\sum_{p} ")
    w, dz = indexed("W", l + 1, f"{p},{k + 1}"), indexed("dZ", l + 1, p, column_of(example))
    return Expansion(
        symbol=cell("dA", l, k, example=example),
        general=rf"{over}{w}\, {dz}",
        opening=(),
        terms=product.terms(),
        closing=(),
        total=product.sum,
    )


def _mean_opening(m: int) -> tuple[Token, ...]:
    return ("1 · ",) if m == 1 else (f"1/{m}", " · ", "(")


def _mean_closing(m: int) -> tuple[Token, ...]:
    return () if m == 1 else (")",)


def _penalty(
    operands: Sequence[Operand], l: int, rates: tuple[float, float], k: int, j: int
) -> tuple[tuple[Token, ...], list[float], str]:
    """What regularisation adds to one cell of dW: tokens, values, and the rule as LaTeX."""
    if len(operands) < 3:
        return (), [], ""
    l1, l2 = rates
    weight = at(operands[2].array, 2, k, j)
    written: list[Token] = []
    values: list[float] = []
    rule = ""
    if l2:
        written += [" + ", Number(l2), " · ", weight]
        values.append(l2 * weight.value)
        rule += rf" + \lambda_2\, {cell('W', l, k, j)}"
    if l1:
        written += [" + ", Number(l1), " · sign(", weight, ")"]
        values.append(l1 * _sign(weight.value))
        rule += rf" + \lambda_1\, \mathrm{{sign}}({cell('W', l, k, j)})"
    return tuple(written), values, rule


def _sign(value: float) -> float:
    return float((value > 0) - (value < 0))

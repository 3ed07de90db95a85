"""The cost J written out: the loss of every example, unit by unit, then the penalty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.cost_lines import LossLine
from engine.step.expansion import Expansion, Number, Term, Terms, Token, added
from engine.step.names import mean_of, tokens
from engine.step.row import Array, Operand


@dataclass(frozen=True, eq=False)
class CostRule:
    """How J is computed here: line, the rule as LaTeX, and the penalty's parts (how one is written, its value).

    only_labelled: terms of units with y = 0 vanish and are left out.
    """

    line: LossLine
    latex: str
    penalty: Sequence[tuple[str, float]]
    only_labelled: bool


def expand_cost(operands: Sequence[Operand], rule: CostRule, _k: int, _i: int) -> Expansion:
    """J; operands: Y, and A[L] or Z[L]. Example after example, in each unit after unit."""
    Y, other = operands[0].array, operands[1].array
    line, (n, m) = rule.line, Y.shape
    counted = Y.T != 0 if rule.only_labelled else np.ones((m, n), np.bool_)
    places: list[list[int]] = np.argwhere(counted).tolist()
    sums = _log_sums(other) if "{log_sum}" in line.written else [0.0] * m

    def term(index: int) -> Term:
        i, k = places[index]
        value = Number(float(other[k, i]), 1, k, i)
        y = Number(float(Y[k, i]), 0, k, i)
        return tokens(line.written, {"y": y, "a": value, "z": value, "log_sum": Number(sums[i])})

    values, labels = other.T.tolist(), Y.T.tolist()
    terms = (line.term(values[i][k], values[i][k], labels[i][k], sums[i]) for i, k in places)
    closing: list[Token] = [")"]
    for name, part in rule.penalty:
        closing += [f" + {name} ", Number(part)]
    total = added([line.factor / m * added(terms), *(part for _, part in rule.penalty)])
    return Expansion(
        "J", rule.latex, (mean_of(line.factor, m),), Terms(len(places), term), tuple(closing), total
    )


def _log_sums(Z: Array) -> list[float]:
    """log sum_j e^z_j of each column, (m,)."""
    largest = Z.max(axis=0)
    return [float(value) for value in largest + np.log(np.exp(Z - largest).sum(axis=0))]

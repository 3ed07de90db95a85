"""The row of the cost: J, the average loss with the regularisation term."""

from __future__ import annotations

from functools import partial

import numpy as np

from engine.cost_lines import CostLines, LossLine
from engine.costs import COSTS
from engine.propagation import LayerCache, regularization
from engine.step.expand_cost import CostRule, expand_cost
from engine.step.moment import Moment
from engine.step.names import filled, latex, layout_of, mean_of, operand, plain, shape
from engine.step.row import Array, Equation, Remark, Row

CLOSE = 1e-13


def cost_row(moment: Moment, cache: LayerCache, J: float) -> Row:
    """J from A[L] and Y; where log A has lost digits, from Z[L]."""
    lines, L = COSTS[moment.spec.cost].lines, moment.spec.L
    line, from_Z = _line(lines, cache, moment, J)
    operands = (operand("Y", L, moment.Y), operand("Z", L, cache.Z) if from_Z else operand("A", L, cache.A))
    penalties = _penalties(moment)
    rule = filled(lines.formula, {"A": latex("A", L)}) + _penalty_formula(moment)
    places: dict[str, int | str] = {"y": 0, "a": 1, "z": 1, "log_sum": "log Σ e^z"}
    written = layout_of(line.written, places, {"a": plain("A", L), "z": plain("Z", L)})
    equation = Equation(
        formula=f"J = {rule}",
        numpy=f"J = {line.numpy.format(A=f'A{L}', Z=f'Z{L}')}{_penalty_numpy(moment)}",
        layout=(mean_of(line.factor, "m"), *written, ")", *_penalty_layout(moment)),
        operands=operands,
        result=operand("J", L, np.full((1, 1), J)),
        shapes=f"{shape(moment.Y)}, {shape(cache.A)} → one number",
        broadcast="",
        expand=partial(expand_cost, operands, CostRule(line, rule, penalties, lines.only_labelled)),
        note="m = 1, so J is this example's loss" if moment.m == 1 else "",
    )
    brief = f"J = {filled(lines.brief, {'A': latex('A', L)})}" + (r" + \cdots" if penalties else "")
    meaning = "Cost: the average loss of these examples" + (
        ", with the regularisation term." if penalties else "."
    )
    text = f"A[{L}] has rounded close to 0 or 1, where its logarithm loses digits: J is computed from Z[{L}]"
    remarks = (Remark("rounded", text),) if from_Z else ()
    return Row(0, "J", L, "cost", brief, (equation,), 0, meaning, remarks, ("minus_in_cost", "one_over_m"))


def _line(lines: CostLines, cache: LayerCache, moment: Moment, J: float) -> tuple[LossLine, bool]:
    """The usual line, unless J from Z is exact and J from A isn't."""
    if lines.J_from_Z is None or lines.J.total is None:
        return lines.J, False
    if has_rounded(cache.A):
        return lines.J_from_Z, True
    loss = J - sum(value for _, value in _penalties(moment))
    from_A = lines.J.factor * lines.J.total(cache.A, moment.Y) / moment.m
    return (lines.J, False) if abs(from_A - loss) <= CLOSE * loss else (lines.J_from_Z, True)


def has_rounded(A: Array) -> bool:
    """Whether an output that lies between 0 and 1 has become one of them, or as good as."""
    return bool((A < 1e-300).any() or (A == 1).any())


def _penalties(moment: Moment) -> list[tuple[str, float]]:
    """The parts of the regularisation term, layer by layer: how each is written, and its value."""
    spec, found = moment.spec, []
    for l in range(1, spec.L + 1):
        if spec.l2:
            found.append((f"λ₂/2 Σ (W[{l}])² =", regularization(moment.W[l : l + 1], 0.0, spec.l2)))
        if spec.l1:
            found.append((f"λ₁ Σ |W[{l}]| =", regularization(moment.W[l : l + 1], spec.l1, 0.0)))
    return found


def _penalty_formula(moment: Moment) -> str:
    text = ""
    if moment.spec.l2:
        text += r" + \frac{\lambda_2}{2} \sum_{l} \| W^{[l]} \|^{2}"
    if moment.spec.l1:
        text += r" + \lambda_1 \sum_{l} | W^{[l]} |"
    return text


def _penalty_numpy(moment: Moment) -> str:
    layers, text = range(1, moment.spec.L + 1), ""
    if moment.spec.l2:
        text += f" + lambda2 / 2 * ({' + '.join(f'np.sum(W{l} ** 2)' for l in layers)})"
    if moment.spec.l1:
        text += f" + lambda1 * ({' + '.join(f'np.sum(np.abs(W{l}))' for l in layers)})"
    return text


def _penalty_layout(moment: Moment) -> tuple[str, ...]:
    parts = []
    if moment.spec.l2:
        parts += ["+", "λ₂/2 Σ W²"]
    if moment.spec.l1:
        parts += ["+", "λ₁ Σ |W|"]
    return tuple(parts)

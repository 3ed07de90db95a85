"""Where the backward pass begins: dA[L] and dZ[L]."""

from __future__ import annotations

from functools import partial

from engine.activations import ACTIVATIONS
from engine.cost_lines import ArrayLine
from engine.costs import COSTS
from engine.propagation import LayerCache, output_backward
from engine.step.backward_rows import chain_equation, per_example, slope_operand
from engine.step.cost_rows import has_rounded
from engine.step.expand_cells import expand_cost_slope, expand_difference, expand_jacobian
from engine.step.moment import Moment
from engine.step.names import filled, latex, layout_of, operand, plain, shape
from engine.step.remarks import slope_remarks
from engine.step.row import Array, Equation, Operand, Remark, Row


def output_rows(moment: Moment, cache: LayerCache) -> list[Row]:
    """dA[L] and dZ[L]; where A has rounded to 0 or 1 both are computed from Z."""
    lines = COSTS[moment.spec.cost].lines
    from_Z = lines.dA_from_Z is not None and has_rounded(cache.A)
    line = lines.dA_from_Z if from_Z and lines.dA_from_Z else lines.dA
    dA = line.compute(cache.Z, cache.A, moment.Y)
    return [_dA_row(moment, cache, line, dA), _dZ_row(moment, cache, dA, from_Z)]


def _dA_row(moment: Moment, cache: LayerCache, line: ArrayLine, dA: Array) -> Row:
    lines, L = COSTS[moment.spec.cost].lines, moment.spec.L
    from_Z = line is lines.dA_from_Z
    reads_Z = "{z}" in line.written
    other = operand("Z", L, cache.Z) if reads_Z else operand("A", L, cache.A)
    operands = (operand("Y", L, moment.Y), other)
    names = {"A": latex("A", L)}
    equation = Equation(
        formula=f"{latex('dA', L)} = {filled(lines.dA_formula, names)}",
        numpy=f"dA{L} = {line.numpy.format(A=f'A{L}', Z=f'Z{L}')}",
        layout=layout_of(line.written, {"y": 0, "a": 1, "z": 1}, {"a": plain("A", L), "z": plain("Z", L)}),
        operands=operands,
        result=operand("dA", L, dA),
        shapes=f"{shape(moment.Y)}, {shape(cache.A)} → {shape(dA)}",
        broadcast="",
        expand=partial(expand_cost_slope, operands, line, lines.dA_formula, L, cache.Z),
        note="element by element",
    )
    remarks = per_example(moment.m)
    if from_Z:
        text = f"A[{L}] has rounded to 0 or 1: dividing by it gives no number, so dA is computed without that"
        remarks = (Remark("rounded", text), *remarks)
    brief = f"{latex('dA', L)} = {filled(lines.dA_brief, names)}"
    meaning = "The backward pass begins: how each example's loss changes with the output."
    return Row(0, "dA", L, "backward", brief, (equation,), 0, meaning, remarks, ("dA_alone", "per_example"))


def _dZ_row(moment: Moment, cache: LayerCache, dA: Array, from_Z: bool) -> Row:
    spec, L = moment.spec, moment.spec.L
    cost, layer = COSTS[spec.cost], spec.layer(L)
    dZ = output_backward(moment.Y, cost, cache)
    equations: tuple[Equation, ...] = (_chain(moment, cache, dA, from_Z),)
    if cost.dZ is not None:
        equations = (_shortcut(moment, cache, dZ), *equations)
    brief, meaning = equations[0].formula, "Back through the output's activation."
    whys = ("elementwise_slope", "slope_at_z", "per_example")
    if cost.dZ is not None:
        meaning = "Output minus label: the loss's slope times the activation's slope, simplified."
        whys = ("output_difference", "per_example", "elementwise_slope")
    remarks = (*slope_remarks(cache, layer, simplified=cost.dZ is not None), *per_example(moment.m))
    return Row(0, "dZ", L, "backward", brief, equations, 0, meaning, remarks, whys)


def _shortcut(moment: Moment, cache: LayerCache, dZ: Array) -> Equation:
    L = moment.spec.L
    operands = (operand("A", L, cache.A), operand("Y", L, moment.Y))
    return Equation(
        formula=f"{latex('dZ', L)} = {latex('A', L)} - Y",
        numpy=f"dZ{L} = A{L} - Y",
        layout=(0, "−", 1),
        operands=operands,
        result=operand("dZ", L, dZ),
        shapes=f"{shape(cache.A)} − {shape(moment.Y)} → {shape(dZ)}",
        broadcast="",
        expand=partial(expand_difference, operands, L),
    )


def _chain(moment: Moment, cache: LayerCache, dA: Array, from_Z: bool) -> Equation:
    """dA[L] * g'(Z[L]); of a softmax, whose outputs hang together, all of its Jacobian."""
    L = moment.spec.L
    layer = moment.spec.layer(L)
    stand_in = COSTS[moment.spec.cost].lines.slope_from_Z if from_Z else None
    factor = operand("A", L, cache.A) if layer.activation == "softmax" else slope_operand(cache, layer, L)
    if stand_in is not None:
        values = stand_in.compute(cache.Z, cache.A, moment.Y)
        expression = stand_in.numpy.format(A=f"A{L}", Z=f"Z{L}")
        factor = Operand(factor.name, factor.latex, expression, factor.symbol, L, values)
    upstream = operand("dA", L, dA)
    if layer.activation != "softmax":
        return chain_equation(upstream, factor, dA * factor.array, layer, L)
    A = factor.array
    dZ = A * (dA - (A * dA).sum(axis=0, keepdims=True))
    operands = (factor, upstream)
    a, da = rf"a^{{[{L}]}}_{{k}}", rf"da^{{[{L}]}}_{{k}}"
    return Equation(
        formula=rf"{latex('dZ', L)} = {factor.latex} * \left( {upstream.latex} - \sum_{{k}} {a}\, {da} \right)",
        numpy=f"dZ{L} = {factor.variable} * (dA{L} - np.sum({factor.variable} * dA{L}, axis=0, keepdims=True))",
        layout=(0, "* (", 1, "− Σ a da )"),
        operands=operands,
        result=operand("dZ", L, dZ),
        shapes=f"{shape(A)} * ({shape(dA)} − (1, {A.shape[1]})) → {shape(dZ)}",
        broadcast=f"the sums (1, {A.shape[1]}) are taken from each of the {A.shape[0]} rows",
        expand=partial(expand_jacobian, operands, L),
        note=f"g'(z) is a matrix for each example: {ACTIVATIONS['softmax'].slope_text}",
    )

"""The rows of the backward pass of one layer: dA[l] or dA[L], dZ[l], dW[l], db[l]."""

from __future__ import annotations

from functools import partial

from engine.activations import ACTIVATIONS
from engine.propagation import LayerCache, activation_backward
from engine.spec import LayerSpec
from engine.step.expand_cells import expand_chain
from engine.step.expand_products import expand_dA, expand_db, expand_dW
from engine.step.moment import Moment
from engine.step.names import latex, line_names, operand, shape
from engine.step.remarks import slope_remarks
from engine.step.row import Array, Equation, Operand, Remark, Row

PER_EXAMPLE = "per example: column i is the derivative of example i's own loss, without 1/m"
MEAN = "derivative of the cost J: the mean over the {m} examples, with 1/m"
ONE_EXAMPLE = "m = 1, so 1/m = 1"


def dA_row(cache: LayerCache, dZ: Array, dA: Array, l: int) -> Row:
    """dA[l] = W[l+1]' dZ[l+1]; cache is layer l+1's."""
    operands = (operand("W", l + 1, cache.W, transposed=True), operand("dZ", l + 1, dZ))
    W_T, after = operands
    formula = f"{latex('dA', l)} = {W_T.latex} {after.latex}"
    equation = Equation(
        formula=formula,
        numpy=f"dA{l} = {W_T.variable} @ {after.variable}",
        layout=(0, "·", 1),
        operands=operands,
        result=operand("dA", l, dA),
        shapes=f"{shape(W_T.array)}{shape(dZ)} → {shape(dA)}",
        broadcast="",
        expand=partial(expand_dA, operands, l),
    )
    meaning = "What each unit's output did to the loss, through all units behind it."
    whys = ("transpose_dA", "per_example")
    return Row(0, "dA", l, "backward", formula, (equation,), 0, meaning, per_example(dA.shape[1]), whys)


def dZ_row(cache: LayerCache, layer: LayerSpec, dA: Array, l: int) -> Row:
    """dZ[l] = dA[l] * g'(Z[l])."""
    slope = slope_operand(cache, layer, l)
    equation = chain_equation(operand("dA", l, dA), slope, activation_backward(dA, cache), layer, l)
    remarks = (*slope_remarks(cache, layer), *per_example(dA.shape[1]))
    meaning = "Back through the activation: what reaches the output, times the slope there."
    whys = ("elementwise_slope", "slope_at_z", "per_example")
    return Row(0, "dZ", l, "backward", equation.formula, (equation,), 0, meaning, remarks, whys)


def slope_operand(cache: LayerCache, layer: LayerSpec, l: int) -> Operand:
    """g'(Z[l]) as an operand; its `variable` is the expression that gives it."""
    row = ACTIVATIONS[layer.activation]
    slopes = row.slope(cache.Z, cache.A, layer.leaky_slope)
    expression = row.slope_numpy.format(**line_names(layer, l))
    return Operand(f"g'(Z[{l}])", f"g'({latex('Z', l)})", expression, "g'", l, slopes)


def chain_equation(dA: Operand, slope: Operand, dZ: Array, layer: LayerSpec, l: int) -> Equation:
    """dZ[l] = dA[l] * g'(Z[l]), element by element."""
    operands = (dA, slope)
    text = ACTIVATIONS[layer.activation].slope_text.format(slope=f"{layer.leaky_slope:g}")
    return Equation(
        formula=f"{latex('dZ', l)} = {dA.latex} * {slope.latex}",
        numpy=f"dZ{l} = {dA.variable} * {slope.variable}",
        layout=(0, "*", 1),
        operands=operands,
        result=operand("dZ", l, dZ),
        shapes=f"{shape(dA.array)} * {shape(slope.array)} → {shape(dZ)}",
        broadcast="",
        expand=partial(expand_chain, operands, l),
        note=f"g'(z) = {text}",
    )


def dW_row(moment: Moment, cache: LayerCache, dZ: Array, dW: Array, l: int) -> Row:
    """dW[l] = (1/m) dZ[l] A[l-1]' and, where regularisation is on, lambda2 W + lambda1 sign(W)."""
    m, rates = dZ.shape[1], (moment.spec.l1, moment.spec.l2)
    left, right = operand("dZ", l, dZ), operand("A", l - 1, cache.A_prev, transposed=True)
    operands: tuple[Operand, ...] = (left, right)
    mean_formula = rf"{latex('dW', l)} = \frac{{1}}{{m}}\, {left.latex} {right.latex}"
    brief, sizes = mean_formula, f"{shape(dZ)}{shape(right.array)}"
    whys: tuple[str, ...] = ("transpose_dW", "input_of_the_layer", "one_over_m")
    formula, numpy, layout = _penalty_slope(rates, l)
    if any(rates):
        operands = (left, right, operand("W", l, cache.W))
        brief, sizes = rf"{brief} + \cdots", f"{sizes} + {shape(cache.W)}"
        whys = (*whys, "regularization_slope")
    equation = Equation(
        formula=mean_formula + formula,
        numpy=f"dW{l} = (1 / m) * {left.variable} @ {right.variable}{numpy}",
        layout=("1/m", 0, "·", 1, *layout),
        operands=operands,
        result=operand("dW", l, dW),
        shapes=f"{sizes} → {shape(dW)}",
        broadcast="",
        expand=partial(expand_dW, operands, l, rates),
        note=ONE_EXAMPLE if m == 1 else "",
    )
    meaning = "Gradient of the weights: each unit's dz times the input it saw."
    return Row(0, "dW", l, "backward", brief, (equation,), 0, meaning, mean(m), whys)


def _penalty_slope(rates: tuple[float, float], l: int) -> tuple[str, str, tuple[str | int, ...]]:
    """What regularisation (L1 and L2 rate) adds to dW[l]: LaTeX, NumPy and layout, where W is operand 2."""
    l1, l2 = rates
    formula, numpy = "", ""
    layout: tuple[str | int, ...] = ()
    if l2:
        formula += rf" + \lambda_2\, {latex('W', l)}"
        numpy += f" + lambda2 * W{l}"
        layout = ("+", "λ₂", 2)
    if l1:
        formula += rf" + \lambda_1\, \mathrm{{sign}}({latex('W', l)})"
        numpy += f" + lambda1 * np.sign(W{l})"
        layout = (*layout, "+ λ₁ sign W") if l2 else ("+", "λ₁ sign", 2)
    return formula, numpy, layout


def db_row(dZ: Array, db: Array, l: int) -> Row:
    """db[l] = (1/m) times the sum of dZ[l] over the examples."""
    m = dZ.shape[1]
    operands = (operand("dZ", l, dZ),)
    equation = Equation(
        formula=rf"{latex('db', l)} = \frac{{1}}{{m}} \sum_{{i}} dZ^{{[{l}](i)}}",
        numpy=f"db{l} = (1 / m) * np.sum(dZ{l}, axis=1, keepdims=True)",
        layout=("1/m", "Σ", 0),
        operands=operands,
        result=operand("db", l, db),
        shapes=f"{shape(dZ)} summed over axis 1 → {shape(db)}",
        broadcast="",
        expand=partial(expand_db, operands, l),
        note=ONE_EXAMPLE if m == 1 else "",
    )
    brief = rf"{latex('db', l)} = \frac{{1}}{{m}} \sum {latex('dZ', l)}"
    whys = ("sum_axis_1", "keepdims", "one_over_m", "db_is_not_dw")
    meaning = "Gradient of the biases: each unit's dz, averaged over the examples."
    return Row(0, "db", l, "backward", brief, (equation,), 0, meaning, mean(m), whys)


def per_example(m: int) -> tuple[Remark, ...]:
    """Of dZ and dA, where it makes a difference."""
    return (Remark("per_example", PER_EXAMPLE),) if m > 1 else ()


def mean(m: int) -> tuple[Remark, ...]:
    """Of dW and db, where it makes a difference."""
    return (Remark("mean", MEAN.format(m=m)),) if m > 1 else ()

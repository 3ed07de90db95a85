"""The rows of the forward pass: Z[l] and A[l]."""

from __future__ import annotations

from functools import partial

import numpy as np

from engine.activations import ACTIVATIONS, FAR
from engine.propagation import LayerCache
from engine.spec import LayerSpec
from engine.step.expand_cells import expand_activation
from engine.step.expand_products import expand_linear
from engine.step.names import filled, latex, layer_names, line_names, operand, shape
from engine.step.remarks import slope_remarks
from engine.step.row import Array, Equation, Remark, Row


def forward_rows(cache: LayerCache, layer: LayerSpec, l: int, *, simplified: bool = False) -> list[Row]:
    """Z[l] = W[l] A[l-1] + b[l] and A[l] = g(Z[l]) as one layer's forward pass left them.

    simplified: the output layer of a cost with which dZ[L] is A[L] - Y.
    """
    return [_linear_row(cache, l), _activation_row(cache, layer, l, simplified)]


def _linear_row(cache: LayerCache, l: int) -> Row:
    m = cache.Z.shape[1]
    operands = (operand("W", l, cache.W), operand("A", l - 1, cache.A_prev), operand("b", l, cache.b))
    W, A_prev, b = operands
    formula = f"{latex('Z', l)} = {W.latex} {A_prev.latex} + {b.latex}"
    sizes = f"{shape(W.array)}{shape(A_prev.array)} + {shape(b.array)} → {shape(cache.Z)}"
    broadcast = f"{b.name} {shape(b.array)} is added to each of the {m} columns" if m > 1 else ""
    equation = Equation(
        formula=formula,
        numpy=f"Z{l} = W{l} @ {A_prev.variable} + b{l}",
        layout=(0, "·", 1, "+", 2),
        operands=operands,
        result=operand("Z", l, cache.Z),
        shapes=sizes,
        broadcast=broadcast,
        expand=partial(expand_linear, operands, l),
    )
    whys = ("no_transpose_W", "bias_broadcast")
    meaning = "Linear part: each unit weighs what it sees and adds its bias."
    return Row(0, "Z", l, "forward", formula, (equation,), 0, meaning, (), whys)


def _activation_row(cache: LayerCache, layer: LayerSpec, l: int, simplified: bool) -> Row:
    row = ACTIVATIONS[layer.activation]
    operands = (operand("Z", l, cache.Z),)
    is_far = bool(row.numpy_far) and _is_far(cache.Z)
    expression = row.numpy_far if is_far else row.numpy
    brief = f"{latex('A', l)} = {_brief_activation(layer, l)}"
    names = layer_names(layer, l)
    equation = Equation(
        formula=f"{latex('A', l)} = {filled(row.matrix_formula, names)}",
        numpy=f"A{l} = {expression.format(**line_names(layer, l))}",
        layout=_layout(layer),
        operands=operands,
        result=operand("A", l, cache.A),
        shapes=f"{shape(cache.Z)} → {shape(cache.A)}",
        broadcast="",
        expand=partial(expand_activation, operands, layer, l),
        note="each column by itself" if layer.activation == "softmax" else "element by element",
    )
    remarks = slope_remarks(cache, layer, simplified=simplified)
    if is_far:
        text = f"some |z| > {FAR:g}: e to that power overflows, so the line is written with −|z|"
        remarks = (Remark("rounded", text), *remarks)
    return Row(0, "A", l, "forward", brief, (equation,), 0, _meaning(layer), remarks, ("activation_of_z",))


def _brief_activation(layer: LayerSpec, l: int) -> str:
    if layer.activation == "softmax":
        return rf"\mathrm{{softmax}}({latex('Z', l)})"
    return filled(ACTIVATIONS[layer.activation].matrix_formula, layer_names(layer, l))


def _layout(layer: LayerSpec) -> tuple[str | int, ...]:
    if layer.activation == "linear":
        return (0,)
    name = "σ" if layer.activation == "sigmoid" else ACTIVATIONS[layer.activation].label
    return (name, "(", 0, ")")


def _meaning(layer: LayerSpec) -> str:
    if layer.activation == "linear":
        return "Activation: linear, so every unit passes on what it has."
    if layer.activation == "softmax":
        return "Activation: softmax turns each column into shares that add up to 1."
    return f"Activation: {ACTIVATIONS[layer.activation].label} of every entry."


def _is_far(Z: Array) -> bool:
    return bool((np.abs(Z) > FAR).any())

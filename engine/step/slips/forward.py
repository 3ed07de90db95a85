"""Slips of the forward pass and of the cost."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

import numpy as np

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.propagation import regularization
from engine.step.desk import Desk, cost_from_losses, results, sum_of_losses
from engine.step.row import Array
from engine.step.slips.slip import Slip


def _without_bias(desk: Desk, l: int) -> Iterator[Array]:
    yield desk("W", l) @ desk("A", l - 1)


def _bias_taken_away(desk: Desk, l: int) -> Iterator[Array]:
    yield desk("W", l) @ desk("A", l - 1) - desk("b", l)


def _transposed(desk: Desk, l: int) -> Iterator[Array]:
    W = desk("W", l)
    if W.shape[0] == W.shape[1] > 1:
        yield W.T @ desk("A", l - 1) + desk("b", l)


def _z_for_a(desk: Desk, l: int) -> Iterator[Array]:
    if l > 1:
        yield desk("W", l) @ desk("Z", l - 1) + desk("b", l)


def _z(desk: Desk, l: int) -> Iterator[Array]:
    yield desk("Z", l)


def _slope(desk: Desk, l: int) -> Iterator[Array]:
    yield desk.slope(l, A=desk.activation(l, desk("Z", l)))


def _turned_power(desk: Desk, l: int) -> Iterator[Array]:
    if desk.moment.spec.layer(l).activation == "sigmoid":
        yield desk.activation(l, -desk("Z", l))


def _g_of_a(desk: Desk, l: int) -> Iterator[Array]:
    yield desk.activation(l, desk.activation(l, desk("Z", l)))


def _not_normalised(desk: Desk, l: int) -> Iterator[Array]:
    if desk.moment.spec.layer(l).activation == "softmax":
        yield np.exp(desk("Z", l))


def _activated(key: str, desk: Desk, l: int) -> Iterator[Array]:
    yield desk.activation(l, desk("Z", l), key)


def _log_to_base(base: float, desk: Desk, l: int) -> Iterator[Array]:
    if COSTS[desk.moment.spec.cost].dZ is not None:
        yield cost_from_losses(desk, sum_of_losses(desk, desk("A", l), desk.Y) / math.log(base))


def _without_half(desk: Desk, l: int) -> Iterator[Array]:
    if desk.moment.spec.cost == "mean_squared_error":
        yield cost_from_losses(desk, 2 * sum_of_losses(desk, desk("A", l), desk.Y))


def _labels_turned(desk: Desk, l: int) -> Iterator[Array]:
    if desk.moment.spec.cost == "binary_cross_entropy":
        yield cost_from_losses(desk, sum_of_losses(desk, desk("A", l), 1 - desk.Y))


def _one_part(desk: Desk, l: int) -> Iterator[Array]:
    """Only y log a, or only (1 - y) log(1 - a): of the other examples nothing is left."""
    if desk.moment.spec.cost == "binary_cross_entropy":
        A, Y = desk("A", l), desk.Y
        yield cost_from_losses(desk, -float(np.sum(Y * np.log(A))))
        yield cost_from_losses(desk, -float(np.sum((1 - Y) * np.log(1 - A))))


def _without_penalty(desk: Desk, l: int) -> Iterator[Array]:
    spec = desk.moment.spec
    if spec.l1 or spec.l2:
        penalty = regularization([desk("W", k) for k in range(1, desk.L + 1)], spec.l1, spec.l2)
        yield from (array - penalty for array in results(desk, ("J", l)))


def _one_loss(desk: Desk, l: int) -> Iterator[Array]:
    """The loss of a single example."""
    if desk.m > 1:
        for i in range(desk.m):
            one = slice(i, i + 1)
            yield np.full((1, 1), sum_of_losses(desk, desk("A", l)[:, one], desk.Y[:, one]))


LINEAR = (
    Slip("bias_forgotten", "bias forgotten", "The bias is missing: add b[{l}].", ("Z",), _without_bias),
    Slip(
        "bias_taken_away", "bias taken away", "The bias is added, not taken away.", ("Z",), _bias_taken_away
    ),
    Slip(
        "transpose",
        "transpose",
        "This is W[{l}]' {x}: W[{l}] has a row for each unit, so no transpose.",
        ("Z",),
        _transposed,
    ),
    Slip("z_for_a", "z in place of a", "This takes Z[{p}]: the layer takes A[{p}] in.", ("Z",), _z_for_a),
)

ACTIVATION = (
    Slip("activation_forgotten", "activation forgotten", "That is z: apply {g} to it.", ("A",), _z),
    Slip(
        "slope_for_g", "slope in place of g", "That is the slope g'(z): here g(z) is asked.", ("A",), _slope
    ),
    Slip(
        "turned_power",
        "sign in e^−z",
        "The sign of the power is turned round: it is e^−z.",
        ("A",),
        _turned_power,
    ),
    Slip(
        "not_normalised",
        "not divided by the sum",
        "Divide by the sum of e^z over all units.",
        ("A",),
        _not_normalised,
    ),
    *(
        Slip(
            "other_activation",
            "another activation",
            f"That is {row.label} of z: here g is {{g}}.",
            ("A",),
            partial(_activated, row.key),
        )
        for row in ACTIVATIONS.values()
    ),
    Slip("g_of_a", "g applied twice", "That is g(a): g is applied once, to z.", ("A",), _g_of_a),
)

COST = (
    Slip(
        "half_forgotten", "1/2 forgotten", "The 1/2 of the squared error is missing.", ("J",), _without_half
    ),
    *(
        Slip(
            "log_base",
            "log to another base",
            f"That is the logarithm to base {base}: it is the natural one.",
            ("J",),
            partial(_log_to_base, base),
        )
        for base in (10, 2)
    ),
    Slip(
        "labels_turned",
        "log a and log(1 − a) exchanged",
        "For y = 1 it is log a, for y = 0 it is log(1 − a).",
        ("J",),
        _labels_turned,
    ),
    Slip(
        "one_part",
        "half of the loss forgotten",
        "One part is missing: y log a + (1 − y) log(1 − a).",
        ("J",),
        _one_part,
    ),
    Slip(
        "penalty_forgotten",
        "regularisation forgotten",
        "The regularisation term is missing.",
        ("J",),
        _without_penalty,
    ),
    Slip(
        "sum_forgotten",
        "sum forgotten",
        "That is one example's loss: take the mean of all.",
        ("J",),
        _one_loss,
    ),
)

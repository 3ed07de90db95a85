"""Slips of the way back: dA and dZ."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.costs import COSTS
from engine.step.desk import Desk
from engine.step.row import Array
from engine.step.slips.slip import Slip


def _is_simplified(desk: Desk, l: int) -> bool:
    return l == desk.L and COSTS[desk.moment.spec.cost].dZ is not None


def _has_plain_slope(desk: Desk, l: int) -> bool:
    return desk.moment.spec.layer(l).activation != "softmax"


def _difference(desk: Desk, l: int) -> Iterator[Array]:
    if _is_simplified(desk, l):
        yield desk("A", l) - desk.Y


def _divided_dZ(desk: Desk, l: int) -> Iterator[Array]:
    if desk.m > 1:
        if _is_simplified(desk, l):
            yield (desk("A", l) - desk.Y) / desk.m
        elif _has_plain_slope(desk, l):
            yield desk("dA", l) * desk.slope(l) / desk.m


def _divided_dA(desk: Desk, l: int) -> Iterator[Array]:
    if desk.m > 1:
        if l < desk.L:
            yield desk("W", l + 1).T @ desk("dZ", l + 1) / desk.m
        else:
            lines = COSTS[desk.moment.spec.cost].lines
            yield lines.dA.compute(desk("Z", l), desk("A", l), desk.Y) / desk.m


def _no_transpose(desk: Desk, l: int) -> Iterator[Array]:
    W = desk("W", l + 1) if l < desk.L else np.empty((0, 0))
    if W.shape[0] == W.shape[1] > 1:
        yield W @ desk("dZ", l + 1)


def _no_transpose_then_slope(desk: Desk, l: int) -> Iterator[Array]:
    yield from (dA * desk.slope(l) for dA in _no_transpose(desk, l))


def _one_path(desk: Desk, l: int) -> Iterator[Array]:
    """Through a single unit of the layer behind."""
    if l < desk.L and desk.moment.spec.sizes[l + 1] > 1:
        W, dZ = desk("W", l + 1), desk("dZ", l + 1)
        yield from (W[k : k + 1].T @ dZ[k : k + 1] for k in range(len(W)))


def _one_path_then_slope(desk: Desk, l: int) -> Iterator[Array]:
    yield from (dA * desk.slope(l) for dA in _one_path(desk, l))


def _through_dA(desk: Desk, l: int) -> Iterator[Array]:
    if l < desk.L:
        yield desk("W", l + 1).T @ desk("dA", l + 1)


def _through_dW(desk: Desk, l: int) -> Iterator[Array]:
    if l < desk.L:
        yield desk("dW", l + 1).T @ desk("dZ", l + 1)


def _through_new_W(desk: Desk, l: int) -> Iterator[Array]:
    """With plain gradient descent's new weights, which stand on nobody's desk yet."""
    if l < desk.L:
        new = desk("W", l + 1) - desk.moment.training.alpha * desk("dW", l + 1)
        yield new.T @ desk("dZ", l + 1)


def _other_layer(desk: Desk, l: int) -> Iterator[Array]:
    if l < desk.L and desk("W", l).shape[0] == desk("dZ", l + 1).shape[0]:
        yield desk("W", l).T @ desk("dZ", l + 1)


def _no_slope(desk: Desk, l: int) -> Iterator[Array]:
    yield desk("dA", l)


def _extra_slope(desk: Desk, l: int) -> Iterator[Array]:
    if _is_simplified(desk, l):
        yield (desk("A", l) - desk.Y) * desk.slope(l)


def _slope_alone(desk: Desk, l: int) -> Iterator[Array]:
    if _has_plain_slope(desk, l):
        yield desk.slope(l)


def _slope_at_a(desk: Desk, l: int) -> Iterator[Array]:
    if _has_plain_slope(desk, l):
        A = desk("A", l)
        yield desk("dA", l) * desk.slope(l, A, desk.activation(l, A))


def _slope_from_z(desk: Desk, l: int) -> Iterator[Array]:
    """a (1 - a) or 1 - a^2 with z in a's place."""
    if _has_plain_slope(desk, l):
        yield desk("dA", l) * desk.slope(l, A=desk("Z", l))


def _slope_of_other_layer(desk: Desk, l: int) -> Iterator[Array]:
    for other in (l - 1, l + 1):
        if (
            1 <= other <= desk.L
            and desk("Z", other).shape == desk("Z", l).shape
            and _has_plain_slope(desk, l)
        ):
            yield desk("dA", l) * desk.slope(l, desk("Z", other), desk.activation(l, desk("Z", other)))


def _plus_slope(desk: Desk, l: int) -> Iterator[Array]:
    if _has_plain_slope(desk, l):
        yield desk("dA", l) + desk.slope(l)


def _times_a(desk: Desk, l: int) -> Iterator[Array]:
    if _has_plain_slope(desk, l):
        yield desk("dA", l) * desk("A", l)


def _times_z(desk: Desk, l: int) -> Iterator[Array]:
    if _has_plain_slope(desk, l):
        yield desk("dA", l) * desk("Z", l)


OF_DA = (
    Slip(
        "dZ_for_dA",
        "dZ in place of dA",
        "That is A − Y, which is dZ: dA is the loss's own slope.",
        ("dA",),
        _difference,
    ),
    Slip(
        "transpose",
        "transpose",
        "This is W[{n}] dZ[{n}] without the transpose: dA[{l}] = W[{n}]' dZ[{n}].",
        ("dA",),
        _no_transpose,
    ),
    Slip(
        "sum_forgotten",
        "sum forgotten",
        "Only one path is in it: sum over the units of layer {n}.",
        ("dA",),
        _one_path,
    ),
    Slip(
        "dA_for_dZ", "dA in place of dZ", "This takes dA[{n}]: it is W[{n}]' dZ[{n}].", ("dA",), _through_dA
    ),
    Slip("dW_for_W", "dW in place of W", "This takes dW[{n}]: it is W[{n}]' dZ[{n}].", ("dA",), _through_dW),
    Slip(
        "other_layer",
        "another layer's numbers",
        "This takes W[{l}]: it is W[{n}]' dZ[{n}].",
        ("dA",),
        _other_layer,
    ),
    Slip(
        "new_W",
        "weights already updated",
        "This takes the new W[{n}]: all derivatives come before the update.",
        ("dA",),
        _through_new_W,
    ),
    Slip(
        "needless_1_m",
        "1/m too early",
        "No 1/m here: dA is per example, dW and db carry it.",
        ("dA",),
        _divided_dA,
    ),
)

OF_DZ = (
    Slip("missing_slope", "g' missing", "That is dA: multiply it by g'(z).", ("dZ",), _no_slope),
    Slip("extra_slope", "g' twice", "A − Y has g'(z) in it already.", ("dZ",), _extra_slope),
    Slip("dA_forgotten", "dA forgotten", "That is g'(z) alone: multiply it by dA.", ("dZ",), _slope_alone),
    Slip("slope_at_a", "g' taken at a", "g' was taken at a instead of z.", ("dZ",), _slope_at_a),
    Slip(
        "slope_from_z",
        "z put where a belongs in g'",
        "The slope was written with z where a belongs.",
        ("dZ",),
        _slope_from_z,
    ),
    Slip(
        "slope_of_other_layer",
        "g' of another layer",
        "g' was taken at another layer's z: it has the index of Z[{l}].",
        ("dZ",),
        _slope_of_other_layer,
    ),
    Slip("plus_slope", "g' added", "dA is multiplied by g'(z), not added to it.", ("dZ",), _plus_slope),
    Slip(
        "g_for_slope", "g in place of g'", "That is dA times a: it takes the slope g'(z).", ("dZ",), _times_a
    ),
    Slip(
        "z_for_slope", "z in place of g'", "That is dA times z: it takes the slope g'(z).", ("dZ",), _times_z
    ),
    Slip(
        "transpose",
        "transpose",
        "W[{n}] dZ[{n}] is without the transpose: dA[{l}] = W[{n}]' dZ[{n}].",
        ("dZ",),
        _no_transpose_then_slope,
    ),
    Slip(
        "sum_forgotten",
        "sum forgotten",
        "Only one path is in dA[{l}]: sum over the units of layer {n}.",
        ("dZ",),
        _one_path_then_slope,
    ),
    Slip(
        "needless_1_m",
        "1/m too early",
        "No 1/m here: dZ is per example, dW and db carry it.",
        ("dZ",),
        _divided_dZ,
    ),
)

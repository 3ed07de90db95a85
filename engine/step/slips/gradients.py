"""Slips of dW and db."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from engine.step.desk import Desk, penalty_slope
from engine.step.row import Array
from engine.step.slips.slip import Slip


def _dW(desk: Desk, l: int, dZ: Array, A: Array) -> Array:
    return dZ @ A.T / desk.m


def _own_activation(desk: Desk, l: int) -> Iterator[Array]:
    """With A[l]' in place of A[l-1]': of another shape, but it has numbers where the cell is."""
    yield _dW(desk, l, desk("dZ", l), desk("A", l))


def _z_for_a(desk: Desk, l: int) -> Iterator[Array]:
    if l > 1:
        yield _dW(desk, l, desk("dZ", l), desk("Z", l - 1))


def _dA_in_dW(desk: Desk, l: int) -> Iterator[Array]:
    yield _dW(desk, l, desk("dA", l), desk("A", l - 1))


def _dA_in_db(desk: Desk, l: int) -> Iterator[Array]:
    yield desk("dA", l).sum(axis=1, keepdims=True) / desk.m


def _one_example_in_dW(desk: Desk, l: int) -> Iterator[Array]:
    """A loop with = for +=, divided by m afterwards or not."""
    if desk.m > 1:
        for i in range(desk.m):
            product = desk("dZ", l)[:, i : i + 1] @ desk("A", l - 1)[:, i : i + 1].T
            yield product
            yield product / desk.m


def _one_example_in_db(desk: Desk, l: int) -> Iterator[Array]:
    if desk.m > 1:
        for i in range(desk.m):
            yield desk("dZ", l)[:, i : i + 1]
            yield desk("dZ", l)[:, i : i + 1] / desk.m


def _sums(desk: Desk, l: int) -> Iterator[Array]:
    """db in every column."""
    db = desk("dZ", l).sum(axis=1, keepdims=True) / desk.m
    yield np.repeat(db, desk("W", l).shape[1], axis=1)


def _without_penalty(desk: Desk, l: int) -> Iterator[Array]:
    if desk.moment.spec.l1 or desk.moment.spec.l2:
        yield _dW(desk, l, desk("dZ", l), desk("A", l - 1))


def _penalty_taken_away(desk: Desk, l: int) -> Iterator[Array]:
    if desk.moment.spec.l1 or desk.moment.spec.l2:
        yield _dW(desk, l, desk("dZ", l), desk("A", l - 1)) - penalty_slope(desk, l)


def _divisors(desk: Desk, l: int) -> Iterator[int]:
    n = desk.moment.spec.sizes
    yield from (count for count in {n[0], n[l - 1], n[l]} if count not in (1, desk.m))


def _dW_over_units(desk: Desk, l: int) -> Iterator[Array]:
    total = desk("dZ", l) @ desk("A", l - 1).T
    yield from (total / count for count in _divisors(desk, l))


def _db_over_units(desk: Desk, l: int) -> Iterator[Array]:
    total = desk("dZ", l).sum(axis=1, keepdims=True)
    yield from (total / count for count in _divisors(desk, l))


def _melted(desk: Desk, l: int) -> Iterator[Array]:
    """All units in one number, which broadcasts silently."""
    dZ = desk("dZ", l)
    if dZ.shape[0] > 1:
        yield np.full((dZ.shape[0], 1), dZ.sum() / desk.m)


OVER_UNITS = ("divided_by_units", "divided by n", "Divided by a number of units: divide by m = {m}.")

OF_DW = (
    Slip(
        "own_activation",
        "A[l] in place of A[l−1]",
        "This takes A[{l}]: dW[{l}] takes {x}, what the layer takes in.",
        ("dW",),
        _own_activation,
    ),
    Slip("z_for_a", "z in place of a", "This takes Z[{p}]: dW[{l}] takes A[{p}].", ("dW",), _z_for_a),
    Slip(
        "dA_for_dZ", "dA in place of dZ", "This takes dA[{l}]: it is dZ[{l}] that counts.", ("dW",), _dA_in_dW
    ),
    Slip("db_for_dW", "db in place of dW", "That is db: multiply each dz by {x}.", ("dW",), _sums),
    Slip(
        "sum_forgotten",
        "sum forgotten",
        "Only one example is in it: sum over all {m}.",
        ("dW",),
        _one_example_in_dW,
    ),
    Slip(
        "penalty_forgotten",
        "regularisation forgotten",
        "The slope of the regularisation term is missing.",
        ("dW",),
        _without_penalty,
    ),
    Slip(
        "penalty_taken_away",
        "regularisation taken away",
        "The slope of the regularisation term is added.",
        ("dW",),
        _penalty_taken_away,
    ),
    Slip(*OVER_UNITS, ("dW",), _dW_over_units),
)

OF_DB = (
    Slip(
        "dA_for_dZ", "dA in place of dZ", "This takes dA[{l}]: it is dZ[{l}] that counts.", ("db",), _dA_in_db
    ),
    Slip(
        "sum_forgotten",
        "sum forgotten",
        "Only one example is in it: sum over all {m}.",
        ("db",),
        _one_example_in_db,
    ),
    Slip(
        "units_melted",
        "all units summed together",
        "All units are summed together: sum along axis 1, each unit for itself.",
        ("db",),
        _melted,
    ),
    Slip(*OVER_UNITS, ("db",), _db_over_units),
)

"""Slips that can happen in any row: sign, decimal point, another cell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from engine.costs import COSTS
from engine.step.desk import Desk, results
from engine.step.row import Array
from engine.step.slips.slip import Slip

EVERYWHERE = ("Z", "A", "J", "dA", "dZ", "dW", "db", "new W", "new b")
SIGN = "sign turned round"
TEN = "decimal point moved"


def _turned(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    yield from (-array for array in results(desk, (symbol, l)))


def _turned_difference(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    """Where the row is A - Y: of dZ[L] with a cross-entropy, of dA[L] with the squared error."""
    is_difference = (COSTS[desk.moment.spec.cost].dZ is not None) == (symbol == "dZ")
    if l == desk.L and is_difference:
        yield desk.Y - desk("A", l)


def _scaled(symbol: str, factor: float, desk: Desk, l: int) -> Iterator[Array]:
    yield from (factor * array for array in results(desk, (symbol, l)))


def _without_mean(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    if desk.m > 1:
        yield from (desk.m * array for array in results(desk, (symbol, l)))


def other_cells(array: Array, k: int, i: int, value: float, tolerance: float) -> list[tuple[int, int]]:
    """The cells of a result, other than its own, that hold this value."""
    found = np.argwhere(np.abs(array - value) <= tolerance).tolist()
    return [(row, column) for row, column in found if (row, column) != (k, i)]


SIGNS = (
    Slip(
        "sign",
        SIGN,
        "A cost is never negative: the minus before the sum is missing.",
        ("J",),
        partial(_turned, "J"),
    ),
    *(
        Slip(
            "sign",
            SIGN,
            "The sign is turned round: check A − Y.",
            (symbol,),
            partial(_turned_difference, symbol),
        )
        for symbol in ("dA", "dZ")
    ),
    *(
        Slip("sign", SIGN, "The sign is turned round.", (symbol,), partial(_turned, symbol))
        for symbol in EVERYWHERE
    ),
)

MEANS = tuple(
    Slip(
        "missing_1_m",
        "1/m missing",
        "The 1/m is missing: divide by m = {m}.",
        (symbol,),
        partial(_without_mean, symbol),
    )
    for symbol in ("J", "dW", "db")
)

TENS = tuple(
    Slip(
        "factor_ten",
        TEN,
        f"{size} times too {way}: a decimal point moved.",
        (symbol,),
        partial(_scaled, symbol, factor),
    )
    for factor, size, way in (
        (10, "Ten", "large"),
        (0.1, "Ten", "small"),
        (100, "A hundred", "large"),
        (0.01, "A hundred", "small"),
    )
    for symbol in EVERYWHERE
)

"""Slips of the update of W and b."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from engine.step.desk import Desk, results
from engine.step.row import Array
from engine.step.slips.slip import Slip


def _change(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    """What the update takes away."""
    yield from (desk(symbol, l) - after for after in results(desk, (f"new {symbol}", l)))


def _plus(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    yield from (desk(symbol, l) + change for change in _change(symbol, desk, l))


def _without_alpha(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    alpha = desk.moment.training.alpha
    yield from (desk(symbol, l) - change / alpha for change in _change(symbol, desk, l))


def _step_alone(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    for change in _change(symbol, desk, l):
        yield change
        yield -change


def _gradient(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    yield desk(f"d{symbol}", l)


def _old(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    yield desk(symbol, l)


def _plain_descent(symbol: str, desk: Desk, l: int) -> Iterator[Array]:
    if desk.moment.training.optimizer != "gradient_descent":
        yield desk(symbol, l) - desk.moment.training.alpha * desk(f"d{symbol}", l)


def _slips(symbol: str) -> tuple[Slip, ...]:
    where = (f"new {symbol}",)
    return (
        Slip(
            "plus_for_minus",
            "plus for minus in the update",
            "Downhill is minus: the step is taken away.",
            where,
            partial(_plus, symbol),
        ),
        Slip(
            "alpha_forgotten",
            "alpha forgotten",
            "The learning rate alpha is missing.",
            where,
            partial(_without_alpha, symbol),
        ),
        Slip(
            "gradient_alone",
            "derivative in place of the update",
            f"That is d{symbol}[{{l}}]: take alpha times it from {symbol}[{{l}}].",
            where,
            partial(_gradient, symbol),
        ),
        Slip(
            "step_alone",
            "step in place of the new value",
            f"That is the step alone: take it from the old {symbol}[{{l}}].",
            where,
            partial(_step_alone, symbol),
        ),
        Slip(
            "plain_descent",
            "plain gradient descent",
            "That is plain gradient descent: here the optimiser is {optimizer}.",
            where,
            partial(_plain_descent, symbol),
        ),
        Slip(
            "old_value",
            "old value kept",
            f"That is the old {symbol}[{{l}}]: nothing was taken from it.",
            where,
            partial(_old, symbol),
        ),
    )


OF_UPDATE = (*_slips("W"), *_slips("b"))

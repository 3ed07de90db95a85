"""Tapes of set-ups, and what is said of a number in them."""

from __future__ import annotations

from engine.run import build
from engine.setup import Setup
from engine.step.moment import take_moment
from engine.step.pencil import Place, Verdict, judge
from engine.step.tape import Tape, record_tape


def tape_of(setup: Setup, updates: int = 0) -> Tape:
    _, _, trainer = build(setup)
    trainer.run_updates(updates)
    return record_tape(take_moment(trainer))


def row_index(tape: Tape, symbol: str, layer: int) -> int:
    update = symbol.startswith("new ")
    return next(
        row.index
        for row in tape.rows
        if row.symbol == symbol.removeprefix("new ")
        and row.layer == layer
        and (row.phase == "update") == update
    )


def verdict_on(
    tape: Tape, symbol: str, layer: int, k: int, i: int, value: float, decimals: int = 6
) -> Verdict:
    place = Place(row_index(tape, symbol, layer), k, i)
    return judge(tape, place, f"{value:.{decimals}f}", {})


def numbers(setup: Setup) -> tuple[list, list, list, list]:
    assert setup.data.given is not None
    assert setup.weights is not None
    return list(setup.data.given.X), list(setup.data.given.Y), list(setup.weights.W), list(setup.weights.b)

"""Pencil and paper: a typed number judged at the decimals it was given to, with rounding carried through honestly."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.step.desk import Desk, Key, key_of, results
from engine.step.desks import Cells, honest_desks, own_desks
from engine.step.row import Row
from engine.step.slips import find_slip, other_cells
from engine.step.tape import Tape
from engine.step.typed_number import TypedNumber, read_number

Kind = Literal["right", "wrong", "unreadable"]

LEAST_DECIMALS = 2
NEAR = 2.5  # places of the last decimal that rounding too early may cost
NEAR_SHARE = 0.05

UNREADABLE = "Type a number such as −0.0348, with a point or a comma."
FOLLOWS = "Right: it follows from your own numbers before."
TOO_FEW = "Right as far as it goes: give {decimals} decimals."
CUT_OFF = "Cut off: look at the next digit and round."
ROUNDING = "Nearly: carry one or two more decimals and round at the end."
OTHER_CELL = "That is the number of row {row}, column {column}: check which cell is asked."


@dataclass(frozen=True)
class Place:
    """A blank: row of the tape, cell (k, i) of its result, all from 0."""

    row: int
    k: int
    i: int


@dataclass(frozen=True)
class Verdict:
    """expected: the exact value; decimals: those that the typed number was judged at; slip: a key of
    `engine.step.slips`, or ""; hint: a sentence for the student, or "" (also one that is right may have one)."""

    kind: Kind
    expected: float
    decimals: int
    slip: str = ""
    hint: str = ""


def judge(
    tape: Tape, place: Place, typed: str, entries: Mapping[Place, str], asked: int = LEAST_DECIMALS
) -> Verdict:
    """Whether a typed number is right in its place.

    Right is what lies within half a unit of the last typed decimal of the exact value, of the value from operands
    rounded to so many decimals, of the value with all rows before rounded so, or of what follows from the student's
    own entries in the rows before. asked: decimals; a number that is given to fewer is judged as if 0s followed it.
    Raises IndexError for a place that the tape does not have.
    """
    row = tape.rows[place.row]
    expected = float(row.value[place.k, place.i])
    number = read_number(typed)
    if number is None:
        return Verdict("unreadable", expected, asked, hint=UNREADABLE)
    judged = TypedNumber(number.value, max(number.decimals, asked))
    honest = honest_desks(tape, judged.decimals)
    if _agrees(judged, expected) or _is_right(judged, honest, row, place):
        return Verdict("right", expected, judged.decimals)
    own = own_desks(tape, judged.decimals, _own_numbers(tape, place, entries))
    if _is_right(judged, own, row, place):
        return Verdict("right", expected, judged.decimals, hint=FOLLOWS)
    slip, hint = _compared(row, place, judged, number)
    if not slip and number.value:
        carried = [desk for desk in (*honest[1:], *own) if desk.slope_decimals is None]
        slip, hint = _slip(row, place, judged, (honest[:1], carried))
    return Verdict("wrong", expected, judged.decimals, slip, hint)


def half_unit(value: float, decimals: int) -> float:
    """Half of the last place, and a little more for what double precision may have lost."""
    return 0.5 * 10.0**-decimals * (1 + 1e-9) + 1e-13 * max(1.0, abs(value))


def _is_right(number: TypedNumber, desks: Iterable[Desk], row: Row, place: Place) -> bool:
    return any(
        _agrees(number, float(array[place.k, place.i]))
        for desk in desks
        for array in results(desk, key_of(row))
    )


def _agrees(number: TypedNumber, value: float) -> bool:
    return abs(number.value - value) <= half_unit(value, number.decimals)


def _own_numbers(tape: Tape, place: Place, entries: Mapping[Place, str]) -> dict[Key, Cells]:
    """What was typed in the rows before, as far as it can be read."""
    found: dict[Key, dict[tuple[int, int], float]] = {}
    for other, text in entries.items():
        number = read_number(text)
        if number is not None and 0 <= other.row < place.row and other.k >= 0 and other.i >= 0:
            found.setdefault(key_of(tape.rows[other.row]), {})[other.k, other.i] = number.value
    return dict(found)


def _compared(row: Row, place: Place, judged: TypedNumber, typed: TypedNumber) -> tuple[str, str]:
    """What shows by comparing with the exact value: too few decimals, or cut off where rounding was due."""
    value = float(row.value[place.k, place.i])
    if typed.decimals < judged.decimals and _agrees(typed, value):
        return "too_few_decimals", TOO_FEW.format(decimals=judged.decimals)
    if typed.value and math.isfinite(value) and _cut_off(value, judged.decimals) == typed.value:
        return "cut_off", CUT_OFF
    return "", ""


def _slip(row: Row, place: Place, number: TypedNumber, stages: Iterable[list[Desk]]) -> tuple[str, str]:
    """The slip's key and the hint, ("", "") where no slip that we know gives this number."""
    value = float(row.value[place.k, place.i])
    for desks in stages:
        found = find_slip(desks, key_of(row), (place.k, place.i), lambda wrong: _agrees(number, wrong))
        if found is not None:
            return found[0].key, found[0].hint_at(found[1], row.layer)
    others = other_cells(row.value, place.k, place.i, number.value, half_unit(value, number.decimals))
    if others:
        return "other_cell", OTHER_CELL.format(row=others[0][0] + 1, column=others[0][1] + 1)
    if abs(number.value - value) <= min(NEAR * 10.0**-number.decimals, NEAR_SHARE * abs(value)):
        return "rounding", ROUNDING
    return "", ""


def _cut_off(value: float, decimals: int) -> float:
    power = 10.0**decimals
    return float(np.trunc(value * power) / power)

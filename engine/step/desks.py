"""All the desks that an honest answer may have been worked out on: exact, rounded, carried on, with own entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.step.desk import Desk, Key, key_of, results, rounded
from engine.step.moment import Moment
from engine.step.row import Array
from engine.step.tape import Tape

MOST_DECIMALS = 12

Cells = Mapping[tuple[int, int], float]


def honest_desks(tape: Tape, decimals: int) -> list[Desk]:
    """Without own entries: the exact numbers first; the same rounded; and all rows worked out on rounded ones."""
    shown = _Source(tape, {}, None)
    return [Desk(tape.moment, shown), *_rounded_desks(tape, decimals, {})]


def own_desks(tape: Tape, decimals: int, own: Mapping[Key, Cells]) -> list[Desk]:
    """With the student's own numbers in some rows; none where there are none.

    What was not asked of him is what the screen shows, or what follows from his own numbers.
    """
    if not own:
        return []
    exact = [Desk(tape.moment, _Source(tape, own, None, is_carried=carried)) for carried in (False, True)]
    return [*exact, *_rounded_desks(tape, decimals, own)]


@dataclass(frozen=True, eq=False)
class _Source:
    """Where a desk has its numbers from: each row as the tape shows it, or (is_carried) worked out from those on the
    desk; to so many decimals, with own entries in their places. is_given_exact: what the exercise starts from is not
    rounded.
    """

    tape: Tape
    own: Mapping[Key, Cells]
    decimals: int | None
    is_carried: bool = False
    is_given_exact: bool = False

    def __call__(self, desk: Desk, key: Key) -> Array:
        given = _given(self.tape.moment, key)
        if given is not None:
            return given if self.decimals is None or self.is_given_exact else rounded(given, self.decimals)
        array = results(desk, key)[0] if self.is_carried else self._shown(key)
        if self.decimals is not None:
            array = rounded(array, self.decimals)
        return _with_own(array, self.own.get(key))

    def _shown(self, key: Key) -> Array:
        return next(row.value for row in self.tape.rows if key_of(row) == key)


def _rounded_desks(tape: Tape, decimals: int, own: Mapping[Key, Cells]) -> list[Desk]:
    if decimals > MOST_DECIMALS:
        return []
    return [
        Desk(tape.moment, _Source(tape, own, decimals, is_carried, is_given_exact), slope_decimals)
        for is_given_exact in ((False, True) if _changes_the_given(tape.moment, decimals) else (False,))
        for slope_decimals in (None, decimals)
        for is_carried in (False, True)
    ]


def _given(moment: Moment, key: Key) -> Array | None:
    """What the exercise starts from: X, Y, W, b."""
    symbol, l = key
    if key == ("A", 0):
        return moment.X
    if symbol == "Y":
        return moment.Y
    if symbol == "W":
        return moment.W[l]
    return moment.b[l] if symbol == "b" else None


def _changes_the_given(moment: Moment, decimals: int) -> bool:
    arrays = (moment.X, moment.Y, *moment.W[1:], *moment.b[1:])
    return any((rounded(array, decimals) != array).any() for array in arrays)


def _with_own(array: Array, cells: Cells | None) -> Array:
    if not cells:
        return array
    array = np.array(array)
    for (k, i), value in cells.items():
        if k < array.shape[0] and i < array.shape[1]:
            array[k, i] = value
    return array

"""A tape in which numbers that are still blank are nowhere to be found. No Qt.

Whatever shows the tape, draws it or copies from it then can't give an answer away: in the place of a number that is not
known stands NaN, in results, in operands, in written-out sums, in J and in the new parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.step.desk import Key, key_of
from engine.step.expansion import Expansion, Number, Term, Terms, Token
from engine.step.names import MEMORY
from engine.step.pencil import Place
from engine.step.row import Array, Equation, Operand, Row
from engine.step.tape import Tape

Mask = NDArray[np.bool_]
# What a row says of its numbers' kind, and not of how large they are.
TELLS_NOTHING = ("per_example", "mean")
UNKNOWN = float("nan")


def covered_tape(tape: Tape, blanks: Collection[Place]) -> Tape:
    """The tape without the numbers of these blanks, nor what would give them away. The tape itself without blanks."""
    if not blanks:
        return tape
    masks = _masks(tape, blanks)
    rows = tuple(_covered_row(row, masks) for row in tape.rows)
    cost = tape.row("J").index
    before = any(place.row <= cost for place in blanks)
    return replace(
        tape,
        rows=rows,
        cost_before=UNKNOWN if before else tape.cost_before,
        cost_after=UNKNOWN,
        W_after=_after(tape.W_after, "W", rows),
        b_after=_after(tape.b_after, "b", rows),
    )


def _masks(tape: Tape, blanks: Collection[Place]) -> dict[Key, Mask]:
    """For each result that has blanks which cells they are."""
    masks: dict[Key, Mask] = {}
    for place in blanks:
        row = tape.rows[place.row]
        mask = masks.setdefault(key_of(row), np.zeros(row.value.shape, np.bool_))
        mask[place.k, place.i] = True
    return masks


def _after(arrays: Sequence[Array], symbol: str, rows: Sequence[Row]) -> tuple[Array, ...]:
    found = {row.layer: row.value for row in rows if row.phase == "update" and row.symbol == symbol}
    return (arrays[0], *(found[l] for l in range(1, len(arrays))))


def _covered_row(row: Row, masks: Mapping[Key, Mask]) -> Row:
    own = masks.get(key_of(row))
    results: dict[int, Mask] = {}  # of this row, by the arrays that its later equations take in
    equations = tuple(_covered_equation(equation, own, masks, results) for equation in row.equations)
    if all(new is old for new, old in zip(equations, row.equations, strict=True)):
        return row
    remarks = tuple(remark for remark in row.remarks if remark.kind in TELLS_NOTHING)
    return replace(row, equations=equations, remarks=remarks)


def _covered_equation(
    equation: Equation, own: Mask | None, masks: Mapping[Key, Mask], results: dict[int, Mask]
) -> Equation:
    found = [_operand_mask(operand, masks, results) for operand in equation.operands]
    result = own
    if MEMORY.fullmatch(equation.result.symbol):
        # An optimiser's memory goes number by number: each is as unknown as what it is made of.
        parts = [mask for mask in (own, *found) if mask is not None]
        result = np.logical_or.reduce(parts) if parts else None
    if result is None and all(mask is None for mask in found):
        return equation
    if result is not None:
        results[id(equation.result.array)] = result
    operands = tuple(_masked(operand, mask) for operand, mask in zip(equation.operands, found, strict=True))
    covered = _masked(equation.result, result)
    is_sum_of_all = equation.result.symbol == "J"
    written = _Written(equation.expand, operands, covered, hides_constants=is_sum_of_all and any_of(found))
    return replace(equation, operands=operands, result=covered, expand=written)


def any_of(masks: Sequence[Mask | None]) -> bool:
    """Whether anything is unknown."""
    return any(mask is not None for mask in masks)


def _operand_mask(operand: Operand, masks: Mapping[Key, Mask], results: Mapping[int, Mask]) -> Mask | None:
    if operand.symbol in ("W", "b", "X", "Y"):
        return None  # those before the update, which are given
    if id(operand.array) in results:
        return results[id(operand.array)]
    keys = [(operand.symbol, operand.layer)]
    if operand.symbol == "g'":
        keys = [("Z", operand.layer), ("A", operand.layer)]
    found = [masks[key] for key in keys if key in masks]
    if not found:
        return None
    mask: Mask = np.logical_or.reduce(found)
    return mask.T if operand.is_transposed else mask


def _masked(operand: Operand, mask: Mask | None) -> Operand:
    if mask is None:
        return operand
    array = np.where(mask, UNKNOWN, operand.array)
    array.flags.writeable = False
    return replace(operand, array=array)


@dataclass(frozen=True, eq=False)
class _Written:
    """A cell written out, with the numbers that are not known left out.

    hides_constants: numbers that stand in the terms without an operand are made of unknown ones, too.
    """

    expand: Callable[[int, int], Expansion]
    operands: Sequence[Operand]
    result: Operand
    hides_constants: bool

    def __call__(self, k: int, i: int) -> Expansion:
        full = self.expand(k, i)
        is_unknown = bool(np.isnan(self.result.array[k, i]))
        return replace(
            full,
            opening=self._tokens(full.opening),
            terms=Terms(len(full.terms), lambda index: self._term(full.terms[index])),
            closing=self._tokens(full.closing),
            total=UNKNOWN if is_unknown else full.total,
        )

    def _term(self, term: Term) -> Term:
        return tuple(self._token(token, in_term=True) for token in term)

    def _tokens(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        return tuple(self._token(token) for token in tokens)

    def _token(self, token: Token, *, in_term: bool = False) -> Token:
        if isinstance(token, str):
            return token
        if token.operand is None:
            return Number(UNKNOWN) if in_term and self.hides_constants else token
        value = float(self.operands[token.operand].array[token.row, token.column])
        return replace(token, value=value)

"""One cell of a result written out with its numbers: z[1]_2 = 0.1 · 0.5 + 0.3 · 0.3 + (−0.1) = 0.04."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True)
class Number:
    """A number in a written-out sum. operand: index among the equation's operands (None: a constant such as 1/m or
    alpha), row and column of the cell in that operand as it stands there.
    """

    value: float
    operand: int | None = None
    row: int = 0
    column: int = 0


Token = str | Number
Term = tuple[Token, ...]


class Terms(Sequence[Term]):
    """The terms of a sum, made when they are looked at: a sum over 12288 inputs is shown by its ends.

    make(index) gives one term, index from 0.
    """

    def __init__(self, count: int, make: Callable[[int], Term]) -> None:
        self._count = count
        self._make = make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Term: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Term, ...]: ...

    def __getitem__(self, index: int | slice) -> Term | tuple[Term, ...]:
        if isinstance(index, slice):
            return tuple(self._make(place) for place in range(*index.indices(self._count)))
        return self._make(range(self._count)[index])


@dataclass(frozen=True, eq=False)
class Expansion:
    """symbol: the cell as LaTeX, r"dw^{[1]}_{2,1}"; general: the rule as LaTeX, r"\\frac{1}{m} \\sum_i ...".

    opening, terms, closing: what is written after "=": the opening tokens, the terms joined by " + ", the closing
    tokens, e.g. ("1/10", " · ", "("), (terms), (")",). Strings are signs and function names, ready to be shown
    ("·", "−", "(", "e^", "max(0, "). total: the value recomputed from exactly these numbers in double precision,
    independently of the array; it equals the cell to 1e-12 of the size of its terms.
    """

    symbol: str
    general: str
    opening: tuple[Token, ...]
    terms: Sequence[Term]
    closing: tuple[Token, ...]
    total: float


def added(values: Iterable[float]) -> float:
    """The sum, rounded once; inf and NaN come through as in any sum."""
    values = tuple(values)
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):
        return sum(values)

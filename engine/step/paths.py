"""The chain rule of one weight or bias: a product along every path from it to the loss, with its numbers.

The largest paths are found first, without going along all of them: a deep network has more than can be counted.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, islice

import numpy as np

from engine.costs import COSTS
from engine.step.expansion import added
from engine.step.names import cell, example_of
from engine.step.row import Array
from engine.step.tape import Tape

# Minus the bound, a number that decides ties, the column, the units so far, the size of the product so far.
_State = tuple[float, int, int, tuple[int, ...], float]


@dataclass(frozen=True)
class Factor:
    """One derivative of the product: what it is as LaTeX, and its value."""

    latex: str
    value: float


@dataclass(frozen=True)
class Path:
    """units: k of layer l, of l+1, ... of L, from 0; example: the column, from 0. product: of all factors.

    factors: from the loss to the weight, as the backward pass goes; the first is 1/m where all examples count.
    """

    units: tuple[int, ...]
    example: int
    factors: tuple[Factor, ...]
    product: float


@dataclass(frozen=True)
class WeightPaths:
    """paths: the largest products first; count: how many there are in all; total: the sum of all of them.

    penalty: what regularisation adds. value: the derivative as the tape has it, dJ/dw, or of one example's loss;
    it equals total + penalty.
    """

    paths: tuple[Path, ...]
    count: int
    total: float
    penalty: float
    value: float

    @property
    def is_whole(self) -> bool:
        """Whether all paths are listed."""
        return len(self.paths) == self.count


def weight_paths(
    tape: Tape, l: int, k: int, j: int | None, example: int | None = None, limit: int = 24
) -> WeightPaths:
    """The paths of w[l]_kj, or of b[l]_k where j is None; k, j and example count from 0.

    example: a column, for the derivative of its loss; None: of J over all columns. At most `limit` paths are listed.
    """
    walk = _Walk(tape, l, k, j, example)
    paths = tuple(islice(walk.paths(), limit))
    total = added(path.product for path in paths) if len(paths) == walk.count else walk.total()
    value, penalty = _derivative(tape, l, k, j, example)
    return WeightPaths(paths, walk.count, total, penalty, value)


def _derivative(tape: Tape, l: int, k: int, j: int | None, example: int | None) -> tuple[float, float]:
    """The tape's own derivative, and regularisation's part in it."""
    if example is not None:
        dz = float(tape.row("dZ", l).value[k, example])
        return dz * (1.0 if j is None else float(_inputs(tape, l)[j, example])), 0.0
    if j is None:
        return float(tape.row("db", l).value[k, 0]), 0.0
    spec, w = tape.moment.spec, float(tape.moment.W[l][k, j])
    return float(tape.row("dW", l).value[k, j]), spec.l2 * w + spec.l1 * float(np.sign(w))


def _inputs(tape: Tape, l: int) -> Array:
    return tape.moment.X if l == 1 else tape.row("A", l - 1).value


class _Walk:
    """Paths from unit k of layer l to the outputs, for one column or for all.

    `_reach[h]` (n[h], columns) bounds from above what a path can still be multiplied by from a unit of layer h on, so
    that the first whole path taken from the heap is the largest.
    """

    def __init__(self, tape: Tape, l: int, k: int, j: int | None, example: int | None) -> None:
        self._tape, self._l, self._k, self._j = tape, l, k, j
        self._L, self._m = tape.moment.spec.L, tape.moment.m
        self._columns = range(self._m) if example is None else range(example, example + 1)
        self._share = 1 / len(self._columns)
        self._slopes = {h: self._slope(h) for h in range(l, self._L + 1)}
        self._reach = self._reaches()
        self.count = len(self._columns) * int(np.prod(tape.moment.spec.sizes[l + 1 :], dtype=object))

    def paths(self) -> Iterator[Path]:
        """All paths, the largest product first."""
        first, order = self._first(), count()
        heap: list[_State] = [
            (
                -abs(first[i]) * float(self._reach[self._l][self._k, i]),
                next(order),
                i,
                (self._k,),
                abs(first[i]),
            )
            for i in self._columns
        ]
        heapq.heapify(heap)
        while heap:
            _, _, i, units, size = heapq.heappop(heap)
            h = self._l + len(units) - 1
            if h == self._L:
                yield self._path(units, i)
                continue
            size *= abs(float(self._slopes[h][units[-1], i]))
            sizes = size * np.abs(self._tape.moment.W[h + 1][:, units[-1]])
            bounds = sizes * self._reach[h + 1][:, i]
            for p, (bound, longer) in enumerate(zip(bounds.tolist(), sizes.tolist(), strict=True)):
                heapq.heappush(heap, (-bound, next(order), i, (*units, p), longer))

    def total(self) -> float:
        """The sum of all paths, added up layer by layer from the loss on."""
        reached = self._slopes[self._L]
        for h in range(self._L - 1, self._l - 1, -1):
            reached = (self._tape.moment.W[h + 1].T @ reached) * self._slopes[h]
        first = self._first()
        return added(first[i] * float(reached[self._k, i]) for i in self._columns)

    def _first(self) -> list[float]:
        """What stands in front of every path of a column: its share 1/m, and the input that the weight multiplies."""
        if self._j is None:
            return [self._share] * self._m
        return [self._share * a for a in _inputs(self._tape, self._l)[self._j].tolist()]

    def _slope(self, h: int) -> Array:
        """g'(Z[h]); of the output dZ[L], which holds the loss's slope as well."""
        if h == self._L:
            return self._tape.row("dZ", h).value
        return self._tape.row("dZ", h).equation.operands[1].array

    def _reaches(self) -> dict[int, Array]:
        found = {self._L: np.abs(self._slopes[self._L])}
        for h in range(self._L - 1, self._l - 1, -1):
            best = np.zeros((self._tape.moment.spec.sizes[h], self._m))
            for p, row in enumerate(np.abs(self._tape.moment.W[h + 1])):
                np.maximum(best, row[:, None] * found[h + 1][p], out=best)
            found[h] = best * np.abs(self._slopes[h])
        return found

    def _path(self, units: tuple[int, ...], i: int) -> Path:
        factors = list(self._output_factors(units[-1], i))
        column = example_of(self._tape.moment.X, i)
        for h in range(self._L - 1, self._l - 1, -1):
            k, p = units[h - self._l], units[h - self._l + 1]
            z = cell("Z", h, k, example=column)
            factors.append(Factor(cell("W", h + 1, p, k), float(self._tape.moment.W[h + 1][p, k])))
            factors.append(Factor(f"g'({z})", float(self._slopes[h][k, i])))
        if self._j is not None:
            a = cell("A", self._l - 1, self._j, example=column)
            factors.append(Factor(a, float(_inputs(self._tape, self._l)[self._j, i])))
        if len(self._columns) > 1:
            factors.insert(0, Factor("1/m", self._share))
        return Path(units, i, tuple(factors), float(np.prod([factor.value for factor in factors])))

    def _output_factors(self, k: int, i: int) -> Iterator[Factor]:
        """dz[L] as one factor where it is A - Y, else da[L] and g'(z[L])."""
        spec, column = self._tape.moment.spec, example_of(self._tape.moment.X, i)
        row = self._tape.row("dZ", self._L)
        if COSTS[spec.cost].dZ is not None:
            yield Factor(cell("dZ", self._L, k, example=column), float(row.value[k, i]))
            return
        dA, slope = (operand.array for operand in row.equation.operands)
        yield Factor(cell("dA", self._L, k, example=column), float(dA[k, i]))
        yield Factor(f"g'({cell('Z', self._L, k, example=column)})", float(slope[k, i]))

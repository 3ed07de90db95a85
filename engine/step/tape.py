"""The tape: one update of a network written down operation by operation, with every array in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from engine import propagation
from engine.costs import COSTS
from engine.propagation import LayerCache
from engine.step.backward_rows import dA_row, db_row, dW_row, dZ_row
from engine.step.cost_rows import cost_row
from engine.step.forward_rows import forward_rows
from engine.step.moment import Moment
from engine.step.output_rows import output_rows
from engine.step.row import Array, Row
from engine.step.update_rows import update_rows


@dataclass(frozen=True, eq=False)
class Tape:
    """rows in the order of the update. cost_before, cost_after: J of the same examples, regularisation included.

    W_after, b_after: the parameters after the last row, index 0 unused.
    """

    moment: Moment
    rows: tuple[Row, ...]
    cost_before: float
    cost_after: float
    W_after: tuple[Array, ...]
    b_after: tuple[Array, ...]

    def namespace(self) -> dict[str, object]:
        """What the NumPy lines of the rows, run one after the other, start from. `np` is in it."""
        moment = self.moment
        names: dict[str, object] = {
            "np": np,
            "X": moment.X,
            "Y": moment.Y,
            "m": moment.m,
            "alpha": moment.training.alpha,
            "t": moment.t + 1,
            "lambda1": moment.spec.l1,
            "lambda2": moment.spec.l2,
        }
        for l in range(1, moment.spec.L + 1):
            names |= {f"W{l}": moment.W[l], f"b{l}": moment.b[l]}
            for name, pairs in moment.memory.items():
                names |= {f"{name}W{l}": pairs[l][0], f"{name}b{l}": pairs[l][1]}
        return names

    def row(self, symbol: str, layer: int | None = None) -> Row:
        """The row of a symbol and layer, such as ("dW", 1); J needs no layer. Raises KeyError."""
        for row in self.rows:
            if row.symbol == symbol and layer in (None, row.layer):
                return row
        raise KeyError(f"the tape has no {symbol} of layer {layer}")


def record_tape(moment: Moment) -> Tape:
    """Go through the next update on copies and write down every operation."""
    with np.errstate(all="ignore"):
        return _record(moment)


def _record(moment: Moment) -> Tape:
    spec = moment.spec
    caches = _forward(moment, moment.W, moment.b)
    cost_before = _cost(moment, moment.W, caches[-1])
    rows: list[Row] = []
    for l, cache in enumerate(caches, start=1):
        simplified = l == spec.L and COSTS[spec.cost].dZ is not None
        rows += forward_rows(cache, spec.layer(l), l, simplified=simplified)
    rows.append(cost_row(moment, caches[-1], cost_before))
    backward = _backward_rows(moment, caches)
    rows += backward
    dW, db = ([moment.W[0], *_values(backward, symbol)] for symbol in ("dW", "db"))
    updates = update_rows(moment, dW, db)
    rows += updates
    W_after, b_after = ((moment.W[0], *_values(updates, symbol)) for symbol in ("W", "b"))
    cost_after = _cost(moment, W_after, _forward(moment, W_after, b_after)[-1])
    for row in rows:
        for equation in row.equations:
            equation.result.array.flags.writeable = False
    numbered = tuple(replace(row, index=index) for index, row in enumerate(rows))
    return Tape(moment, numbered, cost_before, cost_after, W_after, b_after)


def _forward(moment: Moment, W: tuple[Array, ...], b: tuple[Array, ...]) -> list[LayerCache]:
    return propagation.forward(moment.X, W[1:], b[1:], moment.spec.layers)[1]


def _cost(moment: Moment, W: tuple[Array, ...], cache: LayerCache) -> float:
    spec = moment.spec
    losses = COSTS[spec.cost].losses(cache.Z, cache.A, moment.Y)
    return float(losses.mean()) + propagation.regularization(W[1:], spec.l1, spec.l2)


def _backward_rows(moment: Moment, caches: list[LayerCache]) -> list[Row]:
    spec = moment.spec
    rows = output_rows(moment, caches[-1])
    for l in range(spec.L, 0, -1):
        cache = caches[l - 1]
        if l < spec.L:
            rows.append(dZ_row(cache, spec.layer(l), rows[-1].value, l))
        dZ = rows[-1].value
        dW, db = propagation.parameter_gradients(dZ, cache)
        if spec.l1 or spec.l2:
            dW += propagation.regularization_backward(cache.W, spec.l1, spec.l2)
        rows += [dW_row(moment, cache, dZ, dW, l), db_row(dZ, db, l)]
        if l > 1:
            rows.append(dA_row(cache, dZ, cache.W.T @ dZ, l - 1))
    return rows


def _values(rows: list[Row], symbol: str) -> list[Array]:
    """The results of a symbol, layer 1 first."""
    found = [row for row in rows if row.symbol == symbol]
    return [row.value for row in sorted(found, key=lambda row: row.layer)]

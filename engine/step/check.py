"""The gradient check of one W[l] or b[l]: the backward pass against central differences of the cost, entry by entry."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.propagation import regularization, regularization_backward
from engine.spec import LayerSpec
from engine.step.moment import Moment
from engine.step.names import layer_names
from engine.step.row import Array
from engine.step.tape import Tape, record_tape

EPSILON = 1e-5
AGREE = 1e-5
# A difference of two costs resolves no derivative much below this share of the cost.
RESOLUTION = 1e-4
TINY = 1e-12

Place = tuple[int, int]


@dataclass(frozen=True, eq=False)
class LayerCheck:
    """entries: the places (k, j) that were checked, from 0 (j is 0 for b); the arrays have one number for each.

    error: |analytic - numeric| relative to the larger of the two (or to what a difference can still resolve).
    kinks: where the difference spans the kink of a ReLU, so that it says nothing. worst: index of the largest error
    apart from those. total_entries: how many numbers W[l] or b[l] has. cost: J, of which differences were taken.
    broken_text: which wrong derivative was taken.
    """

    symbol: str
    layer: int
    entries: tuple[Place, ...]
    analytic: Array
    numeric: Array
    error: Array
    kinks: NDArray[np.bool_]
    worst: int
    total_entries: int
    cost: float
    broken_text: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every entry was checked."""
        return len(self.entries) == self.total_entries

    @property
    def is_infinite(self) -> bool:
        """Whether some number of the check is inf or NaN."""
        return not (np.isfinite(self.error).all() and math.isfinite(self.cost))

    @property
    def is_zero(self) -> bool:
        """Whether all derivatives are 0, on both sides."""
        return not (self.analytic.any() or self.numeric.any())

    @property
    def can_tell(self) -> bool:
        """Whether it tells wrong from right: some entry is so large that 0 in its place would be found."""
        if self.is_infinite:
            return False
        sizes = np.maximum(np.abs(self.analytic), np.abs(self.numeric))[~self.kinks]
        return bool((sizes > AGREE * max(RESOLUTION * abs(self.cost), TINY)).any())

    @property
    def agrees(self) -> bool:
        """Whether the backward pass is right, as far as this check can tell."""
        return bool(self.kinks[self.worst] or self.error[self.worst] <= AGREE)


def check_gradient(
    moment: Moment,
    symbol: str,
    layer: int,
    *,
    broken: bool = False,
    limit: int = 400,
    include: Place | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    tape: Tape | None = None,
) -> LayerCheck | None:
    """Check symbol "dW" or "db" of a layer at this moment; None if `cancelled` said so on the way.

    broken: a wrong g'(z) on the analytic side, to see what that looks like. Of more than `limit` entries as many are
    taken evenly, and `include` in any case. tape: of this moment, if there is one already.
    """
    with np.errstate(all="ignore"):
        tape = tape or record_tape(moment)
        analytic, text = _broken(tape, symbol, layer) if broken else (tape.row(symbol, layer).value, "")
        entries = _places(analytic.shape, limit, include)
        nudge = _Nudge(tape, layer)
        found: list[tuple[float, bool]] = []
        for k, j in entries:
            if cancelled():
                return None
            found.append(nudge.derivative(k, j if symbol == "dW" else None))
    check = _compared(analytic, entries, found, tape.cost_before)
    return LayerCheck(symbol, layer, entries, *check, analytic.size, tape.cost_before, text)


def _compared(
    analytic: Array, entries: tuple[Place, ...], found: list[tuple[float, bool]], J: float
) -> tuple[Array, Array, Array, NDArray[np.bool_], int]:
    """Analytic, numeric, error and kinks of these entries, and which is the worst."""
    sampled = np.array([analytic[place] for place in entries])
    numeric = np.array([value for value, _ in found])
    kinks = np.array([kink for _, kink in found])
    sizes = np.maximum(np.abs(sampled), np.abs(numeric))
    floor = max(1e-6 * float(sizes.max()), RESOLUTION * abs(J), TINY)
    error = np.abs(sampled - numeric) / np.maximum(sizes, floor)
    return sampled, numeric, error, kinks, int(np.argmax(np.where(kinks, -1.0, error)))


def _places(shape: tuple[int, ...], limit: int, include: Place | None) -> tuple[Place, ...]:
    total = shape[0] * shape[1]
    chosen = np.unique(np.linspace(0, total - 1, min(limit, total)).round().astype(np.intp))
    if include is not None:
        chosen = np.union1d(chosen, [include[0] * shape[1] + include[1]])
    return tuple((int(index) // shape[1], int(index) % shape[1]) for index in chosen)


def _broken(tape: Tape, symbol: str, l: int) -> tuple[Array, str]:
    """The gradient with a wrong slope in this layer, and which: g(z) where g'(z) belongs."""
    spec = tape.moment.spec
    layer, A = spec.layer(l), tape.row("A", l).value
    dA = tape.row("dA", l).value
    if layer.activation == "softmax":
        dZ, text = dA * A * (1 - A), "only a (1 − a), without what one output does to the others"
    else:
        slope = ACTIVATIONS[layer.activation].slope_text.format(**layer_names(layer, l))
        dZ, text = dA * A, f"g(z) = a in place of g'(z) = {slope}"
    m = dZ.shape[1]
    if symbol == "db":
        return (1 / m) * np.sum(dZ, axis=1, keepdims=True), text
    dW = (1 / m) * dZ @ _inputs(tape, l).T
    return dW + regularization_backward(tape.moment.W[l], spec.l1, spec.l2), text


def _inputs(tape: Tape, l: int) -> Array:
    return tape.moment.X if l == 1 else tape.row("A", l - 1).value


class _Nudge:
    """The cost a little to either side of one parameter of layer l.

    Only row k of Z[l] changes then, and one product of a column with a row in the next layer; from there on the
    whole forward pass is made anew.
    """

    def __init__(self, tape: Tape, l: int) -> None:
        self._moment, self._l = tape.moment, l
        self._inputs = _inputs(tape, l)
        self._Z = {h: tape.row("Z", h).value for h in (l, l + 1) if h <= tape.moment.spec.L}
        self._A = tape.row("A", l).value

    def derivative(self, k: int, j: int | None) -> tuple[float, bool]:
        """(J(w + epsilon) - J(w - epsilon)) / 2 epsilon, and whether a kink lies between the two."""
        moment = self._moment
        by = EPSILON * (np.ones(moment.m) if j is None else self._inputs[j])
        above, below = self._forward(k, by), self._forward(k, -by)
        losses = COSTS[moment.spec.cost].losses
        ends = [losses(end[-1], self._output(end[-1]), moment.Y) for end in (above, below)]
        difference = float((ends[0] - ends[1]).mean()) + self._penalty(k, j)
        return difference / (2 * EPSILON), self._spans_kink(above, below, k, j)

    def _forward(self, k: int, by: Array) -> list[Array]:
        """Z[l], ..., Z[L] with `by` (m,) added to row k of Z[l]."""
        spec, l = self._moment.spec, self._l
        Z = self._Z[l].copy()
        Z[k] += by
        found = [Z]
        if l == spec.L:
            return found
        change = self._activated(Z[k : k + 1], spec.layer(l)) - self._A[k]
        found.append(self._Z[l + 1] + self._moment.W[l + 1][:, k : k + 1] * change)
        for h in range(l + 2, spec.L + 1):
            A = self._activated(found[-1], spec.layer(h - 1))
            found.append(self._moment.W[h] @ A + self._moment.b[h])
        return found

    def _activated(self, Z: Array, layer: LayerSpec) -> Array:
        return ACTIVATIONS[layer.activation].g(Z, layer.leaky_slope)

    def _output(self, Z: Array) -> Array:
        return self._activated(Z, self._moment.spec.layers[-1])

    def _penalty(self, k: int, j: int | None) -> float:
        """The difference of the regularisation term; biases carry none."""
        spec = self._moment.spec
        if j is None or not (spec.l1 or spec.l2):
            return 0.0
        w = self._moment.W[self._l][k : k + 1, j : j + 1]
        above, below = (regularization([w + by], spec.l1, spec.l2) for by in (EPSILON, -EPSILON))
        return above - below

    def _spans_kink(self, above: list[Array], below: list[Array], k: int, j: int | None) -> bool:
        spec = self._moment.spec
        if spec.l1 and j is not None and 0 < abs(self._moment.W[self._l][k, j]) < EPSILON:
            return True
        layers = spec.layers[self._l - 1 :]
        pairs = zip(layers, above, below, strict=True)
        return any(_has_kink(layer) and bool(((Z >= 0) != (twin >= 0)).any()) for layer, Z, twin in pairs)


def _has_kink(layer: LayerSpec) -> bool:
    """Whether the slope jumps at z = 0."""
    row = ACTIVATIONS[layer.activation]
    Z = np.array([[-TINY, TINY]])
    left, right = row.slope(Z, row.g(Z, layer.leaky_slope), layer.leaky_slope)[0]
    return abs(float(right - left)) > 1e-6

"""The numbers that a student may have before him, and the mathematics of each row worked out from them.

It calls what the engine itself calls; only the numbers differ: rounded, or the student's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.optimizers import OPTIMIZERS
from engine.propagation import regularization, regularization_backward
from engine.step.moment import Moment
from engine.step.row import Array, Row

Key = tuple[str, int]

NEW = "new "


def key_of(row: Row) -> Key:
    """What a row's result is called on a desk: ("dW", 1); of an update ("new W", 1), as ("W", 1) is the old one."""
    return (NEW + row.symbol if row.phase == "update" else row.symbol), row.layer


@dataclass(frozen=True, eq=False)
class Desk:
    """find(desk, key): the array of a symbol and layer, asked for once; it may ask the desk for others.

    ("A", 0) is X, Y has layer 0, and results of the update are called "new W", "new b".
    slope_decimals: to how many decimals g'(Z) is rounded before it is used; None: not at all.
    """

    moment: Moment
    find: Callable[[Desk, Key], Array]
    slope_decimals: int | None = None
    found: dict[Key, Array] = field(default_factory=dict)
    worked_out: dict[Key, list[Array]] = field(default_factory=dict)

    def __call__(self, symbol: str, layer: int) -> Array:
        """The array; W and b are those before the update."""
        key = symbol, layer
        if key not in self.found:
            self.found[key] = self.find(self, key)
        return self.found[key]

    @property
    def m(self) -> int:
        """How many examples there are."""
        return self.moment.m

    @property
    def L(self) -> int:
        """How many layers there are."""
        return self.moment.spec.L

    @property
    def Y(self) -> Array:
        """The labels."""
        return self("Y", 0)

    def slope(self, l: int, Z: Array | None = None, A: Array | None = None) -> Array:
        """g'(Z[l]), or g' of other numbers that stand in for Z and A."""
        layer = self.moment.spec.layer(l)
        Z = self("Z", l) if Z is None else Z
        A = self("A", l) if A is None else A
        found = ACTIVATIONS[layer.activation].slope(Z, A, layer.leaky_slope)
        return found if self.slope_decimals is None else rounded(found, self.slope_decimals)

    def activation(self, l: int, Z: Array, key: str = "") -> Array:
        """g[l](Z), or another activation of it."""
        layer = self.moment.spec.layer(l)
        return ACTIVATIONS[key or layer.activation].g(Z, layer.leaky_slope)


def results(desk: Desk, key: Key) -> list[Array]:
    """What the numbers on the desk give for a row: usually one array, more where there are several right ways."""
    if key not in desk.worked_out:
        symbol, l = key
        with np.errstate(all="ignore"):
            desk.worked_out[key] = _WAYS[symbol](desk, l)
    return desk.worked_out[key]


def rounded(array: Array, decimals: int) -> Array:
    """Rounded as on paper: a 5 behind the last place goes up, away from 0."""
    power = 10.0**decimals
    # The small number lets 0.125, which may have come out as 0.12499999999999999, count as the half that it is.
    return np.asarray(np.sign(array) * np.floor(np.abs(array) * power + 0.5 + 1e-9) / power)


def _linear(desk: Desk, l: int) -> list[Array]:
    return [desk("W", l) @ desk("A", l - 1) + desk("b", l)]


def _activation(desk: Desk, l: int) -> list[Array]:
    return [desk.activation(l, desk("Z", l))]


def cost_from_losses(desk: Desk, losses: float) -> Array:
    """J (1, 1) of a sum of losses over the examples, with the regularisation term."""
    spec = desk.moment.spec
    W = [desk("W", l) for l in range(1, desk.L + 1)]
    return np.full((1, 1), losses / desk.m + regularization(W, spec.l1, spec.l2))


def sum_of_losses(desk: Desk, A: Array, Y: Array) -> float:
    """Of all examples, from A as one writes it by hand."""
    line = COSTS[desk.moment.spec.cost].lines.J
    return line.factor * line.total(A, Y) if line.total is not None else float("nan")


def _cost(desk: Desk, l: int) -> list[Array]:
    from_Z = COSTS[desk.moment.spec.cost].losses(desk("Z", l), desk("A", l), desk.Y)
    losses = (sum_of_losses(desk, desk("A", l), desk.Y), float(from_Z.sum()))
    return [cost_from_losses(desk, value) for value in losses]


def _dA(desk: Desk, l: int) -> list[Array]:
    if l < desk.L:
        return [desk("W", l + 1).T @ desk("dZ", l + 1)]
    lines = COSTS[desk.moment.spec.cost].lines
    return [lines.dA.compute(desk("Z", l), desk("A", l), desk.Y)]


def _dZ(desk: Desk, l: int) -> list[Array]:
    dA, A = desk("dA", l), desk("A", l)
    cost = COSTS[desk.moment.spec.cost]
    found = [cost.dZ(A, desk.Y)] if l == desk.L and cost.dZ is not None else []
    if desk.moment.spec.layer(l).activation == "softmax":
        return [*found, A * (dA - (A * dA).sum(axis=0, keepdims=True))]
    # The slope from a as it stands on the desk, or from z: with rounded or own numbers the two differ.
    from_z = desk.slope(l, A=desk.activation(l, desk("Z", l)))
    return [*found, dA * desk.slope(l), dA * from_z]


def penalty_slope(desk: Desk, l: int) -> Array:
    """What regularisation adds to dW[l]; zeros where there is none."""
    spec = desk.moment.spec
    return regularization_backward(desk("W", l), spec.l1, spec.l2)


def _dW(desk: Desk, l: int) -> list[Array]:
    return [desk("dZ", l) @ desk("A", l - 1).T / desk.m + penalty_slope(desk, l)]


def _db(desk: Desk, l: int) -> list[Array]:
    return [desk("dZ", l).sum(axis=1, keepdims=True) / desk.m]


def updated(desk: Desk, symbol: str, l: int, gradient: Array) -> Array:
    """W[l] or b[l] after the optimiser's update with this gradient."""
    moment = desk.moment
    optimizer = OPTIMIZERS[moment.training.optimizer]
    theta = np.array(desk(symbol, l))
    state = {name: np.array(pairs[l]["Wb".index(symbol)]) for name, pairs in moment.memory.items()}
    optimizer.update(theta, np.asarray(gradient), state, moment.training.alpha, moment.t + 1)
    return theta


def _new_W(desk: Desk, l: int) -> list[Array]:
    return [updated(desk, "W", l, desk("dW", l))]


def _new_b(desk: Desk, l: int) -> list[Array]:
    return [updated(desk, "b", l, desk("db", l))]


_WAYS = {
    "Z": _linear,
    "A": _activation,
    "J": _cost,
    "dA": _dA,
    "dZ": _dZ,
    "dW": _dW,
    "db": _db,
    "new W": _new_W,
    "new b": _new_b,
}

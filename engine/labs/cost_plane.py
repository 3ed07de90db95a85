"""The cost over two of a network's parameters while all others stay where they are: surface, slopes, descent."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.network import Network

Floats = NDArray[np.float64]

FAR = 1e6  # a path that left so far is not followed any more
RECENT, RISES, JUMP = 24, 3, 1e-4  # so many of the last updates that raised J by this share: it jumps
SETTLED, STANDSTILL, SHRINK = (
    1e-3,
    1e-9,
    0.7,
)  # of an update: how far it moves; against the first of the last ones


@dataclass(frozen=True)
class Parameter:
    """One number of a network: w[l]_k,j, or b[l]_k where j is None. k and j count from 0."""

    l: int
    k: int
    j: int | None = None

    @property
    def key(self) -> str:
        """Plain text, from 1: W1_2_1, b1_2."""
        return f"b{self.l}_{self.k + 1}" if self.j is None else f"W{self.l}_{self.k + 1}_{self.j + 1}"

    @property
    def label(self) -> str:
        """The same as people write it: w[1]₂,₁, b[1]₂."""
        low = "₀₁₂₃₄₅₆₇₈₉"
        k = str(self.k + 1).translate(str.maketrans("0123456789", low))
        if self.j is None:
            return f"b[{self.l}]{k}"
        return f"w[{self.l}]{k},{str(self.j + 1).translate(str.maketrans('0123456789', low))}"


@dataclass(frozen=True, eq=False)
class Path:
    """A descent: where the two parameters were, (n + 1,) each, the start first, and the cost there."""

    u: Floats
    v: Floats
    J: Floats

    @property
    def updates(self) -> int:
        """How many updates it made."""
        return len(self.J) - 1

    def verdict(self) -> str:
        """ "settled", "descends", "jumps" (J goes up again and again) or "left" (too far away)."""
        if not np.isfinite(self.J).all() or max(abs(self.u[-1]), abs(self.v[-1])) > FAR:
            return "left"
        last = self.J[-RECENT:]
        if int((np.diff(last) > JUMP * last[:-1]).sum()) >= RISES:
            return "jumps"
        steps = np.hypot(np.diff(self.u[-RECENT:]), np.diff(self.v[-RECENT:]))
        # On a plateau steps are short as well, but they don't get shorter.
        shrinks = len(steps) > 1 and (steps[-1] < SHRINK * steps[0] or steps[-1] < STANDSTILL)
        return "settled" if shrinks and steps[-1] < SETTLED else "descends"


class CostPlane:
    """A network's cost on X (n[0], m), Y (n[L], m) by two of its parameters. The network is a copy."""

    def __init__(self, network: Network, X: Floats, Y: Floats, first: Parameter, second: Parameter) -> None:
        self._network = network.copy()
        self._X, self._Y = X, Y
        self.first, self.second = first, second
        # Kept: asking for a cost moves the copy, perhaps on another thread than the one that asks for this.
        self._here = self._get(first), self._get(second)

    @property
    def here(self) -> tuple[float, float]:
        """The two parameters as the network had them."""
        return self._here

    def cost(self, u: float, v: float) -> float:
        """J at these two."""
        self._set(u, v)
        return self._network.cost(self._X, self._Y)

    def slopes(self, u: float, v: float) -> tuple[float, float, float]:
        """dJ/du, dJ/dv and J there."""
        self._set(u, v)
        gradients = self._network.gradients(self._X, self._Y)
        du, dv = (
            float(gradients.db[p.l][p.k, 0] if p.j is None else gradients.dW[p.l][p.k, p.j])
            for p in (self.first, self.second)
        )
        return du, dv, gradients.cost

    def rows(self, us: Floats, vs: Floats) -> Iterator[Floats]:
        """The surface row by row: J at every u, for each v in turn."""
        for v in vs.tolist():
            yield np.array([self.cost(u, v) for u in us.tolist()])

    def descend(self, u: float, v: float, alpha: float, updates: int) -> Path:
        """Gradient descent on the two parameters alone; a path that runs away ends early."""
        us, vs, costs = [u], [v], []
        for _ in range(updates):
            du, dv, J = self.slopes(u, v)
            costs.append(J)
            u, v = u - alpha * du, v - alpha * dv
            if not (math.isfinite(u) and math.isfinite(v) and max(abs(u), abs(v)) <= FAR):
                break
            us.append(u)
            vs.append(v)
        if len(costs) < len(us):
            costs.append(self.cost(u, v))
        return Path(np.array(us), np.array(vs), np.array(costs))

    def _get(self, parameter: Parameter) -> float:
        l, k, j = parameter.l, parameter.k, parameter.j
        return float(self._network.b[l][k, 0] if j is None else self._network.W[l][k, j])

    def _set(self, u: float, v: float) -> None:
        for parameter, value in ((self.first, u), (self.second, v)):
            if parameter.j is None:
                self._network.b[parameter.l][parameter.k, 0] = value
            else:
                self._network.W[parameter.l][parameter.k, parameter.j] = value


def parameters_of(network: Network, most: int = 400) -> tuple[Parameter, ...]:
    """Every parameter of a network, layer by layer, weights first; of a large one the first `most`."""
    found = []
    for l in range(1, network.spec.L + 1):
        n, n_prev = network.W[l].shape
        found += [Parameter(l, k, j) for k in range(n) for j in range(n_prev)]
        found += [Parameter(l, k) for k in range(n)]
    return tuple(found[:most])


def levels_of(values: Floats, count: int = 14) -> tuple[float, ...]:
    """Heights for lines of equal cost: close together near the bottom, far apart on the walls."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return ()
    low, high = float(finite.min()), float(finite.max())
    if high <= low:
        return ()
    return tuple(low + (high - low) * ((index + 0.5) / count) ** 2 for index in range(count))

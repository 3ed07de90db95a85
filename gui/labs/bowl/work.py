"""What the bowl lab has computed on its thread: surfaces and descents. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from engine.labs.bowl import B_RANGE, W_RANGE, plane_of, surface
from engine.labs.cost_plane import CostPlane, Floats, Parameter, Path, levels_of, parameters_of
from engine.network import Network
from engine.run import build
from engine.setup import Setup
from gui.chart import Field

FINE, COARSE, LANDSCAPE = 101, 71, 21  # nodes across: of a map, of a network's map, of a landscape
REACH = 3.0  # to each side of a network's two weights
MOST_EXAMPLES = 400
ROWS_AT_ONCE = 4
NETWORK = "network"


@dataclass(frozen=True, eq=False)
class Sheet:
    """One surface: as a field for the map, and coarse, us (p,), vs (q,), heights (q, p), for the landscape."""

    loss: str
    field: Field
    us: Floats
    vs: Floats
    heights: Floats


@dataclass(frozen=True, eq=False)
class Descents:
    """The paths from all starts on one surface."""

    loss: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, eq=False)
class Loaded:
    """A network with its examples, ready for surfaces."""

    network: Network
    X: Floats
    Y: Floats
    parameters: tuple[Parameter, ...]

    def parameter(self, key: str, otherwise: int) -> Parameter:
        """The parameter of a key; where there is none, the one at a place."""
        chosen = [parameter for parameter in self.parameters if parameter.key == key]
        return chosen[0] if chosen else self.parameters[min(otherwise, len(self.parameters) - 1)]

    def plane(self, first: str, second: str) -> CostPlane:
        """The cost by two of its parameters; the second is another one than the first."""
        one = self.parameter(first, 0)
        two = self.parameter(second, 1)
        if two == one:
            two = next((other for other in self.parameters if other != one), one)
        return CostPlane(self.network, self.X, self.Y, one, two)


def load(setup: Setup) -> Loaded:
    """The network of a set-up at its weights, with at most MOST_EXAMPLES of its training examples."""
    _fitted, _dataset, trainer = build(setup)
    X, Y = trainer.sample(MOST_EXAMPLES)
    parameters = parameters_of(trainer.network)
    return Loaded(trainer.network, np.asarray(X, np.float64), np.asarray(Y, np.float64), parameters)


def logistic_sheets(losses: tuple[str, ...], data: str) -> Iterator[Sheet]:
    """The surfaces of logistic regression."""
    us, vs = np.linspace(*W_RANGE, FINE), np.linspace(*B_RANGE, FINE)
    for loss in losses:
        yield _sheet(loss, us, vs, surface(loss, data, us, vs))


def network_sheets(plane: CostPlane) -> Iterator[Sheet | None]:
    """The surface round a network's two weights; None between, so that it can be given up."""
    u, v = plane.here
    us, vs = np.linspace(u - REACH, u + REACH, COARSE), np.linspace(v - REACH, v + REACH, COARSE)
    rows = []
    for index, row in enumerate(plane.rows(us, vs)):
        rows.append(row)
        if index % ROWS_AT_ONCE == 0:
            yield None
    yield _sheet(NETWORK, us, vs, np.array(rows))


def descents(
    planes: tuple[tuple[str, CostPlane], ...],
    starts: tuple[tuple[float, float], ...],
    alpha: float,
    updates: int,
) -> Iterator[Descents]:
    """The descents on every surface from every start."""
    for loss, plane in planes:
        yield Descents(loss, tuple(plane.descend(u, v, alpha, updates) for u, v in starts))


def logistic_planes(losses: tuple[str, ...], data: str) -> tuple[tuple[str, CostPlane], ...]:
    """Logistic regression with each of the losses."""
    return tuple((loss, plane_of(loss, data)) for loss in losses)


def _sheet(loss: str, us: Floats, vs: Floats, values: Floats) -> Sheet:
    levels = levels_of(values)
    field = Field(values, float(us[0]), float(us[-1]), float(vs[0]), float(vs[-1]), levels)
    columns = np.rint(np.linspace(0, len(us) - 1, min(LANDSCAPE, len(us)))).astype(int)
    rows = np.rint(np.linspace(0, len(vs) - 1, min(LANDSCAPE, len(vs)))).astype(int)
    return Sheet(loss, field, us[columns], vs[rows], values[np.ix_(rows, columns)])

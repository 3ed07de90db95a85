"""A network's activations at the points of a plane, through bound buffers.

Among the scaled inputs of a table a plane is flat: x = p + s u + t v. There the first layer needs no product with
every point, W[1] x + b[1] = (W[1] p + b[1]) + s W[1] u + t W[1] v: three products, however many inputs there are.
Where the inputs are functions of the plane's two coordinates, every point has inputs of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset, plane_grid
from engine.evaluation import ForwardPass
from engine.spec import NetworkSpec

Floats = NDArray[np.floating]
Plane = tuple[str, int, int]

COLUMNS_A_PASS = 1600


class PlanePasses:
    """Passes over size x size points of a plane, in the order of `engine.data.plane_grid`.

    Wb: [W | b] of every layer, index 0 unused; they are read at each `run`, and their dtype is computed in.
    """

    def __init__(
        self, dataset: Dataset, plane: Plane, size: int, spec: NetworkSpec, Wb: Sequence[Floats]
    ) -> None:
        dtype = Wb[1].dtype
        self._Wb = Wb
        self._directions: Floats | None = None
        if is_flat(dataset):
            self._directions = _directions(dataset, plane).astype(dtype)
            self._flat_Wb = np.empty((spec.sizes[1], 3), dtype)
            spec, Wb = replace(spec, inputs=2), [Wb[0], self._flat_Wb, *Wb[2:]]
            points = _coordinates(size)
        else:
            points = plane_grid(dataset, plane, size).X
        A0 = np.ones((len(points) + 1, points.shape[1]), dtype)
        A0[:-1] = points
        starts = range(0, A0.shape[1], COLUMNS_A_PASS)
        columns = [np.ascontiguousarray(A0[:, start : start + COLUMNS_A_PASS]) for start in starts]
        self._passes = [ForwardPass(spec, Wb, part) for part in columns]

    def run(self) -> None:
        """Compute all activations at the present parameters."""
        if self._directions is not None:
            self._Wb[1].dot(self._directions, self._flat_Wb)
        for held in self._passes:
            held.run()

    def activations(self, l: int, units: slice | list[int] = slice(None)) -> Floats:
        """A copy of A[l] of these units, (units, points); of layer 0: the inputs themselves."""
        if l == 0 and self._directions is not None:
            return np.concatenate(
                [self._directions[:-1][units].dot(held.A0) for held in self._passes], axis=1
            )
        return np.concatenate([held.A[l][units] for held in self._passes], axis=1)


def is_flat(dataset: Dataset) -> bool:
    """Whether inputs are affine functions of the plane's coordinates: scaled columns are, x1 x2 is not."""
    return not dataset.is_plane


def products_a_point(dataset: Dataset, spec: NetworkSpec) -> int:
    """How many products one point takes."""
    spared = spec.inputs - 2 if is_flat(dataset) else 0
    return spec.parameter_count - spared * spec.sizes[1]


def _directions(dataset: Dataset, plane: Plane) -> Floats:
    """[u v p] with a last row [0 0 1], (n[0] + 1, 3), found from a grid of four points."""
    p, right, below, _ = plane_grid(dataset, plane, 2).X.T
    return np.column_stack([np.append(right - p, 0.0), np.append(below - p, 0.0), np.append(p, 1.0)])


def _coordinates(size: int) -> Floats:
    """s and t of size x size middles of pixels, (2, points): 0 and 1 are the middles in a grid of 2 x 2."""
    middles = (np.arange(size) + 0.5) / size
    along = (middles - 0.25) / 0.5
    return np.stack([np.tile(along, size), np.repeat(along, size)])

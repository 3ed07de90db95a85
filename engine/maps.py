"""Pictures over a plane: every unit's activation on a small grid, the output on a finer one.

Computed in float32 (they are for the eye) through buffers that are bound once; in float64 for parameters
so large (a run that blows up) that float32 would overflow. What they look like is the views' business.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset
from engine.network import Network
from engine.parameters import ParameterViews
from engine.plane_passes import PlanePasses, products_a_point
from engine.snapshot import Wishes

Picture = NDArray[np.float32]
Floats = NDArray[np.floating]

LEAST_SCALE = 1e-6
LARGEST_IN_FLOAT32 = 1e6  # eight layers of such weights still fit
LARGEST_PAINTED = 1e30
MOST_PRODUCTS = 100_000_000  # for one output map: about 10 ms
COARSEST = 24
_HALVES = ("sigmoid", "softmax")


class Maps:
    """Maps of one network over one plane; `run` reads the present parameters, the other methods copy pictures out.

    Unit maps exist for data of the plane only; the output's map for any plane through the data.
    """

    def __init__(self, dataset: Dataset, network: Network, wishes: Wishes) -> None:
        self._network = network
        self._wishes = wishes
        self._dtype = _dtype_for(network)
        self._theta: Floats = np.empty(network.theta.shape, self._dtype)
        self._Wb = ParameterViews(network.spec.sizes, self._theta).Wb
        unit_grid = wishes.unit_grid if dataset.is_plane else 0
        self._units = self._passes_over(dataset, wishes, unit_grid)
        self._output_size = _affordable(wishes.output_grid, products_a_point(dataset, network.spec))
        self._outputs = self._passes_over(dataset, wishes, self._output_size)
        self._inputs, self._input_scale = _scaled_inputs(self._units)
        self.unit_scales: tuple[float, ...] = (1.0,) * (network.spec.L + 1)
        self.hovered_scale = 1.0

    def fits(self, network: Network, wishes: Wishes) -> bool:
        """Whether these buffers serve that network and those sizes and plane; takes the other wishes over."""
        mine = self._wishes
        self._wishes = wishes
        same_grids = (mine.unit_grid, mine.output_grid) == (wishes.unit_grid, wishes.output_grid)
        same_plane = same_grids and mine.plane == wishes.plane
        return network is self._network and same_plane and self._dtype == _dtype_for(network)

    def run(self) -> None:
        """Compute all activations at the present parameters."""
        self._theta[...] = self._network.theta
        for passes in (self._units, self._outputs):
            if passes is not None:
                passes.run()

    def unit_maps(self) -> tuple[Picture | None, ...]:
        """Entry l: (shown units, grid, grid) in -1..1; entry 0: the inputs. Sets `unit_scales`."""
        layers = range(self._network.spec.L + 1)
        if self._units is None:
            return (None,) * len(layers)
        scales, maps = [self._input_scale], [_frozen(self._inputs[self._shown(0)])]
        for l in layers[1:]:
            A = self._units.activations(l, self._shown(l))
            scales.append(self._paintable(l, A))
            maps.append(_frozen(A))
        self.unit_scales = tuple(scales)
        size = self._wishes.unit_grid
        return tuple(picture.reshape(-1, size, size) for picture in maps)

    def output_map(self) -> Picture | None:
        """yhat over the plane, (n[L], grid, grid)."""
        if self._outputs is None:
            return None
        A = self._outputs.activations(self._network.spec.L)
        return _frozen(_finite(A)).reshape(-1, self._output_size, self._output_size)

    def hovered_map(self) -> Picture | None:
        """The hovered unit (layer, index from 0) over the plane as (grid, grid), in -1..1 as in `unit_maps`.

        Sets `hovered_scale`.
        """
        hovered, sizes = self._wishes.hovered_unit, self._network.spec.sizes
        if hovered is None or self._outputs is None:
            return None
        l, k = hovered
        if not (0 <= l < len(sizes) and 0 <= k < sizes[l]):
            return None
        A = self._outputs.activations(l, [k])
        if l == 0:
            self.hovered_scale = max(float(np.abs(A).max()), LEAST_SCALE)
            A /= A.dtype.type(self.hovered_scale)
        else:
            self.hovered_scale = self._paintable(l, A)
        return _frozen(A).reshape(self._output_size, self._output_size)

    def _passes_over(self, dataset: Dataset, wishes: Wishes, size: int) -> PlanePasses | None:
        if size < 1:
            return None
        return PlanePasses(dataset, wishes.plane, size, self._network.spec, self._Wb)

    def _shown(self, l: int) -> slice | list[int]:
        return self._wishes.shown(l, self._network.spec.sizes[l])

    def _paintable(self, l: int, A: Floats) -> float:
        """Bring activations of layer l into -1..1, in place; returns what they were divided by."""
        activation = self._network.spec.layer(l).activation
        if activation in _HALVES:
            A *= 2
            A -= 1
            return 1.0
        if activation == "tanh" or not A.size:
            return 1.0
        if not np.isfinite(A.sum()):
            largest = float(np.finfo(A.dtype).max)
            np.nan_to_num(A, copy=False, nan=0.0, posinf=largest, neginf=-largest)
        scale = max(float(A.max()), -float(A.min()), LEAST_SCALE)
        A /= A.dtype.type(scale)
        return scale


def _affordable(size: int, products: int) -> int:
    """The side of the output's map: the wished one, or a coarser one where a point takes very many products."""
    return min(size, max(COARSEST, int((MOST_PRODUCTS / products) ** 0.5)))


def _dtype_for(network: Network) -> np.dtype[np.floating]:
    theta = network.theta
    is_large = max(float(theta.max()), -float(theta.min())) > LARGEST_IN_FLOAT32
    return np.dtype(np.float64 if is_large else np.float32)


def _scaled_inputs(passes: PlanePasses | None) -> tuple[Floats, float]:
    """Every input over the plane divided by its own largest size, and the largest of those sizes."""
    if passes is None:
        return np.empty((0, 0), np.float32), 1.0
    X = passes.activations(0)
    sizes = np.maximum(np.abs(X).max(axis=1, keepdims=True), LEAST_SCALE)
    return X / sizes, float(sizes.max())


def _finite(A: Floats) -> Floats:
    """Numbers too large to paint (a network that blows up) become large ones that can be painted."""
    if not abs(float(A.sum())) < LARGEST_PAINTED:
        np.nan_to_num(A, copy=False, nan=0.0, posinf=LARGEST_PAINTED, neginf=-LARGEST_PAINTED)
        np.clip(A, -LARGEST_PAINTED, LARGEST_PAINTED, out=A)
    return A


def _frozen(picture: Floats) -> Picture:
    frozen = picture.astype(np.float32, copy=False)
    frozen.setflags(write=False)
    return frozen

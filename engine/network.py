"""A network: a spec together with its parameters, and the readable forward, cost and gradients.

Training belongs to `engine.trainer`, which changes the same parameters through a faster plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine import propagation
from engine.costs import COSTS
from engine.initializers import INITIALIZERS
from engine.parameters import ParameterViews
from engine.spec import NetworkSpec

Array = NDArray[np.floating]
DTYPES = ("float64", "float32")


class ShapeError(ValueError):
    """An array of the wrong shape; the message names the symbol, its shape and the shape that is needed."""


@dataclass(frozen=True, eq=False)
class Gradients:
    """dW[l], db[l] with the shapes of W[l], b[l] (index 0 unused) and the cost, all at one moment."""

    dW: tuple[Array, ...]
    db: tuple[Array, ...]
    cost: float


class Network:
    """A network of the given spec; W by spec.initialization and seed, b = 0.

    `W[l]`, `b[l]` are views into `theta`: (n[l], n[l-1]) and (n[l], 1), l from 1; writing into them
    changes the network. dtype is "float64" or "float32". Raises ValueError for another dtype.
    """

    def __init__(self, spec: NetworkSpec, seed: int = 0, dtype: str = "float64") -> None:
        if str(np.dtype(dtype)) not in DTYPES:
            raise ValueError(f"dtype must be {' or '.join(DTYPES)}, not {dtype!r}")
        self._spec = spec
        self.dtype: np.dtype[np.floating] = np.dtype(dtype)
        self.theta: Array = np.zeros(spec.parameter_count, self.dtype)
        self._views = ParameterViews(spec.sizes, self.theta)
        self.W: tuple[Array, ...] = tuple(self._views.W)
        self.b: tuple[Array, ...] = tuple(self._views.b)
        self.initialize(seed)

    @property
    def spec(self) -> NetworkSpec:
        """What was asked for; only the regularisation rates can change in place (`set_rates`)."""
        return self._spec

    @property
    def Wb(self) -> list[Array]:
        """[W | b] of every layer as contiguous views, (n[l], n[l-1] + 1); index 0 unused."""
        return self._views.Wb

    def initialize(self, seed: int) -> None:
        """Fresh parameters in place: W by spec.initialization and seed, b = 0."""
        generator = np.random.default_rng(seed)
        draw = INITIALIZERS[self.spec.initialization].draw
        n = self.spec.sizes
        for l in range(1, self.spec.L + 1):
            self.W[l][...] = draw(generator, n[l], n[l - 1])
            self.b[l][...] = 0

    def set_parameters(self, W: Sequence[ArrayLike], b: Sequence[ArrayLike]) -> None:
        """Copy in lists of arrays, layer 1 first. Raises ShapeError; then nothing is changed."""
        new_W = self._checked("W", W, self.W)
        new_b = self._checked("b", b, self.b)
        for l in range(1, self.spec.L + 1):
            self.W[l][...] = new_W[l - 1]
            self.b[l][...] = new_b[l - 1]

    def set_rates(self, l1: float, l2: float) -> None:
        """Other regularisation rates for the same parameters. Raises SpecError for a negative one."""
        self._spec = replace(self._spec, l1=l1, l2=l2)

    def forward(self, X: ArrayLike) -> Array:
        """A[L] of shape (n[L], m) for X of shape (n[0], m). Raises ShapeError."""
        with np.errstate(all="ignore"):
            return self._forward(self.as_inputs(X))[0]

    def cost(self, X: ArrayLike, Y: ArrayLike) -> float:
        """J with regularisation: average loss + l2/2 sum W^2 + l1 sum |W|. Raises ShapeError."""
        X, Y = self.as_examples(X, Y)
        with np.errstate(all="ignore"):
            return self._cost(Y, self._forward(X)[1][-1])

    def gradients(self, X: ArrayLike, Y: ArrayLike) -> Gradients:
        """dW, db of the cost, regularisation included, and the cost itself. Raises ShapeError."""
        X, Y = self.as_examples(X, Y)
        spec = self.spec
        with np.errstate(all="ignore"):
            caches = self._forward(X)[1]
            dW, db = propagation.backward(Y, COSTS[spec.cost], caches)
            if spec.l1 or spec.l2:
                for dW_l, W_l in zip(dW, self.W[1:], strict=True):
                    dW_l += propagation.regularization_backward(W_l, spec.l1, spec.l2)
            return Gradients((self.W[0], *dW), (self.b[0], *db), self._cost(Y, caches[-1]))

    def regularization(self) -> float:
        """The term l2/2 sum W^2 + l1 sum |W| of the cost."""
        with np.errstate(all="ignore"):
            return propagation.regularization(self.W[1:], self.spec.l1, self.spec.l2)

    def copy(self) -> Network:
        """A network of its own with the same spec, dtype and parameters."""
        twin = Network.__new__(Network)
        twin._spec = self._spec
        twin.dtype = self.dtype
        twin.theta = self.theta.copy()
        twin._views = ParameterViews(self.spec.sizes, twin.theta)
        twin.W, twin.b = tuple(twin._views.W), tuple(twin._views.b)
        return twin

    def as_inputs(self, X: ArrayLike, symbol: str = "X") -> Array:
        """X as an array of this dtype, checked: (n[0], m) with m >= 1."""
        return self._as_columns(symbol, X, self.spec.sizes[0], "m")

    def as_examples(self, X: ArrayLike, Y: ArrayLike, suffix: str = "") -> tuple[Array, Array]:
        """X and Y as arrays of this dtype, checked: (n[0], m) and (n[L], m) with the same m >= 1."""
        X = self.as_inputs(X, "X" + suffix)
        Y = self._as_columns("Y" + suffix, Y, self.spec.sizes[-1], str(X.shape[1]))
        return X, Y

    def _forward(self, X: Array) -> tuple[Array, list[propagation.LayerCache]]:
        return propagation.forward(X, self.W[1:], self.b[1:], self.spec.layers)

    def _cost(self, Y: Array, cache: propagation.LayerCache) -> float:
        losses = COSTS[self.spec.cost].losses(cache.Z, cache.A, Y)
        return float(losses.mean()) + self.regularization()

    def _as_columns(self, symbol: str, values: ArrayLike, rows: int, m: str) -> Array:
        array = np.asarray(values, self.dtype)
        wrong = array.ndim != 2 or array.shape[0] != rows or array.shape[1] < 1
        if wrong or (m != "m" and array.shape[1] != int(m)):
            raise ShapeError(f"{symbol} has shape {array.shape}, it must have shape ({rows}, {m})")
        return array

    def _checked(self, symbol: str, arrays: Sequence[ArrayLike], views: Sequence[Array]) -> list[Array]:
        if len(arrays) != len(views) - 1:
            raise ShapeError(f"{symbol} has {len(arrays)} entries, the network has {len(views) - 1} layers")
        checked = []
        for l, (values, view) in enumerate(zip(arrays, views[1:], strict=True), start=1):
            array = np.asarray(values, self.dtype)
            if array.shape != view.shape:
                raise ShapeError(f"{symbol}[{l}] has shape {array.shape}, it must have shape {view.shape}")
            checked.append(array)
        return checked

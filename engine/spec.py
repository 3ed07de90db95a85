"""What a person asked for: frozen, validated descriptions of a network and of its training.

Nothing here holds a trained number. Parameters belong to one `Network`, and what a view may show is a
`Snapshot`; a spec is the part that is saved, compared and undone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from reprlib import repr as shown

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.initializers import INITIALIZERS
from engine.optimizers import OPTIMIZERS


class SpecError(ValueError):
    """A spec that can't be built; the message names the field, its value and what is allowed."""


@dataclass(frozen=True)
class LayerSpec:
    """One layer: its number of units n[l], its activation g[l], and the slope of leaky ReLU below 0."""

    units: int
    activation: str = "tanh"
    leaky_slope: float = 0.01

    def __post_init__(self) -> None:
        if self.units < 1:
            raise SpecError(f"a layer needs at least 1 unit, not {self.units}")
        _require_key("activation", self.activation, ACTIVATIONS)
        _require_finite("leaky_slope", self.leaky_slope)


@dataclass(frozen=True)
class NetworkSpec:
    """A network: n[0] inputs, the layers 1 ... L, the cost, L1 and L2 rates, and how W starts.

    The cost is J + l2/2 sum W^2 + l1 sum |W|; biases carry no penalty.
    """

    inputs: int
    layers: tuple[LayerSpec, ...]
    cost: str = "binary_cross_entropy"
    l1: float = 0.0
    l2: float = 0.0
    initialization: str = "xavier"

    def __post_init__(self) -> None:
        object.__setattr__(self, "layers", tuple(self.layers))
        if self.inputs < 1:
            raise SpecError(f"a network needs at least 1 input, not {self.inputs}")
        if not self.layers:
            raise SpecError("a network needs at least one layer: the output layer")
        _require_key("cost", self.cost, COSTS)
        _require_key("initialization", self.initialization, INITIALIZERS)
        _require_rate("l1", self.l1)
        _require_rate("l2", self.l2)
        self._require_output_that_fits_the_cost()

    @property
    def L(self) -> int:
        """Number of layers; the input layer is not counted."""
        return len(self.layers)

    @property
    def sizes(self) -> tuple[int, ...]:
        """n[0], n[1], ..., n[L]: L + 1 numbers."""
        return (self.inputs, *(layer.units for layer in self.layers))

    @property
    def parameter_count(self) -> int:
        """How many numbers W[1], b[1], ..., W[L], b[L] hold together."""
        n = self.sizes
        return sum(n[l] * (n[l - 1] + 1) for l in range(1, self.L + 1))

    def layer(self, l: int) -> LayerSpec:
        """Layer l, counted from 1."""
        if not 1 <= l <= self.L:
            raise SpecError(f"layer {l} does not exist: layers go from 1 to {self.L}")
        return self.layers[l - 1]

    def with_layer(self, l: int, layer: LayerSpec) -> NetworkSpec:
        """The same network with layer l replaced."""
        self.layer(l)
        return replace(self, layers=(*self.layers[: l - 1], layer, *self.layers[l:]))

    def _require_output_that_fits_the_cost(self) -> None:
        for l, layer in enumerate(self.layers, start=1):
            if layer.activation == "softmax" and l < self.L:
                raise SpecError(f"softmax belongs to the output layer {self.L}, not to layer {l}")
        allowed = COSTS[self.cost].outputs
        output = self.layers[-1].activation
        if allowed and output not in allowed:
            raise SpecError(f"the cost {self.cost} needs an output of {' or '.join(allowed)}, not {output}")


@dataclass(frozen=True)
class TrainingSpec:
    """How a network is trained: optimiser, learning rate, mini-batch size (None: all examples), shuffle seed."""

    optimizer: str = "gradient_descent"
    alpha: float = 0.1
    batch_size: int | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        _require_key("optimizer", self.optimizer, OPTIMIZERS)
        if not (math.isfinite(self.alpha) and self.alpha > 0):
            raise SpecError(f"alpha must be a positive number, not {self.alpha}")
        if self.batch_size is not None and self.batch_size < 1:
            raise SpecError(f"batch_size must be at least 1 or None for all examples, not {self.batch_size}")


def _require_key(field: str, key: str, table: Mapping[str, object]) -> None:
    if key not in table:
        raise SpecError(f"{field} {shown(key)} is unknown; known are {', '.join(table)}")


def _require_finite(field: str, value: float) -> None:
    if not math.isfinite(value):
        raise SpecError(f"{field} must be a finite number, not {value}")


def _require_rate(field: str, value: float) -> None:
    _require_finite(field, value)
    if value < 0:
        raise SpecError(f"{field} must not be negative, it is {value}")

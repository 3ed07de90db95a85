"""Start weights that were typed, number by number: those of an exercise."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from engine.data import DataError, DataSpec, checked_matrix
from engine.data.given import Matrix
from engine.network import Network
from engine.spec import NetworkSpec, SpecError


@dataclass(frozen=True)
class GivenWeights:
    """W[l]: n[l] rows of n[l-1] numbers, b[l]: n[l] numbers; layer 1 first. Raises SpecError."""

    W: tuple[Matrix, ...]
    b: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        if len(self.W) != len(self.b):
            raise SpecError(f"weights: there are {len(self.W)} W and {len(self.b)} b; every layer needs both")
        W, b = [], []
        try:
            for l, (W_l, b_l) in enumerate(zip(self.W, self.b, strict=True), start=1):
                W.append(checked_matrix(W_l, f"weights: W[{l}]"))
                b.append(checked_matrix((b_l,), f"weights: b[{l}]")[0])
        except DataError as error:
            raise SpecError(str(error)) from error
        object.__setattr__(self, "W", tuple(W))
        object.__setattr__(self, "b", tuple(b))

    def fault_for(self, spec: NetworkSpec) -> str:
        """Why they can't be the parameters of this network, in one sentence; "" where they can."""
        if len(self.W) != spec.L:
            return f"weights are given for {len(self.W)} layers, the network has {spec.L}"
        for l, (n_prev, n) in enumerate(pairwise(spec.sizes), start=1):
            shape = (len(self.W[l - 1]), len(self.W[l - 1][0]))
            if shape != (n, n_prev):
                return f"weights: W[{l}] has shape {shape}, it must have shape {(n, n_prev)}"
            if len(self.b[l - 1]) != n:
                return f"weights: b[{l}] has {len(self.b[l - 1])} numbers, it must have {n}"
        return ""

    def fits(self, spec: NetworkSpec) -> bool:
        """Whether every W[l] and b[l] has this network's shape."""
        return not self.fault_for(spec)

    def put_into(self, network: Network) -> None:
        """Make them the network's parameters. Raises ShapeError where they don't fit."""
        network.set_parameters(self.W, [[[value] for value in b_l] for b_l in self.b])


def weights_from(layers: Any) -> GivenWeights:
    """From JSON: a list with {"W": rows, "b": numbers} for every layer. Raises SpecError."""
    if not isinstance(layers, list) or not layers:
        raise SpecError('weights must be a list with {"W": rows, "b": numbers} for every layer')
    for l, layer in enumerate(layers, start=1):
        if not isinstance(layer, dict) or set(layer) != {"W", "b"}:
            raise SpecError(f'weights: layer {l} must be an object with "W" and "b"')
    return GivenWeights(tuple(layer["W"] for layer in layers), tuple(layer["b"] for layer in layers))


def weights_as_json(weights: GivenWeights) -> list[dict[str, Any]]:
    """What `weights_from` reads."""
    return [{"W": W_l, "b": b_l} for W_l, b_l in zip(weights.W, weights.b, strict=True)]


def fault_of_given(data: DataSpec, network: NetworkSpec, weights: GivenWeights | None) -> str:
    """Why given examples and weights can't go with a network, in one sentence; "" where they can."""
    if data.source == "given" and data.given is not None:
        X, Y = data.given.X, np.array(data.given.Y)
        if len(X) != network.inputs:
            return f"given: X has {len(X)} rows, the network has {network.inputs} inputs"
        if len(Y) != network.sizes[-1]:
            return f"given: Y has {len(Y)} rows, the output layer has {network.sizes[-1]} units"
        if network.cost != "mean_squared_error" and not (Y.min() >= 0 and Y.max() <= 1):
            return f"given: Y must lie from 0 to 1 for the cost {network.cost}"
        if network.cost == "categorical_cross_entropy" and not np.allclose(Y.sum(axis=0), 1):
            return f"given: every column of Y must add up to 1 for the cost {network.cost}"
    return weights.fault_for(network) if weights is not None else ""

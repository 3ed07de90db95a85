"""Small networks and examples for the engine's tests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec

Array = NDArray[np.floating]

GOLDEN = Path(__file__).parent.parent / "golden" / "torch_autograd.json"
HIDDEN = [key for key, row in ACTIVATIONS.items() if row.hidden]


def outputs_of(cost: str) -> tuple[str, ...]:
    """Output activations that a cost may stand on."""
    return COSTS[cost].outputs or tuple(ACTIVATIONS)


def network_spec(
    sizes: Sequence[int], activations: Sequence[str], cost: str = "mean_squared_error", **rates: Any
) -> NetworkSpec:
    layers = tuple(LayerSpec(n, g, leaky_slope=0.2) for n, g in zip(sizes[1:], activations, strict=True))
    return NetworkSpec(sizes[0], layers, cost=cost, **rates)


def random_network(spec: NetworkSpec, seed: int = 0, dtype: str = "float64") -> Network:
    """Weights and biases of about size 0.5: no unit saturated, no bias 0."""
    network = Network(spec, dtype=dtype)
    network.theta[...] = 0.5 * np.random.default_rng(seed).standard_normal(network.theta.shape)
    return network


def examples_for(spec: NetworkSpec, m: int, seed: int = 0) -> tuple[Array, Array]:
    """X and labels that suit the cost: 0 and 1, one class an example, or any numbers."""
    generator = np.random.default_rng(seed + 1000)
    X = generator.standard_normal((spec.inputs, m))
    n_L = spec.sizes[-1]
    if spec.cost == "binary_cross_entropy":
        return X, generator.integers(0, 2, (n_L, m)).astype(float)
    if spec.cost == "categorical_cross_entropy":
        return X, np.eye(n_L)[generator.integers(0, n_L, m)].T
    return X, generator.standard_normal((n_L, m))


def all_ends() -> Iterator[tuple[str, str]]:
    """Every cost with every output activation that it may stand on."""
    for cost in COSTS:
        for output in outputs_of(cost):
            yield cost, output


def golden_cases() -> list[dict[str, Any]]:
    return list(json.loads(GOLDEN.read_text(encoding="utf-8")))


def golden_network(case: dict[str, Any]) -> Network:
    sizes, keys = case["sizes"], case["activations"]
    layers = tuple(LayerSpec(n, g, case["leaky_slope"]) for n, g in zip(sizes[1:], keys, strict=True))
    network = Network(NetworkSpec(sizes[0], layers, cost=case["cost"], l1=case["l1"], l2=case["l2"]))
    network.set_parameters(case["W"], case["b"])
    return network

"""A small network as a graph, and back: the same numbers under names that a person can type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from engine.graph.network_text import bias_name, input_name, label_name, network_text, weight_name
from engine.spec import NetworkSpec


class Parameter(NamedTuple):
    """Where a name of the graph stands in the network: W[l][k, j], or b[l][k, 0], for which j is 0; k and j from 0."""

    symbol: str
    l: int
    k: int
    j: int


@dataclass(frozen=True)
class NetworkGraph:
    """text: the network's loss for one example as definitions; at: all its numbers by name.

    parameters: which of the names are W and b, and where they stand.
    """

    text: str
    at: Mapping[str, float]
    parameters: Mapping[str, Parameter]


def graph_of_network(
    spec: NetworkSpec, W: Sequence[ArrayLike], b: Sequence[ArrayLike], x: ArrayLike, y: ArrayLike
) -> NetworkGraph:
    """One example through a network of up to 12 parameters, as a graph.

    W, b: layer 1 first, W of shape (n[l], n[l-1]); x: n[0] numbers; y: n[L] numbers, in any shape. Raises
    ValueError, in one sentence, for a larger network and for arrays of another size.
    """
    text = network_text(spec)
    parameters = parameter_names(spec)
    inputs = _numbers("x", x, spec.sizes[0])
    labels = _numbers("y", y, spec.sizes[-1])
    arrays = {"W": _arrays(spec, "W", W), "b": _arrays(spec, "b", b)}
    at = {input_name(j): value for j, value in enumerate(inputs)}
    for name, (symbol, l, k, j) in parameters.items():
        at[name] = float(arrays[symbol][l - 1][k, j])
    at |= {label_name(spec, k): value for k, value in enumerate(labels)}
    return NetworkGraph(text, at, parameters)


def parameter_names(spec: NetworkSpec) -> dict[str, Parameter]:
    """The name of every weight and bias, layer after layer, unit after unit."""
    return dict(_parameters(spec))


def _parameters(spec: NetworkSpec) -> Iterator[tuple[str, Parameter]]:
    for l in range(1, spec.L + 1):
        for k in range(spec.sizes[l]):
            for j in range(spec.sizes[l - 1]):
                yield weight_name(spec, l, k, j), Parameter("W", l, k, j)
            yield bias_name(spec, l, k), Parameter("b", l, k, 0)


def _numbers(symbol: str, given: ArrayLike, count: int) -> list[float]:
    flat = np.asarray(given, dtype=float).ravel()
    if flat.size != count:
        raise ValueError(f"{symbol} must be {count} numbers, not {flat.size}")
    return [float(value) for value in flat]


def _arrays(spec: NetworkSpec, symbol: str, given: Sequence[ArrayLike]) -> list[np.ndarray]:
    n = spec.sizes
    if len(given) != spec.L:
        raise ValueError(f"{symbol} must be given for {spec.L} layers, not {len(given)}")
    found = []
    for l, array in enumerate(given, start=1):
        columns = n[l - 1] if symbol == "W" else 1
        size = np.asarray(array, dtype=float).size
        if size != n[l] * columns:
            raise ValueError(f"{symbol}[{l}] must hold {n[l] * columns} numbers, not {size}")
        found.append(np.asarray(array, dtype=float).reshape(n[l], columns))
    return found

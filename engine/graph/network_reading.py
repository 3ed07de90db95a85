"""Whether a typed graph is a network written out, and which: the way back from `graph_of_network`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.activations import ACTIVATIONS
from engine.costs import COSTS
from engine.graph.network import parameter_names
from engine.graph.network_text import input_name, label_name, network_text
from engine.graph.program import Program, parse
from engine.graph.tree import Apply, Name, Number, Tree, folded
from engine.spec import LayerSpec, NetworkSpec

_UNIT = re.compile(r"a\[([1-9])\]_([1-9][0-9]?)")
_INPUT = re.compile(r"x([1-9][0-9]?)")


@dataclass(frozen=True, eq=False)
class FoundNetwork:
    """A network and one example: W, b layer 1 first, of shapes (n[l], n[l-1]) and (n[l], 1); x (n[0],), y (n[L],)."""

    spec: NetworkSpec
    W: tuple[NDArray[np.float64], ...]
    b: tuple[NDArray[np.float64], ...]
    x: tuple[float, ...]
    y: tuple[float, ...]


def network_of_graph(text: str, at: Mapping[str, float]) -> FoundNetwork | None:
    """The network whose loss these definitions are, in the names of `network_text`, in any order; else None.

    Networks without regularisation only. Raises ExpressionFault as parse does, KeyError where a variable has no
    value.
    """
    program = parse(text)
    spec = _spec(program)
    if spec is None:
        return None
    n = spec.sizes
    W = tuple(np.zeros((n[l], n[l - 1])) for l in range(1, spec.L + 1))
    b = tuple(np.zeros((n[l], 1)) for l in range(1, spec.L + 1))
    for name, (symbol, l, k, j) in parameter_names(spec).items():
        (W if symbol == "W" else b)[l - 1][k, j] = at[name]
    x = tuple(float(at[input_name(j)]) for j in range(n[0]))
    return FoundNetwork(spec, W, b, x, tuple(float(at[label_name(spec, k)]) for k in range(n[-1])))


def _spec(program: Program) -> NetworkSpec | None:
    shapes = {definition.name: _shape(definition.tree) for definition in program.definitions}
    for spec in _candidates(program):
        try:
            written = parse(network_text(spec))
        except ValueError:  # too large to be written out
            continue
        if {definition.name: _shape(definition.tree) for definition in written.definitions} == shapes:
            return spec
    return None


def _candidates(program: Program) -> Iterator[NetworkSpec]:
    """Networks of the size that the names speak of, with each cost that fits."""
    trees = {definition.name: definition.tree for definition in program.definitions}
    inputs = sum(1 for name in program.variables if _INPUT.fullmatch(name))
    layers = tuple(_layers(trees))
    if not inputs or not layers:
        return
    for cost in COSTS:
        try:
            yield NetworkSpec(inputs, layers, cost)
        except ValueError:  # a cost that doesn't stand on this output
            continue


def _layers(trees: Mapping[str, Tree]) -> Iterator[LayerSpec]:
    if "a" in trees:
        yield _layer(1, trees["a"])
        return
    found = [match for name in trees if (match := _UNIT.fullmatch(name))]
    for l in range(1, 10):
        units = sum(1 for match in found if match[1] == str(l))
        if not units or f"a[{l}]_1" not in trees:
            return
        yield _layer(units, trees[f"a[{l}]_1"])


def _layer(units: int, tree: Tree) -> LayerSpec:
    """What a = g(z) says of a layer; a guess that comparing the whole text confirms."""
    if not isinstance(tree, Apply):
        return LayerSpec(units, "linear")
    if tree.key == "leaky_relu" and isinstance(tree.operands[-1], Number):
        return LayerSpec(units, "leaky_relu", tree.operands[-1].value)
    return LayerSpec(units, tree.key if tree.key in ACTIVATIONS else "softmax")


def _shape(tree: Tree) -> object:
    """A tree without columns, to be compared."""
    return folded(tree, _part_shape)


def _part_shape(part: Tree, operands: tuple[object, ...]) -> object:
    if isinstance(part, Apply):
        return (part.key, *operands)
    return part.name if isinstance(part, Name) else part.value

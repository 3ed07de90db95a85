"""A small network written out unit by unit: z[1]_2 = w[1]_2_1*x1 + ..., a[1]_2 = tanh(z[1]_2), ..., the loss."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from engine.graph.tokens import MAX_CHARACTERS
from engine.spec import LayerSpec, NetworkSpec

MAX_PARAMETERS = 12


def network_text(spec: NetworkSpec) -> str:
    """The loss L of one example (J with regularisation, where a rate is not 0) as definitions.

    A single unit is written as in logistic regression (w1, b, z, a), other networks with layers and indices. Raises
    ValueError for more than MAX_PARAMETERS parameters, or where the text would be longer than the grammar allows.
    """
    if spec.parameter_count > MAX_PARAMETERS:
        raise ValueError(
            f"this network has {spec.parameter_count} parameters: at most {MAX_PARAMETERS} can be shown as a graph"
        )
    text = "; ".join(_definitions(spec))
    if len(text) > MAX_CHARACTERS:
        text = text.replace(" ", "")
    if len(text) > MAX_CHARACTERS:
        raise ValueError(
            f"this network written out has {len(text)} characters: at most {MAX_CHARACTERS} can be shown as a graph"
        )
    return text


def weight_name(spec: NetworkSpec, l: int, k: int, j: int) -> str:
    """Of W[l][k, j]; k and j from 0, names from 1: w[2]_1_3, or w3 of a single unit."""
    return f"w{j + 1}" if _is_single(spec) else f"w[{l}]_{k + 1}_{j + 1}"


def bias_name(spec: NetworkSpec, l: int, k: int) -> str:
    """Of b[l][k]: b[2]_1, or b of a single unit."""
    return _unit(spec, "b", l, k)


def input_name(j: int) -> str:
    """Of input j, from 0: x1."""
    return f"x{j + 1}"


def label_name(spec: NetworkSpec, k: int) -> str:
    """Of the label of output k, from 0: y, or y1 where there are several."""
    return f"y{k + 1}" if spec.sizes[-1] > 1 else "y"


def _is_single(spec: NetworkSpec) -> bool:
    return spec.sizes[1:] == (1,)


def _unit(spec: NetworkSpec, symbol: str, l: int, k: int) -> str:
    return symbol if _is_single(spec) else f"{symbol}[{l}]_{k + 1}"


def _definitions(spec: NetworkSpec) -> Iterator[str]:
    for l in range(1, spec.L + 1):
        for k in range(spec.sizes[l]):
            yield f"{_unit(spec, 'z', l, k)} = {_linear(spec, l, k)}"
        yield from _activations(spec, l)
    yield f"L = {_loss(spec)}"
    if spec.l1 or spec.l2:
        yield f"J = L{_penalty(spec)}"


def _linear(spec: NetworkSpec, l: int, k: int) -> str:
    below = [input_name(j) if l == 1 else _unit(spec, "a", l - 1, j) for j in range(spec.sizes[l - 1])]
    products = [f"{weight_name(spec, l, k, j)}*{a}" for j, a in enumerate(below)]
    return " + ".join([*products, bias_name(spec, l, k)])


def _activations(spec: NetworkSpec, l: int) -> Iterator[str]:
    units = range(spec.sizes[l])
    layer = spec.layer(l)
    if layer.activation == "softmax":
        powers = [_unit(spec, "e", l, k) for k in units]
        yield from (f"{power} = exp({_unit(spec, 'z', l, k)})" for k, power in enumerate(powers))
        yield f"s = {' + '.join(powers)}"
        yield from (f"{_unit(spec, 'a', l, k)} = {power}/s" for k, power in enumerate(powers))
        return
    for k in units:
        yield f"{_unit(spec, 'a', l, k)} = {_activation(layer, _unit(spec, 'z', l, k))}"


def _activation(layer: LayerSpec, z: str) -> str:
    if layer.activation == "linear":
        return z
    if layer.activation == "leaky_relu":
        return f"leaky_relu({z}, {float(layer.leaky_slope)!r})"
    return f"{layer.activation}({z})"


def _loss(spec: NetworkSpec) -> str:
    pairs = [(label_name(spec, k), _unit(spec, "a", spec.L, k)) for k in range(spec.sizes[-1])]
    if spec.cost == "mean_squared_error":
        squares = " + ".join(f"({a} - {y})**2" for y, a in pairs)
        return f"{squares}/2" if len(pairs) == 1 else f"({squares})/2"
    if spec.cost == "categorical_cross_entropy":
        return f"-({' + '.join(f'{y}*log({a})' for y, a in pairs)})"
    return f"-({' + '.join(f'{y}*log({a}) + (1 - {y})*log(1 - {a})' for y, a in pairs)})"


def _penalty(spec: NetworkSpec) -> str:
    names = [
        weight_name(spec, l, k, j)
        for l in range(1, spec.L + 1)
        for k, j in product(range(spec.sizes[l]), range(spec.sizes[l - 1]))
    ]
    text = f" + {spec.l2 / 2!r}*({' + '.join(f'{w}**2' for w in names)})" if spec.l2 else ""
    return text + (f" + {spec.l1!r}*({' + '.join(f'abs({w})' for w in names)})" if spec.l1 else "")

"""Small networks as graphs and back: the same numbers as the engine's."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from engine.graph import build_graph, graph_of_network, network_of_graph
from engine.graph.network_text import network_text
from engine.network import Network
from engine.spec import LayerSpec, NetworkSpec
from tests.engine.networks import network_spec

BCE = "binary_cross_entropy"
SIZES = [
    (2, 1),
    (1, 1),
    (3, 2, 1),
    (2, 2, 1),
    (2, 2, 2),
    (1, 1, 1, 1, 1, 1, 1),
    (11, 1),
    (3, 3),
    (1, 2, 1, 1),
]
SPECS = [
    *(network_spec(sizes, ("tanh",) * (len(sizes) - 2) + ("sigmoid",), BCE) for sizes in SIZES),
    *(
        network_spec(sizes, (hidden,) * (len(sizes) - 2) + (output,), "mean_squared_error")
        for sizes, hidden, output in product(
            [(2, 2, 1), (2, 2, 2)], ["sigmoid", "relu", "leaky_relu", "linear"], ["linear", "tanh"]
        )
    ),
    network_spec((2, 2, 2), ("tanh", "softmax"), "categorical_cross_entropy"),
    network_spec((3, 3), ("softmax",), "categorical_cross_entropy"),
    replace(network_spec((2, 2, 1), ("tanh", "sigmoid"), BCE), l1=0.01, l2=0.1),
    NetworkSpec(1, (LayerSpec(3, "leaky_relu", 0.2), LayerSpec(1, "sigmoid"))),
]


def name_of(spec: NetworkSpec) -> str:
    return "-".join(map(str, spec.sizes)) + "-" + "-".join(layer.activation for layer in spec.layers)


def example(spec: NetworkSpec) -> tuple[Network, np.ndarray, np.ndarray]:
    network = Network(spec, seed=3)
    generator = np.random.default_rng(4)
    for l in range(1, spec.L + 1):
        network.b[l][...] = generator.normal(size=network.b[l].shape)
    x = generator.normal(size=(spec.inputs, 1))
    y = np.zeros((spec.sizes[-1], 1))
    y[0] = 1
    return network, x, y


@pytest.mark.parametrize("spec", SPECS, ids=name_of)
def test_that_cost_and_derivatives_are_the_networks(spec: NetworkSpec) -> None:
    network, x, y = example(spec)
    written = graph_of_network(spec, network.W[1:], network.b[1:], x, y)
    graph = build_graph(written.text)
    found = graph.at(written.at)
    gradients = network.gradients(x, y)
    assert found.output == pytest.approx(gradients.cost, rel=1e-12, abs=1e-12)
    assert len(written.parameters) == spec.parameter_count
    for name, (symbol, l, k, j) in written.parameters.items():
        expected = (gradients.dW if symbol == "W" else gradients.db)[l][k, j]
        slope = found.derivatives[graph.index_of(name)]
        assert slope == pytest.approx(expected, rel=1e-12, abs=1e-12)
    assert {*written.parameters} < {*written.at} == {*graph.variables}


@pytest.mark.parametrize("spec", [spec for spec in SPECS if not spec.l2], ids=name_of)
def test_that_a_network_written_out_is_found_again(spec: NetworkSpec) -> None:
    network, x, y = example(spec)
    written = graph_of_network(spec, network.W[1:], network.b[1:], x, y)
    definitions = reversed(written.text.replace(" ", "").split(";"))
    found = network_of_graph("\n".join(definitions), written.at)
    assert found is not None
    assert (found.spec.sizes, found.spec.cost) == (spec.sizes, spec.cost)
    assert network_text(found.spec) == written.text  # with every activation, and its slope where it has one
    for l in range(1, spec.L + 1):
        np.testing.assert_array_equal(found.W[l - 1], network.W[l])
        np.testing.assert_array_equal(found.b[l - 1], network.b[l])
    assert found.x == tuple(x.ravel())
    assert found.y == tuple(y.ravel())


@pytest.mark.parametrize(
    "text",
    [
        "J = 3*(a + b*c)",
        "L = (a - y)**2; a = tanh(z); z = w1*x1 + b",
        "a = relu(z); z = w1*x1 + b",
        "f = a[1]_1*x1; a[1]_1 = tanh(b)",
        "L = a[1]_2*x1; a[1]_2 = exp(b)",
    ],
)
def test_that_other_graphs_are_no_networks(text: str) -> None:
    assert network_of_graph(text, {}) is None


def test_that_logistic_regression_has_the_names_of_the_notes() -> None:
    spec = network_spec((2, 1), ("sigmoid",), BCE)
    written = graph_of_network(spec, [[[0.5, -0.25]]], [[0.1]], [1, 2], [1])
    assert written.text == ("z = w1*x1 + w2*x2 + b; a = sigmoid(z); L = -(y*log(a) + (1 - y)*log(1 - a))")
    assert written.at == {"x1": 1, "x2": 2, "w1": 0.5, "w2": -0.25, "b": 0.1, "y": 1}
    assert written.parameters == {"w1": ("W", 1, 0, 0), "w2": ("W", 1, 0, 1), "b": ("b", 1, 0, 0)}


def test_that_a_larger_network_is_refused_in_a_sentence() -> None:
    network = Network(network_spec((2, 3, 1), ("tanh", "sigmoid")))
    with pytest.raises(ValueError, match="has 13 parameters: at most 12"):
        graph_of_network(network.spec, network.W[1:], network.b[1:], [0, 0], [1])


def test_that_a_text_that_would_be_too_long_is_refused_in_a_sentence() -> None:
    spec = replace(
        network_spec((2, 2, 2), ("tanh", "softmax"), "categorical_cross_entropy"), l1=0.01, l2=0.01
    )
    network = Network(spec)
    with pytest.raises(ValueError, match="at most 500 can be shown as a graph"):
        graph_of_network(spec, network.W[1:], network.b[1:], [0, 0], [1, 0])


@pytest.mark.parametrize(
    ("W", "b", "x", "y", "part"),
    [
        ([[1, 2]], [[0]], [1], [1], "x must be 2 numbers, not 1"),
        ([[1, 2]], [[0]], [1, 2], [1, 0], "y must be 1 numbers, not 2"),
        ([[1, 2, 3]], [[0]], [1, 2], [1], r"W\[1\] must hold 2 numbers, not 3"),
        ([[1, 2]], [[0], [1]], [1, 2], [1], "b must be given for 1 layers, not 2"),
    ],
)
def test_that_arrays_of_another_size_are_refused(
    W: list[list[float]], b: list[list[float]], x: list[float], y: list[float], part: str
) -> None:
    with pytest.raises(ValueError, match=part):
        graph_of_network(network_spec((2, 1), ("sigmoid",), BCE), W, b, x, y)

"""The loop that the benchmark compares with must do the same updates as the engine, or the race is unfair."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.textbook import Textbook
from engine import LayerSpec, Network, NetworkSpec, Trainer, TrainingSpec
from tests.engine.networks import examples_for

ENDS = {"sigmoid": "binary_cross_entropy", "softmax": "categorical_cross_entropy"}


@pytest.mark.parametrize("optimizer", ["gradient_descent", "adam"])
@pytest.mark.parametrize("output", list(ENDS))
@pytest.mark.parametrize("hidden", ["tanh", "relu"])
def test_that_the_textbook_loop_trains_as_the_engine_does(optimizer: str, output: str, hidden: str) -> None:
    spec = NetworkSpec(3, (LayerSpec(4, hidden), LayerSpec(2, output)), cost=ENDS[output])
    X, Y = examples_for(spec, 12)
    loop = Textbook((3, 4, 2), (hidden, output), X, Y, 12, 0.1, "float64", adam=optimizer == "adam")
    network = Network(spec)
    network.set_parameters(
        [loop.parameters["W1"], loop.parameters["W2"]], [loop.parameters["b1"], loop.parameters["b2"]]
    )
    loop.run(10)
    Trainer(network, X, Y, TrainingSpec(optimizer, 0.1)).run_updates(10)
    for l in (1, 2):
        np.testing.assert_allclose(loop.parameters[f"W{l}"], network.W[l], rtol=1e-9)
        np.testing.assert_allclose(loop.parameters[f"b{l}"], network.b[l], rtol=1e-9)

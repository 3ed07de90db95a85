"""What the status bar says in Step."""

from __future__ import annotations

from engine.activations import ACTIVATIONS
from engine.data import build_dataset
from engine.setup import Setup
from engine.spec import LayerSpec, NetworkSpec
from gui.step.status import what_of
from tests.gui.step.tapes import start_network


def test_that_activations_are_called_as_everywhere_else():
    network = NetworkSpec(2, (LayerSpec(4, "relu"), LayerSpec(2, "leaky_relu"), LayerSpec(1, "sigmoid")))
    setup = Setup(network=network)
    words = what_of(start_network(), setup, build_dataset(setup.data))
    assert "ReLU, leaky ReLU, sigmoid" in words
    assert "relu" not in words
    assert ACTIVATIONS["relu"].label == "ReLU"

"""The ONNX model: valid by ONNX's own checker, and equal to the engine to 1e-6 in onnxruntime."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.activations import ACTIVATIONS
from engine.data import DataSpec, Table, build_dataset
from engine.export import ExportError, onnx_model
from engine.export.onnx_model import OPERATORS
from engine.network import Network
from engine.run import build
from engine.setup import Setup, from_json
from engine.spec import LayerSpec, NetworkSpec
from tests.engine.networks import HIDDEN, all_ends, network_spec, random_network

SIZES = [(1, 1, 1), (2, 4, 2), (3, 1, 5), (64, 30, 10), (300, 7, 2)]


def specs() -> Iterator[NetworkSpec]:
    for sizes in SIZES:
        for cost, output in all_ends():
            for hidden in HIDDEN:
                yield network_spec(sizes, (hidden, output), cost)


def usual_network(spec: NetworkSpec) -> Network:
    """Weights of the size that training starts from, so that 1e-6 is more than what float32 rounds away."""
    network = Network(spec, seed=1)
    for l in range(1, spec.L + 1):
        network.b[l][...] = 0.3 * np.random.default_rng(l).standard_normal(network.b[l].shape)
    return network


def inputs_for(spec: NetworkSpec, m: int = 5) -> Any:
    """(n[0], m), numbers that float32 holds exactly."""
    return np.random.default_rng(3).standard_normal((spec.inputs, m)).astype(np.float32)


def run(content: bytes, X: Any) -> Any:
    """A[L] (n[L], m) as onnxruntime finds it."""
    runtime = pytest.importorskip("onnxruntime")
    runtime.set_default_logger_severity(3)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = runtime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    assert [value.name for value in session.get_inputs()] == ["X"]
    return session.run(None, {"X": np.ascontiguousarray(X.T)})[0].T


def checked(content: bytes) -> Any:
    onnx = pytest.importorskip("onnx")
    model = onnx.load_model_from_string(content)
    onnx.checker.check_model(model, full_check=True)
    return model


def metadata(model: Any) -> dict[str, str]:
    return {entry.key: entry.value for entry in model.metadata_props}


def test_that_every_activation_has_an_operator() -> None:
    assert set(OPERATORS) == set(ACTIVATIONS)


def test_that_onnxruntime_finds_what_the_engine_finds() -> None:
    for spec in specs():
        network, X = usual_network(spec), inputs_for(spec)
        found = run(onnx_model(network), X)
        np.testing.assert_allclose(found, network.forward(X), rtol=1e-6, atol=1e-6, err_msg=repr(spec))


@pytest.mark.parametrize("slope", [0.0, 0.01, 0.5, 1.0, 3.0, -0.25])
def test_that_the_slope_of_a_leaky_relu_arrives(slope: float) -> None:
    spec = NetworkSpec(2, (LayerSpec(3, "leaky_relu", slope), LayerSpec(1, "linear")), "mean_squared_error")
    network, X = random_network(spec), inputs_for(spec)
    np.testing.assert_allclose(run(onnx_model(network), X), network.forward(X), rtol=1e-6, atol=1e-6)


def test_that_a_trained_deep_network_agrees_on_all_its_test_examples() -> None:
    layers = tuple(LayerSpec(n, "tanh") for n in (8, 8, 4))
    network = NetworkSpec(64, (*layers, LayerSpec(10, "softmax")), "categorical_cross_entropy")
    setup, dataset, trainer = build(Setup(DataSpec(source="digits", scaling="min_max"), network))
    trainer.run_epochs(3)
    found = run(onnx_model(trainer.network, setup, dataset), dataset.X_test.astype(np.float32))
    np.testing.assert_allclose(found, trainer.network.forward(dataset.X_test), atol=2e-6)


def test_that_the_model_passes_the_checker_and_says_how_it_is_laid_out() -> None:
    for spec in specs():
        model = checked(onnx_model(random_network(spec)))
        assert [(entry.domain, entry.version) for entry in model.opset_import] == [("", 13)]
        shape = model.graph.input[0].type.tensor_type.shape
        assert [dim.dim_param or dim.dim_value for dim in shape.dim] == ["m", spec.inputs]
        assert "one example a row" in metadata(model)["layout"]


def test_that_weights_are_those_of_the_notes() -> None:
    onnx = pytest.importorskip("onnx")
    network = random_network(network_spec((3, 4, 2), ("tanh", "linear")))
    model = checked(onnx_model(network))
    found = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    assert found["W1"].tolist() == network.W[1].astype(np.float32).tolist()
    assert found["b2"].tolist() == network.b[2][:, 0].astype(np.float32).tolist()


def test_that_the_set_up_travels_along() -> None:
    setup, dataset, trainer = build(Setup(DataSpec(source="iris", scaling="standardise")))
    found = metadata(checked(onnx_model(trainer.network, setup, dataset)))
    assert from_json(found["setup"]) == setup
    assert json.loads(found["classes"]) == ["setosa", "versicolor", "virginica"]
    assert json.loads(found["inputs"]) == list(dataset.input_names)
    assert dataset.scaling is not None
    assert json.loads(found["scaling_offset"]) == dataset.scaling.offset[:, 0].tolist()
    assert json.loads(found["scaling_size"]) == dataset.scaling.size[:, 0].tolist()


def test_that_a_tables_rows_stay_where_they_are() -> None:
    table = Table(
        ("secret",), np.arange(8.0)[None], np.array([0, 1] * 4), ("no", "yes"), "answer", "people.csv", 8
    )
    data = DataSpec(source="csv", table=table)
    spec = NetworkSpec(1, (LayerSpec(1, "sigmoid"),))
    setup, dataset = Setup(data, spec), build_dataset(data)
    found = metadata(checked(onnx_model(Network(spec), setup, dataset)))
    assert "setup" not in found
    assert json.loads(found["training"])["alpha"] == setup.training.alpha
    # The table of before goes along with no other source either.
    plane = replace(setup, data=replace(data, source="xor"), network=Setup().network)
    _, plane_dataset, trainer = build(plane)
    kept = metadata(checked(onnx_model(trainer.network, plane, plane_dataset)))
    assert from_json(kept["setup"]).data.table is None


def test_that_numbers_that_float32_does_not_hold_are_refused() -> None:
    network = random_network(network_spec((2, 3, 1), ("tanh", "linear")))
    network.W[1][0, 0] = 1e39
    with pytest.raises(ExportError, match=r"3\.4e38"):
        onnx_model(network)
    network.W[1][0, 0] = np.inf
    with pytest.raises(ExportError, match=r"W\[1\] holds a number that is not finite"):
        onnx_model(network)


def test_that_equal_networks_give_equal_bytes() -> None:
    network = random_network(network_spec((2, 3, 1), ("tanh", "linear")))
    assert onnx_model(network) == onnx_model(network.copy())

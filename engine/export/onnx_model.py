"""The network as an ONNX file: input X with one example a row, float32, opset 13. No ONNX package is needed."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import numpy as np

from engine.data import Dataset
from engine.export import onnx_messages as onnx
from engine.export.errors import ExportError
from engine.export.worked_update import require_finite
from engine.network import Network
from engine.setup import Setup, to_json
from engine.spec import LayerSpec

LAYOUT = (
    "X holds one example a row, ({0}, m) of the notes turned to (m, {0}); the output A{1} likewise, (m, {2}). "
    "W1, b1, ... are those of the notes: Z = X W' + b'."
)
LARGEST = float(np.finfo(np.float32).max)
MOST_BYTES = 2_000_000_000  # Protocol Buffers allow no more in one message

# The operator of an activation; softmax runs over the units of an example, the columns here.
OPERATORS = {
    "sigmoid": "Sigmoid",
    "tanh": "Tanh",
    "relu": "Relu",
    "leaky_relu": "LeakyRelu",
    "linear": "Identity",
    "softmax": "Softmax",
}


def onnx_model(network: Network, setup: Setup | None = None, dataset: Dataset | None = None) -> bytes:
    """The forward pass as an ONNX model; what a set-up and its data say goes into metadata_props.

    Raises ExportError for a number that is not finite or too large for float32, a model over 2 GB, or an activation
    without a row in OPERATORS.
    """
    require_finite(network)
    if float(np.abs(network.theta).max()) > LARGEST:
        raise ExportError("a weight is larger than 3.4e38, the largest number of ONNX's float32")
    spec = network.spec
    if spec.parameter_count * 4 > MOST_BYTES:
        raise ExportError("the network is larger than 2 GB, the limit of an ONNX file; NPZ takes it")
    layout = LAYOUT.format(spec.inputs, spec.L, spec.sizes[-1])
    tensors = []
    for l in range(1, spec.L + 1):
        tensors += [onnx.tensor(f"W{l}", network.W[l]), onnx.tensor(f"b{l}", network.b[l][:, 0])]
    content = onnx.graph(
        "network",
        _nodes(network),
        tensors,
        onnx.value_info("X", spec.inputs, _columns(dataset)),
        onnx.value_info(f"A{spec.L}", spec.sizes[-1], _outputs(network.spec.cost, dataset)),
    )
    return onnx.model(content, layout, {"layout": layout, **_metadata(network, setup, dataset)})


def _nodes(network: Network) -> list[bytes]:
    nodes, A = [], "X"
    for l, layer in enumerate(network.spec.layers, start=1):
        if layer.activation not in OPERATORS:
            raise ExportError(f"{layer.activation} can't be written as ONNX yet; NumPy takes it")
        nodes.append(onnx.node("Gemm", (A, f"W{l}", f"b{l}"), f"Z{l}", {"transB": 1}))
        A = f"A{l}"
        nodes.append(onnx.node(OPERATORS[layer.activation], (f"Z{l}",), A, _attributes(layer)))
    return nodes


def _attributes(layer: LayerSpec) -> dict[str, float]:
    if layer.activation == "leaky_relu":
        if abs(layer.leaky_slope) > LARGEST:
            raise ExportError(
                "a slope of leaky ReLU is larger than 3.4e38, the largest number of ONNX's float32"
            )
        return {"alpha": float(layer.leaky_slope)}
    return {"axis": 1} if layer.activation == "softmax" else {}


def _columns(dataset: Dataset | None) -> str:
    names = f": {', '.join(dataset.input_names)}" if dataset is not None else ""
    scaled = (
        ", scaled as scaling_offset and scaling_size say" if dataset is not None and dataset.scaling else ""
    )
    return f"one example a row{names}{scaled}"


def _outputs(cost: str, dataset: Dataset | None) -> str:
    if dataset is None or not dataset.class_names or cost == "mean_squared_error":
        return "one example a row"
    if dataset.task == "binary":
        return f"one example a row: the probability of {dataset.class_names[1]}"
    return f"one example a row: a probability for each of {', '.join(dataset.class_names)}"


def _metadata(network: Network, setup: Setup | None, dataset: Dataset | None) -> dict[str, str]:
    found = {"network": json.dumps(asdict(network.spec))}
    if setup is not None:
        # The rows of an imported table stay where they are; the rest of the set-up is told.
        is_table = setup.data.source == "csv"
        found |= {"training": json.dumps(asdict(setup.training))} if is_table else {"setup": _setup(setup)}
    if dataset is not None:
        found["inputs"] = json.dumps(dataset.input_names)
        if dataset.class_names:
            found["classes"] = json.dumps(dataset.class_names)
        if dataset.scaling is not None:
            found["scaling_offset"] = json.dumps(dataset.scaling.offset[:, 0].tolist())
            found["scaling_size"] = json.dumps(dataset.scaling.size[:, 0].tolist())
    return found


def _setup(setup: Setup) -> str:
    return to_json(replace(setup, data=replace(setup.data, table=None)))

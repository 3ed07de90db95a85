"""The messages of an ONNX file that a network of dense layers needs, as bytes.

Source of the field numbers: onnx.proto of ONNX 1.x (github.com/onnx/onnx, onnx/onnx.proto), which never change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.export.protobuf import data, number, real, text

IR_VERSION = 7  # goes with opset 12 and later; every reader of the last years takes it
OPSET = 13

FLOAT = 1  # TensorProto.DataType
ATTRIBUTE_FLOAT, ATTRIBUTE_INT = 1, 2  # AttributeProto.AttributeType


def tensor(name: str, values: NDArray[np.floating]) -> bytes:
    """TensorProto: values as float32, little-endian."""
    dims = b"".join(number(1, size) for size in values.shape)
    return dims + number(2, FLOAT) + text(8, name) + data(9, values.astype("<f4").tobytes())


def attribute(name: str, value: float) -> bytes:
    """AttributeProto: a float or an int."""
    if isinstance(value, int):
        return text(1, name) + number(3, value) + number(20, ATTRIBUTE_INT)
    return text(1, name) + real(2, value) + number(20, ATTRIBUTE_FLOAT)


def node(
    operator: str,
    inputs: Sequence[str],
    output: str,
    attributes: Mapping[str, float] | None = None,
) -> bytes:
    """NodeProto, named after what it gives."""
    return b"".join(
        (
            *(text(1, name) for name in inputs),
            text(2, output),
            text(3, f"{operator}_{output}"),
            text(4, operator),
            *(data(5, attribute(name, value)) for name, value in (attributes or {}).items()),
        )
    )


def value_info(name: str, columns: int, about: str) -> bytes:
    """ValueInfoProto of a float tensor of m rows, m left open."""
    shape = data(1, text(2, "m")) + data(1, number(1, columns))
    return text(1, name) + data(2, data(1, number(1, FLOAT) + data(2, shape))) + text(3, about)


def graph(
    name: str, nodes: Sequence[bytes], tensors: Sequence[bytes], network_input: bytes, network_output: bytes
) -> bytes:
    """GraphProto."""
    return b"".join(
        (
            *(data(1, content) for content in nodes),
            text(2, name),
            *(data(5, content) for content in tensors),
            data(11, network_input),
            data(12, network_output),
        )
    )


def model(content: bytes, about: str, metadata: Mapping[str, str]) -> bytes:
    """ModelProto around a graph."""
    entries = (data(14, text(1, key) + text(2, value)) for key, value in metadata.items())
    return b"".join(
        (
            number(1, IR_VERSION),
            text(2, "Chalknet"),
            text(6, about),
            data(7, content),
            data(8, text(1, "") + number(2, OPSET)),
            *entries,
        )
    )

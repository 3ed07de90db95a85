"""The table of forms that a network can be exported in. A new one is one row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.data import Dataset
from engine.export.numpy_script import numpy_script
from engine.export.onnx_model import onnx_model
from engine.export.torch_script import torch_script
from engine.export.weights_file import weights_npz
from engine.network import Network
from engine.setup import Setup


@dataclass(frozen=True)
class ExportFormat:
    """key: its name on the command line; label: in menus; suffix: of its files.

    write(setup, network, dataset): the file's content; the network is only read. Raises ExportError.
    """

    key: str
    label: str
    suffix: str
    write: Callable[[Setup, Network, Dataset], bytes]


def _numpy(setup: Setup, network: Network, dataset: Dataset) -> bytes:
    return numpy_script(setup, network, dataset).encode()


def _torch(setup: Setup, network: Network, dataset: Dataset) -> bytes:
    return torch_script(setup, network, dataset).encode()


def _onnx(setup: Setup, network: Network, dataset: Dataset) -> bytes:
    return onnx_model(network, setup, dataset)


def _npz(setup: Setup, network: Network, dataset: Dataset) -> bytes:
    return weights_npz(network)


_ROWS = (
    ExportFormat("numpy", "NumPy script", ".py", _numpy),
    ExportFormat("torch", "PyTorch script", ".py", _torch),
    ExportFormat("onnx", "ONNX model", ".onnx", _onnx),
    ExportFormat("npz", "Weights (NPZ)", ".npz", _npz),
)

FORMATS: dict[str, ExportFormat] = {row.key: row for row in _ROWS}

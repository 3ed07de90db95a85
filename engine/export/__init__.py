"""A network to take away: a NumPy or PyTorch script that checks itself, an ONNX model, weights as NPZ and back.

Nothing here changes the network or touches a file; `export_command` writes them.
"""

from engine.export.errors import ExportError
from engine.export.formats import FORMATS, ExportFormat
from engine.export.numpy_script import numpy_script
from engine.export.onnx_model import onnx_model
from engine.export.torch_script import torch_script
from engine.export.weights_file import read_weights, weights_npz

__all__ = [
    "FORMATS",
    "ExportError",
    "ExportFormat",
    "numpy_script",
    "onnx_model",
    "read_weights",
    "torch_script",
    "weights_npz",
]

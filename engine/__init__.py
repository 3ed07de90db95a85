"""The engine: networks of dense layers in the notation of the notes. NumPy and the standard library only.

| symbol | meaning | shape |
| --- | --- | --- |
| m | number of examples, one a column | |
| L | number of layers; the input layer is not counted | |
| n[l] | units in layer l; n[0] inputs, n[L] outputs | |
| X = A[0] | inputs | (n[0], m) |
| Y | labels | (n[L], m) |
| W[l], b[l] | weights, bias of layer l, l from 1 | (n[l], n[l-1]), (n[l], 1) |
| Z[l] = W[l] A[l-1] + b[l] | linear output | (n[l], m) |
| A[l] = g[l](Z[l]) | activation; A[L] is yhat | (n[l], m) |
| dW[l], db[l] | derivatives of the cost J, with 1/m | as W[l], b[l] |
| dZ[l], dA[l] | derivatives of each example's loss, without 1/m | as Z[l], A[l] |
| theta | all [W | b], layer after layer, as one vector | (parameters,) |
| alpha | learning rate | |
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.network import Network
    from engine.spec import LayerSpec, NetworkSpec, TrainingSpec
    from engine.trainer import Trainer

__all__ = ["LayerSpec", "Network", "NetworkSpec", "Trainer", "TrainingSpec"]

HOMES = {
    "LayerSpec": "engine.spec",
    "Network": "engine.network",
    "NetworkSpec": "engine.spec",
    "Trainer": "engine.trainer",
    "TrainingSpec": "engine.spec",
}


def __getattr__(name: str) -> Any:
    """Load a name of the face when it is first asked for: the window's frame asks only where a font lies, and comes
    before NumPy. Raises AttributeError for other names.
    """
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(HOMES[name]), name)

"""Parameters carried over from one network to another: what survives an edit keeps what it has learned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.network import Network
from engine.spec import NetworkSpec

Origin = Sequence[int | None]


def transplant(
    old: Network,
    new_spec: NetworkSpec,
    layer_origin: Origin,
    input_origin: Origin,
    seed: int = 0,
    base: Network | None = None,
) -> Network:
    """A network of new_spec with what it shares with `old`; the rest is fresh, by new_spec and seed.

    layer_origin[l-1]: which layer of `old` the new layer l was, or None; input_origin[j]: which input of
    `old` the new input j was, or None. W[l][k, j] is kept where unit k was there and column j is the same
    unit of the same layer (or the same input); b[l][k] where unit k was there. base: a network of
    new_spec's sizes that gives the rest instead of fresh numbers (an undone edit finds its own again).
    Raises ValueError for origins of the wrong length or out of range.
    """
    _require_origins("layer_origin", layer_origin, new_spec.L, 1, old.spec.L)
    _require_origins("input_origin", input_origin, new_spec.inputs, 0, old.spec.inputs - 1)
    new = Network(new_spec, seed=seed, dtype=str(old.dtype))
    if base is not None and base.spec.sizes == new_spec.sizes:
        new.theta[...] = base.theta
    for l, origin in enumerate(layer_origin, start=1):
        if origin is None:
            continue
        rows = np.arange(min(new.spec.sizes[l], old.spec.sizes[origin]))
        new.b[l][rows] = old.b[origin][rows]
        columns, old_columns = _shared_columns(l, origin, new, old, layer_origin, input_origin)
        new.W[l][np.ix_(rows, columns)] = old.W[origin][np.ix_(rows, old_columns)]
    return new


def _shared_columns(
    l: int, origin: int, new: Network, old: Network, layer_origin: Origin, input_origin: Origin
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Columns of the new W[l] and the columns of the old W[origin] that they were."""
    if l == 1 and origin == 1:
        pairs = [(j, old_j) for j, old_j in enumerate(input_origin) if old_j is not None]
    elif l > 1 and origin > 1 and layer_origin[l - 2] == origin - 1:
        pairs = [(j, j) for j in range(min(new.spec.sizes[l - 1], old.spec.sizes[origin - 1]))]
    else:
        pairs = []
    table = np.array(pairs, np.intp).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def _require_origins(name: str, origins: Origin, length: int, low: int, high: int) -> None:
    if len(origins) != length:
        raise ValueError(f"{name} has {len(origins)} entries, the new network needs {length}")
    for origin in origins:
        if origin is not None and not low <= origin <= high:
            raise ValueError(f"{name} holds {origin}, the old network has {low} to {high}")

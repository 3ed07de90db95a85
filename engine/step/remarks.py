"""What there is to say about these very numbers: units that are dead or saturated."""

from __future__ import annotations

import numpy as np

from engine.propagation import LayerCache
from engine.spec import LayerSpec
from engine.step.row import Array, Remark

FLAT = 1e-4  # a slope that four decimals show as 0


def slope_remarks(cache: LayerCache, layer: LayerSpec, *, simplified: bool = False) -> tuple[Remark, ...]:
    """One remark for each unit through which nothing, or almost nothing, flows back.

    simplified: an output whose dZ is A - Y, which a flat slope does not make small.
    """
    if layer.activation == "relu":
        return _dead(cache.Z)
    if layer.activation in ("sigmoid", "tanh"):
        slopes = cache.activation.slope(cache.Z, cache.A, layer.leaky_slope)
        return _saturated(slopes, "but dZ = A − Y does not shrink with it" if simplified else "")
    return ()


def _dead(Z: Array) -> tuple[Remark, ...]:
    m = Z.shape[1]
    units = np.flatnonzero((Z < 0).all(axis=1)).tolist()
    where = "z < 0" if m == 1 else f"z < 0 for all {m} examples"
    text = f"{where}, slope 0.0000: nothing flows back through this unit"
    return tuple(Remark("dead", f"unit {k + 1}: {text}", k) for k in units)


def _saturated(slopes: Array, comfort: str) -> tuple[Remark, ...]:
    m = slopes.shape[1]
    counts = (slopes < FLAT).sum(axis=1)
    return tuple(
        Remark("saturated", f"unit {k + 1}: {_how_flat(int(counts[k]), m, slopes[k], comfort)}", k)
        for k in np.flatnonzero(counts).tolist()
    )


def _how_flat(count: int, m: int, slopes: Array, comfort: str) -> str:
    if count < m:
        text = f"saturated for {count} of {m} examples, slope below {FLAT:.4f}"
        return f"{text}, {comfort}" if comfort else f"{text}: almost nothing flows back from them"
    text = "saturated" if m == 1 else f"saturated for all {m} examples"
    text += f", slope {slopes.max():.4f}"
    return f"{text}, {comfort}" if comfort else f"{text}: almost nothing flows back through this unit"

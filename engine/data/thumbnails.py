"""A few points of every set that comes along, for the pictures to choose it by."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.components import principal_components
from engine.data.dataset import Array
from engine.data.sources import SOURCES, sample

THUMBNAIL_POINTS = 90
THUMBNAIL_SEED = 3
PLANE_RADIUS = 5.0


@lru_cache(maxsize=64)
def thumbnail_points(key: str, count: int = THUMBNAIL_POINTS) -> tuple[Array, NDArray[Any]]:
    """(raw (2, n), labels (n,)) in -6 to 6: noiseless points, or for a table its standardised rows on
    their two principal components. Empty for "drawn" and "csv". The arrays are shared and read-only."""
    source = SOURCES[key]
    raw, labels = np.empty((2, 0)), np.empty(0, dtype=np.int64)
    if source.generate is not None:
        drawn = sample(key, THUMBNAIL_SEED, 0.0, count)
        raw, labels = drawn.raw, drawn.labels
    elif source.load is not None:
        table = source.load()
        picked = np.linspace(0, len(table.target) - 1, count).astype(np.int64)
        spread = table.X.std(axis=1, keepdims=True)
        X = table.X[:, picked] / np.where(spread > 0, spread, 1.0)
        raw = principal_components(X).project(X)
        raw = raw * (PLANE_RADIUS / np.abs(raw).max())
        labels = table.target[picked]
    raw.flags.writeable = labels.flags.writeable = False
    return raw, labels

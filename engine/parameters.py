"""Where parameters live: one flat vector theta, and W[l], b[l] as views into it.

Layer l occupies n[l] rows of n[l-1] + 1 numbers, [W | b], one layer after the other. That is what
lets an optimiser update everything in a few calls, and one product give Z with its bias.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


class ParameterViews:
    """Views into a flat vector: Wb[l] (n[l], n[l-1] + 1), W[l] (n[l], n[l-1]), b[l] (n[l], 1).

    Index 0 of each list is unused: an empty array. The gradient's vector is viewed in the same way.
    """

    def __init__(self, sizes: Sequence[int], flat: Array) -> None:
        empty = flat[:0].reshape(0, 0)
        self.flat = flat
        self.Wb: list[Array] = [empty]
        start = 0
        for n_prev, n in pairwise(sizes):
            stop = start + n * (n_prev + 1)
            self.Wb.append(flat[start:stop].reshape(n, n_prev + 1))
            start = stop
        self.W: list[Array] = [Wb[:, :-1] for Wb in self.Wb]
        self.b: list[Array] = [Wb[:, -1:] for Wb in self.Wb]


def weight_mask(sizes: Sequence[int], dtype: np.dtype[np.floating]) -> Array:
    """A flat vector: 1 where theta holds a weight, 0 where it holds a bias."""
    mask = np.ones(sum(n * (n_prev + 1) for n_prev, n in pairwise(sizes)), dtype)
    for b in ParameterViews(sizes, mask).b:
        b[...] = 0
    return mask

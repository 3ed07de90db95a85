"""How the activations of each shown unit are distributed over the training examples: small histograms for tiles.

All units of a layer share one range, so that their tiles can be compared. What they look like is the views' business.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.snapshot import Wishes
from engine.trainer import Trainer

Shares = NDArray[np.float32]
Floats = NDArray[np.floating]
Range = tuple[float, float]

BINS = 24  # views put 2, 3, 4 or 6 together where a tile is small
LEAST_REACH = 1e-6
LARGEST = 1e30
BOUNDED: dict[str, Range] = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0), "softmax": (0.0, 1.0)}
NEVER_NEGATIVE = ("relu",)


def unit_histograms(trainer: Trainer, wishes: Wishes) -> tuple[tuple[Shares | None, ...], tuple[Range, ...]]:
    """Entry l: shares (shown units, BINS) that add up to 1 a unit, and the range of the bins; entry 0: None.

    Of the examples that the evaluator's last pass went over; at most `engine.evaluation.SAMPLE` of them.
    """
    spec = trainer.network.spec
    shares: list[Shares | None] = [None]
    ranges: list[Range] = [(-1.0, 1.0)]
    for l, A in enumerate(trainer.evaluator.sampled()[1:], start=1):
        shown = _finite(A[wishes.shown(l, len(A))])
        ranges.append(range_of(spec.layer(l).activation, shown))
        shares.append(shares_in_bins(shown, *ranges[-1]))
    return tuple(shares), tuple(ranges)


def range_of(activation: str, A: Floats) -> Range:
    """Where the activations of a layer can lie, or the range up to the largest where that has no end."""
    if activation in BOUNDED:
        return BOUNDED[activation]
    reach = max(float(A.max(initial=0.0)), -float(A.min(initial=0.0)), LEAST_REACH)
    return (0.0 if activation in NEVER_NEGATIVE else -reach), reach


def shares_in_bins(A: Floats, low: float, high: float) -> Shares:
    """(n, BINS): which share of the columns of A (n, s) lies in each of BINS equal bins from low to high."""
    n, s = A.shape
    places = A.astype(np.float32, order="C")
    places -= np.float32(low)
    places *= np.float32(BINS / (high - low))
    np.minimum(places, np.float32(BINS - 0.5), out=places)
    places += (BINS * np.arange(n, dtype=np.float32))[:, None]
    counts = np.bincount(places.ravel().astype(np.intp), minlength=n * BINS)
    shares: Shares = (counts.reshape(n, BINS) / max(1, s)).astype(np.float32)
    shares.setflags(write=False)
    return shares


def _finite(A: Floats) -> Floats:
    """Numbers of a network that blows up, as ones that can be binned."""
    if A.min(initial=0.0) > -LARGEST and A.max(initial=0.0) < LARGEST:
        return A
    known: Floats = np.nan_to_num(A, nan=0.0, posinf=LARGEST, neginf=-LARGEST)
    return known.clip(-LARGEST, LARGEST)

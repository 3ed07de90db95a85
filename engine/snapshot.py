"""What a view may show: a frozen copy of one moment of a run. No Qt, no colour, no live array.

The worker publishes one snapshot a frame; views keep it as long as they like, nobody writes to it.
What is dear to compute (maps over the plane, distributions, the confusion matrix) is None unless a
`Wishes` asked for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


@dataclass(frozen=True)
class Wishes:
    """What the visible views want to be computed along with the next snapshots.

    unit_grid: side of the square map of every unit over the plane, in pixels; 0: none.
    output_grid: the same for the output picture. plane: which plane (see `engine.data.plane`).
    shown_units: by layer, the units that get a map or a histogram; None: all. unit_histograms: how the
    activations of those units are distributed over the training examples.
    """

    unit_grid: int = 40
    output_grid: int = 80
    plane: tuple[str, int, int] = ("inputs", 0, 1)
    shown_units: tuple[tuple[int, ...], ...] | None = None
    hovered_unit: tuple[int, int] | None = None
    unit_histograms: bool = False
    distributions: bool = False
    confusion: bool = True
    mistakes: int = 0

    def shown(self, l: int, n: int) -> slice | list[int]:
        """Which of the n units of layer l are shown, as an index."""
        if self.shown_units is None or l >= len(self.shown_units):
            return slice(None)
        # A wish may come from a drawing that has not heard of the last edit yet.
        return [k for k in self.shown_units[l] if 0 <= k < n]


@dataclass(frozen=True)
class Curves:
    """The history as arrays that are ready to draw: at most a few thousand rows, however long the run.

    Row i is one bucket of updates. `epoch` is fractional: iteration / updates per epoch. A series holds
    (low, high) of its bucket: equal while nothing was merged; NaN where nothing was measured.
    Keys: cost_train cost_test regularization accuracy_train accuracy_test, and rms_dW, rms_db of shape (rows, L).
    """

    iteration: NDArray[np.int64]
    epoch: Array
    low: dict[str, Array]
    high: dict[str, Array]


@dataclass(frozen=True)
class Histogram:
    """Counts over equal bins between the first and the last edge."""

    edges: Array
    counts: NDArray[np.int64]


@dataclass(frozen=True)
class Divergence:
    """Where a run broke: the first update whose result is not finite, and the first layer that shows it.

    symbol: Z, dW or W of that layer, or J where they are finite but the cost is about to overflow.
    """

    iteration: int
    layer: int
    symbol: str

    @property
    def fault(self) -> str:
        """What broke, such as "dW[2] is not finite"."""
        return (
            "J is about to overflow" if self.symbol == "J" else f"{self.symbol}[{self.layer}] is not finite"
        )


@dataclass(frozen=True)
class Mistake:
    """One test example that the network gets wrong: index among the test examples, true and given class, P(given)."""

    index: int
    truth: int
    given: int
    probability: float


@dataclass(frozen=True)
class Snapshot:
    """One moment of a run; while it trains at full speed, what was measured (costs, curves, means, maps, histograms,
    confusion) may be a moment older than iteration, epoch, parameters and gradients.

    Lists by layer have L + 1 entries, entry 0 unused (None) where nothing else is said.

    unit_activity, unit_mean_z: means of A[l] and Z[l] over the training examples, (n[l],); unit_activity[0]: of
    the inputs. unit_histograms: shares of these examples in equal bins over unit_ranges[l], (shown units, bins).
    hovered_scale: what the hovered unit's activations were divided by for hovered_map, as unit_scales for unit_maps.
    """

    revision: int
    iteration: int
    epoch: int
    sizes: tuple[int, ...]
    W: tuple[Array | None, ...]
    b: tuple[Array | None, ...]
    dW: tuple[Array | None, ...]
    db: tuple[Array | None, ...]
    cost_train: float
    cost_test: float
    regularization: float
    accuracy_train: float | None
    accuracy_test: float | None
    rms_dW: tuple[float, ...]
    rms_db: tuple[float, ...]
    curves: Curves
    updates_per_second: float = 0.0
    state: str = "paused"
    unit_maps: tuple[NDArray[np.float32] | None, ...] = ()
    unit_scales: tuple[float, ...] = ()
    output_map: NDArray[np.float32] | None = None
    hovered_map: NDArray[np.float32] | None = None
    hovered_scale: float = 1.0
    unit_activity: tuple[Array | None, ...] = ()
    unit_mean_z: tuple[Array | None, ...] = ()
    unit_histograms: tuple[NDArray[np.float32] | None, ...] = ()
    unit_ranges: tuple[tuple[float, float], ...] = ()
    confusion: NDArray[np.int64] | None = None
    mistakes: tuple[Mistake, ...] = ()
    distributions: dict[str, tuple[Histogram | None, ...]] = field(default_factory=dict)
    divergence: Divergence | None = None

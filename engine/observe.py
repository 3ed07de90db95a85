"""From a trainer to a `Snapshot`: the numbers of one moment, copied, with the dear parts that were wished for.

Runs beside training on the worker's thread, so the maps are computed in float32 through bound buffers
that are kept for as long as network, plane and sizes stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset
from engine.examine import Verdicts, confusion_matrix, distributions, mistakes, verdicts
from engine.maps import Maps
from engine.network import Gradients, Network
from engine.snapshot import Snapshot, Wishes
from engine.trainer import Trainer
from engine.unit_histograms import unit_histograms

Array = NDArray[np.floating]


class Observer:
    """Makes snapshots of trainers on one dataset; keeps the buffers that one snapshot shares with the next.

    Parameters, gradients and counts of a snapshot are always of now. The rest is measured: it takes passes over all
    examples or over a plane, and a snapshot may be told to go without and show what was measured last.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._maps: Maps | None = None
        self._measured: dict[str, Any] = {}
        self._measured_for: tuple[Trainer, Wishes] | None = None

    def observe(
        self,
        trainer: Trainer,
        wishes: Wishes,
        revision: int,
        state: str = "paused",
        updates_per_second: float = 0.0,
        measures: bool = True,
    ) -> Snapshot:
        """A frozen picture of now. What is measured is recorded in the history too: it has its point in the curves.

        measures: False lets the measured parts be those of the last snapshot that had them, of the same trainer
        and wishes; without such a one it measures all the same.
        Safe while diverged: it then shows the last good parameters. Costs may be inf there, where the loss
        of a finite network is beyond all numbers.
        """
        network, gradients = trainer.network, trainer.gradient()
        if measures or not self._has_measured(trainer, wishes):
            self._measured = self._measure(trainer, wishes, gradients)
            self._measured_for = trainer, wishes
        return Snapshot(
            revision=revision,
            iteration=trainer.iteration,
            epoch=trainer.epoch,
            sizes=network.spec.sizes,
            W=_by_layer([W.copy() for W in network.W]),
            b=_by_layer([b.copy() for b in network.b]),
            dW=_by_layer(gradients.dW),
            db=_by_layer(gradients.db),
            updates_per_second=updates_per_second,
            state=state,
            divergence=trainer.divergence,
            **self._measured,
        )

    def _has_measured(self, trainer: Trainer, wishes: Wishes) -> bool:
        of = self._measured_for
        return of is not None and of[0] is trainer and of[1] == wishes

    def _measure(self, trainer: Trainer, wishes: Wishes, gradients: Gradients) -> dict[str, Any]:
        """The measured parts of now, by their names in a snapshot."""
        now = asdict(trainer.record())
        with np.errstate(all="ignore"):
            means = trainer.evaluator.activity()
            judged = self._judged(trainer) if wishes.confusion or wishes.mistakes else None
            return {
                **now,
                "curves": trainer.history.curves(),
                "unit_activity": (_frozen(means[0]), *_by_layer(means)[1:]),
                "unit_mean_z": _by_layer(_mean_z(trainer.network, means)),
                "confusion": confusion_matrix(judged) if judged and wishes.confusion else None,
                "mistakes": mistakes(judged, wishes.mistakes) if judged else (),
                "distributions": distributions(trainer, gradients) if wishes.distributions else {},
                **self._pictures(trainer, wishes),
            }

    def _pictures(self, trainer: Trainer, wishes: Wishes) -> dict[str, Any]:
        if self._maps is None or not self._maps.fits(trainer.network, wishes):
            self._maps = Maps(self._dataset, trainer.network, wishes)
        maps = self._maps
        maps.run()
        histograms, ranges = unit_histograms(trainer, wishes) if wishes.unit_histograms else ((), ())
        return {
            "unit_maps": maps.unit_maps(),
            "unit_scales": maps.unit_scales,
            "output_map": maps.output_map(),
            "hovered_map": maps.hovered_map(),
            "hovered_scale": maps.hovered_scale,
            "unit_histograms": histograms,
            "unit_ranges": ranges,
        }

    def _judged(self, trainer: Trainer) -> Verdicts | None:
        if self._dataset.task == "regression":
            return None
        return verdicts(*trainer.evaluator.judged())


def observe(
    trainer: Trainer,
    dataset: Dataset,
    wishes: Wishes,
    revision: int,
    state: str = "paused",
    updates_per_second: float = 0.0,
) -> Snapshot:
    """One snapshot, without keeping buffers for a next one; who takes many keeps an `Observer`."""
    return Observer(dataset).observe(trainer, wishes, revision, state, updates_per_second)


def _mean_z(network: Network, means: Sequence[Array]) -> list[Array]:
    """Means of Z[l] over the examples whose means of A[l] are given: Z is linear in the activations before it."""
    layers = range(1, network.spec.L + 1)
    return [means[0], *(network.W[l] @ means[l - 1] + network.b[l][:, 0] for l in layers)]


def _by_layer(arrays: Sequence[Array]) -> tuple[Array | None, ...]:
    return (None, *(_frozen(array) for array in arrays[1:]))


def _frozen(array: Array) -> Array:
    array.setflags(write=False)
    return array

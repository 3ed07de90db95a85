"""From a trainer to a `Snapshot`: the numbers of one moment, copied, with the dear parts that were wished for.

Runs beside training on the worker's thread, so the maps are computed in float32 through bound buffers
that are kept for as long as network, plane and sizes stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.data import Dataset
from engine.evaluation import Measurement
from engine.examine import Verdicts, confusion_matrix, distributions, mistakes, verdicts
from engine.maps import Maps
from engine.network import Gradients, Network
from engine.snapshot import Snapshot, Wishes
from engine.trainer import Trainer
from engine.unit_histograms import unit_histograms

Array = NDArray[np.floating]


class Observer:
    """Makes snapshots of trainers on one dataset; keeps the buffers that one snapshot shares with the next."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._maps: Maps | None = None

    def observe(
        self,
        trainer: Trainer,
        wishes: Wishes,
        revision: int,
        state: str = "paused",
        updates_per_second: float = 0.0,
    ) -> Snapshot:
        """A frozen picture of now, which is recorded in the history too: what is shown has its point in the curves.

        Safe while diverged: it then shows the last good parameters. Costs may be inf there, where the loss
        of a finite network is beyond all numbers.
        """
        gradients = trainer.gradient()
        numbers = _numbers(trainer, trainer.record(), gradients)
        with np.errstate(all="ignore"):
            maps = self._maps_of(trainer, wishes)
            maps.run()
            judged = self._judged(trainer) if wishes.confusion or wishes.mistakes else None
            histograms, ranges = unit_histograms(trainer, wishes) if wishes.unit_histograms else ((), ())
            return replace(
                numbers,
                revision=revision,
                state=state,
                updates_per_second=updates_per_second,
                unit_maps=maps.unit_maps(),
                unit_scales=maps.unit_scales,
                output_map=maps.output_map(),
                hovered_map=maps.hovered_map(),
                hovered_scale=maps.hovered_scale,
                unit_histograms=histograms,
                unit_ranges=ranges,
                confusion=confusion_matrix(judged) if judged and wishes.confusion else None,
                mistakes=mistakes(judged, wishes.mistakes) if judged else (),
                distributions=distributions(trainer, gradients) if wishes.distributions else {},
            )

    def _judged(self, trainer: Trainer) -> Verdicts | None:
        if self._dataset.task == "regression":
            return None
        return verdicts(*trainer.evaluator.judged())

    def _maps_of(self, trainer: Trainer, wishes: Wishes) -> Maps:
        if self._maps is None or not self._maps.fits(trainer.network, wishes):
            self._maps = Maps(self._dataset, trainer.network, wishes)
        return self._maps


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


def _numbers(trainer: Trainer, now: Measurement, gradients: Gradients) -> Snapshot:
    """The part of a snapshot that every one has."""
    network, means = trainer.network, trainer.evaluator.activity()
    return Snapshot(
        revision=0,
        iteration=trainer.iteration,
        epoch=trainer.epoch,
        sizes=network.spec.sizes,
        W=_by_layer([W.copy() for W in network.W]),
        b=_by_layer([b.copy() for b in network.b]),
        dW=_by_layer(gradients.dW),
        db=_by_layer(gradients.db),
        cost_train=now.cost_train,
        cost_test=now.cost_test,
        regularization=now.regularization,
        accuracy_train=now.accuracy_train,
        accuracy_test=now.accuracy_test,
        rms_dW=now.rms_dW,
        rms_db=now.rms_db,
        curves=trainer.history.curves(),
        unit_activity=(_frozen(means[0]), *_by_layer(means)[1:]),
        unit_mean_z=_by_layer(_mean_z(network, means)),
        divergence=trainer.divergence,
    )


def _mean_z(network: Network, means: Sequence[Array]) -> list[Array]:
    """Means of Z[l] over the examples whose means of A[l] are given: Z is linear in the activations before it."""
    layers = range(1, network.spec.L + 1)
    with np.errstate(all="ignore"):  # of a run that blows up they are not finite
        return [means[0], *(network.W[l] @ means[l - 1] + network.b[l][:, 0] for l in layers)]


def _by_layer(arrays: Sequence[Array]) -> tuple[Array | None, ...]:
    return (None, *(_frozen(array) for array in arrays[1:]))


def _frozen(array: Array) -> Array:
    array.setflags(write=False)
    return array

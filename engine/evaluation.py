"""Forward passes only, through bound buffers: costs and accuracies of whole sets, activations over a grid.

Long inputs are taken in chunks, so memory stays bounded; nothing here changes a parameter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.costs import COSTS
from engine.network import Network
from engine.plan import Examples, forward_ops
from engine.spec import NetworkSpec

Array = NDArray[np.floating]

CHUNK = 2048
SAMPLE = 500


@dataclass(frozen=True)
class Measurement:
    """A run at one moment. Costs include the regularisation term; NaN without test examples.

    Accuracies are shares in 0..1, None for regression. rms_dW, rms_db: layer 1 first.
    """

    cost_train: float
    cost_test: float
    regularization: float
    accuracy_train: float | None
    accuracy_test: float | None
    rms_dW: tuple[float, ...]
    rms_db: tuple[float, ...]


class ForwardPass:
    """One forward pass bound to m columns: A0 (n[0] + 1, m) with a last row of ones.

    Wb: [W | b] of every layer, index 0 unused; they are read at each `run`. A[l] (n[l], m), Z (n[L], m).
    """

    def __init__(self, spec: NetworkSpec, Wb: Sequence[Array], A0: Array) -> None:
        m, dtype = A0.shape[1], Wb[1].dtype
        with_ones = [A0, *(np.ones((n + 1, m), dtype) for n in spec.sizes[1:])]
        self.A0 = A0
        self.A: list[Array] = [A[:-1] for A in with_ones]
        self.Z: Array = np.empty_like(self.A[-1])
        self._ops = forward_ops(Wb, spec.layers, with_ones, self.Z)

    def run(self) -> None:
        """Fill A and Z from A0 and the present parameters."""
        for op in self._ops:
            op()


class Evaluator:
    """Costs, accuracies, outputs and mean activations of all examples, in one pass over training and test."""

    def __init__(self, network: Network, examples: Examples) -> None:
        self._network = network
        self._examples = examples
        count, dtype = examples.m + examples.m_test, network.dtype
        self._losses = np.empty(count, dtype)
        self._hits = np.empty(count, np.bool_)
        self._judged_from = examples.m if examples.m_test else 0
        self._yhat_rows = np.empty((count - self._judged_from, network.spec.sizes[-1]), dtype)
        self._share: Array = np.full(min(count, CHUNK), 1 / examples.m, dtype)
        self._is_bound_to_rows = count <= CHUNK and examples.rows.is_plain
        self._activity = [examples.mean_input(), *(np.zeros(n, dtype) for n in network.spec.sizes[1:])]
        self._passes: dict[int, ForwardPass] = {}
        self._sample_pass: ForwardPass | None = None

    def measure(self) -> tuple[float, float, float | None, float | None]:
        """Average loss of train and test, without regularisation, and both accuracies, of the present parameters."""
        self._run()
        m, m_test = self._examples.m, self._examples.m_test
        J = float(self._losses[:m].mean())
        J_test = float(self._losses[m:].mean()) if m_test else float("nan")
        if COSTS[self._network.spec.cost].hits is None:
            return J, J_test, None, None
        return J, J_test, float(self._hits[:m].mean()), float(self._hits[m:].mean()) if m_test else None

    def activity(self) -> list[Array]:
        """Mean of A[l] over the training examples, (n[l],), as `measure` last found it; entry 0: of the inputs."""
        return [mean.copy() for mean in self._activity]

    def judged(self) -> tuple[Array, Array, bool]:
        """yhat and Y (n[L], m) of the test examples as `measure` last found them; of the training ones without."""
        is_test = self._examples.m_test > 0
        everything = slice(self._judged_from, len(self._losses))
        return self._yhat_rows.T, self._examples.labels.part(everything).T, is_test

    def sampled(self) -> list[Array]:
        """A[0] ... A[L], (n[l], s), of s <= SAMPLE evenly taken training examples, to be asked for after `measure`.

        Views that the next `measure` writes over: free while all examples fit into one pass, else one more pass.
        """
        m = self._examples.m
        step = -(-m // SAMPLE)
        whole = self._passes.get(len(self._losses))
        if whole is not None:
            return [A[:, :m:step] for A in whole.A]
        if self._sample_pass is None:
            rows = self._examples.rows.part(np.arange(0, m, step))
            self._sample_pass = ForwardPass(self._network.spec, self._network.Wb, rows.T)
        self._sample_pass.run()
        return self._sample_pass.A

    def _run(self) -> None:
        cost = COSTS[self._network.spec.cost]
        m, count = self._examples.m, len(self._losses)
        for mean in self._activity[1:]:
            mean[...] = 0
        for start in range(0, count, CHUNK):
            chunk = slice(start, min(start + CHUNK, count))
            held = self._pass_over(chunk)
            held.run()
            yhat, Y = held.A[-1], self._examples.labels.part(chunk).T
            self._losses[chunk] = cost.losses(held.Z, yhat, Y)
            self._keep_judged(start, yhat)
            if cost.hits is not None:
                self._hits[chunk] = cost.hits(yhat, Y)
            for mean, A in zip(self._activity[1:], held.A[1:], strict=True):
                training = max(0, min(m - start, A.shape[1]))
                mean += A[:, :training].dot(self._share[:training])

    def _keep_judged(self, start: int, yhat: Array) -> None:
        """Copy the outputs of a chunk beginning at `start` as far as they belong to the examples that are judged."""
        skipped = max(0, self._judged_from - start)
        first = start + skipped - self._judged_from
        judged = yhat[:, skipped:].T
        self._yhat_rows[first : first + len(judged)] = judged

    def _pass_over(self, chunk: slice) -> ForwardPass:
        """Bound to these rows themselves, which is free for the one chunk of a small set, else to a copy of them."""
        rows, count = self._examples.rows, chunk.stop - chunk.start
        held = self._passes.get(count)
        if held is None:
            A0 = (
                rows.part(chunk) if self._is_bound_to_rows else np.empty((count, rows.n), self._network.dtype)
            )
            held = self._passes[count] = ForwardPass(self._network.spec, self._network.Wb, A0.T)
        if not self._is_bound_to_rows:
            rows.take(chunk, held.A0.T)
        return held


class RootMeanSquare:
    """Root mean square of every W[l] and b[l] inside one flat vector, in a few calls for the whole network."""

    def __init__(self, spec: NetworkSpec) -> None:
        weights, biases, start = [], [], 0
        for n_prev, n in zip(spec.sizes[:-1], spec.sizes[1:], strict=True):
            place = np.arange(start, start + n * (n_prev + 1)).reshape(n, n_prev + 1)
            weights.append(place[:, :-1].ravel())
            biases.append(place[:, -1])
            start += place.size
        parts = weights + biases
        self._L = spec.L
        self._places = np.concatenate(parts)
        self._counts = np.array([part.size for part in parts])
        self._starts = np.concatenate(([0], np.cumsum(self._counts)[:-1]))

    def __call__(self, flat: Array) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """(of W[1] ... W[L], of b[1] ... b[L])."""
        values = flat[self._places].astype(np.float64, copy=False)
        # Scaled by the largest, so that squares neither overflow nor vanish.
        scale = float(np.abs(values).max()) or 1.0
        values /= scale
        values *= values
        rms = np.sqrt(np.add.reduceat(values, self._starts) / self._counts) * scale
        return tuple(rms[: self._L].tolist()), tuple(rms[self._L :].tolist())

"""One update's gradient as a tape of bound calls: forward, then backward."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.costs import COSTS
from engine.network import Network
from engine.parameters import ParameterViews, weight_mask
from engine.plan.layers import Op, constant, form_of
from engine.plan.outputs import bind_output

Array = NDArray[np.floating]


class Plan:
    """The buffers of one network for batches of m examples, and the tapes that run on them.

    `gradient` gets dW, db of the cost without regularisation. The network's own theta is read, so a
    parameter changed by hand counts at once. Z_L is the output's linear part after the last update.
    """

    def __init__(self, network: Network, gradient: ParameterViews, m: int) -> None:
        self._network = network
        self._gradient = gradient
        self.m = m
        self.Z_L: Array = np.empty((network.spec.sizes[-1], m), network.dtype)
        self._A: dict[int, Array] = {}
        self._S: dict[int, Array] = {}
        slopes = self._place_hidden_layers()
        self._output = bind_output(COSTS[network.spec.cost], network.spec.layers[-1], self.Z_L)
        self._hidden_forward = [*self._bind_hidden_forward(), *slopes]
        self._dZ_1, self._hidden_backward = self._bind_hidden_backward()

    def tape(self, A0: Array, targets: Array) -> list[Op]:
        """The calls that fill the gradient from one batch: A0 (n[0] + 1, m) with its ones, targets (n[L], m)."""
        Wb = self._network.Wb
        Z_1 = self._A[1][:-1] if self._A else self.Z_L
        return [
            partial(Wb[1].dot, A0, Z_1),
            *self._hidden_forward,
            *self._output.before,
            self._output.compare(targets),
            *self._output.after,
            *self._hidden_backward,
            partial(self._dZ_1.dot, A0.T, self._gradient.Wb[1]),
        ]

    def _place_hidden_layers(self) -> list[Op]:
        """Make A[l] (n[l] + 1, m), last row ones, and slopes S[l] (n[l], m); returns the calls that fill the slopes.

        Layers of one activation lie side by side, so that their slopes take the calls of one layer.
        """
        spec, dtype = self._network.spec, self._network.dtype
        ops: list[Op] = []
        for activation in dict.fromkeys(layer.activation for layer in spec.layers[:-1]):
            form = form_of(activation)
            members = [l for l in range(1, spec.L) if spec.layer(l).activation == activation]
            rows = [spec.sizes[l] + 1 for l in members]
            A = np.ones((sum(rows), self.m), dtype)
            S = np.ones_like(A, form.slope_type or dtype)
            starts = np.cumsum([0, *rows])
            for l, start, stop in zip(members, starts[:-1], starts[1:], strict=True):
                self._A[l] = A[start:stop]
                self._S[l] = S[start : stop - 1]
            ops += form.slopes(A, S)
        return ops

    def _bind_hidden_forward(self) -> list[Op]:
        """From Z[1] to Z[L]."""
        Wb, spec = self._network.Wb, self._network.spec
        ops: list[Op] = []
        for l in range(1, spec.L):
            layer, A = spec.layer(l), self._A[l]
            Z_next = self._A[l + 1][:-1] if l + 1 < spec.L else self.Z_L
            ops += form_of(layer.activation).training(layer.leaky_slope, A[:-1], A[:-1], self._S[l])
            ops += [partial(Wb[l + 1].dot, A, Z_next)]
        return ops

    def _bind_hidden_backward(self) -> tuple[Array, list[Op]]:
        """dZ[1] and the calls from dZ[L] to it: dW and db of layers L ... 2. Nobody needs dA of the inputs."""
        Wb, dWb = self._network.Wb, self._gradient.Wb
        ops: list[Op] = []
        dZ = self._output.dZ
        for l in range(self._network.spec.L, 1, -1):
            A_prev = self._A[l - 1]
            dA_prev = np.empty_like(A_prev)
            # The product with all of [W | b]' writes one row too many, which is cheaper than copying W.
            ops += [partial(dZ.dot, A_prev.T, dWb[l]), partial(Wb[l].T.dot, dZ, dA_prev)]
            dZ = dA_prev[:-1]
            if self._network.spec.layer(l - 1).activation != "linear":
                ops += [partial(np.multiply, dZ, self._S[l - 1], dZ)]
        return dZ, ops


def regularization_ops(network: Network, gradient: Array) -> Sequence[Op]:
    """Calls that add l2 W + l1 sign(W) to the gradient's weights, for the network's present rates."""
    theta, l1, l2 = network.theta, network.spec.l1, network.spec.l2
    mask = weight_mask(network.spec.sizes, network.dtype)
    scratch = np.empty_like(theta)
    ops: list[Op] = []
    if l2:
        ops += [partial(np.multiply, theta, mask * constant(l2, theta), scratch)]
        ops += [partial(np.add, gradient, scratch, gradient)]
    if l1:
        ops += [partial(np.sign, theta, scratch)]
        ops += [partial(np.multiply, scratch, mask * constant(l1, theta), scratch)]
        ops += [partial(np.add, gradient, scratch, gradient)]
    return ops

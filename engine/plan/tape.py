"""One update as a tape of bound calls: forward, backward, regularisation, optimiser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.costs import COSTS
from engine.network import Network
from engine.parameters import ParameterViews, weight_mask
from engine.plan.layers import Op, bind_layer, constant, forward_ops
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
        n, dtype = network.spec.sizes, network.dtype
        self._A = [np.ones((n_l + 1, m), dtype) for n_l in n[1:]]
        self._layers = [bind_layer(layer, A[:-1]) for layer, A in zip(network.spec.layers, self._A, strict=True)]
        self._layers[-1] = bind_layer(network.spec.layers[-1], self._A[-1][:-1], np.empty((n[-1], m), dtype))
        self._output = bind_output(COSTS[network.spec.cost], self._layers[-1])
        self._hidden_backward = self._bind_hidden_backward()

    @property
    def Z_L(self) -> Array:
        """Z[L] of the last update, (n[L], m)."""
        return self._layers[-1].Z

    def tape(self, A0: Array, targets: Array) -> list[Op]:
        """The calls that fill the gradient from one batch: A0 (n[0] + 1, m) with its ones, targets (n[L], m)."""
        first_dZ, middle = self._hidden_backward
        return [
            *forward_ops(self._network.Wb, A0, self._layers[:-1], self._A),
            partial(self._network.Wb[-1].dot, self._A[-2] if len(self._A) > 1 else A0, self.Z_L),
            *self._output.before,
            self._output.compare(targets),
            *self._output.after,
            *middle,
            partial(first_dZ.dot, A0.T, self._gradient.Wb[1]),
        ]

    def _bind_hidden_backward(self) -> tuple[Array, list[Op]]:
        """dZ[1] and the calls from dZ[L] to it: dW and db of layers L ... 2. Nobody needs dA of the inputs."""
        Wb, dWb = self._network.Wb, self._gradient.Wb
        ops: list[Op] = []
        dZ = self._output.dZ
        for l in range(self._network.spec.L, 1, -1):
            A_prev = self._A[l - 2]
            dA_prev = np.empty_like(A_prev)
            # The product with all of [W | b]' writes one row too many, which is cheaper than copying W.
            ops += [partial(dZ.dot, A_prev.T, dWb[l]), partial(Wb[l].T.dot, dZ, dA_prev)]
            dZ = dA_prev[:-1]
            ops += self._layers[l - 2].backward(dZ)
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
